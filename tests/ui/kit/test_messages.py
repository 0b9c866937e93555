from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit import (
    Banner,
    Field,
    Kind,
    LinkButton,
    ReferralMeter,
    StatusPill,
    TimerDisplay,
    Toast,
    clock_text,
    initials,
)

LONG = "The referral allows twelve visits until the end of the year, and ten of them are used. " * 3


@pytest.mark.parametrize("width", [240, 400, 900])
def test_a_long_message_is_never_cut(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field = Field("Expiry", QLineEdit())
    field.set_problem(LONG)
    column.addWidget(Banner(LONG))
    column.addWidget(field)
    column.addStretch(1)
    page.resize(width, 700)
    qtbot.addWidget(page)

    with qtbot.waitExposed(page):
        page.show()

    labels = [label for label in page.findChildren(QLabel) if label.text() == LONG]
    assert len(labels) == 2
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_every_visit_of_a_referral_has_its_box(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    meter = ReferralMeter()
    meter.show_visits(4, 24)
    column.addWidget(meter)
    column.addStretch(1)
    page.resize(240, 300)
    qtbot.addWidget(page)

    with qtbot.waitExposed(page):
        page.show()

    assert meter.height() == meter.heightForWidth(meter.width()) > 40
    assert meter.accessibleName() == "4 of 24 visits used"


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "00:00"),
        (2292, "38:12"),
        (3599, "59:59"),
        (3725, "1:02:05"),
        (-4, "00:00"),
        (35_999, "9:59:59"),
        (36_000, "10 h"),
        (400_000, "111 h"),
    ],
)
def test_the_clock_shows_hours_only_when_there_are_any(seconds: int, expected: str) -> None:
    assert clock_text(seconds) == expected


def test_the_clock_tells_a_screen_reader_the_minute(qtbot: QtBot) -> None:
    timer = TimerDisplay()
    qtbot.addWidget(timer)

    timer.show_time(2292, 60)

    assert timer.accessibleName() == "38 of 60 minutes"


def test_the_clock_does_not_change_its_size_while_it_runs(qtbot: QtBot) -> None:
    timer = TimerDisplay()
    qtbot.addWidget(timer)
    sizes = set()
    for seconds in (0, 71, 888, 3599):
        timer.show_time(seconds, 60)
        sizes.add(timer.sizeHint().toTuple())

    assert len(sizes) == 1


def test_a_toast_offers_its_action_once(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)

    toast.say("Mark deleted", "Undo")
    with qtbot.waitSignal(toast.action_chosen):
        toast.findChildren(LinkButton)[0].click()

    assert not toast.isVisible()


def test_a_toast_goes_by_itself(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window, shown_ms=1)

    toast.say("Saved")
    assert toast.isVisible()

    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_pill_grows_with_what_it_says(qtbot: QtBot) -> None:
    pill = StatusPill("Due", Kind.AMBER)
    qtbot.addWidget(pill)
    before = pill.sizeHint().width()

    pill.show_state("Unconfirmed, from 9 Nov", Kind.AMBER)

    assert pill.sizeHint().width() > before


@pytest.mark.parametrize(
    ("name", "expected"), [("Juniper Sample-Hayes", "JS"), ("Cher", "C"), ("Nguyễn Thị Ánh", "NÁ"), ("", "")]
)
def test_initials_are_the_first_and_the_last(name: str, expected: str) -> None:
    assert initials(name) == expected
