"""Cases: one condition under care, with its diagnoses, goals and plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from therapist_desk.domain.care.discharge import DischargeReason
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.care.treatment import PlanLine, PlannedCheck, PlanTerms
from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.ids import CaseId, ClientId, PayerId


class Mechanism(StrEnum):
    """How the complaint began."""

    INJURY = "injury"
    MOTOR_VEHICLE = "motor vehicle"
    WORK = "work"
    GRADUAL = "gradual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """An ICD-10-CM diagnosis, with who gave it and when: massage therapists do not diagnose."""

    code: str
    title: str
    given_by: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Who pays for a case, and the numbers by which they know it."""

    payer_id: PayerId
    insured_id: str = ""
    claim_number: str = ""
    group_number: str = ""
    date_of_injury: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One condition under care.

    `plan_lines` and `terms` say what `plan` says in words for older cases; `home_care` has one thing a line.
    `checks` are what its visits are to measure. `discharge_reason` is in words, `discharged` the same by kind.
    `reported_on` is the day of the last progress report to whoever ordered or pays; None where none was made.
    """

    id: CaseId
    client_id: ClientId
    title: str
    complaint: str = ""
    onset: date | None = None
    mechanism: Mechanism = Mechanism.UNKNOWN
    aggravating: str = ""
    easing: str = ""
    prior_care: str = ""
    diagnoses: tuple[Diagnosis, ...] = ()
    goals: tuple[Goal, ...] = ()
    plan: str = ""
    home_care: str = ""
    coverage: Coverage | None = None
    opened_on: date
    closed_on: date | None = None
    discharge_reason: str = ""
    version: int = 1
    plan_lines: tuple[PlanLine, ...] = ()
    terms: PlanTerms = field(default_factory=PlanTerms)
    checks: tuple[PlannedCheck, ...] = ()
    discharged: DischargeReason | None = None
    discharge_summary: str = ""
    reported_on: date | None = None


def case_problems(case: Case, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps a case from being taken, field by field."""
    problems: list[FieldProblem] = []
    if not case.title.strip():
        problems.append(FieldProblem("title", "required"))
    if case.onset is not None and case.onset > today:
        problems.append(FieldProblem("onset", "date_in_future"))
    injury = case.coverage.date_of_injury if case.coverage else None
    if injury is not None and injury > today:
        problems.append(FieldProblem("date_of_injury", "date_in_future"))
    return tuple(problems)
