"""The SOAP note for a payer: everything a reviewer checks, in the order of the checklist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.goal import Goal, Progress, progress
from therapist_desk.domain.note import Origin, Paragraph
from therapist_desk.domain.note import Section as NoteSection
from therapist_desk.domain.record import Addendum, Seal, VisitRecord
from therapist_desk.reports import soap_words as say
from therapist_desk.reports.blocks import Columns
from therapist_desk.reports.bodymap import MapStrip
from therapist_desk.reports.course_table import written as written_value
from therapist_desk.reports.flow import Block, Gap, Keep, Stack, Text, WithTail
from therapist_desk.reports.formats import day, short_day
from therapist_desk.reports.heads import RAIL, Section
from therapist_desk.reports.ink import GUTTER, LIVE_WIDTH, MM
from therapist_desk.reports.insurer_opening import opening
from therapist_desk.reports.mapkey import KindSample, RingNumber
from therapist_desk.reports.measures import measure_blocks, motion_blocks
from therapist_desk.reports.page import FileWords, Frame, Paper, render
from therapist_desk.reports.panel import as_drawn, numbered
from therapist_desk.reports.panel_choice import panels
from therapist_desk.reports.plan_words import home_items, plan_terms
from therapist_desk.reports.reported import reported_table
from therapist_desk.reports.rich import BODY, NOTE, Rich, bold, joined, phrase, value
from therapist_desk.reports.screening import health_words
from therapist_desk.reports.soap_parts import (
    Sealed,
    Signature,
    addendum_blocks,
    grade,
    mark_place,
    mark_referral,
    mark_side,
    mark_words,
    page_words,
    paragraphs,
    set_paragraphs,
    written,
)
from therapist_desk.reports.table import Column, Row, Table
from therapist_desk.reports.treatment import treatment_blocks
from therapist_desk.reports.words import CONTINUED, NO_FINDINGS, PRODUCT

_CONTENT: Final = LIVE_WIDTH - RAIL
_MEASURES: Final = 70 * MM
_LONG_STORY: Final = 200.0
"""Text taller than so many points takes the full width, after the table instead of beside it."""
_BELOW: Final = 4.0
_NOW: Final = 3
"""The column of a goal that is empty where nothing was measured at this visit."""
_TABLED: Final = frozenset({"outcome", "changes"})
"""Sentences of the assessment that sum up the grades of marks and the degrees of motions."""


def insurer_note(
    record: VisitRecord,
    seal: Seal | None,
    addenda: Sequence[Addendum],
    paper: Paper,
    atlas: Atlas,
    *,
    for_fax: bool = False,
) -> bytes:
    """Set the SOAP note of a visit for its payer as a PDF; without a seal it is marked as a draft.

    `for_fax` leaves the tones of the figure out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    sealed = Sealed(record=record, seal=seal, addenda=tuple(addenda))
    coverage = record.case.coverage
    claim = say.CLAIM.format(number=coverage.claim_number) if coverage and coverage.claim_number else ""
    frame = Frame(page_words(sealed, (claim,), say.INSURER_FOOT), paper)
    subject = say.INSURER_SUBJECT.format(number=record.visit.number, day=day(record.visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=say.INSURER_TITLE)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        return [
            *opening(sealed, pages),
            _subjective(record),
            *_objective(record, atlas, shaded=not for_fax),
            _assessment(record),
            _plan(sealed),
            *addendum_blocks(addenda),
            Text(_abbreviations(record), NOTE, above=5),
        ]

    return render(compose, frame, words, RAIL)


def _subjective(record: VisitRecord) -> Section:
    case, note = record.case, record.visit.note
    texts: list[Block] = paragraphs(record, NoteSection.SUBJECTIVE)
    if case.complaint.strip():
        texts.append(Text(phrase(say.COMPLAINT, text=case.complaint.strip()), BODY, above=3))
    limits: list[Rich] = []
    if note.limitation.strip():
        limits.append(phrase(say.LIMITS, text=_sentence(note.limitation)))
    for template, text in ((say.WORSE, case.aggravating), (say.EASES, case.easing)):
        if text.strip():
            limits.append(phrase(template, text=text.strip().rstrip(".")))
    if limits:
        texts.append(Text(joined(limits, " "), BODY, above=3))
    if not texts:
        texts.append(Text(say.NOTHING_REPORTED, BODY))
    texts.append(Text(_cautions(record), BODY, above=3))
    texts += [Text(words, BODY, above=3) for words in health_words(record)]
    body = _beside(texts, reported_table(record))
    return Section(say.SUBJECTIVE, body, letter="S", aside=say.SUBJECTIVE_ASIDE, carried=CONTINUED)


def _beside(texts: Sequence[Block], table: Block) -> list[Block]:
    """Set as many texts beside the table as take the least height; the others go on below it over the full width."""
    left = _CONTENT - _MEASURES - GUTTER

    def laid(count: int) -> list[Block]:
        shown = Columns([(Stack(texts[:count]), left), (table, _MEASURES)])
        return [shown, *([Gap(_BELOW)] if texts[count:] else []), *texts[count:]]

    fit = [count for count in range(1, len(texts) + 1) if Stack(texts[:count]).height(left) <= _LONG_STORY]
    if not fit:
        return [Columns([(table, _MEASURES)]), Gap(_BELOW), *texts]
    return min((laid(count) for count in reversed(fit)), key=lambda blocks: Stack(blocks).height(_CONTENT))


def _sentence(text: str) -> str:
    return f"{text.strip().rstrip('.')}."


def _cautions(record: VisitRecord) -> Rich:
    cautions = record.client.details.cautions
    if not cautions:
        return phrase(say.NO_CAUTIONS)
    named = [say.CAUTION_WORDS.format(text=c.text, level=say.CAUTION_LEVELS[c.level]) for c in cautions]
    return phrase(say.CAUTIONS, text="; ".join(named))


def _objective(record: VisitRecord, atlas: Atlas, *, shaded: bool) -> list[Block]:
    out: list[Block] = [_findings(record, atlas, shaded=shaded)]
    measured = record.visit.measurements
    for title, blocks in (
        (say.TESTS, paragraphs(record, NoteSection.OBJECTIVE)),
        (say.MOTION, motion_blocks(measured)),
        (say.MEASURES, measure_blocks(measured)),
    ):
        if blocks:
            out.append(Section(title, (Keep(blocks),), letter="O", carried=CONTINUED))
    out.append(
        Section(
            say.TREATMENT,
            treatment_blocks(record.segments),
            letter="O",
            aside=say.TREATMENT_ASIDE,
            carried=CONTINUED,
        )
    )
    return out


def _findings(record: VisitRecord, atlas: Atlas, *, shaded: bool) -> Section:
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
    return Section(say.FINDINGS, blocks, letter="O", aside=say.FINDINGS_ASIDE if marks else "", carried=CONTINUED)


def _assessment(record: VisitRecord) -> Section:
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
        blocks += [Gap(3), _goals(record)]
    if not blocks:
        blocks.append(Text(say.NO_ASSESSMENT, BODY))
    return Section(say.ASSESSMENT, blocks, letter="A", carried=CONTINUED)


def _stands_in_tables(text: Paragraph) -> bool:
    """Tell whether a sentence only repeats what stands before and after in the tables of findings and motion."""
    return text.origin is Origin.GENERATED and text.source in _TABLED


def _goals(record: VisitRecord) -> Table:
    """Set the goals; what a goal's measure was at this visit stands between its first value and its target."""
    visit = record.visit
    states = [progress(goal, (visit,), visit.service_date) for goal in record.case.goals]
    measured = any(state.latest is not None for state in states)
    dated = any(goal.due and goal.due.year != visit.service_date.year for goal in record.case.goals)
    widths = [7 * MM, 0.0, 15 * MM, 13 * MM, 20 * MM, (22 if dated else 15) * MM, 12 * MM]
    shape = [Column(head, width) for head, width in zip(say.GOAL_HEADS, widths, strict=True)]
    rows: list[list[Rich | Block]] = []
    for number, (goal, state) in enumerate(zip(record.case.goals, states, strict=True), 1):
        named = (
            phrase(say.GOAL_MEASURE, text=goal.text, measure=goal.measure)
            if goal.measure
            else phrase(say.GOAL_WORDS, text=goal.text)
        )
        due = "" if goal.due is None else day(goal.due) if dated else short_day(goal.due)
        told = say.GOAL_STATES[goal.status]
        rows.append(
            [bold(f"G{number}"), named, value(goal.baseline), _now(goal, state), value(goal.target), due, told]
        )
    if not measured:
        shape.pop(_NOW)
        for cells in rows:
            cells.pop(_NOW)
    return Table(shape, [Row(tuple(cells)) for cells in rows], pad=2.2)


def _now(goal: Goal, state: Progress) -> Rich:
    if goal.aim is None or state.latest is None:
        return ""
    return bold(written_value(state.latest.value, goal.aim.unit))


def _plan(sealed: Sealed) -> Section:
    """Set the plan; the signature never stands apart from its last words."""
    record = sealed.record
    blocks = paragraphs(record, NoteSection.PLAN)
    for template, text in (
        (say.COURSE, record.case.plan),
        (say.PLANNED, plan_terms(record.case)),
        (say.HOME, "; ".join(home_items(record.case))),
    ):
        if text.strip():
            blocks.append(Text(phrase(template, text=text.strip()), BODY, above=3))
    if not blocks:
        blocks.append(Text(say.NO_PLAN, BODY))
    return Section(say.PLAN, (WithTail((*blocks, Signature(sealed))),), letter="P", carried=CONTINUED)


def _abbreviations(record: VisitRecord) -> str:
    middle = any(mark_side(mark) == "mid" for mark in record.visit.marks)
    return say.ABBREVIATIONS + (say.ABBREVIATION_MID if middle else "")
