"""What was found, for the physician: maps beside a list, the same finding on both sides told once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.blocks import Columns, Items, as_plain
from therapist_desk.reports.layout.flow import Block, Gap, Stack, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import LIVE_WIDTH, MM, columns
from therapist_desk.reports.maps.bodymap import MapGrid
from therapist_desk.reports.maps.panel import Grades, NumberedMark, Panel, as_drawn, is_gone, kinds_used, numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.parts.soap import mark_place, mark_referral, mark_side, mark_where, mark_words
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import one_line
from therapist_desk.reports.typography.rich import BODY, CELL, HEAD, NOTE, Rich, Span, bold, phrase, spans
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED, NO_FINDINGS

_MAP: Final = 53 * MM
_BESIDE: Final = 9
"""So many findings stand beside the maps; more stand below them."""
_ACROSS: Final = 3
_MUCH_LARGER: Final = 1.6
"""Maps that the full width would show so much larger take it."""


def findings(record: VisitRecord, atlas: Atlas, *, shaded: bool, pointer: str = "") -> Block:
    """Set the maps before and after treatment beside what was found; `pointer` names what corrects it."""
    marks = numbered(record.visit.marks)
    aside = (Span(f"  {pointer}", Face.REGULAR),) if pointer else ()
    if not marks:
        return Text((Span(NO_FINDINGS), *aside), BODY, above=8)
    shown = [panel for panel in panels(marks, record.visit.figure, atlas) if panel.marks]
    marks = as_drawn(marks, shown)
    signs = " ".join(say.KIND_SIGN[kind.value] for kind in kinds_used(marks))
    if any(marked.approximate for marked in marks):
        signs = f"{signs} {say.APPROXIMATE_SIGN}"
    if len(shown) == 1 and any(is_gone(mark.mark) for mark in marks):
        signs = f"{signs} {say.GONE}"
    legend = f"{say.SYMBOLS_GROW if len(shown) == 1 else say.GRADES_CHANGE} {signs}"
    grid, note = MapGrid(_maps(shown), _MAP, shaded=shaded), Text(legend, NOTE, above=3)
    items = [(_numbers(group), _found(group)) for group in _alike(marks)]
    numbers = max(7 * MM, *(one_line(label, CELL.bold).width + 5 for label, _ in items))
    half = (len(items) + 1) // 2
    lists = Columns([(Items(part, numbers), columns(6)) for part in (items[:half], items[half:])])

    def above_list(maps: MapGrid) -> Stack:
        return Stack(
            (maps, note, Section(say.WHAT_I_FOUND, (lists,), carried=CONTINUED, see=pointer, above=6)), above=8
        )

    cramped = grid.least_scale(LIVE_WIDTH) > _MUCH_LARGER * grid.least_scale(columns(8))
    if len(items) > _BESIDE or cramped:
        return above_list(grid)
    found = Stack((Text((Span(say.WHAT_I_FOUND), *aside), HEAD), Gap(2), Items(items, numbers)))
    beside = Stack((Columns([(grid, columns(8)), (found, columns(4))]), note), above=8)
    # Three maps are as large in one row above the list as in two beside it, and the page stays one.
    in_a_row = above_list(MapGrid(_maps(shown), _MAP, across=_ACROSS, shaded=shaded))
    lower = len(shown) == _ACROSS and in_a_row.height(LIVE_WIDTH) < beside.height(LIVE_WIDTH)
    return in_a_row if lower else beside


def _maps(shown: Sequence[Panel]) -> list[tuple[Panel, Grades, str, str]]:
    """Choose the maps: before and after of a single view, or every view with the change."""
    if len(shown) > 1:
        return [(panel, Grades.CHANGE, panel.title, "") for panel in shown]
    return [
        (shown[0], Grades.BEFORE, say.BEFORE_MAP, say.MAP_ASIDE),
        (shown[0], Grades.AFTER, say.AFTER_MAP, say.MAP_ASIDE),
    ]


def _alike(marks: Sequence[NumberedMark]) -> list[list[NumberedMark]]:
    """Bring the same finding of the same place on either side together."""
    groups: list[list[NumberedMark]] = []
    alone: dict[tuple[str, str], list[NumberedMark]] = {}
    for marked in marks:
        mark = marked.mark
        key = as_plain(mark_words(mark)), mark_place(mark)
        other = alone.get(key)
        if other is not None and {mark.side, other[0].mark.side} == {Side.LEFT, Side.RIGHT}:
            alone.pop(key).append(marked)
            continue
        groups.append([marked])
        if mark.side is not None and not mark.refers_to:
            alone[key] = groups[-1]
    return groups


def _numbers(group: Sequence[NumberedMark]) -> str:
    return ", ".join(str(marked.number) for marked in group)


def _found(group: Sequence[NumberedMark]) -> Rich:
    mark = group[0].mark
    sides = [mark_side(marked.mark) for marked in group]
    place = mark_place(mark, capital=False)
    where = mark_where(mark) if len(sides) == 1 else say.ON_SIDES.format(sides=say.AND.join(sides), place=place)
    parts: list[Span] = [*spans(mark_words(mark)), Span(", "), *bold(where)]
    if mark.refers_to:
        parts += phrase(say.REFERS, place=mark_referral(mark))
    return (*parts, Span("."))
