"""How the documents of a case open: to whom, from whom, over which visits; and what changed, in two sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.course.table import Line, short_name, written
from therapist_desk.reports.layout.flow import Block, Stack, Text
from therapist_desk.reports.layout.heads import TitleBlock
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import PageWords
from therapist_desk.reports.parts.soap import claim_words, page_words, short_title, signed_state
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.rich import SUBTITLE, Rich, bold, joined, phrase, value
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording.formats import change, day, day_near, days, plural

_SENDER: Final = 68 * MM
_HEADLINE_LINES: Final = 3


def course_page_words(sealed: Sealed, title: str, right: str) -> PageWords:
    """Give what stands on every page of a document of a case."""
    return replace(page_words(sealed, (claim_words(sealed.record),), title), right=right)


def course_title(
    title: str, sealed: Sealed, course: CaseCourse, pages: Mapping[str, int], *, by_code: bool = False
) -> Block:
    """Name the document, to whom and from whom it goes, and what it speaks of; diagnoses `by_code` take less room."""
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
    state = signed_state(sealed, pages) if sealed.seal is None or sealed.addenda else []
    below.append(joined([_span(course), *_order(record)], " · "))
    below += [joined(state, " · ")] if state else []
    head = TitleBlock(title, joined(below, "\n"), sender, _SENDER)
    named = [
        value(item.code if by_code else f"{item.code} {short_title(item.title)}") for item in record.case.diagnoses
    ]
    return Stack((head, Text(joined(named, " · "), SUBTITLE))) if named else head


def _span(course: CaseCourse) -> str:
    first, last = course.first.visit, course.last.visit
    if first.id == last.id:
        return say.ONE_VISIT.format(number=last.number, day=day(last.service_date))
    covered = days(first.service_date, last.service_date)
    lowest, highest = course.numbers
    return say.VISITS.format(first=lowest, last=highest, days=covered)


def _order(record: VisitRecord) -> list[Rich]:
    referral = record.referral
    if referral is None:
        return []
    allowed, seen = referral.visits_allowed, record.visit.service_date
    ordered = day_near(referral.ordered_on, seen)
    if allowed is None:
        words = say.ORDER_OF.format(day=ordered)
    else:
        words = say.ORDER_OF_VISITS.format(day=ordered, visits=plural(allowed, "visit", "visits"))
    end = referral.expires_on
    return [words, *([say.ORDER_ENDS.format(day=day_near(end, seen))] if end else [])]


def headline(course: CaseCourse, lines: Sequence[Line]) -> str:
    """Say in one or two sentences what changed and how much of it matters."""
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
    parts.append(_judged(shown, say.NONE_AT_TARGET if course.closed is None else say.NONE_AT_TARGET_AT_END))
    return " ".join(part for part in parts if part)


def _told_first(lines: Sequence[Line]) -> list[Line]:
    """Choose pain, then what a goal aims at, then whatever else went first."""
    pain = [line for line in lines if short_name(line.series) == say.PAIN_SHORT]
    others = sorted((line for line in lines if line not in pain), key=lambda line: line.target is None)
    return (pain + others)[:_HEADLINE_LINES]


def _judged(lines: Sequence[Line], none_at_target: str) -> str:
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
    return words + (say.SOME_AT_TARGET.format(reached=reached, aimed=len(aimed)) if reached else none_at_target)
