"""The audit trail: who did what to which record, when. Ids and counts only, never what a client said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import TherapistId


class AuditAction(StrEnum):
    """What was done."""

    STORE_CREATED = "store created"
    UNLOCKED = "unlocked"
    RECOVERED = "unlocked by recovery code"
    PASSPHRASE_CHANGED = "passphrase changed"  # noqa: S105 - the name of an action
    CLIENT_ADDED = "client added"
    CLIENT_CHANGED = "client changed"
    CLIENT_ARCHIVED = "client archived"
    CLIENT_RESTORED = "client restored"
    CLIENTS_IMPORTED = "clients imported"
    CASE_CLOSED = "case closed"
    CASE_REOPENED = "case reopened"
    VISIT_STARTED = "visit started"
    VISIT_MOVED = "day of the visit changed"
    VISIT_REMOVED = "visit removed"
    VISIT_SIGNED = "visit signed"
    CHECK_OVERRIDDEN = "check overridden"
    DISCHARGE_SIGNED = "discharge signed"
    ADDENDUM_SIGNED = "addendum signed"
    TIMES_CORRECTED = "times corrected"
    HEALTH_TAKEN = "health history taken"
    HEALTH_CHECKED = "change in health asked"
    TREATMENT_DECIDED = "contraindication decided"
    CONSENT_SIGNED = "consent signed"
    CONSENT_WITHDRAWN = "consent withdrawn"
    COPY_MADE = "safe copy made"
    DATA_EXPORTED = "data exported"
    THERAPIST_ADDED = "therapist added"
    THERAPIST_REMOVED = "therapist removed"
    DOCUMENT_MADE = "document made"
    PAYMENT_ENTERED = "payment entered"
    PAYMENT_CORRECTED = "payment corrected"
    BILL_SETTLED = "bill settled"
    CLAIM_DETAILS_KEPT = "claim details kept"
    PAPER_ATTACHED = "paper attached"
    PAPER_EXPORTED = "paper exported"
    PAPER_REMOVED = "paper removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEvent:
    """One line of the trail. `subject` is the id of what it was done to; `detail` carries codes and counts."""

    at: Instant
    therapist_id: TherapistId | None
    action: AuditAction
    subject: str = ""
    detail: str = ""
