"""One stretch of the session as it is typed: technique, start, and stop or minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QWidget

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.session.favourites import Favourite
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import LONGEST_SESSION, Segment
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.form import focus_in_sight
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.spin_box import dressed_spin_box
from therapist_desk.ui.kit.time_edit import TimeEdit, time_words
from therapist_desk.ui.visit.moments import at_clock, at_second_of, clock_after, ends_of, last_of_day, latest


class TimeForm(QWidget):
    """Start, stop and minutes follow each other. With a segment to correct, a reason is asked as well.

    A time that cannot be read is marked at its field; `problem_changed` says the sentence, which needs more room.
    """

    problem_changed = Signal(str)

    def __init__(self, techniques: Sequence[Technique], now: Instant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._techniques = list(techniques)
        self._corrected: Segment | None = None
        self._until = now
        self._proposed: tuple[object, ...] = ()
        self.technique = Select(name=self.tr("Technique"))
        self.technique.setObjectName("segment_technique")
        for technique in self._techniques:
            self.technique.addItem(technique.name)
        self.start, self.stop = TimeEdit(), TimeEdit()
        self.start.setObjectName("segment_start")
        self.stop.setObjectName("segment_stop")
        self.minutes = dressed_spin_box(QSpinBox())
        self.minutes.setObjectName("segment_minutes")
        self.minutes.setRange(0, LONGEST_SESSION)
        self.reason = QLineEdit()
        self.reason.setObjectName("segment_reason")
        self.reason.setPlaceholderText(self.tr("such as: forgot to switch"))
        self.regions = QLineEdit()
        self.regions.setObjectName("segment_regions")
        self.regions.setPlaceholderText(self.tr("such as: right upper trapezius, neck"))
        self._start_field = Field(self.tr("Start"), self.start)
        self._stop_field = Field(self.tr("Stop"), self.stop)
        self.start.time_changed.connect(self._follow_start)
        self.stop.time_changed.connect(self._follow_times)
        for each in (self.start, self.stop):
            each.problem_changed.connect(self._tell_problem)
        self.minutes.valueChanged.connect(self._follow_minutes)
        self.reason_field = Field(self.tr("Reason for the correction"), self.reason)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field(self.tr("Technique"), self.technique), 0, 0)
        grid.addWidget(self._start_field, 0, 1)
        grid.addWidget(self._stop_field, 0, 2)
        grid.addWidget(Field(self.tr("Minutes"), self.minutes), 0, 3)
        grid.addWidget(Field(self.tr("Areas treated"), self.regions), 1, 0, 1, 4)
        grid.addWidget(self.reason_field, 2, 0, 1, 4)
        grid.setColumnStretch(0, 3)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)

    @property
    def corrected(self) -> Segment | None:
        """The segment that is being corrected, or None while one is added."""
        return self._corrected

    def begin_new(self, after: Instant, now: Instant, day: date, likely: Favourite | None = None) -> None:
        """Ask for a stretch of `day` to add; it is proposed to start at `after`, and to be what is `likely`."""
        self._turn_to(None, day, now)
        self._fill(after, after if after.utc <= now.utc else now)
        self.choose(likely.technique if likely is not None else None)
        if likely is not None and self.chosen().id == likely.technique.id:
            self.minutes.setValue(likely.minutes)
        self._proposed = self._state()

    def begin_correction(self, segment: Segment, now: Instant, day: date) -> None:
        """Ask for the right times of `segment`, which are of `day`."""
        self._turn_to(segment, day, now)
        self._fill(segment.start, segment.stop or now)
        index = next((i for i, each in enumerate(self._techniques) if each.id == segment.technique.id), -1)
        if index < 0:
            self._techniques.append(segment.technique)
            self.technique.addItem(segment.technique.name)
            index = self.technique.count() - 1
        self.technique.setCurrentIndex(index)
        self._proposed = self._state()

    def choose(self, technique: Technique | None) -> None:
        """Put a technique into the field; without one it is the first of treatment."""
        ids = [each.id for each in self._techniques]
        known = technique is not None and technique.id in ids
        self.technique.setCurrentIndex(
            ids.index(technique.id) if technique is not None and known else min(1, len(ids) - 1)
        )
        self._proposed = self._state()

    def touched(self) -> bool:
        """Whether anything differs from what was proposed or stood there."""
        return self._state() != self._proposed

    def turn_to_day(self, day: date, now: Instant) -> None:
        """Take what is typed for another day."""
        self._turn_to(self._corrected, day, now)
        self._follow_times()

    def chosen(self) -> Technique:
        """The technique in the field."""
        return self._techniques[self.technique.currentIndex()]

    def times(self) -> tuple[datetime, datetime]:
        """Start and stop, aware, once they are `readable`; times that nobody changed keep their seconds."""
        begun, ended = self.start.time(), self.stop.time()
        if begun is None or ended is None:
            raise LookupError
        was = self._corrected
        start = at_second_of(latest(begun, self._until), was.start if was else None)
        stop = self._ending(start, ended)
        return start, at_second_of(stop, was.stop if was else None)

    def _ending(self, start: datetime, ended: time) -> datetime:
        """The moment that the stop means; of two, because the clock was set back, the one that the minutes say."""
        fits = ends_of(start, ended, self._until)
        said = [each for each in fits if _whole_minutes(each - start) == self.minutes.value()]
        return [*said, *fits, at_clock(start.date(), ended, self._until)][0]

    def areas(self) -> tuple[str, ...]:
        """The areas treated, as typed with commas between them."""
        return tuple(part for each in self.regions.text().split(",") if (part := " ".join(each.split())))

    def readable(self) -> bool:
        """Whether both times are understood; goes to the first that is not."""
        for each in (self.start, self.stop):
            each.read()
        self._tell_problem()
        wrong = next((each for each in (self.start, self.stop) if each.problem()), None) or self._left_out()
        if wrong is not None:
            focus_in_sight(wrong)
        return wrong is None

    def _left_out(self) -> TimeEdit | None:
        """The field of a time that the clock never showed, for it was set forward then; says so there."""
        fields = ((self.start, self._start_field), (self.stop, self._stop_field))
        for (edit, field), moment in zip(fields, self.times(), strict=True):
            if edit.time() != moment.time().replace(second=0, microsecond=0):
                words = self.tr(
                    "The clock was set forward then and never showed {time}. It was {later} by the new time."
                )
                words = words.format(time=edit.text(), later=time_words(moment.time()))
                field.set_problem(words, elsewhere=True)
                self.problem_changed.emit(words)
                return edit
        return None

    def reason_given(self) -> bool:
        """Whether the reason stands where one is wanted; says so at the field where not."""
        wanted = self._corrected is not None and not self.reason.text().strip()
        self.reason_field.set_problem(self.tr("Say why, for whoever reads the record.") if wanted else "")
        if wanted:
            focus_in_sight(self.reason)
        return not wanted

    def _turn_to(self, corrected: Segment | None, day: date, now: Instant) -> None:
        self._corrected, self._until = corrected, last_of_day(day, now)

    def _fill(self, start: Instant, stop: Instant) -> None:
        self.start.set_time(start.local.time())
        self.stop.set_time(stop.local.time())
        self._follow_times()
        self.reason.clear()
        self.regions.setText(", ".join(self._corrected.regions) if self._corrected else "")
        self.reason_field.set_problem("")
        self.reason_field.setVisible(self._corrected is not None)

    def _state(self) -> tuple[object, ...]:
        lines = (self.start, self.stop, self.reason, self.regions)
        return (self.technique.currentIndex(), self.minutes.value(), *(line.text().strip() for line in lines))

    def _on_its_day(self, time: time) -> datetime:
        return at_clock(self._until.day, time, self._until)

    @Slot()
    def _follow_times(self) -> None:
        begun, ended = self.start.time(), self.stop.time()
        if begun is None or ended is None:
            return
        minutes = _whole_minutes(self._on_its_day(ended) - self._on_its_day(begun))
        if minutes < 0:
            # Over midnight or over a clock set back, unless the stop simply lies before the start.
            start, stop = self.times()
            minutes = _whole_minutes(stop - start)
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(max(0, minutes))

    @Slot()
    def _follow_start(self) -> None:
        minutes = self.minutes.value()
        self._follow_times()
        if minutes and not self.minutes.value():
            # The stop was of the start before: the stretch is as long as it was said to be.
            self._follow_minutes(minutes)
            self._follow_times()

    @Slot(int)
    def _follow_minutes(self, minutes: int) -> None:
        begun = self.start.time()
        if begun is not None:
            self.stop.set_time(clock_after(self._on_its_day(begun), minutes, self._until))

    @Slot()
    def _tell_problem(self) -> None:
        self._start_field.set_problem(self.start.problem(), elsewhere=True)
        self._stop_field.set_problem(self.stop.problem(), elsewhere=True)
        self.problem_changed.emit(self.start.problem() or self.stop.problem())


def _whole_minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)
