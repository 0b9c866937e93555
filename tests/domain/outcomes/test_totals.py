from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.outcomes.answers import (
    AnswerCountError,
    AnswerOutOfRangeError,
    Answers,
    TooManyMissingError,
)
from therapist_desk.domain.outcomes.totals import (
    score_bpi_interference,
    score_bpi_severity,
    score_hit_6,
    score_lefs,
    score_ndi,
    score_odi,
    score_peg,
    score_quickdash,
    score_rmdq,
)

Score = Callable[[Answers], Decimal]


def test_the_published_examples_of_the_odi() -> None:
    # Fairbank and Pynsent 2000: 16 points of ten sections are 32 %, of nine 35.5 %.
    assert score_odi([2, 2, 2, 2, 2, 2, 2, 2, 0, 0]) == 32
    assert score_odi([2, 2, 2, 2, 2, 2, 2, 2, 0, None]) == Decimal("35.56")
    assert score_odi([5] * 10) == 100
    assert score_odi([5, *[None] * 9]) == 100


def test_a_missing_section_of_the_ndi_counts_as_the_mean_of_the_others() -> None:
    assert score_ndi([3] * 10) == 30
    assert score_ndi([3] * 9 + [None]) == 30
    assert score_ndi([2] * 8 + [1, None]) == Decimal("18.89")


def test_quickdash_is_the_mean_less_one_times_twenty_five() -> None:
    assert score_quickdash([1] * 11) == 0
    assert score_quickdash([5] * 11) == 100
    assert score_quickdash([3, 2, 4, 1, 3, 2, 3, 4, 2, 3, 3]) == Decimal("43.18")  # (30 / 11 - 1) x 25
    assert score_quickdash([3, 2, 4, 1, 3, 2, 3, 4, 2, 3, None]) == Decimal("42.5")  # (27 / 10 - 1) x 25


def test_sums_and_means() -> None:
    assert score_lefs([4] * 20) == 80
    assert score_lefs([0, 1, 2, 3, 4] * 4) == 40
    assert score_hit_6([6] * 6) == 36
    assert score_hit_6([13] * 6) == 78
    assert score_hit_6([6, 8, 10, 11, 13, 13]) == 61
    assert score_bpi_severity([8, 3, 5, 6]) == Decimal("5.5")
    assert score_bpi_interference([7, 6, 5, 4, None, None, None]) == Decimal("5.5")
    assert score_bpi_interference([1, 2, 3, 4, 5, 6, 7]) == 4
    assert score_peg([4, 5, 5]) == Decimal("4.67")


def test_rmdq_counts_each_statement_once() -> None:
    assert score_rmdq([]) == 0
    assert score_rmdq([3, 7, 7, 24]) == 3
    assert score_rmdq(range(1, 25)) == 24


@pytest.mark.parametrize("number", [0, 25, -1])
def test_rmdq_has_no_other_statements(number: int) -> None:
    with pytest.raises(AnswerOutOfRangeError):
        score_rmdq([1, number])


FORMS = [
    (score_odi, 10, 5, 9),
    (score_ndi, 10, 5, 1),
    (score_quickdash, 11, 5, 1),
    (score_lefs, 20, 4, 0),
    (score_hit_6, 6, 13, 0),
    (score_bpi_severity, 4, 10, 0),
    (score_bpi_interference, 7, 10, 3),
    (score_peg, 3, 10, 0),
]


@pytest.mark.parametrize(("score", "count", "answer", "most"), FORMS)
def test_one_more_missing_than_the_rule_allows_gives_no_score(
    score: Score, count: int, answer: int, most: int
) -> None:
    score([answer] * (count - most) + [None] * most)
    with pytest.raises(TooManyMissingError) as refused:
        score([answer] * (count - most - 1) + [None] * (most + 1))

    assert refused.value.values["most"] == most


@pytest.mark.parametrize(("score", "count", "answer", "most"), FORMS)
def test_a_form_has_its_number_of_answers(score: Score, count: int, answer: int, most: int) -> None:
    for given_count in (0, count - 1, count + 1):
        with pytest.raises(AnswerCountError):
            score([answer] * given_count)
    assert most < count


@pytest.mark.parametrize(("score", "count", "answer", "most"), FORMS)
@pytest.mark.parametrize("wrong", [-1, 14])
def test_an_answer_that_the_form_lacks_is_named_by_its_number(
    score: Score, count: int, answer: int, most: int, wrong: int
) -> None:
    with pytest.raises(AnswerOutOfRangeError) as refused:
        score([answer, wrong, *[answer] * (count - 2)])

    assert refused.value.values["number"] == 2
    assert most < count


def test_the_weights_of_hit_6_are_said_as_they_are() -> None:
    with pytest.raises(AnswerOutOfRangeError, match="6, 8, 10, 11 or 13, not 7"):
        score_hit_6([7] * 6)


@given(st.lists(st.integers(0, 5), min_size=10, max_size=10), st.integers(0, 9))
def test_a_worse_answer_never_gives_a_better_odi(answers: list[int], place: int) -> None:
    worse = [*answers]
    worse[place] = min(5, worse[place] + 1)

    assert 0 <= score_odi(answers) <= score_odi(worse) <= 100


@given(st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=11, max_size=11), st.randoms())
def test_the_order_of_answers_does_not_matter(answers: list[int | None], random: Random) -> None:
    shuffled = [*answers]
    random.shuffle(shuffled)
    try:
        score = score_quickdash(answers)
    except TooManyMissingError:
        assert answers.count(None) > 1
        return

    assert score == score_quickdash(shuffled)
    assert 0 <= score <= 100
