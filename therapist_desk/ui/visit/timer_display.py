"""How long the session has gone on, how it stands, and how long it is meant to be."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from therapist_desk.domain.timer import PLANNED_LENGTHS, TimerReading, TimerState
from therapist_desk.ui.dates import time_text
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.kit.timer_display import clock_text
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import SizeClass, current_tokens
from therapist_desk.ui.visit.wording import state_name

_WIDTH = 160
_BAR = 4
_BEATS = 8
_BEAT = 350
_KINDS = {TimerState.RUNNING: Kind.GREEN, TimerState.PAUSED: Kind.AMBER}


class _Counter(QWidget):
    """The figures and the bar under them; the bar is the share of the plan."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reading: TimerReading | None = None
        self.planned = 60
        self.small = False
        self._beats = 0
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._pulse)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        return clock_text(self.reading.elapsed if self.reading else 0)

    def begin_pulse(self) -> None:
        """Let the figures change their colour a few times."""
        self._beats = _BEATS
        self._beat.start()

    def sizeHint(self) -> QSize:
        role = Text.COUNTER_SMALL if self.small else Text.COUNTER
        return QSize(round(text_width(self.words(), role)) + 4, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        running = self.reading is not None and self.reading.state is TimerState.RUNNING
        ink = tokens.accent if running else tokens.ink
        if self._beats % 2:
            ink = tokens.amber
        role = Text.COUNTER_SMALL if self.small else Text.COUNTER
        draw_text(QPainter(self), QRectF(self.rect()), self.words(), role, ink)

    @Slot()
    def _pulse(self) -> None:
        self._beats -= 1
        if self._beats <= 0:
            self._beat.stop()
        self.update()


class _Bar(QWidget):
    def __init__(self, counter: _Counter, parent: QWidget) -> None:
        super().__init__(parent)
        self._counter = counter

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, _BAR / 2, fill=tokens.line)
        reading = self._counter.reading
        if reading is not None and reading.elapsed > 0:
            share = min(1.0, reading.elapsed / max(1, self._counter.planned * 60))
            over = reading.remaining < 0 and reading.state is TimerState.RUNNING
            done = QRectF(0, 0, max(float(_BAR), area.width() * share), area.height())
            draw_panel(painter, done, _BAR / 2, fill=tokens.amber if over else tokens.accent)


class PlanButton(PaintedButton):
    """Says "of 60 min planned" and opens the choice of lengths."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planned_length")

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), Text.CAPTION)) + 16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        ink = tokens.accent if self.is_hot() else tokens.ink3
        draw_text(painter, self.area().adjusted(0, 0, -14, 0), self.text(), Text.CAPTION, ink)
        if self.isEnabled():
            draw_icon(painter, "down", self.area().topRight() - QPointF(14, -2), 12, ink)


class TimerDisplay(QWidget):
    """Elapsed time, state and plan. `length_chosen` asks for another planned length, in minutes."""

    length_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timer")
        self._counter = _Counter(self)
        self._bar = _Bar(self._counter, self)
        self._pill = StatusPill(parent=self)
        self.plan = PlanButton(self)
        self.plan.clicked.connect(self._offer_lengths)
        self._locked = False
        self.use(SizeClass.REGULAR)

    @property
    def words(self) -> str:
        """The figures shown."""
        return self._counter.words()

    def use(self, size: SizeClass) -> None:
        """Take the room of this size class."""
        self._counter.small = size is SizeClass.COMPACT
        self.setFixedSize(_WIDTH, 50 if self._counter.small else 60)
        self._place()

    def show_reading(self, reading: TimerReading, planned: int, *, locked: bool) -> None:
        """Show the timer as it stands."""
        self._counter.reading = reading
        self._counter.planned = planned
        self._locked = locked
        self._pill.show_state(state_name(reading.state), _KINDS.get(reading.state, Kind.NEUTRAL))
        words = self.tr("of {minutes} min planned").format(minutes=planned)
        if self._counter.small:
            words = self.tr("of {minutes}").format(minutes=planned)
        elif reading.stopped is not None:
            words = self.tr("of {minutes} min · stopped {time}").format(
                minutes=planned, time=time_text(reading.stopped.local)
            )
        self.plan.setText(words)
        self.plan.setAccessibleName(self.tr("Planned length, {minutes} minutes").format(minutes=planned))
        self.plan.setEnabled(not locked)
        spoken = self.tr("Session time {minutes} minutes, {state}")
        self.setAccessibleName(spoken.format(minutes=reading.elapsed // 60, state=state_name(reading.state)))
        self._place()
        self._counter.update()
        self._bar.update()

    def pulse(self) -> None:
        """Draw the eye, gently."""
        self._counter.begin_pulse()

    def _place(self) -> None:
        hint, plan = self._counter.sizeHint(), self.plan.sizeHint()
        small = self._counter.small
        self._pill.setVisible(not small)
        if small:
            self._counter.setGeometry(0, 4, hint.width(), 28)
            self.plan.setGeometry(hint.width() + 6, 12, plan.width(), plan.height())
            self._bar.setGeometry(0, 38, self.width() - 8, _BAR)
            return
        self._counter.setGeometry(0, 2, hint.width(), 30)
        pill = self._pill.sizeHint()
        self._pill.setGeometry(hint.width() + 6, 8, pill.width(), pill.height())
        self._bar.setGeometry(0, 34, self.width() - 8, _BAR)
        self.plan.setGeometry(0, 41, min(self.width(), plan.width()), plan.height())

    @Slot()
    def _offer_lengths(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for minutes in PLANNED_LENGTHS:
            action = menu.addAction(self.tr("{minutes} min").format(minutes=minutes))
            action.setData(minutes)
            action.setCheckable(True)
            action.setChecked(minutes == self._counter.planned)
        menu.triggered.connect(self._choose)
        menu.popup(self.plan.mapToGlobal(QPoint(0, self.plan.height())))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.length_chosen.emit(int(action.data()))
