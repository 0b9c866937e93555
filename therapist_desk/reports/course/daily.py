"""What daily life shows over a case: limits at the first visit and now, and the client's own activities."""

from __future__ import annotations

from typing import Final

from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.reports.course.abridged import abridged
from therapist_desk.reports.layout.flow import Block, Keep, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.typography.bidi import isolate
from therapist_desk.reports.typography.rich import BODY, Rich, phrase
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording.common import CONTINUED
from therapist_desk.reports.wording.formats import change, day

_ACTIVITIES: Final = "PSFS"


def daily_life(course: CaseCourse, most: int | None = None) -> Section:
    """Set what was limited at the first visit and at the last, `most` characters each, and what the client scored."""
    blocks: list[Block] = []
    records = (course.first, course.last) if len(course.records) > 1 else (course.last,)
    for record in records:
        text = abridged(record.visit.note.limitation.strip(), most) or say.NOT_LIMITED
        told = phrase(say.LIMITED, day=day(record.visit.service_date), text=text)
        blocks.append(Text(told, BODY, above=3))
    if activities := _activities(course):
        blocks.append(Text(activities, BODY, above=3))
    return Section(say.DAILY, (Keep(blocks),), carried=CONTINUED)


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
