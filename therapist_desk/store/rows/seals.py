"""The certificates that seal documents."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desk.domain.clock import Instant
from therapist_desk.store.rows.base import Base, moment


class SealCertificateRow(Base, kw_only=True):
    """A therapist's certificate with its wrapped key. Older ones stay: what they sealed is still known as ours."""

    __tablename__ = "seal_certificates"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"), index=True)
    name: Mapped[str]
    certificate: Mapped[bytes]
    wrapped: Mapped[bytes]
    made_at: Mapped[Instant] = moment("made_at")
