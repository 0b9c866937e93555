"""Signed records, addenda, the audit trail, and attachments."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.domain.record import SealedKind
from therapist_desk.store.rows.base import Base, Choice, moment


class SignedRecordRow(Base, kw_only=True):
    """A link of the chain: canonical bytes as signed, with their seal. Never changed, never deleted."""

    __tablename__ = "signed_records"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[SealedKind] = mapped_column(Choice(SealedKind))
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    schema: Mapped[int]
    canonical: Mapped[bytes]
    digest: Mapped[str] = mapped_column(unique=True)
    previous: Mapped[str] = mapped_column(unique=True)
    signature: Mapped[str]
    public_key: Mapped[str]
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
    signed_at: Mapped[Instant] = moment("signed_at")


class AddendumRow(Base, kw_only=True):
    """What an addendum says, and its author as they were then. Never changed, never deleted."""

    __tablename__ = "addenda"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    sequence: Mapped[int] = mapped_column(ForeignKey("signed_records.sequence"), unique=True)
    number: Mapped[int]
    reason: Mapped[str]
    text: Mapped[str]
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
    name: Mapped[str]
    credentials: Mapped[str]
    licence_number: Mapped[str]
    licence_state: Mapped[str]
    npi: Mapped[str]
    public_key: Mapped[str]
    active: Mapped[bool]
    corrects: Mapped[NotePart | None] = mapped_column(Choice(NotePart))


class AuditEventRow(Base, kw_only=True):
    """One line of the audit trail: ids, codes and counts. Never changed, never deleted."""

    __tablename__ = "audit_events"

    sequence: Mapped[int] = mapped_column(primary_key=True, init=False)
    at: Mapped[Instant] = moment("at")
    therapist_id: Mapped[str | None] = mapped_column(ForeignKey("therapists.id"))
    action: Mapped[AuditAction] = mapped_column(Choice(AuditAction))
    subject: Mapped[str] = mapped_column(index=True)
    detail: Mapped[str]


class AttachmentRow(Base, kw_only=True):
    """A file kept with a client, whole inside the encrypted charts; its content is read only when asked for."""

    __tablename__ = "attachments"

    id: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    visit_id: Mapped[str | None] = mapped_column(ForeignKey("visits.id"), index=True)
    referral_id: Mapped[str | None] = mapped_column(ForeignKey("referrals.id"), index=True)
    title: Mapped[str]
    media_type: Mapped[str]
    digest: Mapped[str]
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True)
    added_at: Mapped[Instant] = moment("added_at")
