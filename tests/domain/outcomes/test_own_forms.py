from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.outcomes.answers import AnswerCountError, AnswerOutOfRangeError, TooManyMissingError
from therapist_desk.domain.outcomes.own_forms import (
    Activity,
    ActivityCountError,
    ActivityUnnamedError,
    FiqrScore,
    PainRating,
    score_fiqr,
    score_psfs,
)


def _activities(*scores: int | None) -> list[Activity]:
    return [Activity(f"activity {number}", score) for number, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("scores", "mean"),
    [((3, 4, 5), "4"), ((0, 0, 1), "0.33"), ((10,) * 5, "10"), ((2, 3, 5, 4), "3.5"), ((3,), "3"), ((3, 4), "3.5")],
)
def test_psfs_is_the_sum_of_the_scores_by_the_number_of_activities(scores: tuple[int, ...], mean: str) -> None:
    assert score_psfs(_activities(*scores)) == Decimal(mean)


def test_an_activity_not_rated_this_time_counts_neither_way() -> None:
    assert score_psfs(_activities(4, None, 5, 6)) == 5


@pytest.mark.parametrize("scores", [(), (None,), (None, None, None), (1, 2, 3, 4, 5, 6)])
def test_psfs_of_no_or_too_many_activities_is_refused(scores: tuple[int | None, ...]) -> None:
    with pytest.raises(ActivityCountError):
        score_psfs(_activities(*scores))


def test_an_activity_needs_words_and_a_score_within_the_scale() -> None:
    with pytest.raises(ActivityUnnamedError, match="activity 2"):
        score_psfs([Activity("lifting", 3), Activity("  ", 4), Activity("sleeping", 5)])
    with pytest.raises(AnswerOutOfRangeError):
        score_psfs(_activities(3, 11, 4))


def test_the_fiqr_divides_its_parts_by_three_one_and_two() -> None:
    score = score_fiqr([5] * 9 + [4, 6] + [7] * 10)

    assert score == FiqrScore(Decimal(15), Decimal(10), Decimal(35), Decimal(60))
    assert score_fiqr([10] * 21).total == 100
    assert score_fiqr([0] * 21).total == 0


def test_missing_answers_of_the_fiqr_are_made_up_for_within_their_part() -> None:
    # Bennett: of x answers on function the sum is multiplied by 9/x, of impact by 2/x, of symptoms by 10/x.
    score = score_fiqr([6, 7, 8, None, 5, 6, 7, 8, None, None, 9, 7, 8, 9, 7, 8, None, 9, 8, 7, 8])

    assert score.function == Decimal("20.14")  # 47 x 9/7 / 3
    assert score.impact == 18
    assert score.symptoms == Decimal("39.44")  # 71 x 10/9 / 2
    assert score.total == Decimal("77.59")  # of the exact parts, not of the rounded ones


@pytest.mark.parametrize("gap", [slice(0, 9), slice(9, 11), slice(11, 21)])
def test_a_part_of_the_fiqr_without_an_answer_gives_no_score(gap: slice) -> None:
    answers: list[int | None] = [5] * 21
    answers[gap] = [None] * len(answers[gap])

    with pytest.raises(TooManyMissingError):
        score_fiqr(answers)


def test_the_fiqr_has_twenty_one_answers_from_nought_to_ten() -> None:
    with pytest.raises(AnswerCountError):
        score_fiqr([5] * 20)
    with pytest.raises(AnswerOutOfRangeError):
        score_fiqr([5] * 20 + [11])


@given(st.lists(st.integers(0, 10), min_size=21, max_size=21), st.data())
def test_leaving_out_equal_answers_changes_no_fiqr(answers: list[int], data: st.DataObject) -> None:
    level = answers[0]
    even = [level] * 9 + answers[9:]
    left_out = data.draw(st.sets(st.integers(0, 8), max_size=8))

    gaps = [None if place in left_out else answer for place, answer in enumerate(even)]

    assert score_fiqr(gaps) == score_fiqr(even)
    assert 0 <= score_fiqr(answers).total <= 100


@pytest.mark.parametrize("rating", [(11, None, None), (None, -1, None), (None, None, 12)])
def test_pain_is_rated_from_nought_to_ten(rating: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(AnswerOutOfRangeError):
        PainRating(*rating)


@pytest.mark.parametrize(
    ("now", "worst", "best", "doubtful"),
    [
        (4, 8, 2, False),
        (4, 4, 4, False),
        (None, 8, 2, False),
        (None, None, None, False),
        (9, 8, 2, True),
        (1, 8, 2, True),
        (None, 2, 3, True),
    ],
)
def test_a_rating_out_of_order_is_questioned_and_not_refused(
    now: int | None, worst: int | None, best: int | None, *, doubtful: bool
) -> None:
    assert PainRating(now, worst, best).doubtful is doubtful
