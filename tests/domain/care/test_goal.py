"""Where a goal stands: what was said goes first, then the numbers, by a rule that can be stated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import (
    Aim,
    AimKind,
    Direction,
    Goal,
    GoalStatus,
    Standing,
    goal_problems,
    progress,
    readings,
)
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.ids import CaseId, ClientId, MeasurementId, TherapistId, VisitId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.visit import Visit, VisitStatus

FIRST, DUE = date(2026, 10, 14), date(2026, 12, 14)
TODAY = date(2026, 11, 23)
ROTATION = Aim(
    kind=AimKind.MOTION,
    name="cervical rotation",
    side=Side.RIGHT,
    unit="°",
    direction=Direction.AT_LEAST,
    first=Decimal(46),
    wanted=Decimal(70),
    first_on=FIRST,
)
PAIN = Aim(
    kind=AimKind.PAIN, direction=Direction.AT_MOST, first=Decimal(8), wanted=Decimal(2), unit="", first_on=FIRST
)
GOAL = Goal(text="Check both blind spots while driving", due=DUE, aim=ROTATION)
whole = st.integers(0, 200).map(Decimal)


def visit(day: date, *, pain: int | None = None, turn: int | None = None, side: Side = Side.RIGHT) -> Visit:
    turned = Measurement(
        id=MeasurementId("m"),
        kind=MeasurementKind.RANGE_OF_MOTION,
        name="Cervical rotation",
        side=side,
        unit="°",
        before=None if turn is None else Decimal(turn),
        after=Decimal(90),
    )
    return Visit(
        id=VisitId(day.isoformat()),
        client_id=ClientId("client"),
        case_id=CaseId("case"),
        therapist_id=TherapistId("therapist"),
        number=1,
        service_date=day,
        measurements=() if turn is None else (turned,),
        note=Note(pain_before=pain, pain_after=0),
    )


def test_the_value_before_treatment_is_the_one_that_is_compared() -> None:
    days = [FIRST + timedelta(days=7 * week) for week in range(3)]
    seen = [visit(day, turn=46 + 5 * week, pain=8 - week) for week, day in enumerate(days)]

    assert [each.value for each in readings(ROTATION, seen)] == [46, 51, 56]
    assert [each.value for each in readings(PAIN, reversed(seen))] == [8, 7, 6]


def test_a_girth_taken_in_another_unit_is_held_against_the_goal_in_its_own() -> None:
    calf = Aim(
        kind=AimKind.OTHER,
        name="girth, calf",
        unit="cm",
        direction=Direction.AT_MOST,
        first=Decimal(40),
        wanted=Decimal(37),
        first_on=FIRST,
    )
    inches = Measurement(
        id=MeasurementId("g"), kind=MeasurementKind.GIRTH, name="girth, calf", unit="in", before=Decimal(15)
    )
    seen = replace(visit(TODAY), measurements=(inches,))

    assert [each.value for each in readings(calf, [seen])] == [Decimal("38.1")]


def test_another_side_and_a_visit_only_planned_say_nothing() -> None:
    other = visit(TODAY, turn=80, side=Side.LEFT)
    planned = replace(visit(TODAY, turn=80), status=VisitStatus.PLANNED)

    assert readings(ROTATION, (other, planned)) == ()


@pytest.mark.parametrize(
    ("turn", "standing"),
    [(None, Standing.WAITING), (46, Standing.BEHIND), (50, Standing.BEHIND), (56, Standing.ON_TRACK)],
)
def test_the_way_made_is_held_against_the_time_gone(turn: int | None, standing: Standing) -> None:
    # Two thirds of the time are gone: a third of the way is asked for, which is 54°.
    assert progress(GOAL, [visit(TODAY, turn=turn)], TODAY).standing is standing


def test_a_goal_is_met_since_the_first_of_the_values_that_stayed_good() -> None:
    course = [
        visit(FIRST + timedelta(days=days), turn=turn) for days, turn in ((7, 71), (14, 60), (21, 70), (28, 72))
    ]

    found = progress(GOAL, course, TODAY)

    assert (found.standing, found.met_on) == (Standing.MET, FIRST + timedelta(days=21))


def test_a_goal_past_its_day_is_behind_and_one_without_a_number_is_open_till_then() -> None:
    late = DUE + timedelta(days=1)
    wordy = replace(GOAL, aim=None)

    assert progress(GOAL, [visit(late, turn=69)], late).standing is Standing.BEHIND
    assert progress(wordy, [], DUE).standing is Standing.OPEN
    assert progress(wordy, [], late).standing is Standing.BEHIND


def test_what_a_therapist_says_stands_against_the_rule() -> None:
    slow = [visit(TODAY, turn=46)]

    assert progress(replace(GOAL, judged=Standing.ON_TRACK), slow, TODAY).standing is Standing.ON_TRACK
    assert progress(replace(GOAL, status=GoalStatus.DROPPED), slow, TODAY).standing is Standing.DROPPED
    met = progress(replace(GOAL, status=GoalStatus.MET, met_on=TODAY), slow, TODAY)
    assert (met.standing, met.met_on) == (Standing.MET, TODAY)


def test_a_value_told_outside_of_visits_counts_on_its_day() -> None:
    nights = replace(ROTATION, kind=AimKind.OTHER, name="Nights woken", latest=Decimal(72), latest_on=TODAY)

    assert progress(replace(GOAL, aim=nights), [], TODAY).standing is Standing.MET


@given(first=whole, wanted=whole, value=whole, day=st.integers(0, 60))
def test_better_is_never_judged_worse(first: Decimal, wanted: Decimal, value: Decimal, day: int) -> None:
    assume(first != wanted)
    direction = Direction.AT_LEAST if wanted > first else Direction.AT_MOST
    step = Decimal(1) if wanted > first else Decimal(-1)
    aim = replace(ROTATION, kind=AimKind.OTHER, direction=direction, first=first, wanted=wanted)
    today = FIRST + timedelta(days=1 + day)
    order = [Standing.BEHIND, Standing.ON_TRACK, Standing.MET]

    def judged(latest: Decimal) -> int:
        goal = replace(GOAL, aim=replace(aim, latest=latest, latest_on=today))
        return order.index(progress(goal, [], today).standing)

    assert judged(value + step) >= judged(value)
    assert judged(wanted) == order.index(Standing.MET)


@given(value=whole, days=st.integers(1, 59))
def test_time_alone_never_makes_a_goal_better(value: Decimal, days: int) -> None:
    goal = replace(GOAL, aim=replace(ROTATION, latest=value, latest_on=FIRST + timedelta(days=1)))
    behind = progress(goal, [], FIRST + timedelta(days=days)).standing is Standing.BEHIND

    assert not behind or progress(goal, [], FIRST + timedelta(days=days + 1)).standing is Standing.BEHIND


def test_a_goal_wants_a_number_and_a_day_and_a_way_to_go() -> None:
    def codes(goal: Goal) -> set[tuple[str, str]]:
        return {(problem.field, problem.code) for problem in goal_problems(goal)}

    assert codes(GOAL) == set()
    assert codes(Goal(text=" ")) == {
        ("text", "required"),
        ("wanted", "goal_without_number"),
        ("due", "goal_without_day"),
    }
    assert codes(replace(GOAL, aim=replace(ROTATION, first=Decimal(75)))) == {("wanted", "goal_reached_already")}
    assert codes(replace(GOAL, due=FIRST)) == {("due", "goal_due_before_first")}
    assert codes(replace(GOAL, aim=replace(ROTATION, name=""))) == {("measure", "required")}
