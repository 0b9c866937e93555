"""The progress report: a page that stands alone with outcome, course, maps and goals, then request and reply form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.care.goal import Standing
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.notes.note import Origin
from therapist_desk.domain.notes.note import Section as NoteSection
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.course.abridged import first_lines
from therapist_desk.reports.course.addenda import addenda_elsewhere, course_addenda
from therapist_desk.reports.course.daily import daily_life
from therapist_desk.reports.course.findings import findings_section
from therapist_desk.reports.course.goals import goals_section, standings, state_words
from therapist_desk.reports.course.opening import course_page_words, course_title, headline
from therapist_desk.reports.course.plan import plan_terms
from therapist_desk.reports.course.table import Line, course_lines, course_section
from therapist_desk.reports.course.visits import visits_section
from therapist_desk.reports.layout.flow import Block, Gap, Keep, Text, WithTail, settle
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import LIVE_WIDTH
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.parts.outcome import request
from therapist_desk.reports.parts.reply_form import reply_form
from therapist_desk.reports.parts.soap import Signature
from therapist_desk.reports.parts.soap import written as written_text
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.rich import BODY, NOTE, OUTCOME, Style, phrase, value
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day, plural

_MOST_PAGES: Final = 2
_REQUEST: Final = Style(10.5, 13.5)


@dataclass(frozen=True, slots=True)
class _Limits:
    """How much of each table is set; what is left out is counted in its place.

    `text` is how many characters are told of what the therapist wrote, None for all. Where it is cut short, addenda
    are named only, diagnoses stand by their codes, and maps are small.
    """

    measures: int
    findings: int
    pictures: int
    visits: int
    text: int | None = None
    goals: int | None = None

    @property
    def short(self) -> bool:
        """Whether texts are cut short."""
        return self.text is not None


_LIMITS: Final = (
    _Limits(8, 10, 4, 16),
    _Limits(7, 8, 4, 12),
    _Limits(7, 8, 2, 12),
    _Limits(6, 7, 1, 8),
    _Limits(5, 5, 1, 4),
    _Limits(5, 5, 1, 4, 900),
    _Limits(5, 5, 1, 4, 400),
    _Limits(4, 3, 1, 2, 400, 4),
    _Limits(4, 3, 1, 2, 200, 4),
    _Limits(3, 3, 1, 1, 120, 3),
)
"""The fullest that keeps a report on two pages is taken. Text is cut short last, and then says where it goes on."""


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
            course_title(say.TITLE, sealed, course, pages, by_code=limits.short),
            Text(_outcome(course, lines), OUTCOME, above=8),
            Gap(8),
            *([course_section(lines, course, limits.measures)] if lines else []),
            findings_section(
                course,
                atlas,
                shaded=not for_fax,
                most_findings=limits.findings,
                most_pictures=limits.pictures,
                small=limits.short,
            ),
            goals_section(course, limits.goals),
            # The page that the physician signs and faxes back.
            Keep(
                (
                    daily_life(course, limits.text),
                    visits_section(course, limits.visits),
                    _why(sealed, course, limits.text),
                    *(addenda_elsewhere(course) if limits.short else course_addenda(course)),
                    reply_form(course.last),
                )
            ),
        ]

    right = say.REPORT_OF.format(day=day(course.last.visit.service_date))
    frame = Frame(course_page_words(sealed, say.TITLE, right), paper)
    fitting = (
        limits for limits in _LIMITS if len(settle(partial(compose, limits), LIVE_WIDTH, frame.room)) <= _MOST_PAGES
    )
    return render(partial(compose, next(fitting, _LIMITS[-1])), frame, words)


def _outcome(course: CaseCourse, lines: Sequence[Line]) -> str:
    """Say what changed, how much of it matters, and what is asked; nothing is judged."""
    wanted = request(course.last.referral, course.referral_use)
    return f"{headline(course, lines)} {wanted.spoken}" if wanted is not None else headline(course, lines)


def _why(sealed: Sealed, course: CaseCourse, most: int | None) -> Section:
    """Set what the therapist wrote of this visit's assessment and plan, and which goals are still ahead.

    `most` is how many characters of it are told, None for all.

    The request and the signature never stand apart from its last lines.
    """
    record = course.last
    texts = [
        paragraph.text
        for section in (NoteSection.ASSESSMENT, NoteSection.PLAN)
        for paragraph in written_text(record, section)
        if paragraph.origin is not Origin.GENERATED
    ]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    blocks: list[Block] = [Text(value(line), BODY, above=3) for line in first_lines(lines, most)]
    if most is None and (goals := _goals_ahead(course)):  # their table says it too
        blocks.append(Text(goals, BODY, above=3))
    if terms := plan_terms(record.case):
        blocks.append(Text(phrase(say.TERMS, terms=terms), BODY, above=3))
    told = blocks or [Text(soap_words.NO_PLAN, BODY)]
    closing = _request(sealed, course, cut=most is not None)
    return Section(say.WHY, (WithTail((*told, closing)),), carried=CONTINUED)


def _goals_ahead(course: CaseCourse) -> str:
    """Name the goals that are not at their target, in the words of their table."""
    judged, told = standings(course), state_words(course)
    ahead = [
        say.NOT_YET_GOAL.format(text=isolate(goal.text), state=told[state.standing])
        for goal, state in judged
        if state.standing not in (Standing.MET, Standing.DROPPED)
    ]
    if ahead:
        template = say.NOT_YET if course.closed is None else say.NOT_YET_AT_END
        return template.format(goals="; ".join(ahead))
    template = say.ALL_MET_OR_DROPPED if any(s.standing is Standing.DROPPED for _, s in judged) else say.ALL_MET
    return template.format(met=told[Standing.MET], dropped=told[Standing.DROPPED]) if judged else ""


def _request(sealed: Sealed, course: CaseCourse, *, cut: bool) -> Block:
    """Set the request and the signature, never apart; below them what this is drawn from, and that texts are cut."""
    wanted = request(course.last.referral, course.referral_use)
    signed = len(course.records) - (course.seal is None)
    drawn = (say.DRAWN_FROM_DRAFT if course.seal is None else say.DRAWN_FROM).format(
        count=plural(signed, "visit", "visits")
    )
    if cut:
        drawn = f"{drawn} {say.GOES_ON_DRAFT if course.seal is None else say.GOES_ON}"
    blocks: list[Block] = []
    if wanted is not None:
        blocks.append(Text(phrase(say.REQUEST, text=wanted.numbered.replace("**", "")), _REQUEST))
    blocks += [Signature(sealed, digest=False, above=7), Text(drawn, NOTE, above=2)]
    return Keep(blocks, above=10)
