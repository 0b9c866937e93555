"""A visit that took place on an earlier day is charted from the chart of its client."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desks import MONDAY
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.planning.plan_dialog import PlanDialog
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import find


@pytest.fixture
def chart(qtbot: QtBot, workplace: Workplace, clients: dict[str, ClientId]) -> Chart:
    return Chart(qtbot, workplace, clients)


def opened(qtbot: QtBot, workplace: Workplace, chart: Chart) -> PlanDialog:
    """The form, by the menu of the chart."""
    page = chart.open()
    find(page, IconButton, "more").click()
    menu = page.findChild(QMenu)
    assert menu is not None
    action = next(each for each in menu.actions() if each.text() == "Chart an earlier visit…")
    action.trigger()
    menu.close()
    [dialog] = page.window().findChildren(PlanDialog)
    qtbot.waitUntil(lambda: workplace.jobs.idle() and dialog.form.case_id() is not None)
    return dialog


def test_yesterdays_visit_is_begun_and_gone_to(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    dialog = opened(qtbot, workplace, chart)
    before = {visit.id for visit in client_visits(workplace.desk, chart.clients["juniper"])}
    assert (dialog.title.text(), dialog.save_button.text()) == ("Chart an earlier visit", "Chart this visit")

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        find(dialog, QPushButton, "save").click()

    [visit] = [each for each in client_visits(workplace.desk, chart.clients["juniper"]) if each.id not in before]
    assert asked.args == [visit.id]
    assert (visit.status, visit.service_date) == (VisitStatus.DRAFT, MONDAY.date() - timedelta(days=1))


def test_the_list_of_visits_offers_it_while_the_case_is_open(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.VISITS)

    find(page, QPushButton, "chart_earlier").click()

    [dialog] = page.window().findChildren(PlanDialog)
    qtbot.waitUntil(lambda: workplace.jobs.idle() and dialog.form.case_id() is not None)
    day = find(dialog, DateEdit, "day")
    assert page.window().focusWidget() is day
    assert day.selectedText() == day.text() != ""


def test_a_day_to_come_is_planned_in_the_same_form(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    dialog = opened(qtbot, workplace, chart)
    day = find(dialog, DateEdit, "day")
    day.selectAll()
    QTest.keyClicks(day, "2026-12-01")
    day.editingFinished.emit()
    qtbot.waitUntil(workplace.jobs.idle)

    assert (dialog.title.text(), dialog.save_button.text()) == ("Plan a visit", "Plan visit")
    with qtbot.waitSignal(dialog.planned):
        find(dialog, QPushButton, "save").click()
