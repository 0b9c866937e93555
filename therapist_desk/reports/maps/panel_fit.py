"""Fitting a panel of the body map into a box: how large the body stands in it, and where its numbers find room."""

from __future__ import annotations

import functools
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.reports.maps.callouts import Spot, place_callouts
from therapist_desk.reports.maps.figure import Placement
from therapist_desk.reports.maps.panel import Grades, Panel, number_label
from therapist_desk.reports.maps.windows import STANDING_FREE
from therapist_desk.reports.typography.lines import one_line
from therapist_desk.reports.typography.rich import CELL

RING: Final = 5.6
"""The radius of a number's ring in points."""
_LEAST_STEP: Final = 11.8
_STEPS: Final = (16.5, 13.0, _LEAST_STEP)
"""Distances between numbers, airy ones first."""
_LEAST_SHRINK: Final = 0.6
_AS_LARGE: Final = 0.8
_MUCH_SHORTER: Final = 1.5
_EDGE: Final = 9.5
_SIDE_LETTER: Final = 18.0
"""The width that R or L takes at a side without numbers."""
_PROBES: Final = 8
_CACHED_ROWS: Final = 8192
_CACHED_FITS: Final = 64
_DIGITS: Final = 3
"""Digits of points in which sizes of boxes are told apart."""

_Slots: TypeAlias = tuple[tuple[Spot, ...], tuple[Spot, ...]]
"""Places of numbers at the left and at the right of a panel."""


class Fitted(NamedTuple):
    """A panel in a box whose lower left corner is the origin, and the places of numbers at either side.

    `inside` tells that the free space beside the body takes them.
    """

    placement: Placement
    left: tuple[Spot, ...]
    right: tuple[Spot, ...]
    inside: bool


def least_height(panel: Panel) -> float:
    """Give the height in points that the numbers of a panel need in two columns."""
    return 2 * _EDGE + _LEAST_STEP * max(0, math.ceil(panel.targets / 2) - 1)


def column_width(panel: Panel, grades: Grades) -> float:
    """Give the width that numbers and grades take at one side."""
    beside = (
        (grades,) if grades is Grades.CHANGE else (Grades.BEFORE, Grades.AFTER)
    )  # both of a pair are laid out alike
    labels = (number_label(marked, each) for marked in panel.laid_out for each in beside)
    widest = max((one_line(label, CELL.bold).width for label in labels), default=0.0)
    return widest + 2 * RING + 13


def fit(panel: Panel, grades: Grades, width: float, height: float) -> Fitted:
    """Fit a panel into a box of this size."""
    return _fit(panel, grades, round(width, _DIGITS), round(height, _DIGITS))


def numbers_fit(panel: Panel, width: float, height: float) -> bool:
    """Tell whether the free space beside the body takes a panel's numbers at this size."""
    return fit(panel, Grades.CHANGE, width, height).inside


def drawn_scale(panel: Panel, width: float, height: float) -> float:
    """Give the scale at which a panel of this size shows the body, in points for each tenth of a unit."""
    return fit(panel, Grades.CHANGE, width, height).placement.scale


@functools.lru_cache(maxsize=_CACHED_FITS)
def _fit(panel: Panel, grades: Grades, width: float, height: float) -> Fitted:
    """Fit it once: a panel is asked whether its numbers find room before it is drawn."""
    return _Fitting(panel, grades, width, height).fitted()


