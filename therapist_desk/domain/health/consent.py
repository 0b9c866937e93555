"""Informed consent: what was agreed to, by whom, for how long, and whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from therapist_desk.domain.client import age_on
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import ExpectedError, FieldProblem
from therapist_desk.domain.health.signature import Signature
from therapist_desk.domain.ids import ClientId, ConsentId, TherapistId

# WAC 246-830-565 (1)(g): a written consent is considered valid for one year unless revoked (source read).
SOON: Final = timedelta(days=30)
ADULT: Final = 18


class Scope(StrEnum):
    """What consent is given to. Each of the body's sensitive areas is agreed to by itself."""

    TREATMENT = "treatment"
    CHEST = "chest wall"
    GLUTEAL = "gluteal region"
    ABDOMEN = "abdomen"
    INNER_THIGH = "inner thigh and groin"
    MOUTH = "inside the mouth"
    BREAST = "breast"
    PERINEUM = "gluteal cleft and perineum"
    PHYSICIAN = "talking with the physician"
    PHOTOS = "photographs for the record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A consent as signed. `relation` says in what right somebody signed for the client; empty for the client.

    `on_paper` was signed by hand on a form that the practice keeps. A renewal is another consent.
    `statements` are the words as they were signed; none are known of consents from before these were kept.
    """

    id: ConsentId
    client_id: ClientId
    signed_on: date
    scopes: tuple[Scope, ...]
    signer: str
    relation: str = ""
    signature: Signature = field(default_factory=Signature)
    on_paper: bool = False
    recorded_at: Instant
    therapist_id: TherapistId
    withdrawn_on: date | None = None
    withdrawal_reason: str = ""
    statements: tuple[str, ...] = ()

    @property
    def expires_on(self) -> date:
        """The first day on which it holds no more: a year later."""
        return year_after(self.signed_on)


class ConsentStanding(StrEnum):
    """How consent stands on a day."""

    NONE = "none"
    SIGNED = "signed"
    EXPIRES_SOON = "expires soon"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def holds(self) -> bool:
        """Whether it lets a therapist work."""
        return self in (ConsentStanding.SIGNED, ConsentStanding.EXPIRES_SOON)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentState:
    """How consent stands, and since when and until when; `scopes` are empty unless it holds."""

    standing: ConsentStanding
    signed_on: date | None = None
    expires_on: date | None = None
    withdrawn_on: date | None = None
    scopes: tuple[Scope, ...] = ()


class ConsentWithdrawnError(ExpectedError):
    """A withdrawal of what was withdrawn before."""

    code = "consent_withdrawn"
    sentence = "This consent was withdrawn already. Ask for a new one before you treat again."


def consent_state(consents: Sequence[Consent], paper: date | None, day: date) -> ConsentState:
    """Tell how consent stands on `day`: by the one signed last, recorded last where several are of one day.

    `paper` is a date from before consents were kept here: it counts for treatment alone, where it is the latest.
    """
    known = [consent for consent in consents if consent.signed_on <= day]
    last = max(known, key=lambda consent: (consent.signed_on, consent.recorded_at.utc), default=None)
    if last is None or (paper is not None and last.signed_on < paper <= day):
        if paper is None or paper > day:
            return ConsentState(standing=ConsentStanding.NONE)
        return _dated(paper, (Scope.TREATMENT,), day)
    if last.withdrawn_on is not None and last.withdrawn_on <= day:
        return ConsentState(
            standing=ConsentStanding.WITHDRAWN, signed_on=last.signed_on, withdrawn_on=last.withdrawn_on
        )
    return _dated(last.signed_on, last.scopes, day)


def year_after(day: date) -> date:
    """Give the same day of the next year; 1 March after a 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def consent_problems(consent: Consent, born: date, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps a consent from being taken, field by field."""
    problems = []
    if consent.signed_on > today:
        problems.append(FieldProblem("signed_on", "date_in_future"))
    elif consent.signed_on < born:
        problems.append(FieldProblem("signed_on", "before_birth"))
    if Scope.TREATMENT not in consent.scopes:
        problems.append(FieldProblem("scopes", "treatment_not_agreed"))
    if not consent.signer.strip():
        problems.append(FieldProblem("signer", "required"))
    if age_on(born, consent.signed_on) < ADULT and not consent.relation.strip():
        problems.append(FieldProblem("relation", "guardian_required"))
    if not consent.on_paper and not consent.signature.drawn:
        problems.append(FieldProblem("signature", "signature_empty"))
    return tuple(problems)


def withdrawal_problems(consent: Consent, on: date, reason: str, today: date) -> tuple[FieldProblem, ...]:
    """List what keeps a withdrawal from being taken, field by field."""
    problems = []
    if on > today:
        problems.append(FieldProblem("withdrawn_on", "date_in_future"))
    elif on < consent.signed_on:
        problems.append(FieldProblem("withdrawn_on", "before_consent"))
    if not reason.strip():
        problems.append(FieldProblem("withdrawal_reason", "required"))
    return tuple(problems)


def _dated(signed_on: date, scopes: tuple[Scope, ...], day: date) -> ConsentState:
    ends = year_after(signed_on)
    standing = ConsentStanding.SIGNED
    if day >= ends:
        standing, scopes = ConsentStanding.EXPIRED, ()
    elif ends - day <= SOON:
        standing = ConsentStanding.EXPIRES_SOON
    return ConsentState(standing=standing, signed_on=signed_on, expires_on=ends, scopes=scopes)
