"""The initial evaluation: what brought the client, what was found, the goals and the plan, from the first visit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.notes.note import Origin, Paragraph
from therapist_desk.domain.notes.note import Section as NoteSection
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import Sealed
from therapist_desk.domain.sentences.narrative import HOME_CARE
from therapist_desk.reports.course.goal_table import goal_table
from therapist_desk.reports.course.plan import agreed, plan_table, plan_terms
from therapist_desk.reports.layout.blocks import Items
from therapist_desk.reports.layout.flow import Block, Gap, Text, WithTail
from therapist_desk.reports.layout.heads import Mini, Section, TitleBlock
from therapist_desk.reports.layout.ink import LIVE_WIDTH, MM
from therapist_desk.reports.layout.page import FileWords, Frame, LaidOut, Paper, lay_out
from therapist_desk.reports.parts.examination import examined
from therapist_desk.reports.parts.insurer_opening import who_and_what
from therapist_desk.reports.parts.pointers import see
from therapist_desk.reports.parts.soap import (
    Signature,
    addendum_blocks,
    claim_words,
    page_words,
    set_paragraphs,
    signed_state,
    written,
)
from therapist_desk.reports.parts.story import reported_section
from therapist_desk.reports.typography.rich import BODY, Rich, bold, joined, phrase, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day

TITLE: Final = "Initial evaluation"
_SUBJECT: Final = "Initial evaluation, {day}"
_VISIT: Final = "Visit {number}, {day}"
_GOALS: Final = "Goals"
_NO_GOALS: Final = "No goal was set at this visit."
_PLAN: Final = "Plan of care"
_HOME: Final = "Home program"
_SENDER: Final = 62 * MM


def initial_evaluation(
    sealed: Sealed,
    paper: Paper,
    atlas: Atlas,
    *,
    for_fax: bool = False,
) -> bytes:
    """Set the first visit of a case for physician and payer as a PDF; without a seal it is marked as a draft.

    `for_fax` leaves the tones of the figure out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
        AtlasDamagedError: the figure's file cannot be used.
    """
    return evaluation_pages(sealed, paper, atlas, for_fax=for_fax).as_pdf()


def evaluation_pages(
    sealed: Sealed,
    paper: Paper,
    atlas: Atlas,
    *,
    for_fax: bool = False,
) -> LaidOut:
    """Lay the same evaluation out for a file that holds others too.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
        AtlasDamagedError: the figure's file cannot be used.
    """
    record = sealed.record
    frame = Frame(page_words(sealed, (claim_words(record),), TITLE), paper)
    subject = _SUBJECT.format(day=day(record.visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=TITLE)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        people, cover = who_and_what(record, sealed.addenda)
        people.above = 6
        return [
            _title(sealed, pages),
            people,
            cover,
            reported_section(record, LIVE_WIDTH, sealed.addenda, history=True),
            *examined(record, atlas, sealed.addenda, shaded=not for_fax),
            _goals(sealed),
            _plan(sealed),
            *addendum_blocks(sealed.addenda),
        ]

    return lay_out(compose, frame, words)


def _title(sealed: Sealed, pages: Mapping[str, int]) -> TitleBlock:
    record = sealed.record
    visit = _VISIT.format(number=record.visit.number, day=day(record.visit.service_date))
    practice = record.practice
    sender: list[Rich] = [bold(practice.name), *(value(line) for line in practice.address.lines)]
    return TitleBlock(TITLE, joined([visit, *signed_state(sealed, pages)], " · "), sender, _SENDER)


def _goals(sealed: Sealed) -> Section:
    record = sealed.record
    told = goal_table(record, today=False) if record.case.goals else Text(_NO_GOALS, BODY)
    return Section(_GOALS, (told,), carried=CONTINUED, see=see(sealed.addenda, NotePart.GOALS))


def _plan(sealed: Sealed) -> Section:
    """Set what is planned; the signature never stands apart from its last words."""
    record = sealed.record
    case = record.case
    own = [text for text in written(record, NoteSection.ASSESSMENT) if text.origin is not Origin.GENERATED]
    planned = [text for text in written(record, NoteSection.PLAN) if not _stands_below(text)]
    blocks: list[Block] = set_paragraphs((*own, *planned))
    for template, text in ((say.COURSE, case.plan.strip()), (say.PLANNED, plan_terms(case))):
        if text:
            blocks.append(Text(phrase(template, text=text), BODY, above=3))
    if case.plan_lines:
        blocks += [Gap(4), plan_table(case.plan_lines)]
    if items := agreed(record):
        blocks += [
            Mini(_HOME),
            Items([(str(number), value(item)) for number, item in enumerate(items, 1)], 17, BODY),
        ]
    if not blocks:
        blocks.append(Text(say.NO_PLAN, BODY))
    pointer = see(sealed.addenda, NotePart.RESPONSE, NotePart.PLAN)
    return Section(_PLAN, (WithTail((*blocks, Signature(sealed))),), carried=CONTINUED, see=pointer)


def _stands_below(text: Paragraph) -> bool:
    """Tell whether the list of the home program says it already."""
    return text.origin is Origin.GENERATED and text.source == HOME_CARE
