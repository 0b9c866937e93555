"""When a visit is planned, and how long."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtWidgets import QWidget

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.session.timer import PLANNED_LENGTHS
from therapist_desk.services.visit.planning import USUAL_MINUTES
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.time_edit import TimeEdit
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height


class WhenForm(Form):
    """Day, time and length; a subclass or the dialog places them with `place_when`."""

    def __init__(self, day: date, clock: time, minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = self.day("day", self.tr("Day"), day)
        self._time = TimeEdit(clock)
        self._time.textEdited.connect(self.changed)
        time = self.add("time", self.tr("Time"), self._time)
        self._time.problem_changed.connect(time.set_problem)
        offered = sorted({*PLANNED_LENGTHS, minutes})
        self._minutes = ToggleGroup(
            [(str(length), str(length)) for length in offered], value=str(minutes), height=Height.CONTROL
        )
        self.add("minutes", self.tr("Minutes"), self._minutes)

    def place_when(self) -> None:
        """Put the fields into the next lines."""
        self.place("day", "time")
        self.place("minutes")

    def propose(self, moment: datetime, minutes: int) -> None:
        """Fill in when the visit is likely to be; a length that is not offered leaves the one chosen."""
        self._day.set_date(moment.date())
        self._time.set_time(moment.time())
        if minutes in PLANNED_LENGTHS:
            self._minutes.set_value(str(minutes))

    def day_typed(self) -> date | None:
        """The day as last understood."""
        return self._day.date()

    def minutes(self) -> int:
        """How long the session is meant to be."""
        return int(self._minutes.value() or USUAL_MINUTES)

    def moment(self) -> Instant | None:
        """When the visit is planned; None, and the reason at the field, where the day or the time is missing."""
        readable = self.read_days()
        day, clock = self._day.date(), self._time.time()
        if day is None and readable:
            self.field("day").set_problem(self.tr("Enter the day of the visit."))
        if clock is None:
            self._time.read()
            self.field("time").set_problem(self._time.problem())
        if day is None or clock is None or not readable:
            self.focus_first_problem()
            return None
        local = datetime.combine(day, clock).astimezone()
        offset = local.utcoffset()
        return Instant(local.astimezone(UTC), round(offset.total_seconds() / 60) if offset else 0)


def next_half_hour(now: Instant) -> time:
    """The half hour that comes next on the clock."""
    minutes = (now.local.hour * 60 + now.local.minute) // 30 * 30 + 30
    return time(minutes // 60 % 24, minutes % 60)
