from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.findings.length import MILLIMETRES, in_unit


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "kept"),
    [("15", "in", "cm", "38.1"), ("38.1", "cm", "in", "15"), ("4.5", "cm", "mm", "45"), ("58", "°", "°", "58")],
)
def test_a_length_is_turned_into_another_unit(value: str, unit: str, wanted: str, kept: str) -> None:
    assert in_unit(Decimal(value), unit, wanted) == Decimal(kept)


@pytest.mark.parametrize(("unit", "wanted"), [("°", "cm"), ("cm", "°"), ("", "cm"), ("/50", "%")])
def test_what_is_no_length_is_turned_into_none(unit: str, wanted: str) -> None:
    assert in_unit(Decimal(5), unit, wanted) is None


@given(st.integers(1, 20_000), st.sampled_from(sorted(MILLIMETRES)), st.sampled_from(sorted(MILLIMETRES)))
def test_there_and_back_is_the_same_to_a_hundredth(hundredths: int, unit: str, wanted: str) -> None:
    value = Decimal(hundredths) / 100
    there = in_unit(value, unit, wanted)
    assert there is not None
    back = in_unit(there, wanted, unit)

    assert back is not None
    error = Decimal("0.01") * MILLIMETRES[wanted] / MILLIMETRES[unit] + Decimal("0.01")
    assert abs(back - value) <= error
