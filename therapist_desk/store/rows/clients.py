"""Clients, their cautions, and the words they are found by."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.anatomy import Figure
from therapist_desk.domain.client import CautionLevel
from therapist_desk.store.rows.base import AddressColumns, Base, Choice


class ClientRow(AddressColumns, Base, kw_only=True):
    """The person treated.

    `record_key` is the number in the record number; `sort_key` is the name as filed, folded.
    """

    __tablename__ = "clients"

    id: Mapped[str] = mapped_column(primary_key=True)
    record_number: Mapped[str] = mapped_column(unique=True)
    record_key: Mapped[int] = mapped_column(BigInteger, index=True)
    sort_key: Mapped[str] = mapped_column(index=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    date_of_birth: Mapped[date] = mapped_column(index=True)
    pronouns: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    emergency_contact: Mapped[str]
    figure: Mapped[Figure] = mapped_column(Choice(Figure))
    consent_on: Mapped[date | None]
    archived: Mapped[bool]
    version: Mapped[int] = mapped_column(init=False)
    cautions: Mapped[list[CautionRow]] = relationship(
        order_by="CautionRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )
    words: Mapped[list[ClientWordRow]] = relationship(cascade="all, delete-orphan", default_factory=list)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own declaration


class CautionRow(Base, kw_only=True):
    """What a therapist must see before touching the client."""

    __tablename__ = "cautions"

    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    level: Mapped[CautionLevel] = mapped_column(Choice(CautionLevel))


class ClientWordRow(Base, kw_only=True):
    """A folded word of a client's name; a search compares its words with the beginnings of these."""

    __tablename__ = "client_words"

    word: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), primary_key=True, init=False, index=True)
