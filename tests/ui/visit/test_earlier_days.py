"""A visit of an earlier day: its day is set, and its times are typed for that day."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desks import HandClock
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.times.dialog import TimesDialog
from ui.showing import find
from ui.visit.conftest import settle, stored
from ui.visit.test_forgotten_timer import press, start, type_time


def type_day(dialog: TimesDialog, words: str) -> None:
    field = find(dialog, DateEdit, "visit_day")
    field.selectAll()
    QTest.keyClicks(field, words)
    field.editingFinished.emit()


def times(page: VisitPage) -> TimesDialog:
    dialog = page.window().findChild(TimesDialog)
    assert dialog is not None
    return dialog


@pytest.fixture
def dialog(page: VisitPage) -> TimesDialog:
    """The times, opened by a click on the day in the header."""
    find(page, LinkButton, "visit_day_link").click()
    return times(page)


def test_the_day_of_a_visit_is_changed_where_it_is_read(page: VisitPage, dialog: TimesDialog) -> None:
    assert page.window().focusWidget() is find(dialog, DateEdit, "visit_day")

    type_day(dialog, "2026-11-16")
    settle(page)

    assert stored(page).service_date == date(2026, 11, 16)
    assert find(page, LinkButton, "visit_day_link").text() == "Mon 16 Nov"
    dialog.reject()


def test_return_in_the_day_sets_it_and_enters_no_stretch(page: VisitPage, dialog: TimesDialog) -> None:
    dialog.form.minutes.setValue(50)
    field = find(dialog, DateEdit, "visit_day")
    field.setFocus()
    field.selectAll()

    QTest.keyClicks(field, "2026-11-16")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(page)

    assert stored(page).service_date == date(2026, 11, 16)
    assert stored(page).by_hand == ()
    assert page.window().focusWidget() is dialog.form.technique
    dialog.discard()


def test_times_typed_then_are_of_that_day(page: VisitPage, dialog: TimesDialog) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)

    type_time(dialog.form.start, "23:30")
    dialog.form.minutes.setValue(50)
    press(dialog, "enter_segment")

    [entered] = stored(page).by_hand
    assert entered.minutes == 50
    assert page.strip.display.words == "50:00"
    assert (entered.start.day, entered.stop and entered.stop.day) == (date(2026, 11, 16), date(2026, 11, 17))
    dialog.reject()


@pytest.mark.parametrize("words", ["1720", "17.20", "5:20 pm", "520pm"])
def test_a_start_typed_over_the_proposed_one_is_what_is_kept(
    page: VisitPage, dialog: TimesDialog, words: str
) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)

    dialog.form.start.setFocus()
    dialog.form.start.selectAll()
    QTest.keyClicks(dialog.form.start, words)
    dialog.form.minutes.setValue(30)
    press(dialog, "enter_segment")

    [entered] = stored(page).by_hand
    assert (entered.start.local.time(), entered.minutes) == (time(17, 20), 30)
    dialog.reject()


def test_a_time_that_cannot_be_read_is_said_and_nothing_is_entered(page: VisitPage, dialog: TimesDialog) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)
    dialog.form.minutes.setValue(30)

    type_time(dialog.form.start, "1780")
    press(dialog, "enter_segment")
    settle(page)

    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("not a time" in words for words in said)
    assert dialog.form.start.text() == "1780"
    assert stored(page).by_hand == ()

    type_time(dialog.form.start, "1720")
    press(dialog, "enter_segment")

    assert len(stored(page).by_hand) == 1
    dialog.reject()


def test_minutes_typed_and_not_entered_are_asked_about_before_the_dialog_closes(
    page: VisitPage, dialog: TimesDialog
) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)
    dialog.form.minutes.setValue(15)

    press(dialog, "close_times")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.isVisible()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "What you changed is not saved." in said
    assert dialog.form.minutes.value() == 15
    find(dialog, LinkButton, "discard").click()
    assert not isValid(dialog) or not dialog.isVisible()
    assert stored(page).by_hand == ()


def test_times_that_nobody_changed_close_at_once(page: VisitPage, dialog: TimesDialog) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)

    press(dialog, "close_times")

    assert not isValid(dialog) or not dialog.isVisible()


def test_minutes_typed_before_the_day_stay(page: VisitPage, dialog: TimesDialog) -> None:
    dialog.form.minutes.setValue(25)

    type_day(dialog, "2026-11-16")
    settle(page)
    assert dialog.form.minutes.value() == 25
    press(dialog, "enter_segment")

    [entered] = stored(page).by_hand
    assert (entered.start.day, entered.minutes) == (date(2026, 11, 16), 25)
    dialog.reject()


def test_a_stop_before_the_start_is_no_night_of_work(page: VisitPage, dialog: TimesDialog) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)

    type_time(dialog.form.start, "14:00")
    type_time(dialog.form.stop, "13:00")
    press(dialog, "enter_segment")

    assert stored(page).by_hand == ()
    dialog.reject()


def test_a_day_to_come_is_refused_and_said(page: VisitPage, dialog: TimesDialog) -> None:
    type_day(dialog, "2026-11-30")
    settle(page)

    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("still to come" in words for words in said)
    assert stored(page).service_date == date(2026, 11, 23)
    assert dialog.day.date() == date(2026, 11, 23)
    dialog.reject()


def test_no_clock_is_started_in_a_visit_of_an_earlier_day(page: VisitPage) -> None:
    page.session.times.move_to(page.session.visit.service_date - timedelta(days=7))
    settle(page)
    assert find(page, QPushButton, "correct_times").text() == "Enter times"
    assert not page.strip.buttons.isVisible()

    page.strip.buttons.toggle()
    dialog = times(page)

    assert page.session.reading().state is TimerState.IDLE
    assert dialog.form.start.time() == time(9)
    dialog.reject()


def test_an_answer_noted_afterwards_says_on_which_day(page: VisitPage) -> None:
    page.session.times.move_to(page.session.visit.service_date - timedelta(days=7))
    settle(page)

    find(page, ToggleGroup, "health_check").option("no").click()

    assert find(page, QLabel, "health_state").text().startswith("noted 23 Nov")


def test_a_technique_pressed_then_is_proposed_for_the_times(page: VisitPage) -> None:
    page.session.times.move_to(page.session.visit.service_date - timedelta(days=7))
    settle(page)

    page.strip.techniques.row.button("mfr").click()
    dialog = times(page)

    assert dialog.form.chosen().id == "mfr"
    assert stored(page).events == ()
    dialog.reject()


def test_a_clock_that_ran_past_midnight_goes_on(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 13 * 60)

    assert page.session.afterwards
    assert not page.strip.buttons.isHidden()


def test_a_row_is_corrected_again_after_another_was_added(page: VisitPage, dialog: TimesDialog) -> None:
    type_day(dialog, "2026-11-16")
    settle(page)
    dialog.form.minutes.setValue(15)
    press(dialog, "enter_segment")
    settle(page)

    for _ in range(2):
        QTest.mouseClick(
            dialog.table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=dialog.table.visualRect(dialog.rows.index(0, 0)).center(),
        )
        assert dialog.form.corrected is not None
        dialog.add.click()
        assert dialog.form.corrected is None
    dialog.reject()


def test_after_a_stretch_the_keyboard_asks_for_the_next_technique(
    qtbot: QtBot, page: VisitPage, dialog: TimesDialog
) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    type_day(dialog, "2026-11-16")
    settle(page)
    dialog.form.minutes.setFocus()
    dialog.form.minutes.setValue(15)

    QTest.keyClick(dialog.form.minutes, Qt.Key.Key_Return)
    settle(page)

    assert page.window().focusWidget() is dialog.form.technique
    assert dialog.form.start.time() == time(9, 15)
    dialog.reject()
