"""The chain of signed records, addenda, and the audit trail: these only ever grow."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from sqlalchemy import select

from therapist_desk.domain.audit import AuditAction, AuditEvent
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.record import FIRST_PREVIOUS, Addendum, Seal, SealedKind, SignedRecord
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.store.errors import ChainBrokenError
from therapist_desk.store.mapping.records import (
    addendum_of,
    addendum_row,
    audit_of,
    audit_row,
    record_of,
    record_row,
    seal_of,
)
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.records import AddendumRow, AuditEventRow, SignedRecordRow
from therapist_desk.store.rows.visits import VisitRow


class Records(Repository):
    """Signed records, each linked to the one before it. `appended` tells whether this transaction added one."""

    appended = False

    def head(self) -> Seal | None:
        """Give the last link's seal, or None before the first signature."""
        query = select(SignedRecordRow).order_by(SignedRecordRow.sequence.desc()).limit(1)
        row = self._session.scalar(query)
        return None if row is None else seal_of(row)

    def append(self, record: SignedRecord) -> None:
        """Add a link. One of a visit also marks the visit signed: from here on its rows refuse every change.

        Raises:
            ChainBrokenError: it does not follow the head.
            SignedError: the visit has its record already.
        """
        head = self.head()
        expected = (1, FIRST_PREVIOUS) if head is None else (head.sequence + 1, head.digest)
        if (record.seal.sequence, record.seal.previous) != expected:
            raise ChainBrokenError
        self._session.add(record_row(record))
        self._session.flush()
        self.appended = True
        if record.kind is SealedKind.VISIT:
            self._row(VisitRow, record.visit_id, "visit").status = VisitStatus.SIGNED
            self._session.flush()

    def of_visit(self, visit_id: VisitId) -> SignedRecord | None:
        """Give a visit's own record, or None while it is not signed."""
        query = select(SignedRecordRow).where(
            SignedRecordRow.visit_id == visit_id, SignedRecordRow.kind == SealedKind.VISIT
        )
        row = self._session.scalar(query)
        return None if row is None else record_of(row)

    def of_visits(self, visit_ids: Collection[VisitId]) -> dict[VisitId, tuple[SignedRecord, ...]]:
        """Give each visit's own record and those of its addenda after it, in their order; none of unsigned ones."""
        kinds = (SealedKind.VISIT, SealedKind.ADDENDUM)
        query = (
            select(SignedRecordRow)
            .where(SignedRecordRow.visit_id.in_(visit_ids), SignedRecordRow.kind.in_(kinds))
            .order_by(SignedRecordRow.visit_id, SignedRecordRow.sequence)
        )
        rows = self._session.scalars(query)
        return {
            VisitId(visit_id): tuple(map(record_of, held))
            for visit_id, held in groupby(rows, key=lambda row: row.visit_id)
        }

    def addendum_records(self, visit_id: VisitId) -> tuple[SignedRecord, ...]:
        """Give the links that hold a visit's addenda, the first one first."""
        query = (
            select(SignedRecordRow)
            .where(SignedRecordRow.visit_id == visit_id, SignedRecordRow.kind == SealedKind.ADDENDUM)
            .order_by(SignedRecordRow.sequence)
        )
        return tuple(record_of(row) for row in self._session.scalars(query))

    def digest_of_visit(self, visit_id: VisitId) -> str | None:
        """Give the digest of a visit's own record, or None while it is not signed."""
        query = select(SignedRecordRow.digest).where(
            SignedRecordRow.visit_id == visit_id, SignedRecordRow.kind == SealedKind.VISIT
        )
        return self._session.scalar(query)

    def discharges_of(self, visit_id: VisitId) -> tuple[SignedRecord, ...]:
        """Give the links that hold discharges whose last visit this is, the first one first."""
        query = (
            select(SignedRecordRow)
            .where(SignedRecordRow.visit_id == visit_id, SignedRecordRow.kind == SealedKind.DISCHARGE)
            .order_by(SignedRecordRow.sequence)
        )
        return tuple(record_of(row) for row in self._session.scalars(query))

    def last_discharge(self, visit_ids: Collection[VisitId]) -> SignedRecord | None:
        """Give the last link that holds a discharge over some visits, or None."""
        query = (
            select(SignedRecordRow)
            .where(SignedRecordRow.visit_id.in_(sorted(visit_ids)), SignedRecordRow.kind == SealedKind.DISCHARGE)
            .order_by(SignedRecordRow.sequence.desc())
            .limit(1)
        )
        row = self._session.scalar(query)
        return None if row is None else record_of(row)

    def after(self, sequence: int, limit: int) -> tuple[SignedRecord, ...]:
        """Give the next links of the chain after one, the first one first."""
        query = (
            select(SignedRecordRow)
            .where(SignedRecordRow.sequence > sequence)
            .order_by(SignedRecordRow.sequence)
            .limit(limit)
        )
        return tuple(record_of(row) for row in self._session.scalars(query))

    def at(self, sequence: int) -> Seal | None:
        """Give the seal of one link."""
        row = self._session.get(SignedRecordRow, sequence)
        return None if row is None else seal_of(row)

    def add_addendum(self, addendum: Addendum, record: SignedRecord) -> None:
        """Add an addendum with its link of the chain.

        Raises:
            ChainBrokenError: the link does not follow the head.
        """
        self.append(record)
        self._session.add(addendum_row(addendum))
        self._session.flush()

    def addenda_of(self, visit_id: VisitId) -> tuple[Addendum, ...]:
        """Give a visit's addenda, the first one first."""
        query = (
            select(AddendumRow, SignedRecordRow)
            .join(SignedRecordRow, SignedRecordRow.sequence == AddendumRow.sequence)
            .where(AddendumRow.visit_id == visit_id)
            .order_by(AddendumRow.sequence)
        )
        return tuple(addendum_of(row, seal_of(link)) for row, link in self._session.execute(query))


