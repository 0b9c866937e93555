"""Health histories, consents, and what visits hold of both."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.health.screening import Choice as Decided
from therapist_desk.store.rows.base import Base, Choice, moment, optional_moment


class HealthHistoryRow(Base, kw_only=True):
    """One version of a client's health history. Never changed, never deleted.

    `content` is the whole of it as plain data: nothing is ever searched by its parts, and they are read together.
    """

    __tablename__ = "health_histories"

    id: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    version: Mapped[int]
    taken_at: Mapped[Instant] = moment("taken_at")
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
    content: Mapped[str]

    __table_args__ = (Index("ix_health_histories_client_id_version", "client_id", "version", unique=True),)


class ConsentRow(Base, kw_only=True):
    """A consent as signed. `scopes` and `statements` stand apart by line ends.

    `signature` is "x,y x,y" with strokes apart by "|".
    """

    __tablename__ = "consents"

    id: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    signed_on: Mapped[date]
    scopes: Mapped[str]
    signer: Mapped[str]
    relation: Mapped[str]
    signature: Mapped[str]
    on_paper: Mapped[bool]
    recorded_at: Mapped[Instant] = moment("recorded_at")
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
    withdrawn_on: Mapped[date | None]
    withdrawal_reason: Mapped[str]
    statements: Mapped[str] = mapped_column(default="", server_default="")


class ScreeningRow(Base, kw_only=True):
    """The answer to "Any change in health?" in a visit, and which closed areas were drawn on its map."""

    __tablename__ = "screenings"

    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), primary_key=True)
    changed: Mapped[bool | None]
    asked_at: Mapped[Instant | None] = optional_moment("asked_at")
    therapist_id: Mapped[str | None] = mapped_column(ForeignKey("therapists.id"))
    history_version: Mapped[int | None]
    drawn: Mapped[str]


class DecisionRow(Base, kw_only=True):
    """A decision on absolute contraindications; `decided_on` are their words, a JSON list."""

    __tablename__ = "decisions"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    position: Mapped[int]
    choice: Mapped[Decided] = mapped_column(Choice(Decided))
    decided_on: Mapped[str]
    reason: Mapped[str]
    physician: Mapped[str]
    cleared_on: Mapped[date | None]
    at: Mapped[Instant] = moment("at")
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
