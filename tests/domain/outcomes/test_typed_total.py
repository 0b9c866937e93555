from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.motion import NotANumberError
from therapist_desk.domain.outcomes.measure import Measure, ScoreOutOfRangeError, check_score
from therapist_desk.domain.outcomes.typed_total import (
    NotInPercentError,
    OutOfAnotherTotalError,
    could_be_points,
    read_total,
)
from therapist_desk.services.clinical.outcomes import load_outcome_measures

MEASURES: Mapping[str, Measure] = load_outcome_measures(Path(__file__).parents[3] / "resources")


@pytest.mark.parametrize(
    ("name", "typed", "total"),
    [
        ("NDI", "17", "17"),
        ("NDI", "34 %", "17"),
        ("NDI", "37%", "18.5"),
        ("NDI", "34 percent", "17"),
        ("NDI", "17/50", "17"),
        ("NDI", "17 of 50", "17"),
        ("NDI", "17 out of 50 points", "17"),
        ("NDI", "16/45", "17.78"),
        ("NDI", "17 points", "17"),
        ("ODI", "36 %", "36"),
        ("ODI", "35,56", "35.56"),
        ("ODI", "16/50", "32"),
        ("ODI", "16/45", "35.56"),
        ("ODI", "32/100", "32"),
        ("QuickDASH", "43.18%", "43.18"),
        ("QuickDASH", "22.5", "22.5"),
        ("LEFS", "53/80", "53"),
        ("RMDQ", "7 of 24", "7"),
        ("HIT-6", "60/78", "60"),
        ("VAS", "52 mm", "52"),
        ("VAS", "5.2 cm", "52"),
        ("VAS", "52", "52"),
    ],
)
def test_a_total_is_read_as_it_is_written(name: str, typed: str, total: str) -> None:
    assert read_total(MEASURES[name], typed) == Decimal(total)


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_is_no_total(typed: str) -> None:
    assert read_total(MEASURES["NDI"], typed) is None


@pytest.mark.parametrize("name", ["RMDQ", "LEFS", "HIT-6", "MIDAS", "BPI-severity", "JFLS-8"])
def test_a_percent_sign_behind_a_score_that_has_none_is_not_passed_over(name: str) -> None:
    with pytest.raises(NotInPercentError, match="points"):
        read_total(MEASURES[name], "40%")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("LEFS", "53/100"),
        ("RMDQ", "7/18"),
        ("QuickDASH", "30/55"),
        ("NDI", "16/40"),  # two sections left out: its rule makes up for one
        ("ODI", "16/48"),
        ("ODI", "52/50"),
        ("HIT-6", "60/100"),
        ("MIDAS", "7/90"),
    ],
)
def test_a_fraction_of_something_else_is_refused(name: str, typed: str) -> None:
    with pytest.raises(OutOfAnotherTotalError, match="cannot be right"):
        read_total(MEASURES[name], typed)


@pytest.mark.parametrize(
    "typed", ["18 cm", "18 mm", '18"', "18°", "about 18", "18-20", "17/", "/50", "17//50", "1/2/3", "%"]
)
def test_what_is_no_total_of_points_is_refused(typed: str) -> None:
    with pytest.raises(NotANumberError):
        read_total(MEASURES["NDI"], typed)


@pytest.mark.parametrize("typed", ["-5", "−5", "51/50", "104 %"])
def test_a_total_beyond_its_range_is_refused_with_the_range(typed: str) -> None:
    total = read_total(MEASURES["NDI"], typed)
    assert total is not None

    with pytest.raises(ScoreOutOfRangeError, match="from 0 to 50"):
        check_score(MEASURES["NDI"], total)


@pytest.mark.parametrize(
    ("typed", "doubtful"),
    [("17", True), ("35", True), ("16", False), ("35.5", False), ("36", False), ("17 %", False), ("53", False)],
)
def test_an_odd_oswestry_index_may_be_points(typed: str, *, doubtful: bool) -> None:
    total = read_total(MEASURES["ODI"], typed)
    assert total is not None

    assert could_be_points(MEASURES["ODI"], typed, total) is doubtful
    assert not could_be_points(MEASURES["NDI"], typed, total)


@given(st.sampled_from(sorted(MEASURES)), st.text("0123456789 ,.%/-–ofcmpointsx", max_size=12))
def test_whatever_is_typed_is_a_number_or_a_sentence(name: str, typed: str) -> None:
    try:
        total = read_total(MEASURES[name], typed)
    except ExpectedError:
        return

    assert total is None or total.is_finite()
