"""Consents: sign, renew, withdraw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.health.consent import (
    Consent,
    ConsentWithdrawnError,
    Scope,
    consent_problems,
    withdrawal_problems,
)
from therapist_desk.domain.health.consent_words import STATEMENTS
from therapist_desk.domain.health.signature import Signature, thinned
from therapist_desk.domain.ids import ClientId, ConsentId
from therapist_desk.services.desk import Desk, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentForm:
    """What is filled in when a consent is signed; see `Consent`."""

    signed_on: date
    scopes: tuple[Scope, ...]
    signer: str
    relation: str = ""
    signature: Signature = field(default_factory=Signature)
    on_paper: bool = False


def sign_consent(desk: Desk, client_id: ClientId, form: ConsentForm) -> Consent:
    """Keep a consent, the first or a renewal; those before stay.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
    """
    consent = Consent(
        id=ConsentId(new_id()),
        client_id=client_id,
        signed_on=form.signed_on,
        scopes=tuple(scope for scope in Scope if scope in form.scopes),
        signer=form.signer.strip(),
        relation=form.relation.strip(),
        signature=Signature() if form.on_paper else thinned(form.signature),
        on_paper=form.on_paper,
        recorded_at=desk.clock.now(),
        therapist_id=desk.therapist_id,
        statements=STATEMENTS,
    )
    with desk.store.writing() as charts:
        born = charts.clients.get(client_id).details.date_of_birth
        problems = consent_problems(consent, born, desk.today())
        if problems:
            raise InvalidError(problems)
        charts.health.add_consent(consent)
        desk.audit(charts, AuditAction.CONSENT_SIGNED, client_id, f"{len(consent.scopes)} scopes")
    return consent


def withdraw_consent(desk: Desk, consent_id: ConsentId, on: date, reason: str) -> Consent:
    """Record that a consent was withdrawn; what was signed stays readable.

    Raises:
        InvalidError: the day lies before the consent or in the future, or the reason is missing.
        ConsentWithdrawnError: it was withdrawn before.
    """
    with desk.store.writing() as charts:
        consent = charts.health.consent(consent_id)
        if consent.withdrawn_on is not None:
            raise ConsentWithdrawnError
        problems = withdrawal_problems(consent, on, reason, desk.today())
        if problems:
            raise InvalidError(problems)
        withdrawn = charts.health.withdraw(consent_id, on, reason.strip())
        desk.audit(charts, AuditAction.CONSENT_WITHDRAWN, consent.client_id)
    return withdrawn
