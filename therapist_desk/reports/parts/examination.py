"""What was found by hand, eye and goniometer: the map with its table, tests, motion and measures."""

from __future__ import annotations

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.note import Section as NoteSection
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.flow import Block, Keep, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.maps.bodymap import MapStrip
from therapist_desk.reports.maps.mapkey import KindSample, RingNumber
from therapist_desk.reports.maps.panel import as_drawn, numbered
from therapist_desk.reports.maps.panel_choice import panels
from therapist_desk.reports.parts.measures import measure_blocks, motion_blocks
from therapist_desk.reports.parts.soap import grade, mark_place, mark_referral, mark_side, mark_words, paragraphs
from therapist_desk.reports.typography.rich import BODY, bold
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED, NO_FINDINGS


def examined(record: VisitRecord, atlas: Atlas, *, shaded: bool, letter: str = "") -> list[Block]:
    """Set findings, tests, motion and measures; `letter` stands in the rail, where there is one."""
    out: list[Block] = [_findings(record, atlas, shaded=shaded, letter=letter)]
    measured = record.visit.measurements
    for title, blocks in (
        (say.TESTS, paragraphs(record, NoteSection.OBJECTIVE)),
        (say.MOTION, motion_blocks(measured)),
        (say.MEASURES, measure_blocks(measured)),
    ):
        if blocks:
            out.append(Section(title, (Keep(blocks),), letter=letter, carried=CONTINUED))
    return out


def _findings(record: VisitRecord, atlas: Atlas, *, shaded: bool, letter: str) -> Section:
    marks = numbered(record.visit.marks)
    blocks: list[Block] = []
    if marks:
        shown = panels(marks, record.visit.figure, atlas)
        marks = as_drawn(marks, shown)
        blocks.append(MapStrip(shown, marks, shaded=shaded))
        widths = (7 * MM, 8 * MM, 0.0, 9 * MM, 38 * MM, 12 * MM, 12 * MM, 24 * MM)
        shape = [Column(head, width) for head, width in zip(say.MARK_HEADS, widths, strict=True)]
        rows = [
            Row(
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
            for marked in marks
        ]
        # The table begins under its map even where it ends on the next page.
        blocks.append(Table(shape, rows, above=3, whole=False))
    else:
        blocks.append(Text(NO_FINDINGS, BODY))
    return Section(say.FINDINGS, blocks, letter=letter, aside=say.FINDINGS_ASIDE if marks else "", carried=CONTINUED)