class Audit(Repository):
    """Who did what to which record, when."""

    def add(self, event: AuditEvent) -> None:
        """Add a line."""
        self._session.add(audit_row(event))
        self._session.flush()

    def of(self, subject: str) -> tuple[AuditEvent, ...]:
        """Give the lines about one thing, the first one first."""
        query = select(AuditEventRow).where(AuditEventRow.subject == subject).order_by(AuditEventRow.sequence)
        return tuple(audit_of(row) for row in self._session.scalars(query))

    def about(self, subjects: Collection[str]) -> tuple[tuple[int, AuditEvent], ...]:
        """Give the lines about any of these things, each with its number, the first one first."""
        query = select(AuditEventRow).where(AuditEventRow.subject.in_(subjects)).order_by(AuditEventRow.sequence)
        return tuple((row.sequence, audit_of(row)) for row in self._session.scalars(query))

    def last(self, action: AuditAction) -> AuditEvent | None:
        """Give the latest line of this kind, or None."""
        query = (
            select(AuditEventRow)
            .where(AuditEventRow.action == action)
            .order_by(AuditEventRow.sequence.desc())
            .limit(1)
        )
        row = self._session.scalar(query)
        return None if row is None else audit_of(row)

    def recent(self, limit: int = 100) -> tuple[AuditEvent, ...]:
        """Give the last lines, the latest first."""
        query = select(AuditEventRow).order_by(AuditEventRow.sequence.desc()).limit(limit)
        return tuple(audit_of(row) for row in self._session.scalars(query))

    def after(self, sequence: int, limit: int) -> tuple[tuple[int, AuditEvent], ...]:
        """Give the lines after the one numbered `sequence`, each with its number, the first one first."""
        query = (
            select(AuditEventRow)
            .where(AuditEventRow.sequence > sequence)
            .order_by(AuditEventRow.sequence)
            .limit(limit)
        )
        return tuple((row.sequence, audit_of(row)) for row in self._session.scalars(query))
