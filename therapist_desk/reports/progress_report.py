"""The progress report: a page that stands alone with outcome, course, maps and goals, then request and reply form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.goal import GoalStatus, Standing
from therapist_desk.domain.measurement import Measurement
from therapist_desk.domain.note import Origin
from therapist_desk.domain.note import Section as NoteSection
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports import course_words as say
from therapist_desk.reports import soap_words
from therapist_desk.reports.bidi import isolate
from therapist_desk.reports.course_findings import findings_section
from therapist_desk.reports.course_goals import goals_section, standings
from therapist_desk.reports.course_table import Line, course_lines, course_section, short_name, written
from therapist_desk.reports.course_visits import visits_section
from therapist_desk.reports.flow import Block, Gap, Keep, Text, settle
from therapist_desk.reports.formats import change, day, days, plural, short_day
from therapist_desk.reports.heads import Section, TitleBlock
from therapist_desk.reports.ink import LIVE_WIDTH, MM
from therapist_desk.reports.outcome import request
from therapist_desk.reports.page import FileWords, Frame, PageWords, Paper, render
from therapist_desk.reports.reply_form import reply_form
from therapist_desk.reports.rich import BODY, NOTE, OUTCOME, Rich, Style, bold, joined, phrase, value
from therapist_desk.reports.soap_parts import Sealed, Signature, page_words
from therapist_desk.reports.soap_parts import written as written_text
from therapist_desk.reports.soap_physician import short_title
from therapist_desk.reports.words import CONTINUED, PRODUCT

_SENDER: Final = 68 * MM
_MOST_PAGES: Final = 2
_REQUEST: Final = Style(10.5, 13.5)
_HEADLINE_LINES: Final = 3
_ACTIVITIES: Final = "PSFS"


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much of each table is set; what is left out is counted in its place."""

    measures: int
    findings: int
    pictures: int
    visits: int


_LIMITS: Final = (_Limits(8, 10, 2, 16), _Limits(7, 8, 2, 12), _Limits(6, 7, 1, 8), _Limits(5, 5, 1, 4))
"""The fullest that keeps a report on two pages is taken; text is never left out for it."""


def progress_report(course: CaseCourse, paper: Paper, atlas: Atlas, *, for_fax: bool = False) -> bytes:
    """Set the progress report of a case up to its last record as a PDF; without a seal it is marked as a draft.

    `for_fax` leaves the tones of the figure out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
        AtlasDamagedError: the figure's file cannot be used.
    """
    sealed = Sealed(record=course.last, seal=course.seal, addenda=course.addenda)
    subject = say.SUBJECT.format(number=course.last.visit.number, day=day(course.last.visit.service_date))
    words = FileWords(title=subject, author=PRODUCT, subject=say.TITLE)
    lines = course_lines(course)

    def compose(limits: _Limits, pages: Mapping[str, int]) -> list[Block]:
        return [
            _title(sealed, course, pages),
            Text(headline(course, lines), OUTCOME, above=8),
            Gap(8),
            *([course_section(lines, course, limits.measures)] if lines else []),
            findings_section(
                course,
                atlas,
                shaded=not for_fax,
                most_findings=limits.findings,
                most_pictures=limits.pictures,
            ),
            goals_section(course),
            _daily_life(course),
            visits_section(course, limits.visits),
            _why(course),
            _request(sealed, course),
            reply_form(course.last),
        ]

    frame = Frame(_page_words(sealed), paper)
    fitting = (
        limits for limits in _LIMITS if len(settle(partial(compose, limits), LIVE_WIDTH, frame.room)) <= _MOST_PAGES
    )
    return render(partial(compose, next(fitting, _LIMITS[-1])), frame, words)


def _page_words(sealed: Sealed) -> PageWords:
    coverage = sealed.record.case.coverage
    claim = soap_words.CLAIM.format(number=coverage.claim_number) if coverage and coverage.claim_number else ""
    words = page_words(sealed, (claim,), say.TITLE)
    return replace(words, right=say.REPORT_OF.format(day=day(sealed.record.visit.service_date)))


