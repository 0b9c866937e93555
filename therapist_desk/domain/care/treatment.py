"""The treatment planned for a case, and what its visits are to measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.procedures import PROCEDURES

LONGEST_MINUTES = 480
"""Longer than any session: more is a slip of the hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One thing to be done: where, for how long each time, how often and to what end. `code` is for billing."""

    treatment: str
    where: str = ""
    code: str = ""
    least_minutes: int | None = None
    most_minutes: int | None = None
    how_often: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """How often and for how long care is planned, and at which visit the plan is looked at again."""

    frequency: str = ""
    session_minutes: int | None = None
    visits: int | None = None
    review_at: int | None = None


class CheckKind(StrEnum):
    """What kind of thing is to be looked at."""

    MEASURE = "measure"
    TEST = "test"
    MOTION = "motion"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCheck:
    """A measure, a special test or a motion that the visits of a case are to take; `key` is its id or name."""

    kind: CheckKind
    key: str
    name: str


def line_problems(line: PlanLine) -> tuple[FieldProblem, ...]:
    """List what keeps a line of the plan from being taken."""
    problems: list[FieldProblem] = []
    if not line.treatment.strip():
        problems.append(FieldProblem("treatment", "required"))
    if line.code and line.code not in PROCEDURES:
        problems.append(FieldProblem("code", "unknown_procedure", {"codes": line.code}))
    minutes = [each for each in (line.least_minutes, line.most_minutes) if each is not None]
    if any(each < 1 for each in minutes):
        problems.append(FieldProblem("minutes", "at_least_one"))
    elif any(each > LONGEST_MINUTES for each in minutes):
        problems.append(FieldProblem("minutes", "too_many_minutes", {"most": LONGEST_MINUTES}))
    elif minutes != sorted(minutes):
        problems.append(FieldProblem("minutes", "minutes_reversed"))
    return tuple(problems)


def terms_problems(terms: PlanTerms) -> tuple[FieldProblem, ...]:
    """List what keeps the terms of a plan from being taken."""
    problems: list[FieldProblem] = []
    for name, value in (
        ("session_minutes", terms.session_minutes),
        ("visits", terms.visits),
        ("review_at", terms.review_at),
    ):
        if value is not None and value < 1:
            problems.append(FieldProblem(name, "at_least_one"))
    if terms.session_minutes is not None and terms.session_minutes > LONGEST_MINUTES:
        problems.append(FieldProblem("session_minutes", "too_many_minutes", {"most": LONGEST_MINUTES}))
    return tuple(problems)
