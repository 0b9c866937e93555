from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import visit
from domain.outcomes.measures import measure
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas.extent import PainExtent
from therapist_desk.domain.care.goal import Aim, AimKind, Direction, Goal, GoalStatus
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.ids import CaseId, MeasurementId, VisitId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.outcomes.measure import Better
from therapist_desk.domain.progress.series import (
    Series,
    body_series,
    extent_series,
    function_series,
    other_pain_series,
    pain_series,
    treated,
)
from therapist_desk.domain.progress.targets import target_number, targets_of
from therapist_desk.domain.visit import Visit, VisitStatus

CERVICAL = "cervical rotation"
PSFS = replace(measure(highest=10, better=Better.HIGHER), id="PSFS", name="Patient-Specific Functional Scale")
MEASURES = {"PSFS": PSFS}
MOST_VISITS = 28


def measured(
    name: str,
    before: int,
    after: int | None = None,
    *,
    kind: MeasurementKind = MeasurementKind.RANGE_OF_MOTION,
    side: Side | None = None,
    unit: str = "",
) -> Measurement:
    return Measurement(
        id=MeasurementId(f"{name} {side}"),
        kind=kind,
        name=name,
        side=side,
        unit=unit,
        before=Decimal(before),
        after=None if after is None else Decimal(after),
    )


def pain(*scores: tuple[int | None, int | None]) -> tuple[Visit, ...]:
    return tuple(
        visit(number=number, service_date=date(2026, 11, number), note=Note(pain_before=before, pain_after=after))
        for number, (before, after) in enumerate(scores, start=1)
    )


def goal(measure: str, target: str, status: GoalStatus = GoalStatus.OPEN) -> Goal:
    return Goal(text=f"{measure} to {target}", measure=measure, target=target, status=status)


SCORES = st.none() | st.integers(0, 10)


@given(st.lists(st.tuples(SCORES, SCORES), max_size=MOST_VISITS))
def test_a_change_compares_like_with_like(scores: list[tuple[int | None, int | None]]) -> None:
    before = [first for first, _ in scores if first is not None]
    after = [second for _, second in scores if second is not None]

    change = pain_series(pain(*scores), {}).change()

    compared = [Decimal(score) for score in (before if len(before) > 1 else after)]
    assert change == ((compared[0], compared[-1]) if len(compared) > 1 else None)


def test_planned_visits_are_no_part_of_the_course_and_the_others_come_in_order() -> None:
    late, early = pain((5, 4), (6, 5))[::-1]
    planned = visit(number=3, status=VisitStatus.PLANNED)

    assert treated([planned, late, early]) == (early, late)


def test_motions_of_one_name_stand_together_right_before_left() -> None:
    visits = (
        visit(measurements=(measured(CERVICAL, 60, side=Side.LEFT), measured("lumbar flexion", 40))),
        visit(number=2, measurements=(measured(CERVICAL, 46, 52, side=Side.RIGHT),)),
    )

    found = body_series(visits)

    assert [(each.name, each.side) for each in found] == [
        (CERVICAL, Side.RIGHT),
        (CERVICAL, Side.LEFT),
        ("lumbar flexion", None),
    ]
    assert [reading.before for reading in found[0].readings] == [None, Decimal(46)]


@pytest.mark.parametrize("name", ["PSFS", "psfs", "Patient-Specific Functional Scale"])
def test_a_questionnaire_takes_its_scale_from_the_measure_it_is_named_for(name: str) -> None:
    taken = measured(name, 3, kind=MeasurementKind.QUESTIONNAIRE)

    (series,) = function_series((visit(measurements=(taken,)),), MEASURES)

    assert (series.name, series.highest, series.paired) == ("PSFS", Decimal(10), False)


def test_a_girth_taken_in_inches_and_in_cm_is_one_line_in_the_unit_of_the_first() -> None:
    taken = [
        measured("girth, calf", value, kind=MeasurementKind.GIRTH, unit=unit)
        for value, unit in ((38, "cm"), (15, "in"), (370, "mm"))
    ]
    (calf,) = body_series([visit(number=place, measurements=(each,)) for place, each in enumerate(taken, start=1)])

    assert calf.unit == "cm"
    assert [reading.before for reading in calf.readings] == [38, Decimal("38.1"), 37]


def test_a_score_whose_unit_was_written_otherwise_stays_in_its_line() -> None:
    taken = [
        measured("NDI", value, kind=MeasurementKind.QUESTIONNAIRE, unit=unit)
        for value, unit in ((20, ""), (12, "/50"))
    ]
    visits = [visit(number=place, measurements=(each,)) for place, each in enumerate(taken, start=1)]
    (ndi,) = function_series(visits, {})

    assert [reading.before for reading in ndi.readings] == [20, 12]


