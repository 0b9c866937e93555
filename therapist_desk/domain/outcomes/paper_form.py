"""Answers read off a paper form whose questions may not be shown: its numbers, in its order, are enough."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.measurement import Answer
from therapist_desk.domain.outcomes import totals
from therapist_desk.domain.outcomes.answers import ZERO_TO_TEN, Answers, choice_words

_BETWEEN: Final = re.compile(r"[\s,;]+")
_LEFT_OUT: Final = frozenset({"-", "–", "—", "−", "x", "?", "_", "n/a", "na"})
_ONE_FIGURE: Final = 9
MISSING: Final = "–"


class AnswerNotReadError(ExpectedError):
    """It stands among the answers and is none of them."""

    code = "answer_not_read"
    sentence = "“{text}” is no answer of {measure}: they are {choices}, or – for one left out."


@dataclass(frozen=True, slots=True)
class PaperForm:
    """How many answers a form has, which they can be, and how they are put together."""

    count: int
    choices: Collection[int]
    score: Callable[[Answers], Decimal]

    @property
    def choice_words(self) -> str:
        """Which answers there are: "1 to 5"."""
        return choice_words(self.choices)


PAPER_FORMS: Final[Mapping[str, PaperForm]] = MappingProxyType(
    {
        "ODI": PaperForm(10, totals.ZERO_TO_FIVE, totals.score_odi),
        "NDI": PaperForm(10, totals.ZERO_TO_FIVE, totals.score_ndi),
        "QuickDASH": PaperForm(11, totals.ONE_TO_FIVE, totals.score_quickdash),
        "LEFS": PaperForm(20, totals.ZERO_TO_FOUR, totals.score_lefs),
        "HIT-6": PaperForm(6, totals.HIT_6_WEIGHTS, totals.score_hit_6),
        "BPI-severity": PaperForm(4, ZERO_TO_TEN, totals.score_bpi_severity),
        "BPI-interference": PaperForm(7, ZERO_TO_TEN, totals.score_bpi_interference),
        "PEG": PaperForm(3, ZERO_TO_TEN, totals.score_peg),
        "JFLS-8": PaperForm(8, ZERO_TO_TEN, totals.score_jfls_8),
        "JFLS-20": PaperForm(20, ZERO_TO_TEN, totals.score_jfls_20),
        "BCTQ-SSS": PaperForm(11, totals.ONE_TO_FIVE, totals.score_bctq_symptoms),
        "BCTQ-FSS": PaperForm(8, totals.ONE_TO_FIVE, totals.score_bctq_function),
    }
)
"""By the measure's id."""


def read_answers(measure: str, text: str) -> tuple[int | None, ...]:
    """Read answers as typed, in the order of the form: "3 2 – 4", or "32-4" where each has one figure.

    Fewer than the form has are given as they are: somebody is still typing.

    Raises:
        AnswerNotReadError: one of them is no answer of this form, or there are more than it has.
    """
    form = PAPER_FORMS[measure]
    typed = [part for part in _BETWEEN.split(text.strip().lower()) if part]
    if len(typed) == 1 and max(form.choices) <= _ONE_FIGURE:
        typed = list(typed[0])
    answers: list[int | None] = []
    for part in typed:
        given = int(part) if part.isascii() and part.isdecimal() and len(part) <= len("10") else None
        unread = given is None and part not in _LEFT_OUT
        if unread or (given is not None and given not in form.choices) or len(answers) == form.count:
            raise AnswerNotReadError(text=part[:12], measure=measure, choices=f"{form.count} of {form.choice_words}")
        answers.append(given)
    return tuple(answers)


def as_answers(given: Sequence[int | None]) -> tuple[Answer, ...]:
    """Keep them by their numbers: the questions stand on the owner's form."""
    return tuple(Answer(str(number), each) for number, each in enumerate(given, 1))


def answers_text(answers: Sequence[Answer]) -> str:
    """Write answers as they are typed."""
    return " ".join(MISSING if each.given is None else str(each.given) for each in answers)
