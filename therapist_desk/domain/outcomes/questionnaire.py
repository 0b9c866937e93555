"""A measure as it is answered here: the score so far, and what its rule for missing answers does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.ids import MeasurementId
from therapist_desk.domain.outcomes.measure import Better, Measure, MinimalChange, check_score
from therapist_desk.domain.outcomes.own_forms import (
    FIQR_FUNCTION,
    USUAL_ACTIVITIES,
    Activity,
    PainRating,
    score_fiqr,
    score_psfs,
)
from therapist_desk.domain.outcomes.paper_form import PAPER_FORMS, as_answers
from therapist_desk.domain.outcomes.totals import score_rmdq

SCORING_VERSION: Final = "2"
"""Counted up whenever a score would come out differently, so that every stored one says how it was made."""
_SINGLE: Final = frozenset({"NPRS", "VAS", "PGIC", "GROC"})


class Caution(StrEnum):
    """Why a score counts for less."""

    FEW_ACTIVITIES = "few activities"
    HELD_INVALID = "held invalid"
    OUT_OF_ORDER = "out of order"


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

    NPRS is the pain now. In the RMDQ a statement left blank counts as not ticked. The PSFS is the mean of the
    activities rated, the FIQR wants one answer in each part and makes up for the others.
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


def caution(measure: Measure, answers: Sequence[Answer]) -> Caution | None:
    """Tell why a score counts for less than one of a whole form, or is worth asking again; None where it does not.

    The PSFS asks for three to five activities; of a single one only a change of 3 is more than chance (Stratford
    1995). The FIQR's authors give a rule for missing answers, and hold the form invalid where two or more are missing
    in function, or one anywhere else (Bennett, fiqr.info, scoring the FIQR).
    """
    missing = [answer.given is None for answer in answers]
    if measure.id == "NPRS":
        return Caution.OUT_OF_ORDER if PainRating(*(answer.given for answer in answers)).doubtful else None
    if measure.id == "PSFS":
        rated = sum(answer.given is not None and bool(answer.asked.strip()) for answer in answers)
        return Caution.FEW_ACTIVITIES if 0 < rated < USUAL_ACTIVITIES else None
    if measure.id == "FIQR" and not all(missing):
        held_invalid = sum(missing[:FIQR_FUNCTION]) > 1 or any(missing[FIQR_FUNCTION:])
        return Caution.HELD_INVALID if held_invalid else None
    return None


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


def with_paper_answers(taken: Measurement, measure: Measure, given: Sequence[int | None]) -> Measurement:
    """Give the same with the answers of the owner's form, by their numbers, scored anew; see `paper_problem`."""
    kept = replace(taken, answers=as_answers(given), before=None, scoring=SCORING_VERSION)
    if paper_problem(measure, given) is not None:
        return kept
    return replace(kept, before=PAPER_FORMS[measure.id].score(given))


def paper_problem(measure: Measure, given: Sequence[int | None]) -> ExpectedError | None:
    """Say what keeps the score of a paper form back, such as too many answers missing."""
    try:
        PAPER_FORMS[measure.id].score(given)
    except ExpectedError as problem:
        return problem
    return None


def with_total(taken: Measurement, measure: Measure, total: Decimal | None) -> Measurement:
    """Give the same with a total from the owner's form, in place of its answers.

    Raises:
        ScoreOutOfRangeError, ScoreNotWholeError: the form gives no such total.
    """
    score = None if total is None else check_score(measure, total)
    return replace(taken, before=score, answers=(), scoring=SCORING_VERSION)
