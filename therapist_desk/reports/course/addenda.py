"""The addenda to the notes that a document of a case is drawn from."""

from __future__ import annotations

from collections.abc import Sequence

from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.record import Addendum
from therapist_desk.reports.layout.blocks import Framed
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.parts.soap import ADDENDA_KEY, addendum_blocks
from therapist_desk.reports.typography.rich import CELL, Rich, phrase
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording.formats import day, plural


def course_addenda(course: CaseCourse) -> list[Block]:
    """Set each addendum to a note of the course, with the visit that it belongs to."""
    return addendum_blocks(course.addenda, [_head(at, each, course) for at, each in enumerate(course.addenda, 1)])


def addenda_elsewhere(course: CaseCourse) -> list[Block]:
    """Say in one frame which notes have addenda, where there is no room for their words."""
    if not course.addenda:
        return []
    amended = {each.content.visit_id for each in course.addenda}
    days = [day(visit.service_date) for visit in course.visits if visit.id in amended]
    told = phrase(say.ADDENDA_ELSEWHERE, count=_counted(course.addenda), days="; ".join(days))
    return [Framed((Text(told, CELL),), above=7, key=ADDENDA_KEY, pad=5)]


def _head(at: int, addendum: Addendum, course: CaseCourse) -> Rich:
    visit = next(visit for visit in course.visits if visit.id == addendum.content.visit_id)
    return phrase(
        say.ADDENDUM_OF_VISIT,
        at=at,
        number=addendum.content.number,
        visit=visit.number,
        day=day(visit.service_date),
    )


def _counted(addenda: Sequence[Addendum]) -> str:
    return plural(len(addenda), "addendum", "addenda")
