"""Signed records, addenda and audit events."""

from __future__ import annotations

from therapist_desk.domain.audit import AuditEvent
from therapist_desk.domain.ids import AddendumId, TherapistId, VisitId
from therapist_desk.domain.people import Therapist
from therapist_desk.domain.record import Addendum, AddendumText, Seal, SignedRecord
from therapist_desk.store.rows.records import AddendumRow, AuditEventRow, SignedRecordRow


def record_of(row: SignedRecordRow) -> SignedRecord:
    """Read a link of the chain."""
    return SignedRecord(
        kind=row.kind,
        visit_id=VisitId(row.visit_id),
        schema=row.schema,
        canonical=row.canonical,
        seal=seal_of(row),
    )


def seal_of(row: SignedRecordRow) -> Seal:
    """Read a link's seal."""
    return Seal(
        sequence=row.sequence,
        digest=row.digest,
        previous=row.previous,
        signature=row.signature,
        public_key=row.public_key,
        therapist_id=TherapistId(row.therapist_id),
        signed_at=row.signed_at,
    )


def record_row(record: SignedRecord) -> SignedRecordRow:
    """Write a link of the chain."""
    return SignedRecordRow(
        sequence=record.seal.sequence,
        kind=record.kind,
        visit_id=record.visit_id,
        schema=record.schema,
        canonical=record.canonical,
        digest=record.seal.digest,
        previous=record.seal.previous,
        signature=record.seal.signature,
        public_key=record.seal.public_key,
        therapist_id=record.seal.therapist_id,
        signed_at=record.seal.signed_at,
    )


def addendum_of(row: AddendumRow, seal: Seal) -> Addendum:
    """Read an addendum with the seal of its link."""
    author = Therapist(
        id=TherapistId(row.therapist_id),
        name=row.name,
        credentials=row.credentials,
        licence_number=row.licence_number,
        licence_state=row.licence_state,
        npi=row.npi,
        public_key=row.public_key,
        active=row.active,
    )
    content = AddendumText(
        id=AddendumId(row.id),
        visit_id=VisitId(row.visit_id),
        number=row.number,
        reason=row.reason,
        text=row.text,
        therapist=author,
        corrects=row.corrects,
    )
    return Addendum(content, seal)


def addendum_row(addendum: Addendum) -> AddendumRow:
    """Write an addendum; the link with its canonical bytes is written before it."""
    content = addendum.content
    author = content.therapist
    return AddendumRow(
        id=content.id,
        visit_id=content.visit_id,
        sequence=addendum.seal.sequence,
        number=content.number,
        reason=content.reason,
        text=content.text,
        therapist_id=author.id,
        name=author.name,
        credentials=author.credentials,
        licence_number=author.licence_number,
        licence_state=author.licence_state,
        npi=author.npi,
        public_key=author.public_key,
        active=author.active,
        corrects=content.corrects,
    )


def audit_of(row: AuditEventRow) -> AuditEvent:
    """Read a line of the audit trail."""
    return AuditEvent(
        at=row.at,
        therapist_id=None if row.therapist_id is None else TherapistId(row.therapist_id),
        action=row.action,
        subject=row.subject,
        detail=row.detail,
    )


def audit_row(event: AuditEvent) -> AuditEventRow:
    """Write a line of the audit trail."""
    return AuditEventRow(
        at=event.at,
        therapist_id=event.therapist_id,
        action=event.action,
        subject=event.subject,
        detail=event.detail,
    )
