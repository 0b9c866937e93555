"""Which visits the index of words knows, and which have changed since. Both can be made anew at any time."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desk.store.rows.base import Base


class IndexedVisitRow(Base, kw_only=True):
    """A visit in the index of words, under a number that is the lower the later its day; what it said, in lines."""

    __tablename__ = "indexed_visits"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    visit: Mapped[str] = mapped_column(unique=True)
    lines: Mapped[str] = mapped_column(server_default="")


class IndexedWordRow(Base, kw_only=True):
    """A word that stands, or once stood, in a visit of the index."""

    __tablename__ = "indexed_words"

    word: Mapped[str] = mapped_column(primary_key=True)


class StaleVisitRow(Base, kw_only=True):
    """A visit that changed, came or went since it was last read into the index."""

    __tablename__ = "stale_visits"

    visit: Mapped[str] = mapped_column(primary_key=True)
