"""Cases with their diagnoses, goals and coverage; referrals."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.case import GoalStatus, Mechanism
from therapist_desk.store.rows.base import Base, Choice
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
    version: Mapped[int] = mapped_column(init=False)
    diagnoses: Mapped[list[DiagnosisRow]] = relationship(
        order_by="DiagnosisRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )
    goals: Mapped[list[GoalRow]] = relationship(
        order_by="GoalRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
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