def test_a_score_of_ones_own_has_no_scale() -> None:
    taken = measured("Minutes seated", 30, 40, kind=MeasurementKind.SCORE)

    (series,) = function_series((visit(measurements=(taken,)),), MEASURES)

    assert (series.name, series.highest, series.measure, series.paired) == ("Minutes seated", None, None, True)


def test_the_worst_and_the_best_pain_stand_with_pain_and_not_with_function() -> None:
    taken = replace(
        measured("NPRS", 6, kind=MeasurementKind.QUESTIONNAIRE),
        measure="NPRS",
        answers=(Answer("Pain now", 6), Answer("Worst pain", 8), Answer("Least pain", 2)),
    )
    visits = (visit(measurements=(taken, measured("own score", 3, kind=MeasurementKind.SCORE))),)

    assert [each.name for each in function_series(visits, MEASURES | {"NPRS": replace(PSFS, id="NPRS")})] == [
        "own score"
    ]
    found = {each.name: each.taken[0].before for each in other_pain_series(visits, MEASURES)}
    assert found == {"worst in a day": 8, "best in a day": 2}


def test_extent_is_in_percent_for_each_view_that_was_marked_and_nought_where_nothing_was() -> None:
    first, second, third = (visit(id=VisitId(name)) for name in "abc")
    extents = {first.id: (PainExtent(View.BACK, 0.0421),), second.id: ()}

    (series,) = extent_series((first, second, third), extents)

    assert (series.view, [reading.before for reading in series.readings]) == (
        View.BACK,
        [Decimal("4.2"), Decimal("0.0"), None],
    )


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("70°", 70),
        ("70° or more", 70),
        ("2/10 or less", 2),
        ("8,5", Decimal("8.5")),
        ("two", None),
        ("2 to 3", None),
        ("", None),
    ],
)
def test_a_target_is_the_one_number_in_its_words(words: str, number: int | None) -> None:
    assert target_number(words) == number


def rotation(side: Side, name: str = CERVICAL) -> Series:
    return Series(name=name, side=side, unit="°", readings=())


def values(series: Series, goals: list[Goal], *others: Series) -> list[Decimal]:
    return [target.value for target in targets_of(series, (series, *others), goals)]


@pytest.mark.parametrize("measure", ["Rotation right", "Neck rotation, right", "cervical rotation (R)", "Rotation"])
def test_a_goal_speaks_of_a_motion_by_part_of_its_name_and_its_side(measure: str) -> None:
    right, left = rotation(Side.RIGHT), rotation(Side.LEFT)

    assert values(right, [goal(measure, "70°")], left) == [70]


def test_a_goal_for_one_side_is_none_for_the_other() -> None:
    assert values(rotation(Side.LEFT), [goal("Rotation right", "70°")]) == []


@pytest.mark.parametrize("measure", ["Minutes seated", "Nights woken", "", "Rotation while driving"])
def test_a_goal_that_speaks_of_something_else_draws_no_line(measure: str) -> None:
    assert values(rotation(Side.RIGHT), [goal(measure, "70")]) == []


def test_a_goal_that_fits_several_motions_is_drawn_in_none() -> None:
    hip = rotation(Side.RIGHT, "hip rotation")

    assert values(rotation(Side.RIGHT), [goal("Rotation right", "70")], hip) == []
    assert values(rotation(Side.RIGHT), [goal("Neck rotation right", "70")], hip) == [70]


@pytest.mark.parametrize("measure", ["NPRS", "Pain, NPRS", "Pain score 0-10"])
def test_a_goal_for_pain_says_so(measure: str) -> None:
    series = pain_series((), MEASURES)

    assert values(series, [goal(measure, "2 or less")]) == [2]
    assert values(series, [goal("Worst pain", "2 or less")]) == []


def test_a_goal_that_was_dropped_or_lies_off_the_scale_draws_no_line() -> None:
    series = pain_series((), MEASURES)

    assert values(series, [goal("NPRS", "2", GoalStatus.DROPPED), goal("NPRS", "20")]) == []


def test_a_goal_that_is_tied_to_a_number_names_its_measurement() -> None:
    aim = Aim(
        kind=AimKind.MOTION,
        name="Cervical rotation",
        side=Side.RIGHT,
        direction=Direction.AT_LEAST,
        first=Decimal(46),
        wanted=Decimal(70),
    )
    tied = Goal(text="Check both blind spots", measure="something else", target="9", aim=aim)

    assert values(rotation(Side.RIGHT), [tied], rotation(Side.LEFT)) == [70]
    assert values(rotation(Side.LEFT), [tied]) == []
    assert values(pain_series((), MEASURES), [tied]) == []


def test_the_visits_of_one_case_are_taken_out_of_all() -> None:
    own, other = visit(case_id=CaseId("own")), visit(case_id=CaseId("other"))

    series = pain_series((own, other), {}).of_case(CaseId("own"))

    assert [reading.visit_id for reading in series.readings] == [own.id]
