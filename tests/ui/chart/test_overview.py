from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.chart.plot.line_chart import LineChart
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.tabs import Tabs
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import choose, find, titles


def test_the_chart_of_pain_reads_as_text(chart: Chart) -> None:
    pain = find(chart.open(), LineChart, "pain_chart")

    assert "Visit 1, 14 Oct: 8 before, 6 after." in pain.accessibleDescription()
    assert "Visit 4, 9 Nov: 7 before, 5 after." in pain.accessibleDescription()


def test_a_visit_opens_from_its_point_by_keyboard(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    pain = find(chart.open(), LineChart, "pain_chart")
    numbers = {visit.number: visit.id for visit in client_visits(workplace.desk, chart.clients["juniper"])}
    pain.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pain, Qt.Key.Key_Left)

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.keyClick(pain, Qt.Key.Key_Return)

    assert asked.args == [numbers[3]]


def test_a_visit_opens_from_its_point_by_mouse(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    pain = find(chart.open(), LineChart, "pain_chart")
    numbers = {visit.number: visit.id for visit in client_visits(workplace.desk, chart.clients["juniper"])}

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.mouseClick(pain, Qt.MouseButton.LeftButton, pos=QPoint(42, pain.height() // 2))

    assert asked.args == [numbers[1]]


def test_the_last_visit_opens(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open()
    numbers = {visit.number: visit.id for visit in client_visits(workplace.desk, chart.clients["juniper"])}

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        find(page, LinkButton, "open_last").click()

    assert asked.args == [numbers[4]]


def test_what_is_due_comes_from_facts_and_leads_where_it_is_done(chart: Chart) -> None:
    page = chart.open()
    due = find(page, RowList, "due")
    assert titles(due) == ["Sign 4 visits", "Referral renewal", "Goal: Check both blind spots while driving"]
    choose(due, "Referral renewal")

    QTest.keyClick(due, Qt.Key.Key_Return)

    assert find(page, Tabs, "tabs").key() == ChartTab.CASE


def test_a_client_without_visits_has_no_last_visit(chart: Chart) -> None:
    page = chart.open("tamsin")

    assert not [link for link in page.findChildren(LinkButton, "open_last") if link.isVisible()]
    assert titles(find(page, RowList, "due")) == ["Consent"]
