"""What was found by hand, eye and goniometer: the map with its table, tests, motion and measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.notes.note import Section as NoteSection
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Addendum, VisitRecord
from therapist_desk.reports.layout.flow import Block, Closing, Keep, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.maps.bodymap import MapStrip
from therapist_desk.reports.maps.mapkey import KindSample, RingNumber
from therapist_desk.reports.maps.panel import NumberedMark, as_drawn, numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.parts.measures import measure_blocks, motion_blocks
from therapist_desk.reports.parts.pointers import see
from therapist_desk.reports.parts.soap import grade, mark_place, mark_referral, mark_side, mark_words, paragraphs
from therapist_desk.reports.typography.rich import BODY, bold
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED, NO_FINDINGS

_WIDTHS: Final = (38 * MM, 24 * MM)
"""Of the columns that name the place, and what it refers to."""
_OTHER_WIDTHS: Final = ((34 * MM, 20 * MM), (46 * MM, 20 * MM))
"""Widths in which a table may have fewer lines: more for findings, more for places."""


def examined(
    record: VisitRecord, atlas: Atlas, addenda: Sequence[Addendum], *, shaded: bool, letter: str = ""
) -> list[Block]:
    """Set findings, tests, motion and measures, each pointing to the `addenda` that correct it.

    `letter` stands in the rail, where there is one. What was not written has no head of its own: the findings point
    to what adds it.
    """
    measured = record.visit.measurements
    set_parts = [
        (part, title, blocks)
        for part, title, blocks in (
            (NotePart.TESTS, say.TESTS, paragraphs(record, NoteSection.OBJECTIVE)),
            (NotePart.MOTION, say.MOTION, motion_blocks(measured)),
            (NotePart.MOTION, say.MEASURES, measure_blocks(measured)),
        )
        if blocks
    ]
    without_head = {NotePart.TESTS, NotePart.MOTION} - {part for part, _title, _blocks in set_parts}
    pointer = see(addenda, NotePart.FINDINGS, *without_head)
    return [
        _findings(record, atlas, shaded=shaded, letter=letter, pointer=pointer),
        *(
            Section(title, (Keep(blocks),), letter=letter, carried=CONTINUED, see=see(addenda, part))
            for part, title, blocks in set_parts
        ),
    ]


def _findings(record: VisitRecord, atlas: Atlas, *, shaded: bool, letter: str, pointer: str) -> Section:
    marks = numbered(record.visit.marks)
    if not marks:
        return Section(say.FINDINGS, (Text(NO_FINDINGS, BODY),), letter=letter, carried=CONTINUED, see=pointer)
    shown = panels(marks, record.visit.figure, atlas)
    marks = as_drawn(marks, shown)
    rows = [_row(marked) for marked in marks]
    strip = MapStrip(shown, marks, shaded=shaded)

    def closer() -> list[tuple[Block, Block]]:
        tables = [_table(rows, *widths) for widths in _OTHER_WIDTHS]
        return [(closest, table) for closest in (strip, strip.low()) for table in tables]

    found = Closing((strip, _table(rows, *_WIDTHS)), closer)
    return Section(say.FINDINGS, (found,), letter=letter, aside=say.FINDINGS_ASIDE, carried=CONTINUED, see=pointer)


def _row(marked: NumberedMark) -> Row:
    return Row(
        (
            RingNumber(marked.number),
            KindSample(marked),
            mark_words(marked.mark),
            mark_side(marked.mark),
            mark_place(marked.mark),
            grade(marked.mark, marked.mark.before),
            bold(grade(marked.mark, marked.mark.after)),
            mark_referral(marked.mark),
        )
    )


def _table(rows: Sequence[Row], place: float, referral: float) -> Table:
    widths = (7 * MM, 8 * MM, 0.0, 9 * MM, place, 12 * MM, 12 * MM, referral)
    shape = [Column(head, width) for head, width in zip(say.MARK_HEADS, widths, strict=True)]
    return Table(shape, rows, above=3)
