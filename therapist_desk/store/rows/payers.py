"""Payers and the practice's charges to them."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.payer import PayerKind
from therapist_desk.store.rows.base import AddressColumns, Base, Choice


class PayerRow(AddressColumns, Base, kw_only=True):
    """Who pays, with a rule card."""

    __tablename__ = "payers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[PayerKind] = mapped_column(Choice(PayerKind))
    phone: Mapped[str]
    fax: Mapped[str]
    billing_tax_id: Mapped[str]
    rule_card: Mapped[str]
    rendering_id: Mapped[str] = mapped_column(default="")
    billing_id: Mapped[str] = mapped_column(default="")
    fees: Mapped[list[FeeRow]] = relationship(
        order_by="FeeRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )


class FeeRow(Base, kw_only=True):
    """The charge for one unit of a procedure number, in cents."""

    __tablename__ = "fees"

    payer_id: Mapped[str] = mapped_column(ForeignKey("payers.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    cents: Mapped[int]
