"""The SOAP note of a visit."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from therapist_desk.domain.notes.note import HomeDone, Origin, Response, Section, SinceLast
from therapist_desk.store.rows.base import Base, Choice


class NoteRow(Base, kw_only=True):
    """The structured lines of a note. `reported` and `home_care` hold one thing a line, the former after its kind."""

    __tablename__ = "notes"

    visit_id: Mapped[str] = mapped_column(ForeignKey("visits.id"), primary_key=True)
    pain_before: Mapped[int | None]
    pain_after: Mapped[int | None]
    limitation: Mapped[str]
    response: Mapped[Response | None] = mapped_column(Choice(Response))
    since_last: Mapped[SinceLast | None] = mapped_column(Choice(SinceLast))
    home_done: Mapped[HomeDone | None] = mapped_column(Choice(HomeDone))
    reported: Mapped[str] = mapped_column(server_default="")
    home_care: Mapped[str] = mapped_column(server_default="")
    next_visit: Mapped[str] = mapped_column(server_default="")
    paragraphs: Mapped[list[ParagraphRow]] = relationship(
        order_by="ParagraphRow.position", cascade="all, delete-orphan", lazy="selectin", default_factory=list
    )


class ParagraphRow(Base, kw_only=True):
    """A stretch of a section, typed or generated."""

    __tablename__ = "paragraphs"

    visit_id: Mapped[str] = mapped_column(ForeignKey("notes.visit_id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    section: Mapped[Section] = mapped_column(Choice(Section))
    text: Mapped[str]
    origin: Mapped[Origin] = mapped_column(Choice(Origin))
    source: Mapped[str]
    followed: Mapped[str | None]
