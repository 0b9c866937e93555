"""Which part of the figure a map shows: the smallest named window that holds its marks."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.mark import Area, Mark, Point, WholeRegion
from therapist_desk.reports.figure import Box, Window

# Heights of the named windows, in tenths of a unit from the crown; widths follow the figure.
_ROWS: Final = (
    ("head", 0, 2320),
    ("upper_trunk", 1200, 3800),
    ("trunk", 1250, 5350),
    ("hips", 3600, 6200),
    ("thighs", 4700, 7700),
    ("legs", 6700, 10000),
    ("upper_half", 0, 5600),
    ("lower_half", 4300, 10000),
    ("whole", 0, 10000),
)
# Arms hang beside the trunk: these rows are shown without them unless a mark lies there.
_WITHOUT_ARMS: Final = frozenset({"upper_trunk", "trunk", "hips", "thighs"})
_TRUNK_HALF: Final = 1000
_SIDE_MARGIN: Final = 160
_MARK_MARGIN: Final = 90


def window_for(view: FigureView, boxes: Iterable[Box]) -> Window:
    """Choose the smallest window that holds all boxes; the whole figure where none else does."""
    needed = list(boxes)
    for window in _windows(view):
        if all(window.holds(box) for box in needed):
            return window
    return _windows(view)[-1]


def mark_box(mark: Mark, view: FigureView) -> Box:
    """Give the (left, top, right, bottom) that a mark needs, with room for its symbol."""
    shape = mark.shape
    if isinstance(shape, Area):
        return _padded(shape.corners)
    if isinstance(shape, WholeRegion) and mark.regions:
        region = view.find(mark.regions[0].region, mark.regions[0].side)
        if region is not None:
            return _padded(Point(x, y) for ring in region.rings for x, y in zip(ring.xs, ring.ys, strict=True))
    return _padded((mark.anchor,))


def _padded(points: Iterable[Point]) -> Box:
    placed = list(points)
    xs, ys = [point.x for point in placed], [point.y for point in placed]
    # A mark on the crown or the sole needs no room beyond the figure's own end.
    return (
        min(xs) - _MARK_MARGIN,
        max(0, min(ys) - _MARK_MARGIN),
        max(xs) + _MARK_MARGIN,
        min(10000, max(ys) + _MARK_MARGIN),
    )


@functools.lru_cache(maxsize=32)
def _windows(view: FigureView) -> tuple[Window, ...]:
    """Give a view's windows from the smallest to the largest."""
    made = []
    for name, top, bottom in _ROWS:
        left, right = _extent(view, top, bottom)
        if name in _WITHOUT_ARMS and view.view in (View.FRONT, View.BACK):
            middle = view.width // 2
            made.append(Window(name, middle - _TRUNK_HALF, top, middle + _TRUNK_HALF, bottom))
        made.append(Window(name, left, top, right, min(bottom, view.height)))
    if view.view in (View.FRONT, View.BACK):
        left, right = _extent(view, 0, view.height)
        made.append(Window("arm", left, 1900, left + 1900, 5900))
        made.append(Window("arm", right - 1900, 1900, right, 5900))
    return tuple(sorted(made, key=lambda window: window.width * window.height))


def _extent(view: FigureView, top: int, bottom: int) -> tuple[int, int]:
    """Measure how wide the figure is between two heights, with a margin."""
    xs = [x for curve in view.silhouette for x, y in curve.flattened(10) if top <= y <= bottom]
    return int(min(xs)) - _SIDE_MARGIN, int(max(xs)) + _SIDE_MARGIN
