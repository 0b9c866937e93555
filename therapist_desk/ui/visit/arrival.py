"""What is asked first in a visit in which nothing has happened yet: after each answer the next question."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.sentences.carried import unconfirmed
from therapist_desk.ui.visit.map.ghost_review import GhostReview
from therapist_desk.ui.visit.note.column import NoteColumn
from therapist_desk.ui.visit.session import VisitSession

MAY_BECOME_TEN = 1
"""A digit that does not answer yet how strong a pain is."""


class Arrival(QObject):
    """Leads through what the last visit found, then to the pain now, then to what is asked of the time since.

    That is what limits the client where nothing says so yet, else how it has been since the last visit; from there to
    how much of the home care was done, and to health.

    Once in a visit; a first visit begins at the map, and the pain is where the leading begins. Whoever goes elsewhere
    is left alone.
    """

    def __init__(self, session: VisitSession, review: GhostReview, note: NoteColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._review = review
        self._note = note
        self._begun: VisitId | None = None
        self._asks = False
        session.opened.connect(self._begin)
        review.finished.connect(self.ask_pain)
        note.subjective.pain.number_chosen.connect(self._go_on)
        note.subjective.since.answer.chosen.connect(self._ask_home_care)
        note.subjective.home_done.chosen.connect(self._ask_health)

    @Slot()
    def _begin(self) -> None:
        visit = self._session.visit
        if visit.id != self._begun and visit.empty and not self._session.locked:
            self._asks = True
            self._review.begin()
        self._begun = visit.id

    @Slot()
    def ask_pain(self) -> None:
        """Go to the pain now where it is missing."""
        if self._session.note.pain_before is None and not self._session.locked:
            self._asks = True
            self._note.lead_to(Section.SUBJECTIVE, self._note.subjective.pain)

    @Slot(object)
    def _go_on(self, number: int | None) -> None:
        """Ask what comes after the pain; a 1 waits, as it may become a 10."""
        pain = self._note.subjective.pain
        if not self._asks or number in (None, MAY_BECOME_TEN) or pain.window().focusWidget() is not pain:
            return
        self._asks = False
        subjective, note = self._note.subjective, self._session.note
        if not note.limitation and not unconfirmed(note, Section.SUBJECTIVE):
            self._note.lead_to(Section.SUBJECTIVE, subjective.limitation)
        elif subjective.since.isVisibleTo(subjective) and note.since_last is None:
            self._note.lead_to(Section.SUBJECTIVE, subjective.since)

    @Slot(object)
    def _ask_home_care(self, value: str | None) -> None:
        subjective = self._note.subjective
        if value is None:
            return
        if subjective.home_done.isVisibleTo(subjective) and self._session.note.home_done is None:
            self._note.lead_to(Section.SUBJECTIVE, subjective.home_done.first)
        else:
            self._ask_health(value)

    @Slot(object)
    def _ask_health(self, value: str | None) -> None:
        if value is not None and self._session.visit.screening.check is None:
            self._note.lead_to(Section.SUBJECTIVE, self._note.subjective.health)