class _Fitting:
    """One panel while it is fitted into a box."""

    def __init__(self, panel: Panel, grades: Grades, width: float, height: float) -> None:
        self._panel, self._width, self._height = panel, width, height
        self._column = column_width(panel, grades)

    def fitted(self) -> Fitted:
        """Grow the window to the box where its free space takes the numbers; else leave columns for them."""
        filled, beside = self._placed(0.0, 0.0), self._placed(self._column, self._column)
        for step in _STEPS:
            slots = self._free_slots(filled, step, beside_body=True)
            if self._sides_suffice(filled, slots):
                return self._nearer(Fitted(filled, *slots, inside=True), beside)
        limb = self._panel.window.side is not None
        small = beside.scale < _LEAST_SHRINK * filled.scale
        if (limb or small) and len(slots[0]) + len(slots[1]) >= self._panel.targets:
            # A leader across the body is better than a body too small to read; beside a limb one side is free.
            return Fitted(filled, *slots, inside=True)
        if small and (alone := self._on_one_side(filled)) is not None:
            return alone
        return Fitted(beside, *self._free_slots(beside, _STEPS[1], beside_body=False), inside=False)

    def _nearer(self, filled: Fitted, beside: Placement) -> Fitted:
        """Take columns beside the body where that shows it about as large and makes leaders much shorter."""
        if beside.scale < _AS_LARGE * filled.placement.scale or not self._panel.marks:
            return filled
        left, right = self._free_slots(beside, _STEPS[1], beside_body=False)
        columns = Fitted(beside, left, right, inside=True)
        return columns if self._leaders(columns) * _MUCH_SHORTER < self._leaders(filled) else filled

    def _leaders(self, fitted: Fitted) -> float:
        """Measure the leaders of a layout, all together."""
        anchors = {marked.number: marked.mark.anchor for marked in self._panel.laid_out}
        targets = [(number, fitted.placement.at(place.x, place.y)) for number, place in anchors.items()]
        callouts = place_callouts(targets, fitted.left, fitted.right)
        return sum(math.dist(callout.ring, callout.target) for callout in callouts)

    def _on_one_side(self, filled: Placement) -> Fitted | None:
        """Leave a column for all numbers at the side where most marks lie; None where it does not take them."""
        at_left = 2 * self._on_left(filled) >= len(self._panel.laid_out)
        columns = (self._column, _SIDE_LETTER)
        placement = self._placed(*columns) if at_left else self._placed(*reversed(columns))
        left, right = self._free_slots(placement, _STEPS[1], beside_body=False)
        if len(left) < self._panel.targets:
            return None
        return Fitted(placement, left, (), inside=False) if at_left else Fitted(placement, (), right, inside=False)

    def _on_left(self, placement: Placement) -> int:
        middle = self._width / 2
        return sum(1 for m in self._panel.laid_out if placement.at(m.mark.anchor.x, m.mark.anchor.y)[0] < middle)

    def _sides_suffice(self, placement: Placement, slots: _Slots) -> bool:
        on_left = self._on_left(placement)
        enough = len(slots[0]) + len(slots[1]) >= self._panel.targets
        return enough and len(slots[0]) >= on_left and len(slots[1]) >= len(self._panel.laid_out) - on_left

    def _placed(self, left: float, right: float) -> Placement:
        """Grow the window to the box less a column at either side, upwards too: no mark lies at the panel's edge."""
        window = self._panel.window
        wide, high = self._width - left - right, self._height
        scale = min(wide / window.width, high / window.height)
        alone = window.side is not None and window.name in STANDING_FREE
        spare_x = 0.0 if left or right or alone else wide / scale - window.width
        above = min(window.top, (high / scale - window.height) / 2)
        grown = replace(
            window,
            left=round(window.left - spare_x / 2),
            right=round(window.right + spare_x / 2),
            top=round(window.top - above),
            bottom=round(window.top - above + high / scale),
        )
        return Placement(self._panel.view, grown, left + (wide - grown.width * scale) / 2, high, scale)

    def _free_slots(self, placement: Placement, wanted: float, *, beside_body: bool) -> _Slots:
        """Give the places at either side, from the top, that are `wanted` apart, or less where they need be."""
        reach, high = self._column - RING - 4, self._height - 2 * _EDGE
        each = math.ceil(self._panel.targets / 2)
        step = min(wanted, max(_LEAST_STEP, high / max(1, each - 1)))
        rows = [self._height - _EDGE - i * step for i in range(int(high / step + 1e-6) + 1)]

        def free(ring: float, far: float) -> tuple[Spot, ...]:
            # The number's ring and all of the grade beside it, up to the panel's edge.
            inner = ring + (RING if far < ring else -RING)
            across = columns_at(placement, (far + (inner - far) * i / _PROBES for i in range(_PROBES + 1)))
            return tuple(
                (ring, y) for y in rows if not beside_body or not meets(placement, across, (y - 6, y, y + 6))
            )

        return free(reach, 0.0), free(self._width - reach, self._width)


def columns_at(placement: Placement, across: Iterable[float]) -> list[int]:
    """Give the places on the view that lie at these on the page, as far as its window shows them."""
    left, right = placement.x, placement.x + placement.width
    return [placement.column(x) for x in across if left <= x <= right]


def meets(placement: Placement, columns: Sequence[int], heights: Iterable[float]) -> bool:
    """Tell whether the body lies at one of the columns of the view in these rows of the page."""
    if not columns:
        return False
    for y in heights:
        edges = _edges(placement.view, placement.row(y))
        first, last = bisect_left(edges, columns[0]), bisect_left(edges, columns[-1])
        # They come in their order: where no edge lies between the outer ones, none lies between any.
        if first % 2 or last % 2 or (first != last and any(bisect_left(edges, x) % 2 for x in columns)):
            return True
    return False


@functools.lru_cache(maxsize=_CACHED_ROWS)
def _edges(view: FigureView, y: int) -> tuple[float, ...]:
    """Give the silhouette's edges in a row: the same ones are asked for by every panel of a view and size."""
    return view.edges_at(y)
