"""The certificates that seal documents."""

from __future__ import annotations

from sqlalchemy import select

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.record import SignedRecord
from therapist_desk.store.mapping.records import record_of
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.records import SignedRecordRow
from therapist_desk.store.rows.seals import SealCertificateRow


class Seals(Repository):
    """Certificates made for these charts, and the records that sealed documents name."""

    def of(self, therapist_id: TherapistId, name: str) -> tuple[bytes, bytes] | None:
        """Give the certificate that a therapist seals with under this name, and its wrapped key."""
        query = select(SealCertificateRow).where(
            SealCertificateRow.therapist_id == therapist_id, SealCertificateRow.name == name
        )
        row = self._session.scalars(query).first()
        return None if row is None else (row.certificate, row.wrapped)

    def add(
        self, therapist_id: TherapistId, name: str, fingerprint: str, certificate: bytes, wrapped: bytes, now: Instant
    ) -> None:
        """Keep a new certificate."""
        self._session.add(
            SealCertificateRow(
                fingerprint=fingerprint,
                therapist_id=therapist_id,
                name=name,
                certificate=certificate,
                wrapped=wrapped,
                made_at=now,
            )
        )
        self._session.flush()

    def knows(self, fingerprint: str) -> bool:
        """Tell whether a certificate was made for these charts."""
        return self._session.get(SealCertificateRow, fingerprint) is not None

    def record_named(self, first: str, last: str) -> SignedRecord | None:
        """Find the record whose hash begins and ends with these hex digits."""
        query = select(SignedRecordRow).where(
            SignedRecordRow.digest.startswith(first, autoescape=True),
            SignedRecordRow.digest.endswith(last, autoescape=True),
        )
        row = self._session.scalars(query).first()
        return None if row is None else record_of(row)
