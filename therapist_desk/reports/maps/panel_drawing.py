"""Drawing a panel of the body map."""

from __future__ import annotations

import functools
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Region
from therapist_desk.domain.atlas.drawn import covered_by
from therapist_desk.domain.atlas.figure_view import FigureView
from therapist_desk.domain.mark import Area, Mark, WholeRegion
from therapist_desk.reports.layout.ink import HAIRLINE, INK, PAPER
from therapist_desk.reports.maps.callouts import Callout, Spot, place_callouts
from therapist_desk.reports.maps.fades import draw_fades
from therapist_desk.reports.maps.figure import Box, Placement, draw_figure
from therapist_desk.reports.maps.panel import Grades, Panel, is_gone, number_label, region_of
from therapist_desk.reports.maps.referral import draw_referral
from therapist_desk.reports.maps.symbols import RADIUS, draw_resolved, draw_symbol, fill_area, fill_felt
from therapist_desk.reports.maps.windows import STANDING_FREE, stands_left
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import draw_words, one_line
from therapist_desk.reports.typography.rich import CELL, Align, Style
from therapist_desk.reports.wording.common import SIDE_LETTERS

_RING: Final = 5.6
_LEAST_STEP: Final = 11.8
_STEPS: Final = (16.5, 13.0, _LEAST_STEP)
"""Distances between numbers, airy ones first."""
_LEAST_SHRINK: Final = 0.6
_EDGE: Final = 9.5
_ONE_DIGIT: Final = 9
_PROBES: Final = 8
_CACHED_ROWS: Final = 8192
_SIDE_LETTER: Final = Style(12, 12, Face.BOLD)
_NUMBER: Final = Style(8, 8, Face.BOLD)
_DENSE_NUMBER: Final = Style(7, 7, Face.BOLD)


def least_height(panel: Panel) -> float:
    """Give the height in points that the numbers of a panel need in two columns."""
    return 2 * _EDGE + _LEAST_STEP * max(0, math.ceil(panel.targets / 2) - 1)


def column_width(panel: Panel, grades: Grades) -> float:
    """Give the width that numbers and grades take at one side."""
    widest = max((one_line(number_label(m, grades), CELL.bold).width for m in panel.laid_out), default=0.0)
    return widest + 2 * _RING + 13


def draw_panel(canvas: Any, panel: Panel, box: Box, grades: Grades, *, shaded: bool = True) -> None:
    """Draw a panel into (left, bottom, right, top)."""
    drawing = _Drawing(canvas, panel, box, grades)
    drawing.draw(shaded=shaded)


def numbers_fit(panel: Panel, width: float, height: float) -> bool:
    """Tell whether the free space beside the body takes a panel's numbers at this size."""
    return _Drawing(None, panel, (0.0, 0.0, width, height), Grades.CHANGE).inside


def drawn_scale(panel: Panel, width: float, height: float) -> float:
    """Give the scale at which a panel of this size shows the body, in points for each tenth of a unit."""
    return _Drawing(None, panel, (0.0, 0.0, width, height), Grades.CHANGE).scale


