"""How each therapist writes: wording, phrases, and words that are spelled right."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from therapist_desk.domain.sentences.wording import Wording
from therapist_desk.store.rows.base import Base, Choice


class WritingHabitsRow(Base, kw_only=True):
    """What a therapist has set; no row means the usual."""

    __tablename__ = "writing_habits"

    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"), primary_key=True)
    wording: Mapped[Wording] = mapped_column(Choice(Wording))


class PhraseRow(Base, kw_only=True):
    """A phrase of a therapist's own; `sections` are the letters of those it is for, all where empty."""

    __tablename__ = "phrases"

    id: Mapped[str] = mapped_column(primary_key=True)
    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"), index=True)
    abbreviation: Mapped[str]
    text: Mapped[str]
    sections: Mapped[str]


class KnownWordRow(Base, kw_only=True):
    """A word that a therapist says is spelled right; names may be among them, so they stay in the encrypted file."""

    __tablename__ = "known_words"

    therapist_id: Mapped[str] = mapped_column(ForeignKey("therapists.id"), primary_key=True)
    word: Mapped[str] = mapped_column(primary_key=True)