def _title(sealed: Sealed, course: CaseCourse, pages: Mapping[str, int]) -> TitleBlock:
    record = course.last
    therapist, referral = record.therapist, record.referral
    licence = (
        say.LICENCE_NPI.format(licence=therapist.licence, npi=therapist.npi) if therapist.npi else therapist.licence
    )
    sender: list[Rich] = [bold(therapist.signature_name), value(licence)]
    receivers = []
    if referral is not None:
        physician = referral.physician
        template = say.REFERRED_BY_NPI if physician.npi else say.REFERRED_BY
        sender.append(phrase(template, name=physician.signature_name, npi=physician.npi))
        fax = f", {soap_words.FAX.format(number=physician.fax).lower()}" if physician.fax else ""
        receivers.append(f"{isolate(physician.signature_name)}{fax}")
    if record.payer is not None:
        receivers.append(isolate(record.payer.name))
    below: list[Rich] = [say.TO.format(names="; ".join(receivers))] if receivers else []
    # The signature below says that it is signed; a draft says at once what it is.
    state = sealed.state(pages) if sealed.seal is None or sealed.addenda else []
    below.append(joined([_span(course), *_order(record), *state], " · "))
    named = [value(f"{item.code} {short_title(item.title)}") for item in record.case.diagnoses]
    if named:
        below.append(joined(named, " · "))
    return TitleBlock(say.TITLE, joined(below, "\n"), sender, _SENDER)


def _span(course: CaseCourse) -> str:
    first, last = course.first.visit, course.last.visit
    if first.id == last.id:
        return say.ONE_VISIT.format(number=last.number, day=day(last.service_date))
    covered = days(first.service_date, last.service_date)
    return say.VISITS.format(first=first.number, last=last.number, days=covered)


def _order(record: VisitRecord) -> list[Rich]:
    referral = record.referral
    if referral is None:
        return []
    allowed = referral.visits_allowed
    ordered = short_day(referral.ordered_on)
    if allowed is None:
        words = say.ORDER_OF.format(day=ordered)
    else:
        words = say.ORDER_OF_VISITS.format(day=ordered, visits=plural(allowed, "visit", "visits"))
    end = referral.expires_on
    return [words, *([say.ORDER_ENDS.format(day=short_day(end))] if end else [])]


def headline(course: CaseCourse, lines: Sequence[Line]) -> str:
    """Say in two or three sentences what changed, how much of it matters, and what is asked; nothing is judged."""
    told = len(course.records)
    words = say.COUNTS[told] if told < len(say.COUNTS) else str(told)
    count = f"{words} {'visit' if told == 1 else 'visits'}"
    shown = _told_first(lines)
    if shown:
        changes = ", ".join(
            f"{short_name(line.series)} "
            f"{change(written(line.first, line.series.unit), written(line.last, line.series.unit))}"
            for line in shown
        )
        parts = [say.HEADLINE.format(count=count, changes=changes)]
    else:
        parts = [say.NO_CHANGES.format(count=count)]
    parts.append(_judged(shown))
    wanted = request(course.last)
    if wanted is not None:
        parts.append(wanted.spoken)
    return " ".join(part for part in parts if part)


def _told_first(lines: Sequence[Line]) -> list[Line]:
    """Choose pain, then what a goal aims at, then whatever else went first."""
    pain = [line for line in lines if short_name(line.series) == say.PAIN_SHORT]
    others = sorted((line for line in lines if line not in pain), key=lambda line: line.target is None)
    return (pain + others)[:_HEADLINE_LINES]


def _judged(lines: Sequence[Line]) -> str:
    judged = [line for line in lines if line.improved is not None]
    if not judged:
        return ""
    past = sum(1 for line in judged if line.improved)
    if past == len(judged):
        words = say.ALL_PAST if past > 1 else say.PAST
    elif past:
        words = say.SOME_PAST.format(past=past, judged=len(judged))
    else:
        words = say.NONE_PAST
    aimed = [line for line in lines if line.target is not None]
    reached = sum(1 for line in aimed if line.reached)
    if not aimed:
        return words + say.NO_TARGET
    if reached == len(aimed):
        return words + say.ALL_AT_TARGET
    return words + (say.SOME_AT_TARGET.format(reached=reached, aimed=len(aimed)) if reached else say.NONE_AT_TARGET)


