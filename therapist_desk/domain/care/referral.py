"""Referrals: the physician's order, and how much of it is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.domain.identifiers import is_valid_npi
from therapist_desk.domain.ids import CaseId, ReferralId
from therapist_desk.domain.people import Physician


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A physician's order for a case. `visits_used_before` were used elsewhere, before this store."""

    id: ReferralId
    case_id: CaseId
    physician: Physician
    ordered_on: date
    starts_on: date
    expires_on: date | None = None
    visits_allowed: int | None = None
    visits_per_week: int | None = None
    authorization: str = ""
    diagnosis_codes: tuple[str, ...] = ()
    visits_used_before: int = 0


@dataclass(frozen=True, slots=True)
class ReferralUse:
    """How far a referral is used: `number` is the visit asked about, counted from 1."""

    number: int
    allowed: int | None
    expires_on: date | None

    @property
    def exhausted(self) -> bool:
        """Whether the visit asked about is beyond those allowed."""
        return self.allowed is not None and self.number > self.allowed


def referral_problems(referral: Referral) -> tuple[FieldProblem, ...]:
    """List what keeps a referral from being taken, field by field."""
    problems: list[FieldProblem] = []
    if not referral.physician.name.strip():
        problems.append(FieldProblem("physician_name", "required"))
    if referral.physician.npi and not is_valid_npi(referral.physician.npi):
        problems.append(FieldProblem("physician_npi", "npi_invalid"))
    if referral.expires_on is not None and referral.expires_on < referral.starts_on:
        problems.append(FieldProblem("expires_on", "expires_before_start"))
    if referral.visits_allowed is not None and referral.visits_allowed < 1:
        problems.append(FieldProblem("visits_allowed", "at_least_one"))
    if referral.visits_used_before < 0:
        problems.append(FieldProblem("visits_used_before", "not_negative"))
    return tuple(problems)


def covers(referral: Referral, day: date) -> bool:
    """Tell whether `day` lies within the order's dates."""
    return referral.starts_on <= day and (referral.expires_on is None or day <= referral.expires_on)
