"""Goals: something the client wants to do, tied to a number that tells how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.findings.length import MILLIMETRES, in_unit
from therapist_desk.domain.findings.measurement import MeasurementKind
from therapist_desk.domain.visit import Visit, VisitStatus

# Half of the way that a straight line from the first value to the due day would ask for: people do not mend in
# straight lines, and every measure has its error. A convention of this program; whoever treats may say otherwise.
_PACE: Final = Decimal("0.5")


class AimKind(StrEnum):
    """By what a goal is measured."""

    MOTION = "range of motion"
    PAIN = "pain"
    ACTIVITY = "activity"
    QUESTIONNAIRE = "questionnaire"
    OTHER = "other"


class Direction(StrEnum):
    """On which side of the wanted value the goal lies."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The number of a goal: from `first`, taken on `first_on`, to `wanted`.

    `name`, `side` and `unit` are those of the measurement that a visit takes; pain is the score before treatment.
    `latest` is a value told or counted outside of visits, on `latest_on`.
    """

    kind: AimKind
    name: str = ""
    side: Side | None = None
    unit: str = ""
    direction: Direction
    first: Decimal
    wanted: Decimal
    first_on: date | None = None
    latest: Decimal | None = None
    latest_on: date | None = None

    def reached_by(self, value: Decimal) -> bool:
        """Tell whether `value` is as good as wanted."""
        return value >= self.wanted if self.direction is Direction.AT_LEAST else value <= self.wanted

    def way_made(self, value: Decimal) -> Decimal:
        """Give the share of the way from first to wanted that `value` has made; negative where it went back."""
        return (value - self.first) / (self.wanted - self.first)


class GoalStatus(StrEnum):
    """What was said of a goal: nothing yet, that it is met, or that it was given up."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


class Standing(StrEnum):
    """Where a goal stands."""

    OPEN = "open"
    WAITING = "waiting"
    ON_TRACK = "on track"
    BEHIND = "behind"
    MET = "met"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A functional goal with its number and its day.

    `measure`, `baseline` and `target` are the same in words, as documents print them; older goals have the words
    alone. `met_on` is the day on which someone called it met; `judged` is what a therapist says of an open goal
    against the rule.
    """

    text: str
    measure: str = ""
    baseline: str = ""
    target: str = ""
    due: date | None = None
    status: GoalStatus = GoalStatus.OPEN
    aim: Aim | None = None
    met_on: date | None = None
    judged: Standing | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a goal's measure on a day."""

    day: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a goal stands: `latest` is the last value after the first, `met_on` the day since which it is met."""

    standing: Standing
    latest: Reading | None = None
    met_on: date | None = None


def readings(aim: Aim, visits: Iterable[Visit]) -> tuple[Reading, ...]:
    """Gather the values of a goal's measure, the earliest first.

    Of each visit that took place the value before treatment counts, so that like is compared with like, and the one
    after it only where there is no other.
    """
    taken = [
        Reading(visit.service_date, value)
        for visit in visits
        if visit.status is not VisitStatus.PLANNED and (value := _value(aim, visit)) is not None
    ]
    if aim.latest is not None and aim.latest_on is not None:
        taken.append(Reading(aim.latest_on, aim.latest))
    return tuple(sorted(taken, key=lambda reading: reading.day))


def progress(goal: Goal, visits: Iterable[Visit], today: date) -> Progress:
    """Judge a goal.

    What a therapist said goes first: met, dropped, or a standing of his own. Else, with a number: it is met once the
    latest value is as good as wanted; behind once its day is past, or while the share of the way made is less than
    half the share of the time gone; waiting before any second value; and otherwise on track. Without a day every way
    made is on track. Without a number it is open, and behind once its day is past.
    """
    values = () if goal.aim is None else _after_first(goal.aim, readings(goal.aim, visits))
    latest = values[-1] if values else None
    if goal.status is not GoalStatus.OPEN:
        return Progress(Standing(goal.status.value), latest, goal.met_on)
    if goal.judged is not None:
        return Progress(goal.judged, latest)
    if goal.aim is not None and latest is not None and goal.aim.reached_by(latest.value):
        return Progress(Standing.MET, latest, _reached_since(goal.aim, values))
    return Progress(_on_the_way(goal, latest, today), latest)


def goal_problems(goal: Goal) -> tuple[FieldProblem, ...]:
    """List what keeps a goal from being a goal that a reviewer accepts: words, a number, and a day."""
    problems: list[FieldProblem] = []
    if not goal.text.strip():
        problems.append(FieldProblem("text", "required"))
    if goal.aim is None:
        problems.append(FieldProblem("wanted", "goal_without_number"))
    elif goal.aim.reached_by(goal.aim.first):
        problems.append(FieldProblem("wanted", "goal_reached_already"))
    elif not goal.aim.name.strip() and goal.aim.kind is not AimKind.PAIN:
        problems.append(FieldProblem("measure", "required"))
    if goal.due is None:
        problems.append(FieldProblem("due", "goal_without_day"))
    elif goal.aim is not None and goal.aim.first_on is not None and goal.due <= goal.aim.first_on:
        problems.append(FieldProblem("due", "goal_due_before_first"))
    return tuple(problems)


def _value(aim: Aim, visit: Visit) -> Decimal | None:
    if aim.kind is AimKind.PAIN:
        return None if visit.note.pain_before is None else Decimal(visit.note.pain_before)
    for measurement in visit.measurements:
        same_kind = (measurement.kind is MeasurementKind.RANGE_OF_MOTION) == (aim.kind is AimKind.MOTION)
        if (
            same_kind
            and aim.name.casefold() in (measurement.name.casefold(), measurement.measure.casefold())
            and (aim.side is None or measurement.side is aim.side)
        ):
            value = measurement.after if measurement.before is None else measurement.before
            if value is not None and aim.unit and measurement.unit in MILLIMETRES:
                return in_unit(value, measurement.unit, aim.unit)
            if value is not None:
                return value
    return None


def _on_the_way(goal: Goal, latest: Reading | None, today: date) -> Standing:
    if goal.due is not None and goal.due < today:
        return Standing.BEHIND
    if goal.aim is None:
        return Standing.OPEN
    if latest is None:
        return Standing.WAITING
    return Standing.BEHIND if _too_slow(goal.aim, latest, goal.due, today) else Standing.ON_TRACK


def _after_first(aim: Aim, values: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(each for each in values if aim.first_on is None or each.day > aim.first_on)


def _reached_since(aim: Aim, values: Sequence[Reading]) -> date:
    since = values[-1].day
    for reading in reversed(values):
        if not aim.reached_by(reading.value):
            break
        since = reading.day
    return since


def _too_slow(aim: Aim, latest: Reading, due: date | None, today: date) -> bool:
    way = aim.way_made(latest.value)
    if due is None or aim.first_on is None or due <= aim.first_on:
        return way <= 0
    gone = Decimal((today - aim.first_on).days) / Decimal((due - aim.first_on).days)
    return way < _PACE * gone
