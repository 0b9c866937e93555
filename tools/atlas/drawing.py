"""A picture and its regions as the JSON of one view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tools.atlas.encode import coded, coded_all
from tools.atlas.labels import Key, Labels
from tools.atlas.lines import Stroke, folds, mirrored, overlaps
from tools.atlas.raster import Picture
from tools.atlas.tones import silhouette, tone_bands
from tools.atlas.topology import Arc, arcs, rings


@dataclass(frozen=True, slots=True)
class Style:
    """How a picture is cut into curves. Lengths are in figure units, depths in mesh units.

    `quiet` gives, for a region, the weight below which its folds are not drawn: knuckles are only noise at the
    size of a whole body.
    """

    levels: tuple[float, ...]
    blur: float
    smallest_tone: float
    jump: float
    faint: float
    plain: float
    shortest_fold: float
    quiet: Mapping[str, float] = field(default_factory=dict)
    error: float = 0.28
    tone_error: float = 0.55
    border_error: float = 0.35


SideOf = Callable[[Key], str]
"""Tells a key's side of the body in one view: "left", "right", or "" for the midline."""


def drawn(
    picture: Picture,
    labels: Labels,
    keys: list[Key],
    calm: NDArray[np.bool_],
    side_of: SideOf,
    style: Style,
) -> dict[str, Any]:
    """Cut a picture into one view's curves and regions; no folds where it is `calm`."""
    edges, edge_pixels = overlaps(picture, jump=style.jump, error=style.error)
    found = folds(
        picture,
        edge_pixels | calm,
        faint=style.faint,
        plain=style.plain,
        shortest=style.shortest_fold,
        error=style.error,
    )
    if picture.symmetric:
        edges, found = (mirrored(strokes, picture.frame.width) for strokes in (edges, found))
    borders = arcs(labels, picture.scale, style.border_error)
    return {
        "size": [round(picture.frame.width, 1), round(picture.frame.height, 1)],
        "silhouette": coded_all(silhouette(picture, style.error)),
        "bands": [
            coded_all(band)
            for band in tone_bands(
                picture, style.levels, blur=style.blur, error=style.tone_error, smallest=style.smallest_tone
            )
        ],
        "contours": coded_all(edge.chain for edge in edges),
        "creases": [
            [round(fold.weight, 3), *coded(fold.chain)]
            for fold in found
            if not _hushed(fold, labels, keys, picture.scale, style)
        ],
        "arcs": coded_all(border.chain for border in borders),
        "regions": _regions(labels, keys, side_of, borders, picture.scale),
    }


def _regions(
    labels: Labels, keys: list[Key], side_of: SideOf, borders: list[Arc], scale: float
) -> list[dict[str, Any]]:
    """Describe each region that is seen at all."""
    entries = []
    for number, (key, box) in enumerate(zip(keys, ndimage.find_objects(labels, len(keys)), strict=True), start=1):
        if box is not None:
            side = side_of(key)
            place = _place(labels[box] == number, (box[0].start, box[1].start), scale)
            entries.append({"id": _id(key, side), "side": side, **place, "rings": rings(borders, number)})
    return entries


def _id(key: Key, side: str) -> str:
    return f"{key.region}.{side[0]}" if side else key.region


def _place(part: NDArray[np.bool_], corner: tuple[int, int], scale: float) -> dict[str, Any]:
    """Give a region's area and the point deepest inside it; `corner` is the part's first row and column."""
    depth = ndimage.distance_transform_edt(np.pad(part, 1))
    row, column = np.unravel_index(depth.argmax(), depth.shape)
    x, y = (corner[1] + column - 0.5) / scale, (corner[0] + row - 0.5) / scale
    return {"at": [round(float(x), 1), round(float(y), 1)], "area": int(part.sum() / scale**2)}


def _hushed(fold: Stroke, labels: Labels, keys: list[Key], scale: float, style: Style) -> bool:
    x, y = (fold.line[len(fold.line) // 2] * scale).astype(int)
    number = labels[min(y, labels.shape[0] - 1), min(x, labels.shape[1] - 1)]
    return bool(number) and fold.weight < style.quiet.get(keys[number - 1].region, 0)
