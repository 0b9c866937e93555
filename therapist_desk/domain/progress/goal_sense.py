"""What the scale of a measure rules out for a goal: values beyond its ends, and the wrong way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Reading, readings
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.outcomes.measure import Better, Measure
from therapist_desk.domain.progress.series import PAIN_SCALE, measure_named
from therapist_desk.domain.visit import Visit


def measure_of(kind: AimKind, name: str, measures: Mapping[str, Measure]) -> Measure | None:
    """Give the published measure that a goal is told by; None for a motion, an activity or a number of one's own."""
    if kind is AimKind.PAIN:
        return measures.get(PAIN_SCALE)
    return measure_named(name, measures) if kind is AimKind.QUESTIONNAIRE else None


def wanted_way(measure: Measure) -> Direction:
    """Tell on which side of its value a goal of this measure lies."""
    return Direction.AT_MOST if measure.better is Better.LOWER else Direction.AT_LEAST


def aim_problems(aim: Aim, measures: Mapping[str, Measure]) -> tuple[FieldProblem, ...]:
    """List what keeps the numbers of a goal from being scores of its measure, and a goal that gets worse."""
    measure = measure_of(aim.kind, aim.name, measures)
    if measure is None:
        return ()
    problems = [
        FieldProblem(field, "goal_beyond_scale", {"lowest": str(measure.lowest), "highest": str(measure.highest)})
        for field, value in (("first", aim.first), ("wanted", aim.wanted))
        if value < measure.lowest or (measure.highest is not None and value > measure.highest)
    ]
    if aim.direction is not wanted_way(measure):
        problems.append(FieldProblem("wanted", f"goal_wrong_way_{measure.better.value}"))
    return tuple(problems)


def first_reading(aim: Aim, visits: Iterable[Visit]) -> Reading | None:
    """Give the first value of a goal's measure that the visits of its case have: its baseline."""
    return next(iter(readings(replace(aim, latest=None), visits)), None)


def blank_aim(kind: AimKind, name: str) -> Aim:
    """Begin an aim, by which values can be looked for; its own numbers are still to come."""
    return Aim(kind=kind, name=name, direction=Direction.AT_LEAST, first=Decimal(0), wanted=Decimal(1))
