"""Scoring examples of manuals, forms and the tests of other programs, each with where it stands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from therapist_desk.domain.outcomes.answers import Answers, TooManyMissingError
from therapist_desk.domain.outcomes.change import Verdict, change_verdict
from therapist_desk.domain.outcomes.own_forms import Activity, score_fiqr, score_psfs
from therapist_desk.domain.outcomes.paper_form import PAPER_FORMS
from therapist_desk.domain.outcomes.totals import score_ndi, score_odi, score_quickdash
from therapist_desk.domain.outcomes.typed_total import read_total
from therapist_desk.services.clinical.outcomes import load_outcome_measures

MEASURES = load_outcome_measures(Path(__file__).parents[3] / "resources")


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("16/50", "32"),  # Oswestry form: "16 (total scored) / 50 (total possible score) x 100 = 32 %"
        ("16/45", "35.56"),  # the same, one section missed: 35.5 %
        ("22/50", "44"),  # biologyinsights.com, how to score the Oswestry disability index
    ],
)
def test_oswestry_as_points_of_what_was_answered(typed: str, percent: str) -> None:
    assert read_total(MEASURES["ODI"], typed) == Decimal(percent)


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("16/50", "16"),
        ("32 %", "16"),
        ("16/45", "17.78"),
        ("35.56 %", "17.78"),
    ],  # noterro.com, scoring guide of the NDI
)
def test_neck_disability_index_as_points_or_percent(typed: str, points: str) -> None:
    assert read_total(MEASURES["NDI"], typed) == Decimal(points)


@pytest.mark.parametrize(
    ("score", "answers", "expected"),
    [
        # awell-health/awell-score, test data of its scores
        (score_ndi, [3, 2, 3, 0, 0, 2, 5, 2, 2, 2], "21"),  # 42 %
        (score_ndi, [2, 2, 2, 2, 2, 3, 3, 3, 3, 3], "25"),  # 50 %
        (score_quickdash, [1, 2, 3, 4, 1, 1, 2, 3, 5, 1, 1], "29.55"),  # 29.545
        (score_quickdash, [3] * 11, "50"),
        (score_quickdash, [1] * 10 + [None], "0"),
        (score_odi, [2, 2, 2, 2, 2, 2, 2, 2, 0, None], "35.56"),  # "35.5, rounded up" to 36
    ],
)
def test_the_examples_of_another_program(
    score: Callable[[Answers], Decimal], answers: Answers, expected: str
) -> None:
    assert score(answers) == Decimal(expected)


def test_the_mean_of_a_dash_form_is_lowered_by_one_and_taken_by_twenty_five() -> None:
    # "Scoring the DASH" (Institute for Work and Health), by its formula; a QuickDASH needs ten of eleven answers.
    assert score_quickdash([2] * 11) == 25
    assert score_quickdash([4] * 10 + [None]) == 75
    with pytest.raises(TooManyMissingError):
        score_quickdash([4] * 9 + [None, None])


def test_the_jaw_scales_as_their_manual_has_them() -> None:
    # Ohrbach and Knibbe, DC/TMD scoring manual for self-report instruments, March 30, 2021, appendices 1 and 2.
    jfls_8, jfls_20 = PAPER_FORMS["JFLS-8"].score, PAPER_FORMS["JFLS-20"].score

    assert jfls_8([1, 2, 3, 4, 5, 6, 7, 8]) == Decimal("4.5")
    assert jfls_8([6, None, 3, None, 0, 3, 0, 0]) == 2  # 12 / (8 - 2)
    with pytest.raises(TooManyMissingError):
        jfls_8([6, None, 3, None, 0, 3, 0, None])

    mastication, mobility, communication = [6, 6, 3, 3, None, None], [2, 4, 3, None], [0, 1, 2, 3, None, None, 0, 0]
    assert jfls_20([*mastication, *mobility, 10, 10, *communication]) == Decimal("2.83")  # (4.5 + 3 + 1) / 3
    assert jfls_20([*mastication, *mobility, None, None, *communication]) == Decimal("2.83")
    with pytest.raises(TooManyMissingError, match="mobility"):
        jfls_20([*mastication, 2, 4, None, None, 10, 10, *communication])


def test_the_fiqr_by_its_three_steps() -> None:
    # fiqr.info and myalgia.com, scoring: sums by 3, 1 and 2; the upper limits are 30, 20 and 50.
    highest = score_fiqr([10] * 21)

    assert [highest.function, highest.impact, highest.symptoms, highest.total] == [30, 20, 50, 100]
    assert score_fiqr([4] * 8 + [None] + [4] * 12).function == 12  # 32 x 9/8 / 3


def test_the_psfs_form_divides_by_the_number_of_activities() -> None:
    # The form of Stratford 1995: "total score = sum of the activity scores / number of activities".
    assert score_psfs([Activity("lifting", 3), Activity("driving", 4)]) == Decimal("3.5")


@pytest.mark.parametrize(
    ("name", "before", "after", "better_by", "verdict"),
    [
        ("RMDQ", 12, 2, 10, Verdict.IMPROVED),  # yhocphuchoi.com, after Spine 2000;25:3115: an improvement of 83 %
        ("LEFS", 40, 49, 9, Verdict.IMPROVED),  # Binkley 1999: important and detectable from 9 points on
        ("LEFS", 40, 48, 8, Verdict.WITHIN_ERROR),
        ("LEFS", 49, 40, -9, Verdict.WORSE),  # higher is better
        ("PSFS", 3, 5, 2, Verdict.IMPROVED),  # the form: 2 points for the average score
        ("QuickDASH", 50, 36, 14, Verdict.IMPROVED),  # Sorensen 2013: 14
        ("QuickDASH", 50, 37, 13, Verdict.WITHIN_ERROR),
        ("BPI-interference", 6, 5, 1, Verdict.IMPROVED),  # IMMPACT: one point of the mean of seven
    ],
)
def test_changes_in_the_direction_of_their_measure(
    name: str, before: int, after: int, better_by: int, verdict: Verdict
) -> None:
    change = change_verdict(MEASURES[name], Decimal(before), Decimal(after))

    assert change.better_by == better_by
    assert change.verdict is verdict


@pytest.mark.parametrize(
    ("name", "bands"),
    [
        # physiotutors.com: 49 or less, 50 to 55, 56 to 59, 60 to 78
        ("HIT-6", {36: "little or no", 49: "little or no", 50: "some", 55: "some", 56: "substantial", 60: "severe"}),
        # Salaffi 2018, Clin Exp Rheumatol 36:1074: up to 30, 45 and 65
        ("FIQR", {30: "remission", 31: "mild", 45: "mild", 46: "moderate", 65: "moderate", 66: "high"}),
    ],
)
def test_published_grades(name: str, bands: dict[int, str]) -> None:
    assert {score: MEASURES[name].band(Decimal(score)).startswith(words) for score, words in bands.items()} == (
        dict.fromkeys(bands, True)
    )
