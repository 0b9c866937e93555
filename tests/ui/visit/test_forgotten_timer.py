from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE, HandClock
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.session.technique import REST
from therapist_desk.domain.session.timer import SegmentSource, TimerState
from therapist_desk.services import opening
from therapist_desk.services.clinical.techniques import Techniques
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import timing
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.kit.time_edit import TimeEdit
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.visit.moments import end_of_work
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.times.dialog import TimesDialog
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import settle, stored


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_time(field: TimeEdit, words: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, words)
    field.editingFinished.emit()


def start(page: VisitPage, clock: HandClock, minutes: float) -> None:
    page.session.times.start()
    settle(page)
    clock.wait(minutes)
    page.strip.refresh()


def test_a_timer_long_past_its_plan_asks_and_takes_the_time_of_the_end(page: VisitPage, clock: HandClock) -> None:
    # given a timer that ran on for 80 minutes of a planned 60
    start(page, clock, 80)
    question = page.strip.question
    assert question.isVisible()
    assert question.time.time() == time(13)

    # when the end of the work is given as 12:50
    type_time(question.time, "12:50")
    press(page, "ended_at")

    # then the session is 50 minutes long, and says that this was entered by hand
    visit = stored(page)
    reading = visit.timer(clock.now())
    assert (reading.state, reading.elapsed) == (TimerState.STOPPED, 50 * 60)
    assert reading.segments[-1].source is SegmentSource.BY_HAND
    assert not question.isVisible()


def test_an_end_that_is_no_time_is_said_and_not_taken(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 80)

    type_time(page.strip.question.time, "soon")
    press(page, "ended_at")
    settle(page)

    said = [label.text() for label in page.strip.question.findChildren(QLabel)]
    assert any("not a time" in words for words in said)
    assert page.session.reading().state is TimerState.RUNNING


def test_still_working_lets_the_minutes_count(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 75)

    press(page, "still_working")
    settle(page)

    assert not page.strip.question.isVisible()
    assert page.strip.display.words == "1:15:00"


def test_an_end_in_the_future_is_refused_with_a_sentence(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 75)

    # the last time that the clock showed this was yesterday, before the session began
    type_time(page.strip.question.time, "14:30")
    press(page, "ended_at")
    settle(page)

    assert page.session.reading().state is TimerState.RUNNING
    assert page._trouble.isVisible()


def test_a_timer_found_running_after_a_restart_asks(
    qtbot: QtBot,
    desk: Desk,
    visit_id: VisitId,
    clock: HandClock,
    tmp_path: Path,
    atlas: Atlas,
    techniques: Techniques,
) -> None:
    # given a program that was killed in the middle of a session
    timing.start(desk, visit_id)
    clock.wait(20)
    desk.store.close()
    again = opening.unlock(tmp_path / "charts", desk.therapist_id, PASSPHRASE, clock)
    jobs = Jobs()

    # when the visit is opened in a new run
    page = VisitPage(Workplace(again, jobs, atlas, Navigator(), techniques))
    qtbot.addWidget(page)
    page.resize(1310, 768)
    page.show()
    page.show_visit(visit_id)
    page.arrive()
    assert jobs.flush(5)

    # then it asks, with the clock still right
    assert page.strip.question.isVisible()
    assert page.strip.display.words == "20:00"
    page.leave()
    jobs.close()
    again.close()


@pytest.mark.parametrize("found_after", [69 * 60, 75 * 60])
@pytest.mark.parametrize(("typed", "minutes"), [("", 60), ("12:50", 50), ("17:20", 320)])
def test_a_timer_left_running_for_days_takes_an_end_of_the_day_it_began(
    page: VisitPage, clock: HandClock, found_after: int, typed: str, minutes: int
) -> None:
    # given a session begun on Monday at noon, found on Thursday morning or afternoon
    start(page, clock, found_after)
    question = page.strip.question
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "left running since Mon 23 Nov, 12:00" in said
    assert question.time.time() == time(13)
    assert not question.working.isVisible()
    assert page.strip.display.words == f"{found_after // 60} h"

    # when the end is given, or the one proposed is taken
    if typed:
        type_time(question.time, typed)
    press(page, "ended_at")

    # then the session is as long as that, and ended that day
    reading = stored(page).timer(clock.now())
    assert (reading.state, reading.elapsed) == (TimerState.STOPPED, minutes * 60)
    assert reading.stopped is not None
    assert reading.stopped.day == date(2026, 11, 23)


def test_an_end_before_the_beginning_is_not_of_the_day_after(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 3 * 24 * 60)

    type_time(page.strip.question.time, "11:30")
    press(page, "ended_at")
    settle(page)

    assert page.session.reading().state is TimerState.RUNNING
    assert page._trouble.isVisible()


@pytest.mark.parametrize(
    ("touched", "typed", "expected"),
    [
        (datetime(2026, 11, 24, 7, 30, tzinfo=UTC), time(0, 20), "2026-11-24 00:20"),
        (datetime(2026, 11, 24, 7, 30, tzinfo=UTC), time(10), "2026-11-23 10:00"),
        (datetime(2026, 11, 23, 20, 0, tzinfo=UTC), time(18), "2026-11-23 18:00"),
    ],
)
def test_an_end_before_the_timer_was_touched_is_of_the_night_that_follows_or_none(
    touched: datetime, typed: time, expected: str
) -> None:
    assert f"{end_of_work(typed, Instant(touched, -480)):%Y-%m-%d %H:%M}" == expected


