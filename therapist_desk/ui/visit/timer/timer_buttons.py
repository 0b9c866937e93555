"""Start, pause, resume, stop: whatever the timer can do next."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.layouts import row

START_KEYS = "Ctrl+T"
STOP_KEYS = "Ctrl+Shift+T"


class TimerButtons(QWidget):
    """Two buttons: the first starts, pauses and resumes, the second stops."""

    start_wanted = Signal()
    pause_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TimerState.IDLE
        self.go = Button("", size=ButtonSize.ENTRY, icon_name="play")
        self.go.setObjectName("start")
        self.go.clicked.connect(self.toggle)
        self.stop = Button(self.tr("Stop"), size=ButtonSize.ENTRY, icon_name="stop")
        self.stop.setObjectName("stop")
        self.stop.setToolTip(self.tr("Stop the session ({keys})").format(keys=STOP_KEYS))
        self.stop.clicked.connect(self.stop_wanted)
        self.setLayout(row(self.go, self.stop))
        self.show_state(TimerState.IDLE)

    def show_state(self, state: TimerState) -> None:
        """Offer what fits `state`."""
        self._state = state
        words, icon_name = {
            TimerState.IDLE: (self.tr("Start"), "play"),
            TimerState.RUNNING: (self.tr("Pause"), "pause"),
            TimerState.PAUSED: (self.tr("Resume"), "play"),
            TimerState.STOPPED: (self.tr("Resume"), "play"),
        }[state]
        if self.go.text() != words:
            self.go.setText(words)
            self.go.set_icon_name(icon_name)
            self.go.setToolTip(self.tr("{action} the timer ({keys})").format(action=words, keys=START_KEYS))
        self.go.set_role(ButtonRole.PRIMARY if state is TimerState.IDLE else ButtonRole.DEFAULT)
        self.stop.setVisible(state in {TimerState.RUNNING, TimerState.PAUSED})

    @Slot()
    def toggle(self) -> None:
        """Do what the first button says."""
        if self._state is TimerState.RUNNING:
            self.pause_wanted.emit()
        else:
            self.start_wanted.emit()

    @Slot()
    def end(self) -> None:
        """Stop, where there is something to stop."""
        if self._state in {TimerState.RUNNING, TimerState.PAUSED}:
            self.stop_wanted.emit()
