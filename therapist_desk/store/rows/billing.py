"""What was paid, how bills were settled, what claims ask beside the chart, and the practice's usual fees."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desk.domain.claims.ledger import EntryKind, Method
from therapist_desk.domain.claims.terms import Resubmission
from therapist_desk.domain.clock import Instant
from therapist_desk.store.rows.base import Base, Choice, moment


class LedgerEntryRow(Base, kw_only=True):
    """A line of a visit's account. Never changed, never deleted: a correction is another line, one for each."""

    __tablename__ = "ledger_entries"

    sequence: Mapped[int] = mapped_column(primary_key=True, init=False)
    id: Mapped[str] = mapped_column(unique=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    kind: Mapped[EntryKind] = mapped_column(Choice(EntryKind))
    on: Mapped[date] = mapped_column("paid_on")
    cents: Mapped[int]
    method: Mapped[Method | None] = mapped_column(Choice(Method))
    note: Mapped[str]
    entered_at: Mapped[Instant] = moment("entered_at")
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
    replaces: Mapped[str | None] = mapped_column(ForeignKey("ledger_entries.id"), unique=True)
    reason: Mapped[str]


class BillingTermsRow(Base, kw_only=True):
    """What was settled for the bill of a visit; the latest holds. Never changed, never deleted."""

    __tablename__ = "billing_terms"

    sequence: Mapped[int] = mapped_column(primary_key=True, init=False)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    place: Mapped[str]
    pointing: Mapped[str]
    unit_choice: Mapped[str]
    claim_codes: Mapped[str] = mapped_column(default="")
    resubmission: Mapped[Resubmission | None] = mapped_column(Choice(Resubmission), default=None)
    original_reference: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[Instant] = moment("settled_at")
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))


class ClaimDetailsRow(Base, kw_only=True):
    """What claims of a client to a payer ask beside the chart."""

    __tablename__ = "claim_details"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    payer_id: Mapped[str] = mapped_column(ForeignKey("payers.id"), primary_key=True)
    content: Mapped[str]


class UsualFeeRow(Base, kw_only=True):
    """The practice's own charge for one unit of a procedure number, in cents."""

    __tablename__ = "usual_fees"

    practice_id: Mapped[int] = mapped_column(ForeignKey("practice.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    cents: Mapped[int]