class _Drawing:
    """One panel while it is drawn."""

    def __init__(self, canvas: Any, panel: Panel, box: Box, grades: Grades) -> None:
        self._canvas, self._panel, self._box, self._grades = canvas, panel, box, grades
        self._callout_boxes: list[Box] = []
        self.inside = False
        self._placement, self._slots = self._fit()

    @property
    def scale(self) -> float:
        """Points for each tenth of a unit."""
        return self._placement.scale

    def draw(self, *, shaded: bool) -> None:
        """Draw figure, areas, leaders, symbols, numbers, R and L, frame."""
        canvas = self._canvas
        left, bottom, right, top = self._box
        canvas.saveState()
        clip = canvas.beginPath()
        clip.roundRect(left, bottom, right - left, top - bottom, 3)
        canvas.clipPath(clip, stroke=0, fill=0)
        draw_figure(canvas, self._placement, shaded=shaded, weight=1.1)
        self._draw_whole_regions()
        draw_fades(canvas, self._placement)
        self._draw_areas()
        canvas.restoreState()
        targets = self._targets()
        callouts = place_callouts([(n, spot) for n, spot in targets.items()], *self._slots)
        self._draw_referrals(targets)
        for callout in callouts:
            self._draw_leader(callout)
        self._draw_symbols()
        for callout in callouts:
            self._draw_number(callout)
        self._draw_sides()
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        canvas.roundRect(left, bottom, right - left, top - bottom, 3, stroke=1, fill=0)

    def _fit(self) -> tuple[Placement, tuple[list[Spot], list[Spot]]]:
        """Grow the window to the box where its free space takes the numbers; else leave columns for them."""
        filled = self._placed(0.0)
        for step in _STEPS:
            slots = self._free_slots(filled, step, beside_body=True)
            if self._sides_suffice(filled, slots):
                self.inside = True
                return filled, slots
        beside = self._placed(column_width(self._panel, self._grades))
        limb = self._panel.window.side is not None
        small = beside.scale < _LEAST_SHRINK * filled.scale
        if (limb or small) and len(slots[0]) + len(slots[1]) >= self._panel.targets:
            # A leader across the body is better than a body too small to read; beside a limb one side is free.
            self.inside = True
            return filled, slots
        return beside, self._free_slots(beside, _STEPS[1], beside_body=False)

    def _sides_suffice(self, placement: Placement, slots: tuple[list[Spot], list[Spot]]) -> bool:
        middle = (self._box[0] + self._box[2]) / 2
        shown = self._panel.laid_out
        on_left = sum(1 for m in shown if placement.at(m.mark.anchor.x, m.mark.anchor.y)[0] < middle)
        enough = len(slots[0]) + len(slots[1]) >= self._panel.targets
        return enough and len(slots[0]) >= on_left and len(slots[1]) >= len(shown) - on_left

    def _placed(self, column: float) -> Placement:
        window = self._panel.window
        left, bottom, right, top = self._box
        wide, high = right - left - 2 * column, top - bottom
        scale = min(wide / window.width, high / window.height)
        alone = window.side is not None and window.name in STANDING_FREE
        spare_x = 0.0 if column or alone else wide / scale - window.width
        grown = replace(
            window,
            left=round(window.left - spare_x / 2),
            right=round(window.right + spare_x / 2),
            bottom=round(window.top + high / scale),
        )
        x = left + column + (wide - grown.width * scale) / 2
        return Placement(self._panel.view, grown, x, top, scale)

    def _free_slots(self, placement: Placement, wanted: float, *, beside_body: bool) -> tuple[list[Spot], list[Spot]]:
        left, bottom, right, top = self._box
        reach = column_width(self._panel, self._grades) - _RING - 4
        each = math.ceil(self._panel.targets / 2)
        step = min(wanted, max(_LEAST_STEP, (top - bottom - 2 * _EDGE) / max(1, each - 1)))
        count = int((top - bottom - 2 * _EDGE) / step + 1e-6) + 1
        rows = [top - _EDGE - i * step for i in range(count)]
        out: tuple[list[Spot], list[Spot]] = ([], [])
        for slots, ring, far in ((out[0], left + reach, left), (out[1], right - reach, right)):
            # The number's ring and all of the grade beside it, up to the panel's edge.
            inner = ring + (_RING if far < ring else -_RING)
            across = _columns(placement, (far + (inner - far) * i / _PROBES for i in range(_PROBES + 1)))
            for y in rows:
                if not beside_body or not _meets(placement, across, (y - 6, y, y + 6)):
                    slots.append((ring, y))
        return out

    def _targets(self) -> dict[int, Spot]:
        targets = {m.number: self._placement.at(m.mark.anchor.x, m.mark.anchor.y) for m in self._panel.marks}
        for marked, ref in self._panel.referrals:
            if marked.number not in targets:
                own = self._home(marked.mark) or self._panel.view.find(ref.region, ref.side)
                if own is not None:
                    targets[marked.number] = self._placement.at(own.anchor.x, own.anchor.y)
        return targets

    def _home(self, mark: Mark) -> Region | None:
        """Find where a mark of another panel lies, if this one's window shows it."""
        region = region_of(mark, self._panel.view)
        if region is None:
            return None
        x, y = region.anchor.x, region.anchor.y
        return region if self._panel.window.holds((x, y, x, y)) else None

    def _draw_whole_regions(self) -> None:
        """Draw what ends where the figure does, under the veils of a close-up's edges."""
        self._fill(marked.mark for marked in self._panel.marks if isinstance(marked.mark.shape, WholeRegion))
        for _, ref in self._panel.referrals:
            region = self._panel.view.find(ref.region, ref.side)
            if region is not None:
                fill_felt(self._canvas, self._placement.traces(region.rings))

    def _draw_areas(self) -> None:
        self._fill(marked.mark for marked in self._panel.marks if isinstance(marked.mark.shape, Area))

    def _fill(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            if covered := covered_by(mark, self._panel.view):
                fill_area(self._canvas, mark.kind, self._placement.traces(covered))

    def _draw_referrals(self, targets: dict[int, Spot]) -> None:
        drawn = {m.number: m.mark for m in self._panel.marks}
        for marked, ref in self._panel.referrals:
            region = self._panel.view.find(ref.region, ref.side)
            start = targets.get(marked.number)
            if region is None or start is None:
                continue
            end = self._placement.at(region.anchor.x, region.anchor.y)
            if math.dist(start, end) > 2 * RADIUS:
                draw_referral(self._canvas, start, end)
            if marked.number not in drawn and self._home(marked.mark) is not None:
                draw_symbol(self._canvas, marked.mark.kind, *start, direction=marked.mark.direction)

    def _draw_symbols(self) -> None:
        for marked in self._panel.marks:
            mark = marked.mark
            if marked.textured:
                continue
            x, y = self._placement.at(mark.anchor.x, mark.anchor.y)
            if self._grades is Grades.AFTER and is_gone(mark):
                draw_resolved(self._canvas, x, y)
            else:
                draw_symbol(self._canvas, mark.kind, x, y, self._radius(mark), mark.direction)

    def _radius(self, mark: Mark) -> float:
        """Grow with the grade where two maps are compared."""
        if self._grades is Grades.CHANGE or mark.scale is None:
            return RADIUS
        grade = mark.before if self._grades is Grades.BEFORE else mark.after
        return RADIUS if grade is None else 2.7 + 2.8 * grade / mark.scale.top

    def _draw_leader(self, callout: Callout) -> None:
        canvas = self._canvas
        (x0, y0), (x1, y1) = callout.ring, callout.target
        turn = math.atan2(y1 - y0, x1 - x0)
        start = x0 + _RING * math.cos(turn), y0 + _RING * math.sin(turn)
        for colour, weight in ((PAPER, 1.8), (INK, 0.55)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(weight)
            canvas.line(*start, x1 - 2 * math.cos(turn), y1 - 2 * math.sin(turn))

    def _draw_number(self, callout: Callout) -> None:
        canvas, (x, y) = self._canvas, callout.ring
        canvas.setFillColor(PAPER)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.circle(x, y, _RING, stroke=1, fill=1)
        canvas.setFillColor(INK)
        draw_ring_number(canvas, callout.number, x, y)
        marked = next((m for m in self._panel.marks if m.number == callout.number), None)
        label = number_label(marked, self._grades) if marked else ""
        wide = 0.0
        if label:
            align, at = (Align.LEFT, x + 8) if callout.on_right else (Align.RIGHT, x - 8)
            wide = draw_words(canvas, label, CELL.bold, at, y - 3, align) + 8
        left, right = (x - _RING, x + _RING + wide) if callout.on_right else (x - _RING - wide, x + _RING)
        self._callout_boxes.append((left, y - _RING, right, y + _RING))
        self._callout_boxes.append(_segment_box(callout.ring, callout.target))

    def _draw_sides(self) -> None:
        """Print R and L where the data says they are, in free space beside the body."""
        left, _, right, _ = self._box
        for side in (Side.LEFT, Side.RIGHT):
            on_left = stands_left(self._panel.view, side)
            if on_left is None or self._panel.window.side not in (None, side):
                continue
            x = left + 7 if on_left else right - 7 - 9
            y = self._free_height(x)
            if y is not None:
                draw_words(self._canvas, SIDE_LETTERS[side], _SIDE_LETTER, x, y)

    def _free_height(self, x: float) -> float | None:
        _, bottom, _, top = self._box
        start = top - (top - bottom) * 0.66
        steps = int((top - bottom) / 3)
        across = _columns(self._placement, (x - 1, x + 10))
        for offset in sorted(range(-steps, steps), key=abs):
            y = start + offset * 3
            if not bottom + 4 <= y <= top - 13:
                continue
            box = (x - 1, y - 2, x + 10, y + 11)
            heights = (box[1], box[3], (box[1] + box[3]) / 2)
            if not _meets(self._placement, across, heights) and not any(
                _overlap(box, taken) for taken in self._callout_boxes
            ):
                return y
        return None


def _columns(placement: Placement, across: Iterable[float]) -> list[int]:
    """Give the places on the view that lie at these on the page, as far as its window shows them."""
    left, right = placement.x, placement.x + placement.width
    return [placement.column(x) for x in across if left <= x <= right]


def _meets(placement: Placement, columns: Sequence[int], heights: Iterable[float]) -> bool:
    """Tell whether the body lies at one of the columns of the view in these rows of the page."""
    for y in heights:
        edges = _edges(placement.view, placement.row(y))
        if edges and any(bisect_left(edges, x) % 2 for x in columns):
            return True
    return False


@functools.lru_cache(maxsize=_CACHED_ROWS)
def _edges(view: FigureView, y: int) -> tuple[float, ...]:
    """Give the silhouette's edges in a row: the same ones are asked for by every panel of a view and size."""
    return view.edges_at(y)


def draw_ring_number(canvas: Any, number: int, x: float, y: float) -> None:
    """Write a number in the middle of its ring."""
    style = _NUMBER if number <= _ONE_DIGIT else _DENSE_NUMBER
    draw_words(canvas, str(number), style, x, y - style.size * 0.35, Align.CENTRE)


def _segment_box(a: Spot, b: Spot) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
