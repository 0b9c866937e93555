"""Measures that are asked here, question by question: NPRS, PSFS and FIQR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.outcomes.answers import (
    ZERO_TO_TEN,
    AnswerCountError,
    Answers,
    as_score,
    given_answers,
)

USUAL_ACTIVITIES: Final = 3
MOST_ACTIVITIES: Final = 5
FIQR_FUNCTION: Final = 9
_IMPACT, _SYMPTOMS = 2, 10


class ActivityUnnamedError(ExpectedError):
    """An activity of the PSFS without words cannot be asked for again."""

    code = "activity_unnamed"
    sentence = "Say what activity {number} is, in the client's own words."


class ActivityCountError(ExpectedError):
    """The PSFS is the mean of one to five activities."""

    code = "activity_count"
    sentence = "PSFS takes 1 to {most} rated activities; there are {given}."


@dataclass(frozen=True, slots=True)
class PainRating:
    """NPRS, each a whole number from 0 to 10; None where it was not asked."""

    now: int | None = None
    worst: int | None = None
    best: int | None = None

    def __post_init__(self) -> None:
        given_answers("NPRS", (self.now, self.worst, self.best), expected=3, choices=ZERO_TO_TEN, most_missing=3)

    @property
    def doubtful(self) -> bool:
        """Whether the pain now, or the best, is above the worst, or now below the best: worth asking again."""
        rising = [score for score in (self.best, self.now, self.worst) if score is not None]
        return rising != sorted(rising)


@dataclass(frozen=True, slots=True)
class Activity:
    """Something the client cannot do as wanted, rated from 0, unable, to 10, as before; None where not rated."""

    words: str
    score: int | None


def score_psfs(activities: Sequence[Activity]) -> Decimal:
    """Give the sum of the activities' scores divided by their number (Stratford 1995, Physiother Can 47:258).

    The form asks for three, and leaves room for five. One that was not rated this time counts neither in the sum
    nor in the number.

    Raises:
        ActivityUnnamedError, AnswerOutOfRangeError: one of them cannot be taken.
        ActivityCountError: none is rated, or there are more than five.
    """
    for number, activity in enumerate(activities, start=1):
        if not activity.words.strip():
            raise ActivityUnnamedError(number=number)
    scores = [activity.score for activity in activities]
    there = given_answers("PSFS", scores, expected=len(scores), choices=ZERO_TO_TEN, most_missing=len(scores))
    if not there or len(scores) > MOST_ACTIVITIES:
        raise ActivityCountError(most=MOST_ACTIVITIES, given=len(scores) if there else 0)
    return as_score(Fraction(sum(there), len(there)))


@dataclass(frozen=True, slots=True)
class FiqrScore:
    """The three parts of the FIQR, 0 to 30, 0 to 20 and 0 to 50, and their total."""

    function: Decimal
    impact: Decimal
    symptoms: Decimal
    total: Decimal


def score_fiqr(answers: Answers) -> FiqrScore:
    """Score nine answers on function, two on impact and ten on symptoms, each 0 to 10.

    The sums are divided by 3, 1 and 2 and added. Of a part with x answers the sum is first multiplied by 9/x, 2/x
    or 10/x (Bennett 2009, Arthritis Res Ther 11:R120; myalgia.com, scoring the FIQR). A part without any has none.

    Raises:
        AnswerCountError, AnswerOutOfRangeError, TooManyMissingError: see `given_answers`.
    """
    expected = FIQR_FUNCTION + _IMPACT + _SYMPTOMS
    if len(answers) != expected:
        raise AnswerCountError(measure="FIQR", expected=expected, given=len(answers))
    function = _part("FIQR, function", answers[:FIQR_FUNCTION]) / 3
    impact = _part("FIQR, impact", answers[FIQR_FUNCTION : FIQR_FUNCTION + _IMPACT])
    symptoms = _part("FIQR, symptoms", answers[FIQR_FUNCTION + _IMPACT :]) / 2
    return FiqrScore(as_score(function), as_score(impact), as_score(symptoms), as_score(function + impact + symptoms))


def _part(name: str, answers: Answers) -> Fraction:
    there = given_answers(name, answers, expected=len(answers), choices=ZERO_TO_TEN, most_missing=len(answers) - 1)
    return Fraction(sum(there) * len(answers), len(there))
