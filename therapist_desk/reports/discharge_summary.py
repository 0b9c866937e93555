"""The discharge summary: why and when care ended, what it changed, and what the client goes on doing at home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.record import Seal, Sealed
from therapist_desk.reports.course.addenda import course_addenda
from therapist_desk.reports.course.daily import daily_life
from therapist_desk.reports.course.findings import findings_section
from therapist_desk.reports.course.goals import goals_section
from therapist_desk.reports.course.opening import course_page_words, course_title, headline
from therapist_desk.reports.course.plan import home_items
from therapist_desk.reports.course.table import course_lines, course_section
from therapist_desk.reports.course.visits import visits_section
from therapist_desk.reports.layout.blocks import Items
from therapist_desk.reports.layout.flow import Block, Gap, Keep, Text, WithTail
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.parts.soap import Signature
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.rich import BODY, NOTE, OUTCOME, value
from therapist_desk.reports.wording import discharge as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day, plural

_MEASURES: Final = 10
_FINDINGS: Final = 12
_PICTURES: Final = 8
_VISITS: Final = 40


def discharge_summary(
    course: CaseCourse, seal: Seal | None, paper: Paper, atlas: Atlas, *, for_fax: bool = False
) -> bytes:
    """Set the discharge summary of a closed case, over all its visits, as a PDF; without its seal it is a draft.

    `for_fax` leaves the tones of the figure out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
        AtlasDamagedError: the figure's file cannot be used.
    """
    case = course.closed or course.last.case
    ended = day(case.closed_on or course.last.visit.service_date)
    words = FileWords(title=say.SUBJECT.format(day=ended), author=PRODUCT, subject=say.TITLE)
    signer = course.discharged_by or course.last.therapist
    sealed = Sealed(record=replace(course.last, therapist=signer), seal=seal, addenda=course.addenda)
    frame = Frame(course_page_words(sealed, say.TITLE, say.RIGHT.format(day=ended)), paper)
    lines = course_lines(course)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        return [
            course_title(say.TITLE, sealed, course, pages),
            Text(f"{_ended(case, course)} {headline(course, lines)}", OUTCOME, above=8),
            Gap(8),
            *_summary(case),
            *([course_section(lines, course, _MEASURES)] if lines else []),
            findings_section(course, atlas, shaded=not for_fax, most_findings=_FINDINGS, most_pictures=_PICTURES),
            goals_section(course),
            daily_life(course),
            visits_section(course, _VISITS),
            _home(home_items(case) or course.last.visit.note.home_care, _closing(course, sealed)),
            *course_addenda(course),
        ]

    return render(compose, frame, words)


def _ended(case: Case, course: CaseCourse) -> str:
    ended = day(case.closed_on or course.last.visit.service_date)
    reason = case.discharge_reason.strip().rstrip(".")
    if not reason:
        return say.DISCHARGED.format(day=ended)
    return say.DISCHARGED_FOR.format(day=ended, reason=isolate(reason[:1].lower() + reason[1:]))


def _summary(case: Case) -> list[Block]:
    lines = [line for line in case.discharge_summary.splitlines() if line.strip()]
    if not lines:
        return []
    return [Section(say.SUMMARY, [Text(value(line), BODY, above=3) for line in lines], carried=CONTINUED)]


def _home(care: Sequence[str], closing: Block) -> Section:
    """Set the home program; the signature that closes the summary never stands apart from its end."""
    items = [(str(number), value(item)) for number, item in enumerate(care, 1)]
    body: Block = Items(items, 17, BODY) if items else Text(say.NO_HOME, BODY)
    return Section(say.HOME, (WithTail((body, closing)),), carried=CONTINUED)


def _closing(course: CaseCourse, sealed: Sealed) -> Block:
    """Set who signed the end of care, and what it is drawn from."""
    signed = len(course.records) - (course.seal is None)
    template = say.DRAWN_FROM_DRAFT if course.seal is None else say.DRAWN_FROM
    if sealed.seal is not None:
        template = say.DRAWN_FROM_SIGNED
    return Keep(
        (
            Signature(sealed, timed=False),
            Text(template.format(count=plural(signed, "visit", "visits")), NOTE, above=2),
        ),
        above=12,
    )
