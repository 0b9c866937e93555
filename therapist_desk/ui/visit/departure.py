"""What is asked at the end of a session: the pain after it, then what comes next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.visit.arrival import MAY_BECOME_TEN
from therapist_desk.ui.visit.note.column import NoteColumn
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.timer.timer_buttons import TimerButtons


class Departure(QObject):
    """Once the session has been stopped here a digit answers how the pain is now, and the plan is written next.

    The plan is asked for where nothing is planned or carried forward yet. Whoever goes elsewhere is left alone.
    """

    def __init__(self, session: VisitSession, buttons: TimerButtons, note: NoteColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._note = note
        self._ending = False
        self._asks = False
        buttons.stop_wanted.connect(self._expect_end)
        session.timed.connect(self._ask_pain)
        note.assessment.pain.number_chosen.connect(self._ask_plan)

    @Slot()
    def _expect_end(self) -> None:
        self._ending = True

    @Slot()
    def _ask_pain(self) -> None:
        stopped = self._session.reading().state is TimerState.STOPPED
        if self._ending and stopped and self._session.note.pain_after is None:
            self._asks = True
            self._note.lead_to(Section.ASSESSMENT, self._note.assessment.pain)
        self._ending = self._ending and not stopped

    @Slot(object)
    def _ask_plan(self, number: int | None) -> None:
        """Go on after the pain; a 1 waits, as it may become a 10."""
        pain, note = self._note.assessment.pain, self._session.note
        if not self._asks or number in (None, MAY_BECOME_TEN) or pain.window().focusWidget() is not pain:
            return
        self._asks = False
        if not note.of(Section.PLAN) and not note.next_visit:
            self._note.lead_to(Section.PLAN, self._note.plan.text)
