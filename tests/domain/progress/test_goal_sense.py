from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from domain.builders import visit
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.goal import AimKind, Direction, Reading
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.progress.goal_sense import aim_problems, blank_aim, first_reading, measure_of, wanted_way
from therapist_desk.services.clinical.outcomes import load_outcome_measures

MEASURES = load_outcome_measures(Path(__file__).parents[3] / "resources")


@pytest.mark.parametrize(
    ("kind", "name", "direction", "first", "wanted", "codes"),
    [
        (AimKind.QUESTIONNAIRE, "NDI", Direction.AT_MOST, 20, 8, []),
        (AimKind.QUESTIONNAIRE, "neck disability index", Direction.AT_MOST, 20, 60, ["goal_beyond_scale"]),
        (AimKind.QUESTIONNAIRE, "LEFS", Direction.AT_LEAST, 40, 65, []),
        (AimKind.QUESTIONNAIRE, "LEFS", Direction.AT_MOST, 40, 30, ["goal_wrong_way_higher"]),
        (AimKind.QUESTIONNAIRE, "HIT-6", Direction.AT_MOST, 62, 30, ["goal_beyond_scale"]),
        (AimKind.QUESTIONNAIRE, "MIDAS", Direction.AT_MOST, 400, 90, []),
        (AimKind.QUESTIONNAIRE, "a form of my own", Direction.AT_LEAST, 4, 900, []),
        (AimKind.PAIN, "", Direction.AT_MOST, 8, 2, []),
        (AimKind.PAIN, "", Direction.AT_LEAST, 2, 12, ["goal_beyond_scale", "goal_wrong_way_lower"]),
        (AimKind.MOTION, "NDI", Direction.AT_LEAST, 46, 70, []),
        (AimKind.OTHER, "hours of sleep", Direction.AT_LEAST, 4, 7, []),
    ],
)
def test_a_goal_lies_on_the_scale_of_its_measure_and_on_its_better_side(
    kind: AimKind, name: str, direction: Direction, first: int, wanted: int, codes: list[str]
) -> None:
    aim = replace(blank_aim(kind, name), direction=direction, first=Decimal(first), wanted=Decimal(wanted))

    assert [problem.code for problem in aim_problems(aim, MEASURES)] == codes


def test_the_way_is_that_of_the_measure() -> None:
    ways = {name: wanted_way(MEASURES[name]) for name in ("ODI", "LEFS", "PSFS", "RMDQ")}

    assert ways == {
        "ODI": Direction.AT_MOST,
        "LEFS": Direction.AT_LEAST,
        "PSFS": Direction.AT_LEAST,
        "RMDQ": Direction.AT_MOST,
    }
    assert measure_of(AimKind.PAIN, "", MEASURES) is MEASURES["NPRS"]
    assert measure_of(AimKind.MOTION, "NDI", MEASURES) is None


def test_the_baseline_is_the_first_value_before_treatment() -> None:
    def turned(side: Side, before: int) -> Measurement:
        return Measurement(
            id=MeasurementId(f"{side} {before}"),
            kind=MeasurementKind.RANGE_OF_MOTION,
            name="cervical rotation",
            side=side,
            before=Decimal(before),
            after=Decimal(before + 10),
        )

    first, second = date(2026, 11, 2), date(2026, 11, 9)
    seen = (
        visit(service_date=second, measurements=(turned(Side.RIGHT, 52),), note=Note(pain_before=5)),
        visit(service_date=first, measurements=(turned(Side.LEFT, 60),), note=Note(pain_before=8)),
    )
    right = replace(blank_aim(AimKind.MOTION, "cervical rotation"), side=Side.RIGHT)

    assert first_reading(blank_aim(AimKind.PAIN, ""), seen) == Reading(first, Decimal(8))
    assert first_reading(right, seen) == Reading(second, Decimal(52))
    assert first_reading(blank_aim(AimKind.QUESTIONNAIRE, "NDI"), seen) is None
