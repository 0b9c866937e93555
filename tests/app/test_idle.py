from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desks import HandClock
from therapist_desk.app.idle import IdleWatch
from therapist_desk.ui.jobs import Jobs


def looked(watch: IdleWatch, clock: HandClock, minutes: float) -> None:
    """Let time pass awake: the watch looks every few seconds."""
    for _ in range(round(minutes * 6)):
        clock.wait(1 / 6)
        watch.look()


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    """A field of the active window."""
    shown = QLineEdit()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_nobody_for_ten_minutes_is_idle(qtbot: QtBot) -> None:
    clock = HandClock()
    watch = IdleWatch(clock, 10)

    with qtbot.assertNotEmitted(watch.idle):
        looked(watch, clock, 9.5)
    with qtbot.waitSignal(watch.idle):
        looked(watch, clock, 1)
    watch.stop()


@pytest.mark.usefixtures("qapp")
def test_a_minute_before_it_is_said_once() -> None:
    clock = HandClock()
    watch = IdleWatch(clock, 10)
    said: list[bool] = []
    watch.soon.connect(lambda: said.append(True))

    looked(watch, clock, 8.5)
    assert not said
    looked(watch, clock, 1)

    assert said == [True]
    watch.stop()


def test_a_touch_after_the_warning_takes_it_back(qtbot: QtBot, line: QLineEdit) -> None:
    clock = HandClock()
    watch = IdleWatch(clock, 10)
    looked(watch, clock, 9.5)

    with qtbot.waitSignal(watch.awake), qtbot.assertNotEmitted(watch.idle):
        qtbot.keyClick(line.windowHandle(), Qt.Key.Key_A)
        looked(watch, clock, 1)
    watch.stop()


def test_a_key_starts_the_wait_anew(qtbot: QtBot, line: QLineEdit) -> None:
    clock = HandClock()
    watch = IdleWatch(clock, 10)
    looked(watch, clock, 9)

    qtbot.keyClick(line.windowHandle(), Qt.Key.Key_A)

    with qtbot.assertNotEmitted(watch.idle):
        looked(watch, clock, 9)
    watch.stop()


def test_a_sleep_is_noticed_on_waking(qtbot: QtBot) -> None:
    clock = HandClock()
    watch = IdleWatch(clock, 60)
    clock.wait(5)

    with qtbot.waitSignal(watch.slept), qtbot.assertNotEmitted(watch.idle):
        watch.look()
    watch.stop()


def test_steps_of_long_work_hold_the_lock_off_and_it_counts_from_the_last(qtbot: QtBot) -> None:
    # given nobody at the desk while an export goes on
    clock, jobs = HandClock(), Jobs()
    watch = IdleWatch(clock, 10)
    jobs.stepped.connect(watch.touch)

    # when it takes half an hour, and then is done
    with qtbot.assertNotEmitted(watch.soon), qtbot.assertNotEmitted(watch.idle):
        for _ in range(30):
            looked(watch, clock, 1)
            jobs.note_step()
        looked(watch, clock, 8)

    # then the lock comes ten minutes after its end, as it does where the work hangs
    with qtbot.waitSignal(watch.idle):
        looked(watch, clock, 2)
    watch.stop()
    jobs.close()


def test_a_sleep_is_noticed_though_long_work_goes_on(qtbot: QtBot) -> None:
    clock = HandClock()
    watch = IdleWatch(clock, 60)
    watch.touch()
    clock.wait(5)
    watch.touch()

    with qtbot.waitSignal(watch.slept):
        watch.look()
    watch.stop()
