"""Cases with their diagnoses, goals and coverage; referrals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.care.discharge import DischargeReason
from therapist_desk.domain.care.goal import AimKind, Direction, GoalStatus, Standing
from therapist_desk.domain.care.treatment import CheckKind
from therapist_desk.store.rows.base import Base, Choice, Exact
from therapist_desk.store.rows.people import PhysicianRow


class CaseRow(Base, kw_only=True):
    """One condition under care."""

    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    title: Mapped[str]
    complaint: Mapped[str]
    onset: Mapped[date | None]
    mechanism: Mapped[Mechanism] = mapped_column(Choice(Mechanism))
    aggravating: Mapped[str]
    easing: Mapped[str]
    prior_care: Mapped[str]
    plan: Mapped[str]
    home_care: Mapped[str]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    discharge_reason: Mapped[str]
    discharged: Mapped[DischargeReason | None] = mapped_column(Choice(DischargeReason))
    discharge_summary: Mapped[str]
    frequency: Mapped[str]
    session_minutes: Mapped[int | None]
    planned_visits: Mapped[int | None]
    review_at: Mapped[int | None]
    reported_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(init=False)
    diagnoses: Mapped[list[DiagnosisRow]] = relationship(
        order_by="DiagnosisRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )
    goals: Mapped[list[GoalRow]] = relationship(
        order_by="GoalRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )
    plan_lines: Mapped[list[PlanLineRow]] = relationship(
        order_by="PlanLineRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )
    checks: Mapped[list[PlannedCheckRow]] = relationship(
        order_by="PlannedCheckRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )
    coverage: Mapped[CoverageRow | None] = relationship(cascade="all, delete-orphan", lazy="selectin", default=None)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own declaration


class DiagnosisRow(Base, kw_only=True):
    """An ICD-10-CM diagnosis of a case."""

    __tablename__ = "diagnoses"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    title: Mapped[str]
    given_by: Mapped[str]
    given_on: Mapped[date | None]


class GoalRow(Base, kw_only=True):
    """A functional goal of a case."""

    __tablename__ = "goals"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    measure: Mapped[str]
    baseline: Mapped[str]
    target: Mapped[str]
    due: Mapped[date | None]
    status: Mapped[GoalStatus] = mapped_column(Choice(GoalStatus))
    met_on: Mapped[date | None]
    judged: Mapped[Standing | None] = mapped_column(Choice(Standing))
    aim_kind: Mapped[AimKind | None] = mapped_column(Choice(AimKind))
    aim_name: Mapped[str | None]
    aim_side: Mapped[Side | None] = mapped_column(Choice(Side))
    aim_unit: Mapped[str | None]
    aim_direction: Mapped[Direction | None] = mapped_column(Choice(Direction))
    aim_first: Mapped[Decimal | None] = mapped_column(Exact)
    aim_wanted: Mapped[Decimal | None] = mapped_column(Exact)
    aim_first_on: Mapped[date | None]
    aim_latest: Mapped[Decimal | None] = mapped_column(Exact)
    aim_latest_on: Mapped[date | None]


class PlanLineRow(Base, kw_only=True):
    """One thing to be done in the visits of a case, or at home."""

    __tablename__ = "plan_lines"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    treatment: Mapped[str]
    location: Mapped[str]
    code: Mapped[str]
    least_minutes: Mapped[int | None]
    most_minutes: Mapped[int | None]
    how_often: Mapped[str]
    purpose: Mapped[str]


class PlannedCheckRow(Base, kw_only=True):
    """Something that the visits of a case are to measure or test."""

    __tablename__ = "planned_checks"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[CheckKind] = mapped_column(Choice(CheckKind))
    key: Mapped[str]
    name: Mapped[str]


class CoverageRow(Base, kw_only=True):
    """Who pays for a case."""

    __tablename__ = "coverages"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True, init=False)
    payer_id: Mapped[str] = mapped_column(ForeignKey("payers.id"), index=True)
    insured_id: Mapped[str]
    claim_number: Mapped[str]
    group_number: Mapped[str]
    date_of_injury: Mapped[date | None]


class ReferralRow(Base, kw_only=True):
    """A physician's order for a case."""

    __tablename__ = "referrals"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    physician_id: Mapped[str] = mapped_column(ForeignKey("physicians.id"), index=True)
    ordered_on: Mapped[date]
    starts_on: Mapped[date]
    expires_on: Mapped[date | None]
    visits_allowed: Mapped[int | None]
    visits_per_week: Mapped[int | None]
    authorization: Mapped[str]
    visits_used_before: Mapped[int]
    diagnoses: Mapped[list[ReferralDiagnosisRow]] = relationship(
        order_by="ReferralDiagnosisRow.position",
        cascade="all, delete-orphan",
        lazy="selectin",
        default_factory=list,
    )
    physician: Mapped[PhysicianRow] = relationship(lazy="joined", init=False, viewonly=True)


class ReferralDiagnosisRow(Base, kw_only=True):
    """A diagnosis code on an order."""

    __tablename__ = "referral_diagnoses"

    referral_id: Mapped[str] = mapped_column(ForeignKey("referrals.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
