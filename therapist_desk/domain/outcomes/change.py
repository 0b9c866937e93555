"""Whether a change between two scores means something."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.outcomes.measure import Better, Measure, MinimalChange, check_score

_HUNDRED: Final = Decimal(100)


class Verdict(StrEnum):
    """What a change amounts to."""

    IMPROVED = "improved"
    WITHIN_ERROR = "within error"
    WORSE = "worse"
    NOT_JUDGED = "not judged"


class NoBaselineError(ExpectedError):
    """A change needs two scores."""

    code = "no_baseline"
    sentence = "{measure} has no baseline yet. Take it once more before a change is judged."


@dataclass(frozen=True, slots=True)
class Change:
    """A change, `better_by` so many points (negative where worse), judged `against` a published minimal change.

    Not judged: none is published for this measure and condition, or it is a percentage of a baseline of nothing.
    """

    verdict: Verdict
    better_by: Decimal
    against: MinimalChange | None


def minimal_change(measure: Measure, condition: str = "") -> MinimalChange | None:
    """Choose the minimal change to judge by: the one found for the condition, else the first found for any.

    Where all were found for other conditions, the largest of them is taken: no change is called one too early.
    """
    own = next((each for each in measure.changes if condition and condition in each.conditions), None)
    general = next((each for each in measure.changes if not each.conditions), None)
    return own or general or max(measure.changes, key=lambda each: each.amount, default=None)


def stricter_change(measure: Measure, than: MinimalChange) -> MinimalChange | None:
    """Choose the largest change that another source gives for the same conditions; None where none is larger."""
    rivals = [
        each
        for each in measure.changes
        if each.citation != than.citation
        and each.conditions == than.conditions
        and each.percent is than.percent
        and each.amount > than.amount
    ]
    return max(rivals, key=lambda each: each.amount, default=None)


def change_verdict(measure: Measure, baseline: Decimal | None, now: Decimal, condition: str = "") -> Change:
    """Judge the change from `baseline` to `now`: improved or worse by at least the minimal change, or within error.

    A measure that rates a change by itself (PGIC, GROC) needs no baseline and takes none into account: it counts
    from its own "no change".

    Raises:
        NoBaselineError: there is none, and one is needed.
        ScoreOutOfRangeError, ScoreNotWholeError: one of the scores cannot be.
    """
    check_score(measure, now)
    start = baseline if measure.unchanged is None else measure.unchanged
    if start is None:
        raise NoBaselineError(measure=measure.name)
    check_score(measure, start)
    better_by = start - now if measure.better is Better.LOWER else now - start
    against = minimal_change(measure, condition)
    if against is None or (against.percent and not start):
        return Change(Verdict.NOT_JUDGED, better_by, against)
    least = start * against.amount / _HUNDRED if against.percent else against.amount
    if better_by >= least:
        return Change(Verdict.IMPROVED, better_by, against)
    return Change(Verdict.WORSE if better_by <= -least else Verdict.WITHIN_ERROR, better_by, against)
