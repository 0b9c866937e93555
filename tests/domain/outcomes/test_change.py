from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.outcomes.measures import measure, minimal
from therapist_desk.domain.outcomes.change import (
    Change,
    NoBaselineError,
    Verdict,
    change_verdict,
    minimal_change,
    stricter_change,
)
from therapist_desk.domain.outcomes.measure import (
    Better,
    ScoreNotWholeError,
    ScoreOutOfRangeError,
    check_score,
)

SCORES = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        ("40", Verdict.IMPROVED),
        ("40.01", Verdict.WITHIN_ERROR),
        ("50", Verdict.WITHIN_ERROR),
        ("59.99", Verdict.WITHIN_ERROR),
        ("60", Verdict.WORSE),
    ],
)
def test_a_change_counts_from_the_minimal_change_on(now: str, verdict: Verdict) -> None:
    assert change_verdict(measure(minimal("10")), Decimal(50), Decimal(now)).verdict is verdict


def test_where_higher_is_better_a_rise_is_an_improvement() -> None:
    lefs = measure(minimal("9"), highest=80, better=Better.HIGHER, whole=True)

    assert change_verdict(lefs, Decimal(40), Decimal(49)).verdict is Verdict.IMPROVED
    assert change_verdict(lefs, Decimal(40), Decimal(31)).verdict is Verdict.WORSE
    assert change_verdict(lefs, Decimal(40), Decimal(48)).better_by == 8


def test_a_percentage_is_one_of_the_baseline() -> None:
    fiqr = measure(minimal("14", percent=True))

    assert change_verdict(fiqr, Decimal(50), Decimal(43)).verdict is Verdict.IMPROVED
    assert change_verdict(fiqr, Decimal(50), Decimal("43.1")).verdict is Verdict.WITHIN_ERROR
    assert change_verdict(fiqr, Decimal(0), Decimal(20)).verdict is Verdict.NOT_JUDGED


def test_without_a_published_change_nothing_is_judged() -> None:
    change = change_verdict(measure(), Decimal(50), Decimal(10))

    assert change == Change(Verdict.NOT_JUDGED, Decimal(40), None)


def test_a_rating_of_change_counts_from_no_change() -> None:
    pgic = measure(minimal("2"), lowest=1, highest=7, whole=True, unchanged=4)

    verdicts = [change_verdict(pgic, None, Decimal(score)).verdict for score in range(1, 8)]

    within = [Verdict.WITHIN_ERROR] * 3
    assert verdicts == [Verdict.IMPROVED, Verdict.IMPROVED, *within, Verdict.WORSE, Verdict.WORSE]


def test_the_change_found_for_the_condition_is_taken_before_others() -> None:
    headache, migraine = minimal("8", conditions=("tension headache",)), minimal("6", conditions=("migraine",))

    assert minimal_change(measure(migraine, headache), "migraine") is migraine
    assert minimal_change(measure(migraine, headache), "whiplash") is headache  # the larger: no change too early
    assert minimal_change(measure(migraine, anywhere := minimal("3"))) is anywhere


def test_a_change_needs_a_baseline() -> None:
    with pytest.raises(NoBaselineError):
        change_verdict(measure(minimal("10")), None, Decimal(3))


@given(SCORES, SCORES)
def test_better_and_worse_mirror_each_other(one: Decimal, other: Decimal) -> None:
    there = change_verdict(measure(minimal("7.5")), one, other)
    back = change_verdict(measure(minimal("7.5")), other, one)
    turned = change_verdict(measure(minimal("7.5"), better=Better.HIGHER), other, one)

    mirror = {Verdict.IMPROVED: Verdict.WORSE, Verdict.WORSE: Verdict.IMPROVED}
    assert back.verdict is mirror.get(there.verdict, there.verdict)
    assert back.better_by == -there.better_by
    assert turned == there


@pytest.mark.parametrize("score", ["-0.1", "100.1", "NaN", "Infinity", "-Infinity", "sNaN"])
def test_a_score_outside_the_range_is_refused_with_the_range(score: str) -> None:
    with pytest.raises(ScoreOutOfRangeError, match="from 0 to 100"):
        check_score(measure(), Decimal(score))


def test_a_measure_may_have_no_upper_end() -> None:
    assert check_score(measure(highest=None), Decimal(270)) == 270


def test_a_count_has_no_decimals() -> None:
    assert check_score(measure(whole=True), Decimal("5.0")) == 5
    with pytest.raises(ScoreNotWholeError):
        check_score(measure(whole=True), Decimal("5.5"))


def test_both_scores_of_a_change_are_checked() -> None:
    for baseline, now in ((Decimal(101), Decimal(5)), (Decimal(5), Decimal(-1))):
        with pytest.raises(ScoreOutOfRangeError):
            change_verdict(measure(minimal("10")), baseline, now)


def test_the_stricter_change_is_another_sources_for_the_same() -> None:
    mild, own = minimal("5"), minimal("9")
    strict = replace(minimal("7"), citation="Another 2014")
    other = replace(minimal("8"), citation="Another 2014", conditions=("migraine",))
    assert stricter_change(measure(mild, strict, own, other), mild) is strict
    assert stricter_change(measure(mild, own, other), mild) is None
