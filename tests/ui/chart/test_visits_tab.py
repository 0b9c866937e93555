from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.planning.planned_dialog import PlannedDialog
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import find, type_into


def texts(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_visits_stand_latest_first(chart: Chart) -> None:
    table = find(chart.open(tab=ChartTab.VISITS), QTableView, "visits")

    assert texts(table, 0) == [
        "5", "Mon 23 Nov", "Whiplash headache", "Robin Mockford, LMT", "–", "–", "0", "In session",
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


def planned_dialog(qtbot: QtBot, chart: Chart) -> ChartPage:
    page = chart.open("bartholomew", ChartTab.VISITS)
    table = find(page, QTableView, "visits")
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(PlannedDialog)))
    return page


def test_a_planned_visit_shows_its_time(chart: Chart) -> None:
    table = find(chart.open("bartholomew", ChartTab.VISITS), QTableView, "visits")

    assert texts(table, 0)[1].startswith("Mon 23 Nov, ")


def test_a_planned_visit_is_begun_from_its_dialog(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = planned_dialog(qtbot, chart)

    with qtbot.waitSignal(workplace.navigator.visit_asked):
        find(page, QPushButton, "start_now").click()

    [visit] = client_visits(workplace.desk, chart.clients["bartholomew"])
    assert visit.status is VisitStatus.DRAFT


def test_a_planned_visit_is_moved_by_its_dialog(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = planned_dialog(qtbot, chart)
    type_into(page, "day", "1 Dec 2026")
    type_into(page, "time", "9:15")
    QTest.keyClick(find(page, QLineEdit, "time"), Qt.Key.Key_Return)
    qtbot.waitUntil(workplace.jobs.idle)

    [visit] = client_visits(workplace.desk, chart.clients["bartholomew"])
    assert visit.status is VisitStatus.PLANNED
    assert visit.planned_for is not None
    assert (visit.service_date, visit.planned_for.local.hour) == (date(2026, 12, 1), 9)


def test_a_planned_visit_is_removed_after_a_question(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = planned_dialog(qtbot, chart)
    find(page, QPushButton, "remove").click()
    assert client_visits(workplace.desk, chart.clients["bartholomew"])

    find(page, LinkButton, "remove_sure").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert client_visits(workplace.desk, chart.clients["bartholomew"]) == ()
