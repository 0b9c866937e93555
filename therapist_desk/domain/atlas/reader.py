"""Reading the atlas files: delta-coded whole numbers in JSON, checked against their manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.atlas.figure_view import Crease, Fade, FigureView
from therapist_desk.domain.atlas.region import Border, Layer, Region
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.closeup import SidedCloseup
from therapist_desk.domain.findings.mark import Point

DRAWN_VIEWS: Mapping[View, str] = {View.FRONT: "anterior", View.BACK: "posterior", View.LEFT: "left"}
"""The views in a figure's file, by their names there; the right view is the left one mirrored."""


class AtlasDamagedError(ExpectedError):
    """A file of the body figure is missing, cut short or not what was installed."""

    code = "atlas_damaged"
    sentence = (
        "The body figure cannot be drawn: its file {file} is damaged or missing. "
        "Please install the program again; your charts are safe."
    )


def read_json(path: Path, digest: str | None = None) -> Any:
    """Parse a file, whose SHA-256 must be `digest` where one is given.

    Raises:
        AtlasDamagedError: the file is missing, altered or no JSON.
    """
    try:
        data = path.read_bytes()
        if digest is not None and hashlib.sha256(data).hexdigest() != digest:
            raise AtlasDamagedError(file=path.name)
        return json.loads(data)
    except (OSError, ValueError) as problem:
        raise AtlasDamagedError(file=path.name) from problem


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the atlas calls its regions (`names`) and which structures lie in each, skin first (`layers`)."""

    names: Mapping[str, Any]
    layers: Mapping[str, Sequence[str]]

    def ref(self, region: str, side: Side, view_name: str) -> RegionRef:
        """Name a region as a view does."""
        named = self.names[region]
        return RegionRef(region, named.get("in_view", {}).get(view_name, named["name"]), side)

    def layers_of(self, region: str) -> tuple[Layer, ...]:
        """Give the structures of a region, or none where there is no choice."""
        return tuple(
            Layer(structure, str(self.names[structure]["name"])) for structure in self.layers.get(region, ())
        )


def decode_view(figure: Figure, view: View, raw: Mapping[str, Any], words: Vocabulary) -> FigureView:
    """Decode one drawn view of a figure's file.

    Raises:
        KeyError, TypeError, ValueError, IndexError: `raw` does not have the shape of a view.
    """
    return _decode(figure, view, raw, words, DRAWN_VIEWS[view])


def decode_closeup(closeup: SidedCloseup, raw: Mapping[str, Any], words: Vocabulary) -> FigureView:
    """Decode one close-up as the file has it: of the left side where it is one of a pair.

    Raises:
        KeyError, TypeError, ValueError, IndexError: `raw` does not have the shape of a close-up.
    """
    return replace(
        _decode(Figure.NEUTRAL, closeup.view, raw, words, closeup.closeup.value),
        closeup=closeup,
        fades=tuple(Fade(Point(int(x0), int(y0)), Point(int(x1), int(y1))) for x0, y0, x1, y1 in raw["fades"]),
    )


def _decode(figure: Figure, view: View, raw: Mapping[str, Any], words: Vocabulary, name: str) -> FigureView:
    arcs = [Curve.from_deltas(arc) for arc in raw["arcs"]]
    owners: list[list[int]] = [[] for _ in arcs]
    regions = []
    for place, entry in enumerate(raw["regions"]):
        for ring in entry["rings"]:
            for arc in ring:
                owners[_forward(arc)].append(place)
        regions.append(_decode_region(entry, arcs, words, name))
    width, height = (_tenths(length) for length in raw["size"])
    return FigureView(
        figure=figure,
        view=view,
        width=width,
        height=height,
        silhouette=_curves(raw["silhouette"]),
        bands=tuple(_curves(band) for band in raw["bands"]),
        contours=_curves(raw["contours"]),
        creases=tuple(Crease(Curve.from_deltas(line[1:]), float(line[0])) for line in raw["creases"]),
        regions=tuple(regions),
        borders=tuple(Border(arc, tuple(owner)) for arc, owner in zip(arcs, owners, strict=True) if owner),
    )


def _decode_region(entry: Mapping[str, Any], arcs: list[Curve], words: Vocabulary, view_name: str) -> Region:
    side = Side(entry["side"] or Side.MIDLINE)
    # The file's ids end in the side's first letter ("trap_upper.r"); midline ids carry none.
    region = entry["id"] if side is Side.MIDLINE else entry["id"].removesuffix(f".{side.value[0]}")
    x, y = entry["at"]
    return Region(
        ref=words.ref(region, side, view_name),
        anchor=Point(_tenths(x), _tenths(y)),
        area=int(entry["area"]),
        rings=tuple(Curve.joined(_directed(arcs, arc) for arc in ring) for ring in entry["rings"]),
        layers=words.layers_of(region),
    )


def _curves(coded: list[list[int]]) -> tuple[Curve, ...]:
    return tuple(Curve.from_deltas(deltas) for deltas in coded)


def _forward(arc: int) -> int:
    """Give the place of an arc that a ring may run backwards, written then as its complement."""
    return arc if arc >= 0 else ~arc


def _directed(arcs: list[Curve], arc: int) -> Curve:
    return arcs[arc] if arc >= 0 else arcs[~arc].reversed()


def _tenths(units: float) -> int:
    return round(units * 10)
