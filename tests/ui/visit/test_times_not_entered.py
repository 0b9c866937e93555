"""Times that were typed and not entered: nothing drops them unasked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import HandClock
from therapist_desk.domain.session.technique import REST
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.times.dialog import TimesDialog
from ui.showing import find
from ui.visit.conftest import settle, stored
from ui.visit.test_earlier_days import times, type_day
from ui.visit.test_forgotten_timer import press, start, type_time


@pytest.fixture
def dialog(page: VisitPage, clock: HandClock) -> TimesDialog:
    """The times of a session of two stretches, 20 and 10 minutes long."""
    start(page, clock, 20)
    page.session.times.switch_to(REST)
    settle(page)
    clock.wait(10)
    page.session.times.stop()
    settle(page)
    page.minutes.correct_times()
    return times(page)


def click_row(dialog: TimesDialog, row: int) -> None:
    place = dialog.table.visualRect(dialog.rows.index(row, 0)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def asks(dialog: TimesDialog) -> bool:
    return any(banner.isVisible() for banner in dialog.findChildren(Banner, "message"))


def test_another_row_waits_until_what_was_typed_is_discarded(dialog: TimesDialog) -> None:
    # given a correction that is being typed
    click_row(dialog, 0)
    dialog.form.minutes.setValue(15)
    dialog.form.reason.setText("started too early")

    # when another row is picked
    click_row(dialog, 1)

    # then every word stays, and the dialog says so
    assert asks(dialog)
    assert dialog.form.corrected == dialog.rows.all[0].segment
    assert (dialog.form.minutes.value(), dialog.form.reason.text()) == (15, "started too early")

    # when it is discarded, then the other row is corrected
    find(dialog, LinkButton, "discard").click()
    assert not asks(dialog)
    assert dialog.isVisible()
    assert dialog.form.corrected == dialog.rows.all[1].segment
    assert not dialog.form.touched()
    dialog.reject()


def test_back_at_the_row_that_is_corrected_nothing_is_asked_any_more(dialog: TimesDialog) -> None:
    click_row(dialog, 0)
    dialog.form.reason.setText("started too early")
    click_row(dialog, 1)

    click_row(dialog, 0)

    assert not asks(dialog)
    assert dialog.form.reason.text() == "started too early"
    dialog.discard()


def test_add_another_waits_as_well(dialog: TimesDialog) -> None:
    click_row(dialog, 0)
    dialog.form.reason.setText("started too early")

    dialog.add.click()
    assert asks(dialog)
    assert dialog.form.reason.text() == "started too early"

    find(dialog, LinkButton, "discard").click()
    assert dialog.form.corrected is None
    dialog.reject()


def test_another_day_does_not_drop_a_correction(page: VisitPage, dialog: TimesDialog) -> None:
    click_row(dialog, 0)
    dialog.form.reason.setText("started too early")

    type_day(dialog, "2026-11-16")
    settle(page)

    assert asks(dialog)
    assert dialog.form.reason.text() == "started too early"
    assert stored(page).service_date == date(2026, 11, 23)
    dialog.discard()
    dialog.reject()


def test_asked_while_closing_discard_closes_whatever_was_picked_before(dialog: TimesDialog) -> None:
    click_row(dialog, 0)
    dialog.form.minutes.setValue(15)
    click_row(dialog, 1)
    done: list[int] = []
    dialog.finished.connect(done.append)

    press(dialog, "close_times")
    find(dialog, LinkButton, "discard").click()

    assert len(done) == 1


def test_what_is_complete_is_entered_when_the_page_goes_as_the_lock_lets_it(
    page: VisitPage, dialog: TimesDialog, clock: HandClock
) -> None:
    # given a correction with its reason, whose stop is still being typed
    clock.wait(30)
    click_row(dialog, 0)
    dialog.form.reason.setText("started too early")
    type_time(dialog.form.start, "12:05")
    dialog.form.stop.selectAll()
    QTest.keyClicks(dialog.form.stop, "1219")

    page.leave()
    page.leave()

    [entered] = stored(page).by_hand
    assert (entered.minutes, entered.reason) == (14, "started too early")
    dialog.reject()


def test_what_was_only_proposed_is_not_entered_and_what_is_incomplete_is_told_of(
    page: VisitPage, dialog: TimesDialog
) -> None:
    page.leave()
    click_row(dialog, 0)
    dialog.form.minutes.setValue(15)
    page.leave()

    page._workplace.jobs.closing.emit()

    assert stored(page).by_hand == ()
    assert dialog.form.reason_field.problem()
    [told] = page._workplace.jobs.cut_short  # to whoever opens the charts next
    assert told.startswith("Times were typed and not entered yet")
    dialog.discard()
    dialog.reject()