def _daily_life(course: CaseCourse) -> Section:
    blocks: list[Block] = []
    records = (course.first, course.last) if len(course.records) > 1 else (course.last,)
    for record in records:
        text = record.visit.note.limitation.strip() or say.NOT_LIMITED
        told = phrase(say.LIMITED, day=day(record.visit.service_date), text=text)
        blocks.append(Text(told, BODY, above=3))
    if activities := _activities(course):
        blocks.append(Text(activities, BODY, above=3))
    return Section(say.DAILY, blocks, carried=CONTINUED)


def _activities(course: CaseCourse) -> Rich:
    """Set the client's own activities with their first and last scores."""
    taken = [item for record in course.records for item in record.visit.measurements if item.measure == _ACTIVITIES]
    if not taken:
        return ""
    first, last = _scores(taken[0]), _scores(taken[-1])
    items = [
        say.ACTIVITY.format(
            name=isolate(name), change=change(first[name], score) if len(taken) > 1 and name in first else score
        )
        for name, score in last.items()
    ]
    return phrase(say.ACTIVITIES, items="; ".join(items)) if items else ""


def _scores(item: Measurement) -> dict[str, int]:
    return {each.asked.strip(): each.given for each in item.answers if each.given is not None and each.asked.strip()}


def _why(course: CaseCourse) -> Section:
    """Set what the therapist wrote of this visit's assessment and plan, and which goals are still ahead."""
    record = course.last
    texts = [
        paragraph.text
        for section in (NoteSection.ASSESSMENT, NoteSection.PLAN)
        for paragraph in written_text(record, section)
        if paragraph.origin is not Origin.GENERATED
    ]
    blocks: list[Block] = [
        Text(value(line), BODY, above=3) for text in texts for line in text.splitlines() if line.strip()
    ]
    ahead = [
        say.NOT_YET_GOAL.format(text=isolate(goal.text), state=say.STANDINGS[state.standing])
        for goal, state in standings(course)
        if goal.status is GoalStatus.OPEN and state.standing is not Standing.MET
    ]
    if ahead:
        blocks.append(Text(say.NOT_YET.format(goals="; ".join(ahead)), BODY, above=3))
    elif record.case.goals:
        blocks.append(Text(say.ALL_REACHED, BODY, above=3))
    if terms := _terms(record):
        blocks.append(Text(phrase(say.TERMS, terms=terms), BODY, above=3))
    return Section(say.WHY, blocks or (Text(soap_words.NO_PLAN, BODY),), carried=CONTINUED)


def _terms(record: VisitRecord) -> str:
    terms = record.case.terms
    parts = [terms.frequency.strip()]
    if terms.visits is not None:
        parts.append(say.TERM_VISITS.format(count=terms.visits))
    if terms.session_minutes is not None:
        parts.append(say.TERM_MINUTES.format(minutes=terms.session_minutes))
    if terms.review_at is not None:
        parts.append(say.TERM_REVIEW.format(number=terms.review_at))
    return ", ".join(part for part in parts if part)


def _request(sealed: Sealed, course: CaseCourse) -> Block:
    """Set the request and the signature, never apart."""
    wanted = request(course.last)
    signed = len(course.records) - (course.seal is None)
    drawn = (say.DRAWN_FROM_DRAFT if course.seal is None else say.DRAWN_FROM).format(
        count=plural(signed, "visit", "visits")
    )
    blocks: list[Block] = []
    if wanted is not None:
        blocks.append(Text(phrase(say.REQUEST, text=wanted.numbered.replace("**", "")), _REQUEST))
    blocks += [Signature(sealed, digest=False, above=7), Text(drawn, NOTE, above=2)]
    return Keep(blocks, above=10)
