"""The scores of a case over its visits, as a packet carries them: measures, goals, minutes and units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.course.goals import goals_section
from therapist_desk.reports.course.opening import course_page_words, course_title
from therapist_desk.reports.course.table import course_lines, course_section
from therapist_desk.reports.course.visits import visits_section
from therapist_desk.reports.layout.flow import Block, Gap, Text
from therapist_desk.reports.layout.page import FileWords, Frame, LaidOut, Paper, lay_out
from therapist_desk.reports.typography.rich import BODY
from therapist_desk.reports.wording import course as course_words
from therapist_desk.reports.wording.common import PRODUCT
from therapist_desk.reports.wording.formats import day

TITLE: Final = "Scores, goals and visits"
_ALL: Final = 10_000


def score_pages(course: CaseCourse, paper: Paper) -> LaidOut:
    """Set every measure, goal and visit of a case, none left out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    sealed = Sealed(record=course.last, seal=course.seal)  # the notes before it carry their addenda
    right = course_words.REPORT_OF.format(day=day(course.last.visit.service_date))
    lines = course_lines(course)

    def compose(pages: Mapping[str, int]) -> list[Block]:
        measured: Block = Text(course_words.NO_MEASURES, BODY, above=8)
        return [
            course_title(TITLE, sealed, course, pages),
            Gap(8),
            course_section(lines, course, _ALL) if lines else measured,
            goals_section(course),
            visits_section(course, _ALL),
        ]

    frame = Frame(course_page_words(sealed, TITLE, right), paper)
    return lay_out(compose, frame, FileWords(title=TITLE, author=PRODUCT, subject=TITLE))