def test_a_technique_begun_past_the_plan_can_have_ended_no_sooner(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 65)
    page.session.times.switch_to(REST)
    settle(page)
    clock.wait(60)
    page.strip.refresh()
    assert page.strip.question.time.time() == time(13, 5)

    press(page, "ended_at")

    assert stored(page).timer(clock.now()).elapsed == 65 * 60


def test_keys_that_stop_or_pause_lead_to_the_question(page: VisitPage, clock: HandClock) -> None:
    start(page, clock, 3 * 24 * 60)

    for key in (page.strip.buttons.end, page.strip.buttons.toggle):
        page.focus_map()
        key()
        settle(page)
        assert page.window().focusWidget() is page.strip.question.time
        assert page.session.reading().state is TimerState.RUNNING

    QTest.keyClick(page.strip.question.time, Qt.Key.Key_Return)
    assert stored(page).timer(clock.now()).elapsed == 60 * 60


def test_the_end_draws_near_once_and_comes_once(page: VisitPage, clock: HandClock) -> None:
    told: list[object] = []
    page.strip.reminded.connect(told.append)
    start(page, clock, 54)
    assert not told

    for _ in range(3):
        clock.wait(1)
        page.strip.refresh()
    assert len(told) == 1
    assert page.strip.notice.isVisible()

    clock.wait(4)
    page.strip.refresh()
    page.strip.refresh()
    assert len(told) == 2


def test_a_sleep_over_both_signals_tells_the_last_one_only(page: VisitPage, clock: HandClock) -> None:
    told: list[object] = []
    page.strip.reminded.connect(told.append)

    start(page, clock, 62)

    assert len(told) == 1


def test_a_planned_length_is_chosen(page: VisitPage) -> None:
    page.strip.display.length_chosen.emit(90)

    assert stored(page).planned_minutes == 90
    assert "90" in page.strip.display.plan.text()


def test_a_correction_keeps_the_original_and_asks_why(page: VisitPage, clock: HandClock) -> None:
    # given a finished session of 30 minutes
    start(page, clock, 30)
    page.session.times.stop()
    settle(page)
    clock.wait(1)
    page.strip.correction_wanted.emit()
    dialog = page.window().findChild(TimesDialog)
    assert dialog is not None

    # when the segment is corrected without a reason, then with one
    dialog.table.selectRow(0)
    dialog.form.minutes.setValue(20)
    press(dialog, "enter_segment")
    assert dialog.form.reason_field.problem()
    dialog.form.reason.setText("started too early")
    press(dialog, "enter_segment")

    # then the correction counts, and the original is still there, struck
    visit = stored(page)
    (counted,) = visit.segments(clock.now())
    assert (counted.minutes, counted.source, counted.reason) == (20, SegmentSource.BY_HAND, "started too early")
    assert dialog.rows.rowCount() == 2
    struck = dialog.rows.data(dialog.rows.index(1, 0), Qt.ItemDataRole.FontRole)
    assert struck.strikeOut()
    dialog.reject()


def test_times_over_others_are_refused_in_the_dialog_which_names_them(page: VisitPage, clock: HandClock) -> None:
    # given a finished session from noon to half past
    start(page, clock, 30)
    page.session.times.stop()
    settle(page)
    clock.wait(30)
    page.strip.correction_wanted.emit()
    dialog = page.window().findChild(TimesDialog)
    assert dialog is not None

    # when a stretch is added that begins before its end
    dialog.add.click()
    type_time(dialog.form.start, "12:20")
    dialog.form.minutes.setValue(20)
    press(dialog, "enter_segment")
    settle(page)

    # then the dialog says which times are in the way, and what was typed stays
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("overlap 12:00 to 12:30" in text for text in said)
    assert dialog.form.start.time() == time(12, 20)
    assert stored(page).by_hand == ()
    dialog.reject()


def test_times_are_entered_afterwards_for_a_session_never_timed(page: VisitPage, clock: HandClock) -> None:
    clock.wait(60)
    page.strip.correction_wanted.emit()
    dialog = page.window().findChild(TimesDialog)
    assert dialog is not None

    type_time(dialog.form.start, "12:05")
    dialog.form.minutes.setValue(45)
    press(dialog, "enter_segment")

    (entered,) = stored(page).segments(clock.now())
    assert (entered.minutes, entered.source) == (45, SegmentSource.BY_HAND)
    assert "Times were entered by hand." in page.note.objective.generated.words
    dialog.reject()


def test_a_technique_of_the_menu_joins_the_row(page: VisitPage) -> None:
    page.session.times.switch_to(REST)
    settle(page)

    assert page.session.reading().running == REST
    shown = page.strip.techniques.findChild(QWidget, "technique_rest")
    assert shown is not None
    assert shown.isVisible()
