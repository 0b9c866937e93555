"""The strip under the header: the session's clock and what it is spent on."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from therapist_desk.domain.session.favourites import Favourites
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.services.clinical.techniques import Techniques
from therapist_desk.ui.kit.buttons import Button, ButtonRole, IconButton
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.tokens import Height, SizeClass, current_tokens
from therapist_desk.ui.visit.session import VisitSession
from therapist_desk.ui.visit.timer.forgotten_timer import ForgottenTimer
from therapist_desk.ui.visit.timer.reminder import Reminder, Reminders
from therapist_desk.ui.visit.timer.session_clock import SessionClock
from therapist_desk.ui.visit.timer.technique_row import TechniqueRow
from therapist_desk.ui.visit.timer.timer_buttons import TimerButtons
from therapist_desk.ui.visit.timer.units_button import UnitsButton

_HEIGHT = 64
_HEIGHT_COMPACT = 52
_TICK = 250


class TimerStrip(QFrame):
    """Clock, techniques, start and stop; asks about a forgotten timer, and says when time draws to its end."""

    correction_wanted = Signal()
    stretch_wanted = Signal(object)  # Technique
    units_wanted = Signal()
    reminded = Signal(object)  # Reminder
    minute_passed = Signal()

    def __init__(self, session: VisitSession, techniques: Techniques, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._session = session
        self._reminders = Reminders()
        self._shown: tuple[object, ...] = ()
        self._compact = False
        self._minute = -1
        self.display = SessionClock()
        self.display.length_chosen.connect(session.times.plan)
        self.techniques = TechniqueRow(techniques)
        self.techniques.technique_chosen.connect(self._choose)
        self.notice = StatusPill()
        self.notice.setObjectName("reminder")
        self.notice.hide()
        self.units = UnitsButton()
        self.units.clicked.connect(self.units_wanted)
        self.units.hide()
        self.correct = Button(self.tr("Correct times"), role=ButtonRole.QUIET, icon_name="pen")
        self.correct.setObjectName("correct_times")
        self.correct.clicked.connect(self.correction_wanted)
        self.correct_small = IconButton("pen", self.tr("Correct times"))
        self.correct_small.clicked.connect(self.correction_wanted)
        self.buttons = TimerButtons()
        self.buttons.start_wanted.connect(self._start)
        self.buttons.pause_wanted.connect(self._pause)
        self.buttons.stop_wanted.connect(self._stop)
        self.question = ForgottenTimer()
        self.question.still_working.connect(session.times.confirm_working)
        self.question.ended_at.connect(session.times.end_at)
        self._work = QWidget()
        self._work.setLayout(
            row(self.techniques, self.notice, self.units, self.correct, self.correct_small, self.buttons, spacing=12)
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        self._stack.addWidget(self.question)
        self._line = row(self.display, self._stack, spacing=8)
        self.setLayout(self._line)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self.refresh)
        session.opened.connect(self._begin)
        session.timed.connect(self.refresh)
        self.use(SizeClass.REGULAR)

    def use(self, size: SizeClass) -> None:
        """Take the height and the room of this size class."""
        compact = size is SizeClass.COMPACT
        self.setFixedHeight(_HEIGHT_COMPACT if compact else _HEIGHT)
        self._line.setContentsMargins(12 if compact else 16, 0, 12, 1)
        self._stack.setFixedHeight(Height.TIMER_BUTTON)
        self._compact = compact
        self.display.use(size)
        self._shown = ()
        self.refresh()

    def show_favourites(self, favourites: Favourites) -> None:
        """Tick ahead what is often given, and offer first what is given sometimes."""
        self.techniques.show_favourites(favourites)
        self._shown = ()
        self.refresh()

    def lead(self, *, to_stop: bool) -> None:
        """Put the keyboard where the clock is stopped or started, where it is asked about, or its times are typed."""
        if not self._asks_first():
            entered = self.correct if self.correct.isVisible() else self.correct_small
            go = self.buttons.go if self.buttons.isVisible() else entered
            (self.buttons.stop if to_stop else go).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_running(self, *, running: bool) -> None:
        """Follow the clock while the page is in sight."""
        if running:
            self._tick.start()
            self.refresh()
        else:
            self._tick.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_tokens().line)

    @Slot()
    def refresh(self) -> None:
        """Show the timer as it stands now; costs nothing where the second has not changed."""
        if not self._session.is_open:
            return
        reading, visit, locked = self._session.reading(), self._session.visit, self._session.locked
        self._remind(self._reminders.due(reading))
        shown = (reading, visit.planned_minutes, visit.by_hand, visit.unit_choice, visit.service_date, locked)
        if shown == self._shown:
            return
        self._shown = shown
        segments = visit.segments(self._session.now())
        entered = 0 if visit.events else sum(segment.seconds for segment in segments)
        self.display.show_reading(reading, visit.planned_minutes, locked=locked, entered=entered)
        self.techniques.show_times(segments, reading.running, locked=locked)
        afterwards = self._session.entered_afterwards
        self.buttons.show_state(reading.state)
        self.buttons.setVisible(not locked and not afterwards)
        self.correct.setText(self.tr("Enter times") if afterwards else self.tr("Correct times"))
        self.correct.set_role(ButtonRole.DEFAULT if afterwards else ButtonRole.QUIET)
        self._show_units(reading.state)
        wide = afterwards or (not self._compact and reading.state in {TimerState.IDLE, TimerState.STOPPED})
        self.correct.setVisible(wide and not locked)
        self.correct_small.setVisible(not wide and not locked)
        if reading.elapsed // 60 != self._minute:
            self._minute = reading.elapsed // 60
            self.minute_passed.emit()
        asks = reading.question is not None and not locked
        self.question.ask(reading, self._session.now())
        self._stack.setCurrentWidget(self.question if asks else self._work)
        if reading.state is TimerState.RUNNING:
            self._word_notice(reading.remaining)
        else:
            self.notice.hide()

    @Slot()
    def _start(self) -> None:
        if self._session.entered_afterwards:
            self.correction_wanted.emit()
        else:
            self._session.times.start()

    @Slot()
    def _pause(self) -> None:
        if not self._asks_first():
            self._session.times.pause()

    @Slot()
    def _stop(self) -> None:
        if not self._asks_first():
            self._session.times.stop()

    def _asks_first(self) -> bool:
        """Lead to the question of a timer that looks forgotten: no key may let its minutes count unanswered."""
        asks = self._stack.currentWidget() is self.question
        if asks:
            self.question.time.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.question.time.selectAll()
        return asks

    @Slot(object)
    def _choose(self, technique: Technique) -> None:
        if self._session.entered_afterwards:
            self.stretch_wanted.emit(technique)
        else:
            self._session.times.switch_to(technique)

    @Slot()
    def _begin(self) -> None:
        self._shown = ()
        self.notice.hide()
        self._reminders.begin()
        self.refresh()

    def _show_units(self, state: TimerState) -> None:
        # While the clock runs nobody reads units, and the techniques want the room.
        resting = state in {TimerState.PAUSED, TimerState.STOPPED} or not self._session.visit.events
        days = self._session.reckoning() if resting else ()
        on_day = (day for day in days if day.day == self._session.visit.service_date)
        self.units.show_day(next(on_day, days[0] if days else None), goes_on=len(days) > 1)

    def _remind(self, reminder: Reminder | None) -> None:
        if reminder is None:
            return
        self.notice.show()
        self.display.pulse()
        QApplication.beep()
        QApplication.alert(self.window())
        self.reminded.emit(reminder)

    def _word_notice(self, remaining: int) -> None:
        if remaining > 0:
            words = self.tr("{minutes} min left").format(minutes=math.ceil(remaining / 60))
        else:
            words = self.tr("Planned time is over")
        self.notice.show_state(words, Kind.AMBER)
