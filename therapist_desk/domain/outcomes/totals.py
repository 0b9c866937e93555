"""Scores of forms from their answers by number, for those who add them up here.

The questions themselves belong to their owners; only how their numbers are put together stands here.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Final

from therapist_desk.domain.outcomes.answers import ZERO_TO_TEN, Answers, as_score, given_answers

HIT_6_WEIGHTS: Final = frozenset({6, 8, 10, 11, 13})
ZERO_TO_FIVE: Final = range(6)
ONE_TO_FIVE: Final = range(1, 6)
ZERO_TO_FOUR: Final = range(5)


def score_rmdq(ticked: Collection[int]) -> Decimal:
    """Count the statements ticked, numbered from 1 to 24 (Roland and Morris 1983, Spine 8:141).

    Nothing can be missing: a statement not ticked does not describe the client today.

    Raises:
        AnswerOutOfRangeError: there is no statement of that number.
    """
    numbers = sorted(set(ticked))
    return Decimal(len(given_answers("RMDQ", numbers, expected=len(numbers), choices=range(1, 25), most_missing=0)))


def score_odi(answers: Answers) -> Decimal:
    """Score ten sections of 0 to 5: 100 x sum / (5 x answered) (Fairbank and Pynsent 2000, Spine 25:2940).

    A section left out lowers the greatest possible sum by 5: 16 points of ten sections are 32 %, of nine 35.56 %.
    The paper sets no limit to how many; a form with no answer has no score.

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    there = given_answers("ODI", answers, expected=10, choices=ZERO_TO_FIVE, most_missing=9)
    return as_score(Fraction(100 * sum(there), 5 * len(there)))


def score_ndi(answers: Answers) -> Decimal:
    """Add up ten sections of 0 to 5, to 50 points; for one missing the mean of the others is added (Vernon).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    there = given_answers("NDI", answers, expected=10, choices=ZERO_TO_FIVE, most_missing=1)
    return as_score(Fraction(10 * sum(there), len(there)))


def score_quickdash(answers: Answers) -> Decimal:
    """Score eleven answers of 1 to 5: (mean - 1) x 25, at most one missing (Institute for Work and Health).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    there = given_answers("QuickDASH", answers, expected=11, choices=ONE_TO_FIVE, most_missing=1)
    return as_score((Fraction(sum(there), len(there)) - 1) * 25)


def score_lefs(answers: Answers) -> Decimal:
    """Add up twenty answers of 0 to 4 (Binkley 1999, Phys Ther 79:371).

    The form asks for an answer to each, and the paper gives no rule for a missing one: it is not made up here.

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return Decimal(sum(given_answers("LEFS", answers, expected=20, choices=ZERO_TO_FOUR, most_missing=0)))


def score_hit_6(answers: Answers) -> Decimal:
    """Add up six answers that weigh 6, 8, 10, 11 or 13 (never to always); all are needed (Kosinski 2003).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return Decimal(sum(given_answers("HIT-6", answers, expected=6, choices=HIT_6_WEIGHTS, most_missing=0)))


def score_bpi_severity(answers: Answers) -> Decimal:
    """Give the mean of worst, least, average and present pain, 0 to 10, all four needed (BPI User Guide, Cleeland).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return _mean("BPI, severity", answers, expected=4, most_missing=0)


def score_bpi_interference(answers: Answers) -> Decimal:
    """Give the mean of seven interference answers, 0 to 10, at least four of them needed (BPI User Guide, Cleeland).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return _mean("BPI, interference", answers, expected=7, most_missing=3)


def score_peg(answers: Answers) -> Decimal:
    """Give the mean of three answers, 0 to 10, all needed (Krebs 2009, J Gen Intern Med 24:733).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return _mean("PEG", answers, expected=3, most_missing=0)


def score_jfls_8(answers: Answers) -> Decimal:
    """Give the mean of eight answers, 0 to 10, at most two missing (Ohrbach and Knibbe, DC/TMD scoring manual 2021).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return _mean("JFLS-8", answers, expected=8, most_missing=2)


def score_jfls_20(answers: Answers) -> Decimal:
    """Give the mean of the means of mastication, mobility and communication, all three needed.

    Items 1 to 6 with at most two missing, 7 to 10 with at most one, 13 to 20 with at most two; 11 and 12 belong to
    none of them (Ohrbach and Knibbe, DC/TMD scoring manual 2021, appendix 1).

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    given_answers("JFLS-20", answers, expected=20, choices=ZERO_TO_TEN, most_missing=20)
    parts = (("mastication", 0, 6, 2), ("mobility", 6, 10, 1), ("communication", 12, 20, 2))
    means = [
        _exact_mean(f"JFLS-20, {name}", answers[first:last], last - first, ZERO_TO_TEN, most)
        for name, first, last, most in parts
    ]
    return as_score(sum(means, Fraction()) / len(means))


def score_bctq_symptoms(answers: Answers) -> Decimal:
    """Give the mean of eleven answers of 1 to 5, all needed: no rule for a missing one was read.

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return as_score(_exact_mean("BCTQ, symptoms", answers, 11, ONE_TO_FIVE, 0))


def score_bctq_function(answers: Answers) -> Decimal:
    """Give the mean of eight answers of 1 to 5, all needed: no rule for a missing one was read.

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    return as_score(_exact_mean("BCTQ, function", answers, 8, ONE_TO_FIVE, 0))


def _mean(measure: str, answers: Answers, *, expected: int, most_missing: int) -> Decimal:
    return as_score(_exact_mean(measure, answers, expected, ZERO_TO_TEN, most_missing))


def _exact_mean(measure: str, answers: Answers, expected: int, choices: range, most_missing: int) -> Fraction:
    there = given_answers(measure, answers, expected=expected, choices=choices, most_missing=most_missing)
    return Fraction(sum(there), len(there))
