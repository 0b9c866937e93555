from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind, Movement, same_thing
from therapist_desk.domain.findings.motion import (
    Doubt,
    NotANumberError,
    OtherUnitError,
    doubt,
    read_measured,
    read_number,
)
from therapist_desk.domain.ids import MeasurementId

FACTOR = Decimal("1.35")


def rotation(
    before: str | None = None, after: str | None = None, norm: int | None = 80, **more: object
) -> Measurement:
    values = {
        "id": MeasurementId("m"),
        "kind": MeasurementKind.RANGE_OF_MOTION,
        "name": "cervical rotation",
        "unit": "°",
        "before": None if before is None else Decimal(before),
        "after": None if after is None else Decimal(after),
        "norm": None if norm is None else Decimal(norm),
    }
    return Measurement(**(values | more))  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("58", "58"),
        ("37,5", "37.5"),
        ("−5", "-5"),
        ("0", "0"),
    ],
)
def test_a_value_is_read_as_people_write_it(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "  ", "–"])
def test_nothing_is_no_value(typed: str) -> None:
    assert read_number(typed) is None


@pytest.mark.parametrize("typed", ["abc", "5 8", "1.2.3", "NaN", "inf", "1e9", "5,6,7", "12345678"])
def test_what_is_no_number_is_said_so(typed: str) -> None:
    with pytest.raises(NotANumberError, match="is not a number"):
        read_number(typed)


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        (" 58° ", "°", "58"),
        ("12 deg", "°", "12"),
        ("12 degrees", "°", "12"),
        ("37.5 cm", "cm", "37.5"),
        ("37,5", "cm", "37.5"),
        ("15 in", "cm", "38.1"),
        ('14.75"', "cm", "37.47"),
        ("15 inches", "in", "15"),
        ("38.1 cm", "in", "15"),
        ("4.5 cm", "mm", "45"),
        ("42 mm", "mm", "42"),
    ],
)
def test_a_length_in_another_unit_is_turned_into_that_of_the_row(typed: str, unit: str, value: str) -> None:
    assert read_measured(typed, unit) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "unit"), [("58 cm", "°"), ("58 %", "°"), ("37°", "cm"), ("12 %", "cm"), ("4 in", "°"), ("5°", "mm")]
)
def test_another_unit_is_never_passed_over(typed: str, unit: str) -> None:
    with pytest.raises(OtherUnitError, match="cannot be right"):
        read_measured(typed, unit)


@pytest.mark.parametrize("typed", ["", " ", "–", "°", "cm"])
def test_no_number_is_no_value_of_a_row(typed: str) -> None:
    assert read_measured(typed, "cm") is None


@pytest.mark.parametrize("typed", ["abc", "5 8 cm", "12 stone", "1.2.3°"])
def test_what_is_no_number_of_a_row_is_said_so(typed: str) -> None:
    with pytest.raises(NotANumberError):
        read_measured(typed, "cm")


@given(st.text())
def test_reading_never_fails_otherwise(text: str) -> None:
    try:
        value = read_number(text)
    except NotANumberError:
        return
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("measured", "asked"),
    [
        (rotation("108"), None),
        (rotation("120"), (Decimal(120), Doubt.ABOVE_USUAL)),
        (rotation("60", "109"), (Decimal(109), Doubt.ABOVE_USUAL)),
        (rotation("-5"), (Decimal(-5), Doubt.NEGATIVE)),
        (rotation("400", norm=None), (Decimal(400), Doubt.FULL_TURN)),
        (rotation("350", norm=None), None),
        (rotation("10", norm=0), None),
        (rotation("20", norm=0), (Decimal(20), Doubt.ABOVE_USUAL)),
        (rotation("120", kept=True), None),
        (rotation("375", kind=MeasurementKind.GIRTH, unit="cm", norm=None), (Decimal(375), Doubt.VERY_LARGE)),
        (rotation("90", kind=MeasurementKind.GIRTH, unit="in", norm=None), (Decimal(90), Doubt.VERY_LARGE)),
        (rotation("130", kind=MeasurementKind.GIRTH, unit="cm", norm=None), None),
        (rotation("-1", kind=MeasurementKind.GIRTH, unit="cm", norm=None), (Decimal(-1), Doubt.NEGATIVE)),
    ],
)
def test_an_unusual_value_is_asked_about(measured: Measurement, asked: object) -> None:
    assert doubt(measured, FACTOR) == asked


def test_less_than_five_degrees_is_within_error() -> None:
    assert rotation("70", "74.5").within_error
    assert rotation("70", "65.5").within_error
    assert not rotation("70", "75").within_error
    assert not rotation("70").within_error
    assert not rotation("7", "9", unit="mm").within_error


def test_the_same_motion_is_known_again() -> None:
    right = rotation(side=Side.RIGHT)

    assert same_thing(right, rotation("3", side=Side.RIGHT, movement=Movement.ACTIVE, name="Cervical  rotation"))
    assert not same_thing(right, rotation(side=Side.LEFT))
    assert not same_thing(right, rotation(side=Side.RIGHT, movement=Movement.PASSIVE))
