"""The SOAP note for a payer: everything a reviewer checks, in the order of the checklist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.note_units import DayUnits, UnitBasis, note_units, units_by_code
from therapist_desk.domain.notes.note import Origin, Paragraph
from therapist_desk.domain.notes.note import Section as NoteSection
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.course.goal_table import goal_table
from therapist_desk.reports.course.plan import home_items, plan_terms
from therapist_desk.reports.layout.flow import Block, Gap, Keep, Text, WithTail
from therapist_desk.reports.layout.heads import RAIL, Section
from therapist_desk.reports.layout.ink import LIVE_WIDTH
from therapist_desk.reports.layout.page import FileWords, Frame, LaidOut, Paper, lay_out
from therapist_desk.reports.parts.examination import examined
from therapist_desk.reports.parts.insurer_opening import opening
from therapist_desk.reports.parts.pointers import see
from therapist_desk.reports.parts.soap import (
    Signature,
    addendum_blocks,
    claim_words,
    mark_side,
    page_words,
    paragraphs,
    set_paragraphs,
    written,
)
from therapist_desk.reports.parts.story import reported_section
from therapist_desk.reports.parts.treatment import treatment_blocks
from therapist_desk.reports.parts.units import unit_words
from therapist_desk.reports.typography.rich import BODY, NOTE, phrase
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day

_CONTENT: Final = LIVE_WIDTH - RAIL
_TABLED: Final = frozenset({"outcome", "changes"})
"""Sentences of the assessment that sum up the grades of marks and the degrees of motions."""


def insurer_note(
    sealed: Sealed,
    paper: Paper,
    atlas: Atlas,
    *,
    basis: UnitBasis | None = None,
    for_fax: bool = False,
) -> bytes:
    """Set the SOAP note of a visit for its payer as a PDF; without a seal it is marked as a draft.

    `basis` says by which rule units are counted; without one, minutes stand alone. `for_fax` leaves the tones of the
    figure out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    return insurer_pages(sealed, paper, atlas, basis=basis, for_fax=for_fax).as_pdf()


def insurer_pages(
    sealed: Sealed,
    paper: Paper,
    atlas: Atlas,
    *,
    basis: UnitBasis | None = None,
    for_fax: bool = False,
) -> LaidOut:
    """Lay the same note out for a file that holds others too.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    record = sealed.record
    frame = Frame(page_words(sealed, (claim_words(record),), say.INSURER_FOOT), paper)
    subject = say.INSURER_SUBJECT.format(number=record.visit.number, day=day(record.visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=say.INSURER_TITLE)
    days = () if basis is None else note_units(record, basis)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        return [
            *opening(sealed, pages, days),
            reported_section(record, _CONTENT, sealed.addenda, letter="S"),
            *examined(record, atlas, sealed.addenda, shaded=not for_fax, letter="O"),
            _treatment(sealed, days, basis),
            _assessment(sealed),
            *_end(sealed),
        ]

    return lay_out(compose, frame, words, RAIL)


def _treatment(sealed: Sealed, days: Sequence[DayUnits], basis: UnitBasis | None) -> Section:
    units = units_by_code(days) if days else None
    blocks = treatment_blocks(sealed.record.segments, units, unit_words(days, basis or UnitBasis()))
    pointer = see(sealed.addenda, NotePart.TREATMENT)
    return Section(say.TREATMENT, blocks, letter="O", aside=say.TREATMENT_ASIDE, carried=CONTINUED, see=pointer)


def _assessment(sealed: Sealed) -> Section:
    record = sealed.record
    blocks: list[Block] = []
    response = record.visit.note.response
    texts = written(record, NoteSection.ASSESSMENT)
    told = [text for text in texts if not _stands_in_tables(text)]
    if not told and response is None:
        told = list(texts)
    if response is not None:
        blocks.append(Text(phrase(say.RESPONSE, text=say.RESPONSES[response]), BODY))
    if lines := set_paragraphs(told):
        # Short lines on their own would part from what they sum up.
        blocks = [Keep((*blocks, lines[0])) if len(blocks) == 1 else lines[0], *lines[1:]]
    if record.case.goals:
        blocks += [Gap(3), goal_table(record)]
    if not blocks:
        blocks.append(Text(say.NO_ASSESSMENT, BODY))
    pointer = see(sealed.addenda, NotePart.RESPONSE, NotePart.GOALS)
    return Section(say.ASSESSMENT, blocks, letter="A", carried=CONTINUED, see=pointer)


def _stands_in_tables(text: Paragraph) -> bool:
    """Tell whether a sentence only repeats what stands before and after in the tables of findings and motion."""
    return text.origin is Origin.GENERATED and text.source in _TABLED


def _end(sealed: Sealed) -> list[Block]:
    """Set plan, signature and addenda; the line of abbreviations is never alone on a page."""
    abbreviations = Text(_abbreviations(sealed.record), NOTE, above=5)
    addenda = addendum_blocks(sealed.addenda)
    if not addenda:
        return [_plan(sealed, Keep((Signature(sealed), abbreviations), above=Signature(sealed).above))]
    *others, last = addenda
    return [_plan(sealed, Signature(sealed)), *others, Keep((last, abbreviations), above=last.above)]


def _plan(sealed: Sealed, signature: Block) -> Section:
    """Set the plan; the signature never stands apart from its last words."""
    record = sealed.record
    blocks = paragraphs(record, NoteSection.PLAN)
    for template, text in (
        (say.COURSE, record.case.plan),
        (say.PLANNED, plan_terms(record.case)),
        (say.HOME, "" if record.visit.note.home_care else "; ".join(home_items(record.case))),
    ):
        if text.strip():
            blocks.append(Text(phrase(template, text=text.strip()), BODY, above=3))
    if not blocks:
        blocks.append(Text(say.NO_PLAN, BODY))
    pointer = see(sealed.addenda, NotePart.PLAN)
    return Section(say.PLAN, (WithTail((*blocks, signature)),), letter="P", carried=CONTINUED, see=pointer)


def _abbreviations(record: VisitRecord) -> str:
    said = [*say.ABBREVIATIONS]
    if any(mark_side(mark) == "mid" for mark in record.visit.marks):
        said.append(say.ABBREVIATION_MID)
    for item in record.visit.measurements:
        if item.measure and item.measure != item.name:
            better = item.judged_by.partition(";")[0]
            said.append(", ".join(filter(None, (f"{item.measure} {item.name}", better))))
    return " · ".join(dict.fromkeys(said))
