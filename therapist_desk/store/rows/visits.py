"""Visits: the head, the timer, segments entered by hand, measurements and observations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.findings.measurement import MeasurementKind, Movement
from therapist_desk.domain.findings.observation import ObservationKind, Result
from therapist_desk.domain.session.timer import EventKind, SegmentSource
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.store.rows.base import Base, Choice, Exact, TechniqueColumns, moment, optional_moment
from therapist_desk.store.rows.health import DecisionRow, ScreeningRow
from therapist_desk.store.rows.marks import MarkRow
from therapist_desk.store.rows.notes import NoteRow


class VisitRow(Base, kw_only=True):
    """One session on one date. Its parts are written one by one and read together."""

    __tablename__ = "visits"

    id: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"))
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"))
    referral_id: Mapped[str | None] = mapped_column(ForeignKey("referrals.id"), index=True)
    number: Mapped[int]
    service_date: Mapped[date] = mapped_column(index=True)
    planned_for: Mapped[Instant | None] = optional_moment("planned_for")
    planned_minutes: Mapped[int]
    figure: Mapped[Figure] = mapped_column(Choice(Figure))
    status: Mapped[VisitStatus] = mapped_column(Choice(VisitStatus), index=True)
    unit_choice: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(init=False)
    note: Mapped[NoteRow | None] = relationship(lazy="raise", init=False, viewonly=True)
    events: Mapped[list[TimerEventRow]] = relationship(
        order_by="TimerEventRow.position", lazy="raise", init=False, viewonly=True
    )
    segments: Mapped[list[SegmentRow]] = relationship(
        order_by="SegmentRow.position", lazy="raise", init=False, viewonly=True
    )
    marks: Mapped[list[MarkRow]] = relationship(
        order_by="MarkRow.position, MarkRow.id", lazy="raise", init=False, viewonly=True
    )
    measurements: Mapped[list[MeasurementRow]] = relationship(
        order_by="MeasurementRow.position, MeasurementRow.id", lazy="raise", init=False, viewonly=True
    )
    observations: Mapped[list[ObservationRow]] = relationship(
        order_by="ObservationRow.position, ObservationRow.id", lazy="raise", init=False, viewonly=True
    )

    screening: Mapped[ScreeningRow | None] = relationship(lazy="raise", init=False, viewonly=True)
    decisions: Mapped[list[DecisionRow]] = relationship(
        order_by="DecisionRow.position", lazy="raise", init=False, viewonly=True
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own declaration
    __table_args__ = (Index("ix_visits_client_id_service_date", "client_id", "service_date"),)


class TimerEventRow(TechniqueColumns, Base, kw_only=True):
    """One thing that happened to a visit's timer; never changed, only added."""

    __tablename__ = "timer_events"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    position: Mapped[int]
    kind: Mapped[EventKind] = mapped_column(Choice(EventKind))
    at: Mapped[Instant] = moment("at")
    by_hand: Mapped[bool]


class SegmentRow(TechniqueColumns, Base, kw_only=True):
    """A stretch of the session entered by hand. `replaces` may name a timed one, which has no row of its own."""

    __tablename__ = "segments"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    position: Mapped[int]
    start: Mapped[Instant] = moment("start")
    stop: Mapped[Instant | None] = optional_moment("stop")
    seconds: Mapped[int]
    source: Mapped[SegmentSource] = mapped_column(Choice(SegmentSource))
    replaces: Mapped[str | None]
    reason: Mapped[str]
    regions: Mapped[list[SegmentRegionRow]] = relationship(
        order_by="SegmentRegionRow.position", cascade="all, delete-orphan", lazy="raise", default_factory=list
    )


class SegmentRegionRow(Base, kw_only=True):
    """A region worked on in a segment."""

    __tablename__ = "segment_regions"

    segment_id: Mapped[str] = mapped_column(ForeignKey("segments.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str]


class MeasurementRow(Base, kw_only=True):
    """A number before and after treatment."""

    __tablename__ = "measurements"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    position: Mapped[int]
    kind: Mapped[MeasurementKind] = mapped_column(Choice(MeasurementKind))
    name: Mapped[str]
    side: Mapped[Side | None] = mapped_column(Choice(Side))
    unit: Mapped[str]
    before: Mapped[Decimal | None] = mapped_column(Exact)
    after: Mapped[Decimal | None] = mapped_column(Exact)
    norm: Mapped[Decimal | None] = mapped_column(Exact)
    norm_source: Mapped[str]
    limited_by: Mapped[str]
    movement: Mapped[Movement | None] = mapped_column(Choice(Movement))
    pain_on_motion: Mapped[bool] = mapped_column(server_default=false())
    kept: Mapped[bool] = mapped_column(server_default=false())
    measure: Mapped[str] = mapped_column(server_default="")
    scoring: Mapped[str] = mapped_column(server_default="")
    judged_by: Mapped[str] = mapped_column(server_default="")
    answers: Mapped[list[AnswerRow]] = relationship(
        order_by="AnswerRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )


class AnswerRow(Base, kw_only=True):
    """An answer of a questionnaire, with its question as it was asked; null where it was left out."""

    __tablename__ = "answers"

    measurement_id: Mapped[str] = mapped_column(ForeignKey("measurements.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    asked: Mapped[str]
    given: Mapped[int | None]


class ObservationRow(Base, kw_only=True):
    """A special test, a posture finding or something felt."""

    __tablename__ = "observations"

    id: Mapped[str] = mapped_column(primary_key=True)
    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), index=True)
    position: Mapped[int]
    kind: Mapped[ObservationKind] = mapped_column(Choice(ObservationKind))
    name: Mapped[str]
    side: Mapped[Side | None] = mapped_column(Choice(Side))
    result: Mapped[Result | None] = mapped_column(Choice(Result))
    view: Mapped[View | None] = mapped_column(Choice(View))
    grade: Mapped[str]
    place: Mapped[str]
    note: Mapped[str]
    suggests: Mapped[str]
    refer_if_positive: Mapped[bool]
    source: Mapped[str]
