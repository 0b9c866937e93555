"""The clock of a session that goes on while the charts are locked: times only, no names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.timer_display import clock_text
from therapist_desk.ui.shell.session import Session, SessionSignal
from therapist_desk.ui.theme.tokens import Space


class SessionLine(QWidget):
    """Takes no room without a session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Banner] = []
        self._texts: list[str] = []
        self._signal = Banner("", BannerKind.AMBER)
        self._signal.setVisible(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.GRID)
        self._column.addWidget(self._signal)
        self.setVisible(False)

    def texts(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(self._texts)

    def show_sessions(self, sessions: Sequence[Session], now: Instant) -> None:
        """Show each session's time at `now`."""
        while len(self._lines) < len(sessions):
            line = Banner("", BannerKind.GREEN)
            self._lines.append(line)
            self._column.addWidget(line)
        self._texts = [self._words(session, now) for session in sessions]
        for line, text in zip(self._lines, self._texts, strict=False):
            line.set_sentence(text)
        self.setVisible(bool(sessions))

    def speak(self, signal: SessionSignal) -> None:
        """Show a signal until the next one."""
        self._signal.set_sentence(signal_words(self, signal))
        self._signal.setVisible(True)

    def _words(self, session: Session, now: Instant) -> str:
        reading = session.reading(now)
        template = {
            TimerState.RUNNING: self.tr("Session running {time}"),
            TimerState.PAUSED: self.tr("Session paused {time}"),
        }.get(reading.state, self.tr("Session stopped {time}"))
        return template.format(time=clock_text(reading.elapsed))


def signal_words(widget: QWidget, signal: SessionSignal) -> str:
    """Say a signal in words."""
    if signal is SessionSignal.FIVE_MINUTES:
        return widget.tr("Five minutes left in this session.")
    return widget.tr("The planned time of this session is over.")
