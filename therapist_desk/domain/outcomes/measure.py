"""What an outcome measure is, and which scores it can have."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from therapist_desk.domain.errors import ExpectedError


class Better(StrEnum):
    """Which way a score goes when the client does."""

    LOWER = "lower"
    HIGHER = "higher"


class Basis(StrEnum):
    """What an entry rests on; none has been reviewed by a clinician."""

    SOURCE_READ = "source read"
    KNOWN_PRACTICE = "known practice"


class ScoreOutOfRangeError(ExpectedError):
    """No form of this measure gives such a score; `lowest` and `highest` are in `values`."""

    code = "score_out_of_range"
    sentence = "{measure} goes from {lowest} to {highest}; {score} cannot be right. Look at the form again."


class ScoreNotWholeError(ExpectedError):
    """The measure is counted or added up from whole numbers."""

    code = "score_not_whole"
    sentence = "{measure} is a whole number; {score} cannot be right. Look at the form again."


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimalChange:
    """The smallest change that matters, in points of the measure or, with `percent`, in percent of the baseline.

    It holds for `conditions`, or for any where there are none named.
    """

    amount: Decimal
    percent: bool
    context: str
    citation: str
    basis: Basis
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A question that may be shown, with the words at the two ends of its scale."""

    text: str
    group: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A score that has words: an answer to choose, or the first score of a band."""

    score: Decimal
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An outcome measure.

    `highest` is None where there is no upper end. `changes` are the minimal important changes published for it,
    the one to judge by first. `unchanged` is the score for "no change" of a measure that itself rates a change.
    `items`, `choices` and `instructions` stand only where the licence lets them be shown: without them a total is
    entered that was obtained on the owner's form.
    """

    id: str
    name: str
    lowest: Decimal
    highest: Decimal | None
    whole: bool
    better: Better
    scoring: str
    changes: tuple[MinimalChange, ...]
    unchanged: Decimal | None
    instructions: str
    items: tuple[Item, ...]
    choices: tuple[Named, ...]
    bands: tuple[Named, ...]
    bands_source: str
    licence: str
    attribution: str
    source: str
    basis: Basis
    conditions: tuple[str, ...]

    @property
    def total_only(self) -> bool:
        """Whether no question of it may be shown."""
        return not (self.items or self.choices)

    def band(self, score: Decimal) -> str:
        """Give the words published for a score, or an empty text where there are none."""
        return next((band.words for band in reversed(self.bands) if band.score <= score), "")


def check_score(measure: Measure, score: Decimal) -> Decimal:
    """Give back a score that the measure can have.

    Raises:
        ScoreOutOfRangeError: it lies outside the range, or is no number.
        ScoreNotWholeError: it has decimals and the measure has none.
    """
    too_high = measure.highest is not None and score.is_finite() and score > measure.highest
    if not score.is_finite() or score < measure.lowest or too_high:
        highest = "any number" if measure.highest is None else str(measure.highest)
        raise ScoreOutOfRangeError(
            measure=measure.name, lowest=str(measure.lowest), highest=highest, score=str(score)[:12]
        )
    if measure.whole and score != score.to_integral_value():
        raise ScoreNotWholeError(measure=measure.name, score=str(score)[:12])
    return score
