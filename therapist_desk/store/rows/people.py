"""The practice, its therapists, and physicians who refer."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.people import TaxIdKind
from therapist_desk.store.rows.base import AddressColumns, Base, Choice
from therapist_desk.store.rows.billing import UsualFeeRow


class PracticeRow(AddressColumns, Base, kw_only=True):
    """The one practice of a store; `id` is always 1."""

    __tablename__ = "practice"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    phone: Mapped[str]
    fax: Mapped[str]
    email: Mapped[str]
    tax_id: Mapped[str]
    npi: Mapped[str]
    tax_id_kind: Mapped[TaxIdKind | None] = mapped_column(Choice(TaxIdKind))
    place_of_service: Mapped[str]
    fees: Mapped[list[UsualFeeRow]] = relationship(
        order_by=UsualFeeRow.position, cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )


class PracticeLogoRow(Base, kw_only=True):
    """The practice's logo as a PNG, apart from the practice because it is large; `id` is always 1."""

    __tablename__ = "practice_logo"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    picture: Mapped[bytes]


class TherapistRow(Base, kw_only=True):
    """Who treats and signs."""

    __tablename__ = "therapists"

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    credentials: Mapped[str]
    licence_number: Mapped[str]
    licence_state: Mapped[str]
    npi: Mapped[str]
    public_key: Mapped[str]
    active: Mapped[bool]


class PhysicianRow(Base, kw_only=True):
    """Who prescribes. A row is a physician exactly as one order named them: changed details make a new row."""

    __tablename__ = "physicians"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    credentials: Mapped[str]
    npi: Mapped[str]
    practice: Mapped[str]
    phone: Mapped[str]
    fax: Mapped[str]
