"""What is likely in the visit on the screen, by the visits before it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.session.favourites import Favourites
from therapist_desk.services.visit.favourites import read_favourites
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.workplace import Workplace


class Habits(QObject):
    """Reads the favourites of each visit once; `known` gives them, and nothing before they are read."""

    known = Signal(object)  # Favourites

    def __init__(self, workplace: Workplace, session: VisitSession, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._session = session
        self._visit: VisitId | None = None
        self.favourites = Favourites()
        session.opened.connect(self._read)

    @Slot()
    def _read(self) -> None:
        visit = self._session.visit
        if visit.id == self._visit:
            return
        self._visit = visit.id
        self._show(visit.id, Favourites())
        if not visit.signed:
            done = partial(self._show, visit.id)
            self._workplace.jobs.read(read_favourites, self._workplace.desk, visit.case_id, owner=self, done=done)

    def _show(self, asked: VisitId, favourites: Favourites) -> None:
        if asked == self._visit:
            self.favourites = favourites
            self.known.emit(favourites)
