"""The question of a timer that looks forgotten: its minutes do not count before it is answered."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.session.timer import Question, TimerReading
from therapist_desk.ui.dates import time_text, weekday_text
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.field import AlertIcon
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.time_edit import TimeEdit
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.moments import at_second_of, end_of_work

_TIME_WIDTH = 96


class ForgottenTimer(QFrame):
    """Says what looks wrong; takes "still working" or the time at which the work ended."""

    still_working = Signal()
    ended_at = Signal(object)  # datetime, aware

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("forgotten")
        self._touched: Instant | None = None
        self._proposed: Instant | None = None
        self._asked: tuple[Question, Instant, bool] | None = None
        self._title = Label("", Text.BODY_STRONG, Tone.AMBER)
        self._why = Label("", Text.SECONDARY, Tone.LABELS)
        self._reason = ""
        self.working = Button(self.tr("Still working"))
        self.working.setObjectName("still_working")
        self.working.clicked.connect(self.still_working)
        self.time = TimeEdit(name=self.tr("When the hands-on work ended"))
        self.time.setObjectName("ended_time")
        self.time.setFixedWidth(_TIME_WIDTH)
        self.time.problem_changed.connect(self._tell_why)
        self.time.returnPressed.connect(self._end)
        self.ended = Button(self.tr("Ended at this time"), role=ButtonRole.PRIMARY)
        self.ended.setObjectName("ended_at")
        self.ended.clicked.connect(self._end)
        line = row(
            AlertIcon("warn", Tone.AMBER),
            column(None, self._title, self._why, None, spacing=0),
            None,
            self.working,
            self.time,
            self.ended,
        )
        line.setContentsMargins(12, 2, 8, 2)
        self.setLayout(line)

    def ask(self, reading: TimerReading, now: Instant) -> None:
        """Put the question of `reading`; a time that is being typed is left alone."""
        started, touched = reading.started, reading.touched
        if reading.question is None or started is None or touched is None:
            self._asked = None
            return
        asked = (reading.question, touched, reading.left_running)
        if asked == self._asked:
            return
        self._asked = asked
        self._touched = touched
        self._proposed = max(touched, min(now, now.shifted(reading.remaining), key=_moment), key=_moment)
        self.time.set_time(self._proposed.local.time())
        self.working.setVisible(not reading.left_running)
        began = time_text(started.local)
        if started.day != now.day:
            began = self.tr("{day}, {time}").format(day=weekday_text(started.day, now.day), time=began)
        if reading.left_running:
            self._title.setText(self.tr("When did the hands-on work end?"))
            self._reason = self.tr("The timer was left running since {time}.").format(time=began)
        elif reading.question is Question.FOUND_RUNNING:
            self._title.setText(self.tr("Was this session still going?"))
            self._reason = self.tr("The timer was found running. It was started at {time}.").format(time=began)
        else:
            self._title.setText(self.tr("When did the hands-on work end?"))
            minutes = -reading.remaining // 60
            self._reason = self.tr("The timer is {minutes} min past the plan.").format(minutes=minutes)
        self._tell_why()
        self.setAccessibleName(f"{self._title.text()} {self._reason}")

    def answer(self) -> datetime:
        """The time in the field, as a moment after the timer was last touched; only where it could be read."""
        typed = self.time.time()
        if self._touched is None or typed is None:
            raise LookupError
        return at_second_of(end_of_work(typed, self._touched), self._proposed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        area = QRectF(self.rect())
        draw_panel(QPainter(self), area, Radius.CARD, fill=tokens.amber_fill, line=tokens.amber_line)

    @Slot()
    def _end(self) -> None:
        self.time.read()
        if self.time.problem():
            self.time.setFocus()
        else:
            self.ended_at.emit(self.answer())

    @Slot()
    def _tell_why(self) -> None:
        problem = self.time.problem()
        self._why.setText(problem or self._reason)
        self._why.set_tone(Tone.RED if problem else Tone.LABELS)
        self.time.setAccessibleDescription(problem)


def _moment(instant: Instant) -> datetime:
    return instant.utc
