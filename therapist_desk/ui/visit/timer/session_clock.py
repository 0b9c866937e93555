"""How long the session has gone on, how it stands, and how long it is meant to be."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from therapist_desk.domain.session.timer import PLANNED_LENGTHS, TimerReading, TimerState
from therapist_desk.ui.dates import time_text
from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.paint import draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.kit.pill import Kind
from therapist_desk.ui.kit.timer_display import TimerDisplay
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import SizeClass, current_tokens
from therapist_desk.ui.visit.wording import state_name

_BEATS = 8
_BEAT = 350
_ARROW = 12
_KINDS = {TimerState.RUNNING: Kind.GREEN, TimerState.PAUSED: Kind.AMBER}


class PlanButton(PaintedButton):
    """Says "of 60 min planned" and opens the choice of lengths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planned_length")

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), Text.CAPTION)) + _ARROW + 4, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        ink = tokens.accent if self.is_hot() else tokens.ink2
        draw_text(painter, self.area().adjusted(0, 0, -_ARROW - 2, 0), self.text(), Text.CAPTION, ink)
        if self.isEnabled():
            draw_icon(painter, "down", self.area().topRight() - QPointF(_ARROW + 1, -2), _ARROW, ink)


class SessionClock(TimerDisplay):
    """Elapsed time, state and plan. `length_chosen` asks for another planned length, in minutes."""

    length_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plan = PlanButton()
        super().__init__(caption=self.plan, parent=parent)
        self.setObjectName("timer")
        self.plan.clicked.connect(self._offer_lengths)
        self._planned = 60
        self._compact = False
        self._running = False
        self._beats = 0
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._pulse)

    @property
    def words(self) -> str:
        """The figures shown."""
        return self.digits.text()

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class."""
        self._compact = size is SizeClass.COMPACT
        self.set_compact(compact=self._compact)

    def show_reading(self, reading: TimerReading, planned: int, *, locked: bool, entered: int = 0) -> None:
        """Show the timer as it stands; where it never ran, the `entered` seconds that were typed instead."""
        self._planned = planned
        self._running = reading.state is TimerState.RUNNING
        over = self._running and reading.remaining < 0
        self.show_time(reading.elapsed or entered, planned, Kind.AMBER if over else Kind.ACCENT)
        kind = _KINDS.get(reading.state, Kind.NEUTRAL)
        typed = entered and reading.state is TimerState.IDLE
        words = self.tr("By hand") if typed else state_name(reading.state)
        self.show_state(words, kind, self._caption_for(reading, planned), running=self._running)
        self.plan.setAccessibleName(self.tr("Planned length, {minutes} minutes").format(minutes=planned))
        self.plan.setEnabled(not locked)

    def pulse(self) -> None:
        """Draw the eye, gently."""
        self._beats = _BEATS
        self._beat.start()

    def _caption_for(self, reading: TimerReading, planned: int) -> str:
        if self._compact:
            return self.tr("of {minutes}").format(minutes=planned)
        if reading.stopped is not None:
            words = self.tr("of {minutes} min · stopped {time}")
            return words.format(minutes=planned, time=time_text(reading.stopped.local))
        return self.tr("of {minutes} min planned").format(minutes=planned)

    @Slot()
    def _pulse(self) -> None:
        self._beats -= 1
        if self._beats <= 0:
            self._beat.stop()
        rest = Tone.ACCENT if self._running else Tone.INK
        self.digits.set_tone(Tone.AMBER if self._beats % 2 else rest)

    @Slot()
    def _offer_lengths(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for minutes in PLANNED_LENGTHS:
            action = menu.addAction(self.tr("{minutes} min").format(minutes=minutes))
            action.setData(minutes)
            action.setCheckable(True)
            action.setChecked(minutes == self._planned)
        menu.triggered.connect(self._choose)
        menu.popup(self.plan.mapToGlobal(QPoint(0, self.plan.height())))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.length_chosen.emit(int(action.data()))
