from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.measurement import Answer, MeasurementKind
from therapist_desk.domain.motion import NotANumberError
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.own_forms import ActivityCountError
from therapist_desk.domain.outcomes.questionnaire import (
    blank_answers,
    judged_by,
    kind_of,
    read_total,
    scale_of,
    score_answers,
)
from therapist_desk.services.outcomes import load_outcome_measures

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="module")
def measures() -> Mapping[str, Measure]:
    return load_outcome_measures(RESOURCES)


def answers(*given: int | None) -> list[Answer]:
    return [Answer(f"question {place}", each) for place, each in enumerate(given)]


def test_a_form_not_begun_has_no_score_and_no_problem(measures: Mapping[str, Measure]) -> None:
    for name in ("NPRS", "RMDQ", "FIQR", "PGIC", "GROC"):
        scored = score_answers(measures[name], blank_answers(measures[name]))
        assert (scored.score, scored.problem) == (None, None)


def test_the_rmdq_counts_what_is_ticked(measures: Mapping[str, Measure]) -> None:
    blank = blank_answers(measures["RMDQ"])
    ticked = [Answer(each.asked, 1 if place < 7 else None) for place, each in enumerate(blank)]

    assert score_answers(measures["RMDQ"], ticked).score == 7


def test_half_a_fiqr_says_what_is_missing_and_keeps_its_answers(measures: Mapping[str, Measure]) -> None:
    half = score_answers(measures["FIQR"], answers(*[5] * 9, *[None] * 12))
    most = score_answers(measures["FIQR"], answers(*[5] * 9, 5, None, *[5] * 9, None))

    assert half.score is None
    assert half.problem is not None
    assert most.score == 50
    assert most.missing == 2


def test_the_psfs_wants_three_activities_with_words(measures: Mapping[str, Measure]) -> None:
    two = score_answers(measures["PSFS"], [Answer("lifting", 3), Answer("driving", 4), Answer("  ", 9)])
    three = score_answers(measures["PSFS"], [Answer("lifting", 3), Answer("driving", 4), Answer("sleep", 6)])

    assert isinstance(two.problem, ActivityCountError)
    assert three.score == Decimal("4.33")


def test_a_rating_is_its_one_answer(measures: Mapping[str, Measure]) -> None:
    assert score_answers(measures["GROC"], answers(-7)).score == -7
    assert score_answers(measures["PGIC"], answers(9)).problem is not None
    assert score_answers(measures["NPRS"], answers(6, 8, 2)).score == 6
    assert score_answers(measures["NPRS"], answers(None, 8, 2)).score is None


def test_the_scale_stands_behind_the_score(measures: Mapping[str, Measure]) -> None:
    scales = {name: scale_of(measures[name]) for name in ("NDI", "GROC", "ODI", "MIDAS")}

    assert scales == {"NDI": "/50", "GROC": "", "ODI": "/100", "MIDAS": ""}
    assert kind_of(measures["NPRS"]) is MeasurementKind.SCORE
    assert kind_of(measures["NDI"]) is MeasurementKind.QUESTIONNAIRE


def test_every_kind_of_important_change_is_told_with_its_source(measures: Mapping[str, Measure]) -> None:
    words = judged_by(measures["NDI"])

    assert "5 (points of 50: Vernon" in words
    assert "14 percent points" in words
    assert "Abbott and Schmitt 2014" in words
    assert "no minimal important change" in judged_by(measures["JFLS-8"])


@given(
    st.lists(st.none() | st.integers(-20, 20), max_size=30), st.sampled_from(["NPRS", "RMDQ", "FIQR", "PGIC", "PSFS"])
)
def test_no_answers_break_the_scoring(given_answers: list[int | None], name: str) -> None:
    measure = load_outcome_measures(RESOURCES)[name]

    scored = score_answers(measure, answers(*given_answers))

    assert scored.score is None or measure.lowest <= scored.score <= (measure.highest or 10**6)


@pytest.mark.parametrize(
    ("name", "typed", "total"),
    [
        ("NDI", "17", 17),
        ("NDI", "34 %", 17),
        ("NDI", "37%", Decimal("18.5")),
        ("ODI", "36 %", 36),
        ("ODI", "35,56", Decimal("35.56")),
        ("QuickDASH", "43.18%", Decimal("43.18")),
        ("NDI", " ", None),
    ],
)
def test_a_total_is_read_in_points_or_in_percent(
    measures: Mapping[str, Measure], name: str, typed: str, total: Decimal | int | None
) -> None:
    assert read_total(measures[name], typed) == total


@pytest.mark.parametrize("name", ["RMDQ", "LEFS", "HIT-6"])
def test_a_percent_sign_behind_a_score_that_has_none_is_not_passed_over(
    measures: Mapping[str, Measure], name: str
) -> None:
    with pytest.raises(NotANumberError):
        read_total(measures[name], "40%")
