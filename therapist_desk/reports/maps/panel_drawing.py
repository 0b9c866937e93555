"""Drawing a panel of the body map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Region
from therapist_desk.domain.atlas.drawn import covered_by
from therapist_desk.domain.findings.mark import Area, Mark, WholeRegion
from therapist_desk.reports.layout.canvas import rounded
from therapist_desk.reports.layout.ink import HAIRLINE, INK, PAPER
from therapist_desk.reports.maps.callouts import Callout, Spot, place_callouts
from therapist_desk.reports.maps.fades import draw_fades
from therapist_desk.reports.maps.figure import Box, draw_figure
from therapist_desk.reports.maps.panel import Grades, Panel, is_gone, number_label, region_of
from therapist_desk.reports.maps.panel_fit import RING, columns_at, fit, meets
from therapist_desk.reports.maps.referral import draw_referral
from therapist_desk.reports.maps.symbols import RADIUS, draw_resolved, draw_symbol, fill_area, fill_felt
from therapist_desk.reports.maps.windows import stands_left
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import CELL, Align, Style
from therapist_desk.reports.wording.common import SIDE_LETTERS

_ONE_DIGIT: Final = 9
_CORNER: Final = 3
_SIDE_LETTER: Final = Style(12, 12, Face.BOLD)
_NUMBER: Final = Style(8, 8, Face.BOLD)
_DENSE_NUMBER: Final = Style(7, 7, Face.BOLD)


def draw_panel(canvas: Any, panel: Panel, box: Box, grades: Grades, *, shaded: bool = True) -> None:
    """Draw a panel into (left, bottom, right, top)."""
    drawing = _Drawing(canvas, panel, box, grades)
    drawing.draw(shaded=shaded)


class _Drawing:
    """One panel while it is drawn."""

    def __init__(self, canvas: Any, panel: Panel, box: Box, grades: Grades) -> None:
        self._canvas, self._panel, self._box, self._grades = canvas, panel, box, grades
        self._callout_boxes: list[Box] = []
        left, bottom, right, top = box
        fitted = fit(panel, grades, right - left, top - bottom)
        self._placement = fitted.placement.moved(left, bottom)
        self._slots = [[(x + left, y + bottom) for x, y in slots] for slots in (fitted.left, fitted.right)]

    def draw(self, *, shaded: bool) -> None:
        """Draw figure, areas, leaders, symbols, numbers, R and L, frame."""
        canvas = self._canvas
        frame = rounded(*self._box, _CORNER)
        canvas.saveState()
        canvas.addLiteral(f"{frame} W n")
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
        canvas.addLiteral(f"{frame} S")

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
        start = x0 + RING * math.cos(turn), y0 + RING * math.sin(turn)
        for colour, weight in ((PAPER, 1.8), (INK, 0.55)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(weight)
            canvas.line(*start, x1 - 2 * math.cos(turn), y1 - 2 * math.sin(turn))

    def _draw_number(self, callout: Callout) -> None:
        canvas, (x, y) = self._canvas, callout.ring
        canvas.setFillColor(PAPER)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.circle(x, y, RING, stroke=1, fill=1)
        canvas.setFillColor(INK)
        draw_ring_number(canvas, callout.number, x, y)
        marked = next((m for m in self._panel.marks if m.number == callout.number), None)
        label = number_label(marked, self._grades) if marked else ""
        wide = 0.0
        if label:
            align, at = (Align.LEFT, x + 8) if callout.on_right else (Align.RIGHT, x - 8)
            wide = draw_words(canvas, label, CELL.bold, at, y - 3, align) + 8
        left, right = (x - RING, x + RING + wide) if callout.on_right else (x - RING - wide, x + RING)
        self._callout_boxes.append((left, y - RING, right, y + RING))
        self._callout_boxes.append(_segment_box(callout.ring, callout.target))

    def _draw_sides(self) -> None:
        """Print R and L where the data says they are, in free space beside the body, level where they can be."""
        left, _, right, _ = self._box
        places: dict[Side, float] = {}
        for side in (Side.LEFT, Side.RIGHT):
            on_left = stands_left(self._panel.view, side)
            if on_left is not None and self._panel.window.side in (None, side):
                places[side] = left + 7 if on_left else right - 7 - 9
        level = self._free_height(*places.values())
        for side, x in places.items():
            y = self._free_height(x) if level is None else level
            if y is not None:
                draw_words(self._canvas, SIDE_LETTERS[side], _SIDE_LETTER, x, y)

    def _free_height(self, *places: float) -> float | None:
        """Find the height at which a letter stands free at each of the places."""
        _, bottom, _, top = self._box
        start = top - (top - bottom) * 0.66
        steps = int((top - bottom) / 3)
        across = [(x, columns_at(self._placement, (x - 1, x + 10))) for x in places]
        for y in (start + way * step * 3 for step in range(steps) for way in (-1, 1)):
            if bottom + 4 <= y <= top - 13 and all(self._is_free(x, y, columns) for x, columns in across):
                return y
        return None

    def _is_free(self, x: float, y: float, columns: Sequence[int]) -> bool:
        """Tell whether neither the body nor a number lies behind a letter at (x, y)."""
        box = (x - 1, y - 2, x + 10, y + 11)
        heights = (box[1], box[3], (box[1] + box[3]) / 2)
        return not any(_overlap(box, taken) for taken in self._callout_boxes) and not meets(
            self._placement, columns, heights
        )


def draw_ring_number(canvas: Any, number: int, x: float, y: float) -> None:
    """Write a number in the middle of its ring."""
    style = _NUMBER if number <= _ONE_DIGIT else _DENSE_NUMBER
    draw_words(canvas, str(number), style, x, y - style.size * 0.35, Align.CENTRE)


def _segment_box(a: Spot, b: Spot) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
