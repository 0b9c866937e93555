"""Times typed for a night in which the clocks were set: as long as they were, and of the hour that is meant."""

from __future__ import annotations

import time as system_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from domain.builders import DEEP
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.session.timer import Segment
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.visit.moments import end_of_work
from therapist_desk.ui.visit.times.form import TimeForm

NOW = Instant(datetime(2026, 11, 28, 18, tzinfo=UTC), -480)
FORWARD, BACK, DAY_BEFORE = date(2026, 3, 8), date(2026, 11, 1), date(2026, 10, 31)


@pytest.fixture(autouse=True)
def _in_los_angeles(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


@pytest.fixture
def form(qtbot: QtBot) -> TimeForm:
    made = TimeForm([DEEP], NOW)
    qtbot.addWidget(made)
    return made


def begin(form: TimeForm, day: date) -> None:
    form.begin_new(Instant(datetime.combine(day, time(20), UTC)), NOW, day)


def type_in(form: TimeForm, start: str, stop: str = "") -> None:
    for edit, words in ((form.start, start), (form.stop, stop)):
        if words:
            edit.setText(words)
            edit.read()


@pytest.mark.parametrize(
    ("day", "start", "stop", "minutes"),
    [
        (FORWARD, "1:45 am", "3:10 am", 25),  # two o'clock was three
        (FORWARD, "1:10 am", "1:40 am", 30),
        (BACK, "12:45 am", "1:15 am", 30),  # the first of two
        (BACK, "1:45 am", "1:15 am", 30),  # the second: there is no other after the start
        (BACK, "12:30 am", "2:15 am", 165),
        (DAY_BEFORE, "11:40 pm", "12:25 am", 45),
        (DAY_BEFORE, "11:40 pm", "2:10 am", 210),  # over midnight and over the change
    ],
)
def test_a_stretch_is_as_long_as_it_was(form: TimeForm, day: date, start: str, stop: str, minutes: int) -> None:
    begin(form, day)

    type_in(form, start, stop)

    assert form.readable()
    assert form.minutes.value() == minutes
    begun, ended = form.times()
    assert ended - begun == timedelta(minutes=minutes)


def test_minutes_choose_the_hour_that_is_meant(form: TimeForm) -> None:
    begin(form, BACK)
    type_in(form, "12:45 am")

    form.minutes.setValue(90)

    assert form.stop.time() == time(1, 15)
    begun, ended = form.times()
    assert (ended - begun, ended.utcoffset()) == (timedelta(minutes=90), timedelta(hours=-8))


def test_a_stretch_of_the_second_hour_stays_in_it_when_its_technique_is_corrected(form: TimeForm) -> None:
    start, stop = (Instant(datetime(2026, 11, 1, 9, minute, 20, tzinfo=UTC), -480) for minute in (5, 35))
    segment = Segment(id=SegmentId("s"), technique=DEEP, start=start, stop=stop, seconds=1800)
    form.begin_correction(segment, NOW, BACK)

    assert form.start.time() == time(1, 5)
    assert form.times() == (start.utc, stop.utc)
    assert form.minutes.value() == 30


def test_a_time_that_never_was_is_said_and_kept(form: TimeForm) -> None:
    begin(form, FORWARD)
    type_in(form, "1:30 am", "2:30 am")

    assert not form.readable()

    [said] = [each.problem() for each in form.findChildren(Field) if each.problem()]
    assert "set forward" in said
    assert form.stop.time() == time(2, 30)
    type_in(form, "2:15 am", "3:30 am")
    assert not form.readable()
    type_in(form, "1:30 am", "3:30 am")
    assert form.readable()
    assert not [each for each in form.findChildren(Field) if each.problem()]


def test_work_ends_in_the_hour_that_comes_next() -> None:
    touched = Instant(datetime(2026, 11, 1, 8, 40, tzinfo=UTC), -420)

    assert end_of_work(time(1, 50), touched) == datetime(2026, 11, 1, 8, 50, tzinfo=UTC)
    assert end_of_work(time(1, 10), touched) == datetime(2026, 11, 1, 9, 10, tzinfo=UTC)
    assert end_of_work(time(2, 10), touched) == datetime(2026, 11, 1, 10, 10, tzinfo=UTC)
