"""A measure as it is answered here: the score so far, and what its rule for missing answers does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.motion import NotANumberError, read_number
from therapist_desk.domain.outcomes.measure import Better, Measure, MinimalChange, check_score
from therapist_desk.domain.outcomes.own_forms import Activity, score_fiqr, score_psfs
from therapist_desk.domain.outcomes.totals import score_rmdq

SCORING_VERSION: Final = "1"
"""Counted up whenever a score would come out differently, so that every stored one says how it was made."""
READ_AS_PERCENT: Final = frozenset({"NDI"})
"""Measures scored in points that reviewers' guides give in percent of the most there is: both are shown."""
_HUNDRED: Final = Decimal(100)
_SINGLE: Final = frozenset({"NPRS", "VAS", "PGIC", "GROC"})


@dataclass(frozen=True, slots=True)
class Scored:
    """The score, or None with the `problem` that keeps it back; `missing` answers were made up for by the rule.

    Nothing answered yet is neither a score nor a problem.
    """

    score: Decimal | None = None
    missing: int = 0
    problem: ExpectedError | None = None


def score_answers(measure: Measure, answers: Sequence[Answer]) -> Scored:
    """Score what has been answered of NPRS, PSFS, RMDQ, FIQR, PGIC or GROC, as published.

    NPRS is the pain now. In the RMDQ a statement left blank counts as not ticked. The PSFS wants three activities,
    the FIQR one answer in each part, and makes up for the others.
    """
    given = [answer.given for answer in answers]
    missing = sum(each is None for each in given)
    if missing == len(given):
        return Scored()
    try:
        if measure.id == "PSFS":
            rated = [Activity(answer.asked, answer.given) for answer in answers if answer.asked.strip()]
            return Scored(score_psfs(rated), sum(each.score is None for each in rated))
        if measure.id == "RMDQ":
            return Scored(score_rmdq([place for place, each in enumerate(given, 1) if each]))
        if measure.id == "FIQR":
            return Scored(score_fiqr(given).total, missing)
        first = given[0]
        return Scored(None if first is None else check_score(measure, Decimal(first)))
    except ExpectedError as problem:
        return Scored(missing=missing, problem=problem)


def blank_answers(measure: Measure, activities: Iterable[str] = ()) -> tuple[Answer, ...]:
    """Give the questions of a measure, none answered; `activities` are the client's own, for the PSFS."""
    if measure.id == "PSFS":
        return tuple(Answer(words) for words in activities)
    if measure.choices:
        return (Answer(measure.name),)
    return tuple(Answer(item.text) for item in measure.items)


def kind_of(measure: Measure) -> MeasurementKind:
    """Tell a single rating from a form."""
    return MeasurementKind.SCORE if measure.id in _SINGLE else MeasurementKind.QUESTIONNAIRE


def scale_of(measure: Measure) -> str:
    """Write the scale behind a score: "/50"; empty where it does not go from nought or one to a top."""
    if measure.highest is None or measure.lowest < 0:
        return ""
    return f"/{measure.highest}"


def read_total(measure: Measure, text: str) -> Decimal | None:
    """Read a total as typed, in points, or with a percent sign where the measure is read so too; None for nothing.

    Raises:
        NotANumberError: it is none, or a percentage of a measure that is never read as one.
    """
    typed = text.strip()
    value = read_number(typed)
    if value is None or measure.highest is None or not typed.endswith("%") or measure.highest == _HUNDRED:
        return value
    if measure.id not in READ_AS_PERCENT:
        raise NotANumberError(text=typed[:20])
    return value * measure.highest / _HUNDRED


def judged_by(measure: Measure) -> str:
    """Write which way is better and every minimal important change published, each with its source."""
    way = "lower is better" if measure.better is Better.LOWER else "higher is better"
    if not measure.changes:
        return f"{way}; no minimal important change is published in the sources read"
    return f"{way}; minimal important change: {'; '.join(_change_words(each) for each in measure.changes)}"


def _change_words(change: MinimalChange) -> str:
    amount = f"{change.amount} %" if change.percent else str(change.amount)
    return f"{amount} ({change.context}: {change.citation}, {change.basis.value})"


def new_score(measure: Measure, measurement_id: MeasurementId, activities: Iterable[str] = ()) -> Measurement:
    """Begin to take a measure; nothing is answered yet."""
    return Measurement(
        id=measurement_id,
        kind=kind_of(measure),
        name=measure.name,
        unit=scale_of(measure),
        measure=measure.id,
        answers=blank_answers(measure, activities),
        judged_by=judged_by(measure),
    )


def with_answers(taken: Measurement, measure: Measure, answers: Sequence[Answer]) -> Measurement:
    """Give the same with other answers, scored anew."""
    score = score_answers(measure, answers).score
    return replace(taken, answers=tuple(answers), before=score, scoring=SCORING_VERSION)


def with_total(taken: Measurement, measure: Measure, total: Decimal | None) -> Measurement:
    """Give the same with a total from the owner's form.

    Raises:
        ScoreOutOfRangeError, ScoreNotWholeError: the form gives no such total.
    """
    return replace(taken, before=None if total is None else check_score(measure, total), scoring=SCORING_VERSION)
