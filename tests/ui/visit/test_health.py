"""Health in the visit's window: the question, the decision, and the areas nobody works on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from domain.builders import mark
from therapist_desk.domain.anatomy import RegionRef, Side
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.health.history import Answer, answered
from therapist_desk.domain.health.screening import Choice
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.services import health
from therapist_desk.services.visit import marking, visits
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.showing import find, type_into
from ui.visit.conftest import OpenPage, settle, stored

CALF = RegionRef("gastroc_med", "medial gastrocnemius", Side.LEFT)


def tell(workplace: Workplace, visit_id: VisitId, condition: str, *regions: RegionRef) -> None:
    """Let the client say yes to a condition, beside what was told before."""
    desk = workplace.desk
    client = visits.open_visit(desk, visit_id).client
    known = health.read_background(desk, client.id).history
    asked = next(each for each in workplace.checklist if each.id == condition)
    answer = replace(answered(asked, Answer.YES), regions=regions)
    before = known.answers if known else ()
    health.take_history(desk, client.id, (*before, answer), (), seen=known.version if known else 0)


def test_no_change_takes_one_press_and_can_be_undone(page: VisitPage) -> None:
    answer = find(page, ToggleGroup, "health_check")
    assert find(page, QLabel, "health_state").text() == "not asked yet"

    answer.option("no").click()

    check = stored(page).screening.check
    assert check is not None
    assert (check.changed, check.therapist_id) == (False, page.session.visit.therapist_id)
    assert find(page, QLabel, "health_state").text().startswith("asked ")
    page.session.undo_stack.undo()
    assert stored(page).screening.check is None
    assert answer.value() is None


def test_yes_opens_the_history_and_counts_once_it_is_saved(qtbot: QtBot, page: VisitPage) -> None:
    find(page, ToggleGroup, "health_check").option("yes").click()
    find(page.window(), QPushButton, "cancel").click()
    assert stored(page).screening.check is None

    find(page, ToggleGroup, "health_check").option("yes").click()
    find(page.window(), ToggleGroup, "answer_varices").option("yes").click()
    find(page.window(), QPushButton, "save").click()
    qtbot.waitUntil(page._workplace.jobs.idle)

    check = stored(page).screening.check
    assert check is not None
    assert check.changed
    assert page.session.file.background.version == 1


def test_a_closed_area_is_drawn_once_and_can_be_taken_off(
    qtbot: QtBot,
    workplace: Workplace,
    visit_id: VisitId,
    open_page: OpenPage,
) -> None:
    tell(workplace, visit_id, "varices", CALF)
    page = open_page()

    [drawn] = stored(page).marks
    assert (drawn.kind, drawn.regions) == (MarkKind.DO_NOT_WORK, (CALF,))
    page.session.undo_stack.undo()
    assert stored(page).marks == ()
    page.session.open_again()
    qtbot.waitUntil(workplace.jobs.idle)
    assert stored(page).marks == ()


def test_the_next_visit_has_the_area_once(
    qtbot: QtBot,
    workplace: Workplace,
    visit_id: VisitId,
    open_page: OpenPage,
) -> None:
    tell(workplace, visit_id, "varices", CALF)
    page = open_page()
    settle(page)
    following = visits.start_visit(workplace.desk, page.session.visit.case_id)
    page.show_visit(following.id)
    qtbot.waitUntil(workplace.jobs.idle)

    [drawn] = stored(page).marks
    assert drawn.regions == (CALF,)
    assert page.map_panel.map.ghosts == ()


def test_the_review_begins_though_an_area_was_drawn_and_the_visit_can_be_removed(
    qtbot: QtBot,
    workplace: Workplace,
    visit_id: VisitId,
    open_page: OpenPage,
) -> None:
    tell(workplace, visit_id, "varices", CALF)
    marking.put_mark(workplace.desk, visit_id, mark(before=4))
    page = open_page()
    settle(page)
    following = visits.start_visit(workplace.desk, page.session.visit.case_id)
    page.show_visit(following.id)
    qtbot.waitUntil(workplace.jobs.idle)

    assert [each.kind for each in stored(page).marks] == [MarkKind.DO_NOT_WORK]
    assert page.map_panel.map.selected_ghost != ""
    visits.remove_visit(workplace.desk, following.id)
    with pytest.raises(NotFoundError):
        visits.open_visit(workplace.desk, following.id)


def test_the_timer_waits_for_a_decision(
    qtbot: QtBot,
    workplace: Workplace,
    visit_id: VisitId,
    open_page: OpenPage,
) -> None:
    tell(workplace, visit_id, "dvt")
    page = open_page()
    assert find(page, Banner, "undecided").isVisible()

    find(page.window(), QAbstractButton, "cancel").click()  # it asked at once, and is put off
    page.strip.buttons.go.click()
    settle(page)
    assert page.session.reading().state is TimerState.IDLE
    find(page.window(), ToggleGroup, "choice").option(Choice.PROCEED.value).click()
    find(page.window(), QPushButton, "save").click()
    settle(page)
    assert stored(page).screening.decisions == ()  # a reason is wanted
    find(page.window(), QPlainTextEdit, "reason").setPlainText("arms only, after a call with the clinic")
    find(page.window(), QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [decision] = stored(page).screening.decisions
    assert decision.reason == "arms only, after a call with the clinic"
    assert page.session.reading().state is TimerState.RUNNING
    assert not page.health.banner.isVisible()


def test_times_entered_by_hand_wait_for_a_decision_too(
    qtbot: QtBot,
    workplace: Workplace,
    visit_id: VisitId,
    open_page: OpenPage,
) -> None:
    tell(workplace, visit_id, "dvt")
    page = open_page()
    find(page.window(), QAbstractButton, "cancel").click()
    technique = next(each for each in workplace.techniques.all if each.hands_on)
    now = page.session.now().local
    page.session.times.enter_by_hand(technique, now - timedelta(minutes=20), now, None, "")
    settle(page)
    assert stored(page).by_hand == ()

    find(page.window(), ToggleGroup, "choice").option(Choice.PROCEED.value).click()
    find(page.window(), QPlainTextEdit, "reason").setPlainText("arms only")
    find(page.window(), QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert [segment.technique.id for segment in stored(page).by_hand] == [technique.id]


def test_do_not_treat_keeps_the_timer_still_and_a_clearance_lets_it_go(
    qtbot: QtBot,
    workplace: Workplace,
    visit_id: VisitId,
    open_page: OpenPage,
) -> None:
    tell(workplace, visit_id, "fever")
    page = open_page()
    find(page.window(), ToggleGroup, "choice").option(Choice.DO_NOT_TREAT.value).click()
    find(page.window(), QPlainTextEdit, "reason").setPlainText("39 C")
    find(page.window(), QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)
    assert page.session.reading().state is TimerState.IDLE

    page.strip.buttons.go.click()
    find(page.window(), ToggleGroup, "choice").option(Choice.CLEARED.value).click()
    type_into(page.window(), "physician", "Ilse Placeholder, MD")
    type_into(page.window(), "cleared_on", "23 Nov 2026")
    find(page.window(), QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert page.session.reading().state is TimerState.RUNNING
    assert stored(page).screening.decisions[-1].cleared_on == date(2026, 11, 23)
