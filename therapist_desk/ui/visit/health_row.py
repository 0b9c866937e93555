"""Any change in health? One press answers no; yes opens the history."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.health.screening import HealthCheck
from therapist_desk.ui.dates import near_day_text, time_text
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.visit.session import VisitSession

_NO, _YES = "no", "yes"


class AnswerHealth(QUndoCommand):
    """Answers the question, or answers it otherwise."""

    def __init__(self, session: VisitSession, after: HealthCheck, words: str) -> None:
        super().__init__(words)
        self._session = session
        self._before = session.visit.screening.check
        self._after = after

    def redo(self) -> None:
        self._session.put_check(self._after)

    def undo(self) -> None:
        self._session.put_check(self._before)


class HealthRow(QWidget):
    """Follows the session when told to; `history_wanted` asks for the checklist."""

    history_wanted = Signal()

    def __init__(self, session: VisitSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.answer = ToggleGroup(
            [(_NO, self.tr("No change")), (_YES, self.tr("Yes…"))], name=self.tr("Any change in health?")
        )
        self.answer.setObjectName("health_check")
        self.answer.chosen.connect(self._choose)
        self._state = Label("", Text.SECONDARY, Tone.LABELS)
        self._state.setObjectName("health_state")
        self.setLayout(row(self.answer, self._state, None, spacing=10))
        self.setFocusProxy(self.answer.option(_NO))

    def show_check(self) -> None:
        """Show whether it was asked, and what was answered."""
        check = self._session.visit.screening.check
        self.answer.set_value(None if check is None else _YES if check.changed else _NO)
        self.answer.setEnabled(not self._session.locked)
        if check is None:
            self._state.setText(self.tr("not asked yet"))
            self._state.set_tone(Tone.AMBER if not self._session.locked else Tone.LABELS)
            return
        day, time = check.at.day, time_text(check.at.local)
        if day == self._session.visit.service_date:
            words = self.tr("asked {time}").format(time=time)
        else:
            words = self.tr("noted {day}, {time}").format(day=near_day_text(day, self._session.now().day), time=time)
        self._state.setText(words)
        self._state.set_tone(Tone.LABELS)

    @Slot(str)
    def _choose(self, value: str) -> None:
        if value == _NO:
            self.record(changed=False)
        else:
            self.show_check()
            self.history_wanted.emit()

    def record(self, *, changed: bool) -> None:
        """Keep the answer so that it can be undone."""
        session = self._session
        if not session.locked:
            check = session.new_check(changed=changed)
            session.undo_stack.push(AnswerHealth(session, check, self.tr("change in health")))
