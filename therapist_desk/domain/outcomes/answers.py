"""Checking the answers of a form before they are scored."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from therapist_desk.domain.errors import ExpectedError

Answers = Sequence[int | None]
"""The answers in the order of the form, None where one is missing."""

ZERO_TO_TEN: Final = range(11)
_HUNDREDTH: Final = Decimal("0.01")


class AnswerOutOfRangeError(ExpectedError):
    """The form has no such answer; `number` counts from 1."""

    code = "answer_out_of_range"
    sentence = "Answer {number} of {measure} can be {choices}, not {answer}."


class AnswerCountError(ExpectedError):
    """More or fewer answers than the form has questions."""

    code = "answer_count"
    sentence = "{measure} has {expected} answers; {given} were given. Leave a missing one blank."


class TooManyMissingError(ExpectedError):
    """So many answers are missing that the published rule gives no score."""

    code = "too_many_missing"
    sentence = "{measure} cannot be scored: {missing} of {expected} answers are missing, and at most {most} may be."


def given_answers(
    measure: str, answers: Answers, *, expected: int, choices: Collection[int], most_missing: int
) -> list[int]:
    """Give the answers that are there.

    Raises:
        AnswerCountError: `answers` has not one entry for each question.
        AnswerOutOfRangeError: one is not among the `choices`.
        TooManyMissingError: more than `most_missing` are None.
    """
    if len(answers) != expected:
        raise AnswerCountError(measure=measure, expected=expected, given=len(answers))
    for number, answer in enumerate(answers, start=1):
        if answer is not None and answer not in choices:
            raise AnswerOutOfRangeError(measure=measure, number=number, choices=choice_words(choices), answer=answer)
    there = [answer for answer in answers if answer is not None]
    missing = expected - len(there)
    if missing > most_missing:
        raise TooManyMissingError(measure=measure, missing=missing, expected=expected, most=most_missing)
    return there


def as_score(value: Fraction) -> Decimal:
    """Write a score with at most two decimals, halves away from nought."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize() + 0


def choice_words(choices: Collection[int]) -> str:
    """Say which answers there are: "0 to 5", "6, 8, 10, 11 or 13"."""
    if isinstance(choices, range):
        return f"{min(choices)} to {max(choices)}"
    *some, last = map(str, sorted(choices))
    return f"{', '.join(some)} or {last}"
