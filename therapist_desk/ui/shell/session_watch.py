"""Watches the clocks of sessions, on whatever page one is and while the charts are locked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from therapist_desk.domain.clock import Clock
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.shell.session import Session, SignalBook

_EACH_SECOND: Final = 1000


class SessionWatch(QObject):
    """Looks once a second while a session runs; `due` gives a SessionSignal, once each."""

    ticked = Signal()
    due = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._book = SignalBook()
        self._sessions: tuple[Session, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_EACH_SECOND)
        self._timer.timeout.connect(self.look)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions watched."""
        return self._sessions

    def watch(self, sessions: Sequence[Session]) -> None:
        """Watch these from now on; what was said already is not said again."""
        self._sessions = tuple(sessions)
        now = self._clock.now()
        if any(session.reading(now).state is TimerState.RUNNING for session in self._sessions):
            self._timer.start()
        else:
            self._timer.stop()
        self.ticked.emit()

    @Slot()
    def look(self) -> None:
        """Look at the clocks now."""
        now = self._clock.now()
        for session in self._sessions:
            signal = self._book.due(session, now)
            if signal is not None:
                self.due.emit(signal)
        self.ticked.emit()


def call_attention(window: QWidget) -> None:
    """Make one soft sound and mark the window in the task bar."""
    QApplication.beep()
    QApplication.alert(window, 0)
