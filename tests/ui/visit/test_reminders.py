from __future__ import annotations

from datetime import datetime, time

from hypothesis import given
from hypothesis import strategies as st

from domain.builders import DEEP, at, event
from therapist_desk.domain.session.timer import EventKind, TimerReading, read_timer
from therapist_desk.ui.visit.moments import at_second_of, latest
from therapist_desk.ui.visit.timer.reminder import Reminder, Reminders

STARTED = (event(EventKind.START, 0, DEEP),)


def after(minutes: float, planned: int = 60) -> TimerReading:
    return read_timer(STARTED, at(minutes), planned)


def test_each_reminder_is_told_once() -> None:
    reminders = Reminders()

    told = [reminders.due(after(minute)) for minute in range(65)]

    assert [(minute, each) for minute, each in enumerate(told) if each] == [
        (55, Reminder.FIVE_MINUTES),
        (60, Reminder.TIME_IS_UP),
    ]


def test_what_had_passed_when_the_visit_was_opened_is_not_told() -> None:
    reminders = Reminders()

    assert reminders.due(after(57)) is None
    assert reminders.due(after(58)) is None
    assert reminders.due(after(60)) is Reminder.TIME_IS_UP


def test_a_longer_plan_tells_both_again() -> None:
    reminders = Reminders()
    for minute in (0, 55, 60):
        reminders.due(after(minute))

    reminders.due(after(61, planned=75))

    assert reminders.due(after(70, planned=75)) is Reminder.FIVE_MINUTES


def test_a_paused_timer_reminds_of_nothing() -> None:
    reminders = Reminders()
    reminders.due(after(1))
    paused = (*STARTED, event(EventKind.PAUSE, 58))

    assert reminders.due(read_timer(paused, at(59), 60)) is None


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_time_of_day_means_the_last_day_that_had_it(hour: int, minute: int) -> None:
    now = at(0)

    meant = latest(time(hour, minute), now)

    assert meant <= now.local
    assert (now.local - meant).total_seconds() < 24 * 3600
    assert (meant.hour, meant.minute) == (hour, minute)


def test_a_time_that_nobody_changed_keeps_its_seconds() -> None:
    exact = at(7.5)
    shown = exact.local.replace(second=0, microsecond=0)

    assert at_second_of(shown, exact) == exact.local
    assert at_second_of(datetime.fromisoformat("2026-11-23T04:00:00-08:00"), exact) != exact.local
