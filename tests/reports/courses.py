"""Cases over several visits, for the documents that speak of them: fictional."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from reports import samples
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.ids import SegmentId, VisitId
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.record import VisitRecord
from therapist_desk.services.clinical.assessments import load_assessments

PAIN = (7, 6, 6, 5, 4, 3)
ROTATION = (38, 41, 44, 46, 48, 50)
AFTER_A_WEEK = timedelta(days=7)


@cache
def measures() -> dict[str, Measure]:
    return dict(load_assessments(resources_dir()).measures)


def goals(record: VisitRecord) -> tuple[Goal, ...]:
    due = record.visit.service_date + timedelta(days=200)
    rotation = Aim(
        kind=AimKind.MOTION,
        name="cervical rotation",
        side=Side.RIGHT,
        unit="°",
        direction=Direction.AT_LEAST,
        first=Decimal(38),
        wanted=Decimal(65),
    )
    pain = Aim(kind=AimKind.PAIN, direction=Direction.AT_MOST, first=Decimal(7), wanted=Decimal(2))
    return (
        Goal(text="Check the blind spot", measure="Cervical rotation R", target="65°", due=due, aim=rotation),
        Goal(text="Sleep through the night", measure="Pain, NPRS", target="2 or less", due=due, aim=pain),
    )


def record_of(number: int, marks: tuple[Mark, ...] = samples.MARKS, **details: Any) -> VisitRecord:
    """The record of visit `number`, counted from 1, a week after the one before."""
    base = samples.record(marks=marks, **details)
    later = AFTER_A_WEEK * (number - 1)
    own = tuple(
        replace(mark, before=max(0, mark.before - number + 1) if mark.before is not None else None, after=None)
        for mark in marks
    )
    motion = samples.measurement("cervical rotation", ROTATION[number - 1], ROTATION[number - 1] + 8, 80, Side.RIGHT)
    visit = replace(
        base.visit,
        id=VisitId(f"visit-{number}"),
        number=number,
        service_date=base.visit.service_date + later,
        marks=own,
        measurements=(motion,),
        note=replace(base.visit.note, pain_before=PAIN[number - 1], pain_after=PAIN[number - 1] - 2),
    )
    segments = tuple(
        replace(
            segment,
            id=SegmentId(f"{segment.id}-{number}"),
            start=replace(segment.start, utc=segment.start.utc + later),
            stop=replace(segment.stop, utc=segment.stop.utc + later) if segment.stop else None,
        )
        for segment in base.segments
    )
    return replace(base, visit=visit, segments=segments, case=replace(base.case, goals=goals(base)))


def course(count: int = 6, *, signed: bool = True, **details: Any) -> CaseCourse:
    """A case of `count` visits, all signed but perhaps the last."""
    return CaseCourse(
        records=tuple(record_of(number, **details) for number in range(1, count + 1)),
        seal=samples.seal() if signed else None,
        rule=UnitRule.CMS_EIGHT_MINUTE,
        measures=measures(),
    )
