"""The SOAP note for a payer: everything a reviewer checks, in the order of the checklist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.client import age_on
from therapist_desk.domain.note import Note
from therapist_desk.domain.note import Section as NoteSection
from therapist_desk.domain.record import Addendum, Seal, VisitRecord
from therapist_desk.domain.timer import SegmentSource, hands_on_seconds
from therapist_desk.reports import soap_words as say
from therapist_desk.reports.blocks import (
    RAIL,
    Columns,
    Facts,
    Mini,
    Outdent,
    Section,
    Strip,
    StripCell,
    TitleBlock,
)
from therapist_desk.reports.bodymap import KindSample, MapStrip, RingNumber, panels
from therapist_desk.reports.flow import Block, Gap, Keep, Stack, Text, WithTail
from therapist_desk.reports.formats import change, day, days, plural, short_day, times
from therapist_desk.reports.ink import GUTTER, LIVE_WIDTH, MM
from therapist_desk.reports.measures import measure_blocks, motion_blocks
from therapist_desk.reports.page import FileWords, Frame, Paper, render
from therapist_desk.reports.panel import numbered
from therapist_desk.reports.rich import BODY, CELL, NOTE, Align, Rich, bold, joined, phrase, value
from therapist_desk.reports.soap_parts import (
    ADDENDA_KEY,
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
    session_end,
)
from therapist_desk.reports.table import Column, Row, Table
from therapist_desk.reports.treatment import clock_minutes, treatment_blocks
from therapist_desk.reports.words import CONTINUED, NO_FINDINGS, PRODUCT

_SENDER: Final = 62 * MM
_CONTENT: Final = LIVE_WIDTH - RAIL
_MEASURES: Final = 70 * MM
_LONG_STORY: Final = 200.0
"""Text taller than so many points takes the full width, after the table instead of beside it."""


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
            *_opening(sealed, pages),
            _subjective(record),
            *_objective(record, atlas, shaded=not for_fax),
            _assessment(record),
            _plan(sealed),
            *addendum_blocks(addenda),
            Text(_abbreviations(record), NOTE, above=5),
        ]

    return render(compose, frame, words, RAIL)


def _opening(sealed: Sealed, pages: Mapping[str, int]) -> list[Block]:
    record = sealed.record
    practice = record.practice
    sender: list[Rich] = [bold(practice.name), *(value(line) for line in practice.address.lines)]
    third = (LIVE_WIDTH - 2 * GUTTER) / 3
    people = Columns([(_client(record), third), (_therapist(record), third), (_physician(record), third)])
    cover = Columns([(_coverage(record), third), (_diagnoses(record), LIVE_WIDTH - third - GUTTER)], above=3)
    return [
        Outdent(TitleBlock(say.INSURER_TITLE, _state(sealed, pages), sender, _SENDER)),
        Outdent(_strip(record), above=6),
        Outdent(people, above=5),
        Outdent(cover),
    ]


def _state(sealed: Sealed, pages: Mapping[str, int]) -> Rich:
    use, number = sealed.record.referral_use, sealed.record.visit.number
    if use is not None and use.allowed is not None:
        visit = say.VISIT_ON_REFERRAL.format(number=use.number, allowed=use.allowed)
    else:
        visit = say.VISIT_OF_CASE.format(number=number)
    parts: list[Rich] = [visit, sealed.state]
    if sealed.addenda:
        count = plural(len(sealed.addenda), "addendum", "addenda")
        parts.append(phrase(say.ADDENDUM_AT, count=count, page=pages.get(ADDENDA_KEY, 1)))
    return joined(parts, " · ")


def _strip(record: VisitRecord) -> Strip:
    note, use = record.visit.note, record.referral_use
    visit = f"{use.number} of {use.allowed}" if use and use.allowed is not None else str(record.visit.number)
    ends = say.NO_ORDER
    if record.referral is not None:
        expiry = record.referral.expires_on
        ends = say.ORDER_ENDS.format(day=day(expiry)) if expiry else say.NO_ORDER_END
    end, clock = session_end(record), clock_minutes(record.segments)
    session = times(record.segments[0].start, end) if end is not None and record.segments else say.NO_TIMES
    minutes = hands_on_seconds(record.segments) // 60
    by_hand = any(segment.source is SegmentSource.BY_HAND for segment in record.segments)
    techniques = {segment.technique.name for segment in record.segments if segment.technique.hands_on}
    cells = [
        StripCell(say.STRIP_VISIT, visit, ends),
        StripCell(
            say.STRIP_SESSION,
            session,
            "" if clock is None else say.ON_THE_CLOCK.format(minutes=plural(clock, "minute", "minutes")),
            1.2,
        ),
        StripCell(
            say.STRIP_HANDS_ON,
            f"{minutes} min",
            say.BY_HAND_TIMES
            if by_hand
            else say.BY_TECHNIQUE.format(count=plural(len(techniques), "technique", "techniques")),
        ),
        StripCell(say.STRIP_PAIN_TODAY, _pair(note.pain_before, note.pain_after), _scored(note)),
    ]
    if record.baseline is not None and record.baseline.pain_before is not None:
        since = say.STRIP_PAIN_SINCE.format(day=short_day(record.baseline.service_date))
        cells.append(StripCell(since, _pair(record.baseline.pain_before, note.pain_before), say.BASELINE_TODAY, 1.2))
    return Strip(cells, size=13, height=40)


def _scored(note: Note) -> str:
    return "" if note.pain_before is None and note.pain_after is None else say.BEFORE_AFTER


def _pair(before: int | None, after: int | None) -> str:
    if before is None and after is None:
        return say.NOT_TAKEN
    return change("–" if before is None else before, "–" if after is None else after)


def _headed(title: str, block: Block) -> Stack:
    return Stack((Mini(title, above=0), block))


def _client(record: VisitRecord) -> Block:
    client, case = record.client.details, record.case
    years = age_on(client.date_of_birth, record.visit.service_date)
    pairs: list[tuple[str, Rich]] = [
        (say.NAME, bold(client.name)),
        (say.DATE_OF_BIRTH, say.AGE.format(day=day(client.date_of_birth), years=years)),
    ]
    if client.phone:
        pairs.append((say.CONTACT, value(client.phone)))
    injured = case.coverage.date_of_injury if case.coverage else None
    since = injured or case.onset
    how = say.MECHANISMS[case.mechanism]
    if since is not None or how:
        words = ", ".join(part for part in (day(since) if since else "", how) if part)
        pairs.append((say.INJURY if injured else say.ONSET, words))
    return _headed(say.CLIENT, Facts(pairs, 20 * MM))


def _therapist(record: VisitRecord) -> Block:
    therapist, consent = record.therapist, record.client.details.consent_on
    pairs: list[tuple[str, Rich]] = [
        (say.NAME, bold(therapist.signature_name)),
        (say.LICENCE, value(therapist.licence)),
    ]
    if therapist.npi:
        pairs.append((say.NPI, therapist.npi))
    pairs.append((say.CONSENT, say.CONSENT_ON.format(day=day(consent)) if consent else say.NOT_ON_FILE))
    return _headed(say.THERAPIST, Facts(pairs, 17 * MM))


def _physician(record: VisitRecord) -> Block:
    if record.referral is None:
        return _headed(say.PHYSICIAN, Text(say.SELF_REFERRED, CELL))
    physician = record.referral.physician
    pairs: list[tuple[str, Rich]] = [(say.NAME, bold(physician.signature_name))]
    found = (
        (say.NPI, physician.npi),
        (say.PRACTICE, physician.practice),
        (say.TEL, physician.phone),
        (say.FAX_LABEL, physician.fax),
    )
    pairs += [(label, value(text)) for label, text in found if text]
    return _headed(say.PHYSICIAN, Facts(pairs, 17 * MM))


def _coverage(record: VisitRecord) -> Block:
    coverage, referral, payer = record.case.coverage, record.referral, record.payer
    pairs: list[tuple[str, Rich]] = []
    if payer is not None:
        pairs.append((say.PAYER_NAME, phrase(say.PAYER_KIND, name=payer.name, kind=payer.kind.value)))
    if coverage is not None:
        pairs.append((say.CLAIM_LABEL, value(coverage.claim_number or say.NOT_ON_FILE)))
        if coverage.insured_id:
            pairs.append((say.INSURED_ID, value(coverage.insured_id)))
    if referral is not None:
        allowed = referral.visits_allowed
        visits = plural(allowed, "visit", "visits") if allowed is not None else day(referral.ordered_on)
        rate = referral.visits_per_week
        pairs.append((say.ORDER, say.ORDER_RATE.format(visits=visits, rate=rate) if rate else visits))
        start, end = referral.starts_on, referral.expires_on
        pairs.append((say.VALID, days(start, end) if end else say.VALID_FROM.format(start=day(start))))
        if referral.authorization:
            pairs.append((say.AUTHORIZATION, value(referral.authorization)))
    body: Block = Facts(pairs, 21 * MM) if pairs else Text(say.NOT_ON_FILE, CELL)
    return _headed(say.PAYER if payer else say.REFERRAL, body)


def _diagnoses(record: VisitRecord) -> Block:
    title = say.DIAGNOSES if record.referral is not None else say.DIAGNOSES_CASE
    found = record.case.diagnoses
    if not found:
        return _headed(title, Text(say.NO_DIAGNOSIS, CELL))
    rows = []
    for item in found:
        named = phrase(say.GIVEN_BY, title=item.title, name=item.given_by) if item.given_by else value(item.title)
        rows.append(Row((bold(item.code), named)))
    return _headed(title, Table((Column("", 19 * MM, gap=3), Column("")), rows, pad=2.0, rule_above=True))


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
    left = _CONTENT - _MEASURES - GUTTER
    measures = (_reported(record), _MEASURES)
    body: list[Block] = [Columns([(Stack(texts), left), measures])]
    if Stack(texts).height(left) > _LONG_STORY:
        body = [Columns([measures]), Gap(4), *texts]
    return Section(say.SUBJECTIVE, body, letter="S", aside=say.SUBJECTIVE_ASIDE, carried=CONTINUED)


def _sentence(text: str) -> str:
    return f"{text.strip().rstrip('.')}."


def _cautions(record: VisitRecord) -> Rich:
    cautions = record.client.details.cautions
    if not cautions:
        return phrase(say.NO_CAUTIONS)
    named = [say.CAUTION_WORDS.format(text=c.text, level=say.CAUTION_LEVELS[c.level]) for c in cautions]
    return phrase(say.CAUTIONS, text="; ".join(named))


def _reported(record: VisitRecord) -> Block:
    note, baseline = record.visit.note, record.baseline
    first = "" if baseline is None or baseline.pain_before is None else str(baseline.pain_before)
    rows = [
        Row((say.PAIN_BEFORE, first, bold(_score(note.pain_before)))),
        Row((say.PAIN_AFTER, "", bold(_score(note.pain_after)))),
    ]
    head = f"{say.BASELINE}\n{short_day(baseline.service_date)}" if baseline else ""
    shape = (
        Column(say.REPORTED, gap=3),
        Column(head, 15 * MM, Align.RIGHT),
        Column(say.TODAY, 14 * MM, Align.RIGHT),
    )
    return Table(shape, rows, pad=2)


def _score(score: int | None) -> str:
    return say.NOT_TAKEN if score is None else str(score)


def _objective(record: VisitRecord, atlas: Atlas, *, shaded: bool) -> list[Block]:
    out: list[Block] = [_findings(record, atlas, shaded=shaded)]
    measured = record.visit.measurements
    for title, blocks in (
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
        blocks.append(MapStrip(shown, marks, shaded=shaded))
        widths = (7 * MM, 8 * MM, 0.0, 9 * MM, 40 * MM, 13 * MM, 12 * MM, 28 * MM)
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
        blocks.append(Table(shape, rows, above=3))
    else:
        blocks.append(Text(NO_FINDINGS, BODY))
    blocks += paragraphs(record, NoteSection.OBJECTIVE)
    return Section(say.FINDINGS, blocks, letter="O", aside=say.FINDINGS_ASIDE if marks else "", carried=CONTINUED)


def _assessment(record: VisitRecord) -> Section:
    blocks: list[Block] = []
    response = record.visit.note.response
    written = paragraphs(record, NoteSection.ASSESSMENT)
    if response is not None:
        blocks.append(Text(phrase(say.RESPONSE, text=say.RESPONSES[response]), BODY))
    if written:
        # Short lines on their own would part from what they sum up.
        blocks = [Keep((*blocks, written[0])) if len(blocks) == 1 else written[0], *written[1:]]
    if record.case.goals:
        blocks += [Gap(3), _goals(record)]
    if not blocks:
        blocks.append(Text(say.NO_ASSESSMENT, BODY))
    return Section(say.ASSESSMENT, blocks, letter="A", carried=CONTINUED)


def _goals(record: VisitRecord) -> Table:
    widths = (7 * MM, 0.0, 20 * MM, 20 * MM, 23 * MM, 14 * MM)
    shape = [Column(head, width) for head, width in zip(say.GOAL_HEADS, widths, strict=True)]
    rows = []
    for number, goal in enumerate(record.case.goals, 1):
        named = (
            phrase(say.GOAL_MEASURE, text=goal.text, measure=goal.measure)
            if goal.measure
            else phrase(say.GOAL_WORDS, text=goal.text)
        )
        due = day(goal.due) if goal.due else ""
        state = say.GOAL_STATES[goal.status]
        rows.append(Row((bold(f"G{number}"), named, value(goal.baseline), value(goal.target), due, state)))
    return Table(shape, rows, pad=2.2)


def _plan(sealed: Sealed) -> Section:
    """Set the plan; the signature never stands apart from its last words."""
    record = sealed.record
    blocks = paragraphs(record, NoteSection.PLAN)
    for template, text in ((say.COURSE, record.case.plan), (say.HOME, record.case.home_care)):
        if text.strip():
            blocks.append(Text(phrase(template, text=text.strip()), BODY, above=3))
    if not blocks:
        blocks.append(Text(say.NO_PLAN, BODY))
    return Section(say.PLAN, (WithTail((*blocks, Signature(sealed))),), letter="P", carried=CONTINUED)


def _abbreviations(record: VisitRecord) -> str:
    middle = any(mark_side(mark) == "mid" for mark in record.visit.marks)
    return say.ABBREVIATIONS + (say.ABBREVIATION_MID if middle else "")
