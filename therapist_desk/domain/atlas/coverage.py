"""Which regions an area covers, and how much of it lies in each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.atlas.region import Region
from therapist_desk.domain.atlas.stroke import outline_of
from therapist_desk.domain.findings.mark import Area

_ROWS: Final = 60
_LEAST_SHARE: Final = 0.06
"""A region with less of the area than this was only grazed, unless most of the region lies under it."""
_MOST_OF_IT: Final = 0.5


def covered_regions(figure_view: FigureView, area: Area) -> tuple[RegionRef, ...]:
    """Name the regions under `area`, the largest share first; a region covered on both sides is bilateral.

    Regions that were only grazed are left out. Empty where the area lies off the figure.
    """
    covered = _covered(figure_view, area)
    total = sum(covered.values())
    shares: dict[RegionRef, float] = {}
    for place, amount in covered.items():
        region = figure_view.regions[place]
        # Areas of regions are in square units, these in square tenths.
        if amount >= _LEAST_SHARE * total or amount >= _MOST_OF_IT * region.area * 100:
            shares[region.ref] = shares.get(region.ref, 0.0) + amount
    if not shares and covered:
        most = max(covered, key=lambda place: covered[place])
        shares[figure_view.regions[most].ref] = covered[most]
    merged = _both_sides_as_one(shares)
    return tuple(sorted(merged, key=lambda ref: -merged[ref]))


def _both_sides_as_one(shares: dict[RegionRef, float]) -> dict[RegionRef, float]:
    merged: dict[RegionRef, float] = {}
    for ref, share in shares.items():
        other = replace(ref, side=Side.LEFT if ref.side is Side.RIGHT else Side.RIGHT)
        both = ref.side in (Side.LEFT, Side.RIGHT) and other in shares
        key = replace(ref, side=Side.BILATERAL) if both else ref
        merged[key] = merged.get(key, 0.0) + share
    return merged


def _covered(figure_view: FigureView, area: Area) -> dict[int, float]:
    """Measure by rows how much of the area, in square tenths, lies in each region, by its place."""
    ring = outline_of(area).flattened(4.0)
    ys = [y for _, y in ring]
    top, step = min(ys), (max(ys) - min(ys)) / _ROWS
    places = {id(region): place for place, region in enumerate(figure_view.regions)}
    covered: dict[int, float] = {}
    for row in range(_ROWS):
        y = top + (row + 0.5) * step
        regions = figure_view.spans_at(y)
        for left, right in inner_spans(ring, y):
            for region, width in _overlaps(regions, left, right):
                place = places[id(region)]
                covered[place] = covered.get(place, 0.0) + width * step
    return covered


def inner_spans(ring: Sequence[tuple[float, float]], y: float) -> Iterator[tuple[float, float]]:
    """Give the stretches of the row `y` inside a ring, by the winding rule: loops of a stroke add up."""
    crossings = sorted(
        (x0 + (y - y0) * (x1 - x0) / (y1 - y0), 1 if y1 > y0 else -1)
        for (x0, y0), (x1, y1) in itertools.pairwise([*ring, ring[0]])
        if (y0 > y) != (y1 > y)
    )
    winding, begun = 0, 0.0
    for x, direction in crossings:
        if winding == 0:
            begun = x
        winding += direction
        if winding == 0:
            yield begun, x


def _overlaps(
    spans: Sequence[tuple[float, float, Region]], left: float, right: float
) -> Iterator[tuple[Region, float]]:
    for start, end, region in spans:
        width = min(end, right) - max(start, left)
        if width > 0:
            yield region, width
