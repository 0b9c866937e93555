from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.visits import client_visits
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.desks import MONDAY, StandingClock
from ui.showing import find


def texts(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_visits_stand_latest_first(chart: Chart) -> None:
    table = find(chart.open(tab=ChartTab.VISITS), QTableView, "visits")

    assert texts(table, 0) == [
        "5", "Mon 23 Nov", "Whiplash headache", "Robin Mockford, LMT", "60", "–", "0", "In session",
    ]  # fmt: skip
    assert texts(table, 1) == [
        "4", "Mon 9 Nov", "Whiplash headache", "Robin Mockford, LMT", "60", "7 → 5", "4", "Unsigned",
    ]  # fmt: skip


def test_return_opens_a_visit(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    table = find(chart.open(tab=ChartTab.VISITS), QTableView, "visits")
    table.setFocus()
    table.selectRow(2)

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert asked.args == [client_visits(workplace.desk, chart.clients["juniper"])[2].id]


def test_a_visit_planned_for_today_begins_from_the_list(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    table = find(chart.open("bartholomew", ChartTab.VISITS), QTableView, "visits")
    table.setFocus()
    table.selectRow(0)

    with qtbot.waitSignal(workplace.navigator.visit_asked):
        QTest.keyClick(table, Qt.Key.Key_Return)

    [visit] = client_visits(workplace.desk, chart.clients["bartholomew"])
    assert visit.status is VisitStatus.DRAFT


def test_a_visit_planned_for_another_day_waits(workplace: Workplace, chart: Chart, clock: StandingClock) -> None:
    clock.set(MONDAY - timedelta(days=1))
    table = find(chart.open("bartholomew", ChartTab.VISITS), QTableView, "visits")

    table.activated.emit(table.model().index(0, 0))

    [visit] = client_visits(workplace.desk, chart.clients["bartholomew"])
    assert visit.status is VisitStatus.PLANNED
