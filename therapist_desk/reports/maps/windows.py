"""Which part of the figure a map shows: the smallest named window that holds its marks, or the two smallest."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.drawn import covered_by
from therapist_desk.domain.findings.mark import Area, Mark, Point
from therapist_desk.reports.maps.figure import Box, Window

# Heights of the named windows, in tenths of a unit from the crown. The body's are shown without the arms that hang
# beside it; those of a limb are shown for the side that has the marks.
_BODY: Final = (
    ("head", 0, 2340),
    ("head_chest", 0, 2800),
    ("upper_trunk", 1250, 3600),
    ("low_trunk", 2550, 5250),
    ("trunk", 1250, 5350),
    ("hips", 3450, 5600),
    ("hips_thighs", 3450, 7500),
    ("thighs", 4300, 7500),
    ("lower_legs", 6600, 10000),
    ("legs", 4700, 10000),
)
_LEGS: Final = (("thigh", 4700, 7500), ("lower_leg", 6600, 10000), ("leg", 4700, 10000))
_ARMS: Final = (("upper_arm", 1400, 3950), ("forearm", 3250, 6000), ("arm", 1400, 6000))
# Across the arm too, from the back of the trunk forwards.
_ARMS_SIDE: Final = (
    ("upper_arm", 1600, 3750, 0, 2000),
    ("forearm", 3050, 5350, 1300, 3600),
    ("arm", 1600, 5350, 0, 3600),
)
_WITH_ARMS: Final = (("shoulders", 1000, 3600), ("forearms", 3150, 6000))
_HALVES: Final = (("upper_half", 0, 6000), ("lower_half", 4300, 10000))
STANDING_FREE: Final = frozenset({"forearm", "lower_leg"})
"""Windows that hold one limb and nothing of the body beside it: on a wider panel they are not widened."""
_TALLEST: Final = 5350
"""A taller window would print smaller than the marks can be read; two smaller ones are tried first."""

_TRUNK_HALF: Final = 1150
_SHOULDERS_HALF: Final = 1600
_WITH_SHOULDERS: Final = frozenset({"head", "head_chest", "upper_trunk", "trunk"})
_ARM_WIDTH: Final = 1900
_HIPS_HALF: Final = 1035
"""From a figure's middle to just outside its hips, the same on all three: a forearm and hand hang beyond that."""
_SIDE_MARGIN: Final = 160
_LEG_MARGIN: Final = 60
_HEAD_ENDS: Final = 1450
_MARK_MARGIN: Final = 90


def window_for(view: FigureView, boxes: Iterable[Box]) -> Window:
    """Choose the smallest window that holds all boxes; the whole figure where none else does."""
    needed = list(boxes)
    return next((window for window in _windows(view) if _holds_all(window, needed)), _whole(view))


def windows_for(view: FigureView, boxes: Iterable[Box]) -> tuple[Window, ...]:
    """Choose what to show of a view: one window, or two where only most of the body would hold everything.

    A close-up is shown as it is.
    """
    if view.closeup is not None:
        return (Window("closeup", 0, 0, view.width, view.height),)
    needed = list(boxes)
    single = window_for(view, needed)
    if single.height <= _TALLEST:
        return (single,)
    fit = [window for window in _windows(view) if window.height <= _TALLEST]
    pairs = [
        (first, second)
        for first, second in combinations(fit, 2)
        if all(first.holds(box) or second.holds(box) for box in needed)
    ]
    if not pairs:
        return (single,)
    # Panels stand side by side at the height of the taller one.
    best = min(pairs, key=lambda pair: max(w.height for w in pair) * sum(w.width for w in pair))
    return tuple(sorted(best, key=lambda window: window.top))


def mark_box(mark: Mark, view: FigureView) -> Box:
    """Give the (left, top, right, bottom) that a mark needs, with room for its symbol."""
    shape = mark.shape
    if isinstance(shape, Area):
        return _padded(shape.corners)
    rings = covered_by(mark, view)
    if rings:
        return _padded(Point(x, y) for ring in rings for x, y in zip(ring.xs, ring.ys, strict=True))
    return _padded((mark.anchor,))


def stands_left(view: FigureView, side: Side) -> bool | None:
    """Tell whether a client's side is at the picture's left, by where the atlas has that side's regions.

    A close-up of a limb or a profile is of one side, which is told as on the screen: the left one at the left.
    """
    if view.closeup is not None and view.closeup.side is not Side.MIDLINE:
        return side is Side.LEFT if side is view.closeup.side else None
    if view.view is View.LEFT:
        return True if side is Side.LEFT else None
    if view.view is View.RIGHT:
        return True if side is Side.RIGHT else None
    anchors = [region.anchor.x for region in view.regions if region.ref.side is side]
    return bool(anchors) and sum(anchors) / len(anchors) < view.width / 2


def _holds_all(window: Window, boxes: Sequence[Box]) -> bool:
    return all(window.holds(box) for box in boxes)


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
    made = _flat(view) if view.view in (View.FRONT, View.BACK) else _profile(view)
    return tuple(sorted(made, key=lambda window: window.width * window.height))


def _whole(view: FigureView) -> Window:
    left, right = _extent(view, 0, view.height)
    return Window("whole", left, 0, right, view.height)


def _flat(view: FigureView) -> Iterator[Window]:
    """Give the windows of the front or back, where either side has its own limbs."""
    middle = view.width // 2
    for name, top, bottom in _BODY:
        half = _SHOULDERS_HALF if name in _WITH_SHOULDERS else _TRUNK_HALF
        yield Window(name, middle - half, top, middle + half, bottom)
    for name, top, bottom in (*_WITH_ARMS, *_HALVES):
        left, right = _extent(view, top, bottom)
        yield Window(name, left, top, right, bottom)
    yield _whole(view)
    left, right = _extent(view, 0, view.height)
    for side in (Side.LEFT, Side.RIGHT):
        at_left = stands_left(view, side)
        for name, top, bottom in _ARMS:
            wide = middle - _HIPS_HALF - left if name in STANDING_FREE else _ARM_WIDTH
            start = left if at_left else right - wide
            yield Window(name, start, top, start + wide, bottom, side)
        for name, top, bottom in _LEGS:
            start = middle - _TRUNK_HALF if at_left else middle - _LEG_MARGIN
            yield Window(name, start, top, start + _TRUNK_HALF + _LEG_MARGIN, bottom, side)


def _profile(view: FigureView) -> Iterator[Window]:
    """Give the windows of a side; the arm reaches forwards, and the trunk is as deep as the head."""
    left, right = _extent(view, 0, _HEAD_ENDS)
    for name, top, bottom in _BODY:
        yield Window(name, left, top, right, bottom)
    faces_right = left < view.width // 3
    outer_left, outer_right = _extent(view, 0, view.height)
    for name, top, bottom, near, far in _ARMS_SIDE:
        start, end = (outer_left + near, outer_left + far) if faces_right else (outer_right - far, outer_right - near)
        yield Window(name, start, top, end, bottom)
    for name, top, bottom in _HALVES:
        start, end = _extent(view, top, bottom)
        yield Window(name, start, top, end, bottom)
    yield _whole(view)


@functools.lru_cache(maxsize=256)
def _extent(view: FigureView, top: int, bottom: int) -> tuple[int, int]:
    """Measure how wide the figure is between two heights, with a margin."""
    xs = [x for curve in view.silhouette for x, y in curve.flattened(10) if top <= y <= bottom]
    return int(min(xs)) - _SIDE_MARGIN, int(max(xs)) + _SIDE_MARGIN
