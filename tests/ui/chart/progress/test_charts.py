from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.chart.progress.chart_card import ChartCard
from therapist_desk.ui.chart.progress.value_table import ValueTable
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.fit import SIZES
from ui.showing import expect_fit, find

Course = tuple[VisitId, ...]


def press(page: QWidget, group: str, value: str) -> None:
    find(page, ToggleGroup, group).option(value).click()


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def page(chart: Chart, course: Course) -> ChartPage:  # noqa: ARG001 - the course is what is opened
    return chart.open("course", ChartTab.PROGRESS)


def test_the_headline_compares_before_with_before_and_names_its_source(page: ChartPage) -> None:
    found = texts(find(page, ChartCard, "pain"))

    assert "NPRS 0 to 10, before visits 8 → 5" in found
    assert "−3, important change" in found
    assert "Minimal important change 2: Salaffi 2004, Eur J Pain; source read." in found


def test_every_chart_reads_as_text(page: ChartPage) -> None:
    pain, function = (find(page, ChartCard, name).chart for name in ("pain", "function"))

    assert "Visit 1, 26 Oct: 8 before, 6 after." in pain.accessibleDescription()
    assert "Treatment start: visit 1" in pain.accessibleDescription()
    assert "Minimal important change 2: reached at 6, from 8." in pain.accessibleDescription()
    assert function.accessibleName() == "Patient-Specific Functional Scale over the visits"
    assert "Visit 3, 9 Nov: 5.3." in function.accessibleDescription()


def test_extent_is_a_share_that_is_named_as_such(page: ChartPage) -> None:
    extent = find(page, ChartCard, "extent")
    shares = [point.before for point in extent.plot.points]

    assert all(share is not None for share in shares)
    assert shares == sorted((share for share in shares if share is not None), reverse=True)
    assert any(text.startswith("share of the figure marked as pain") for text in texts(extent))


def test_a_motion_is_shown_on_the_side_that_is_chosen_on_one_scale(page: ChartPage) -> None:
    motion = find(page, ChartCard, "motion")
    right = [point.before for point in motion.plot.points]

    press(motion, "sides", "left")

    left = [point.before for point in motion.plot.points]
    assert (right[0], left[0]) == (Decimal(46), Decimal(64))
    assert set(motion.plot.also) >= {Decimal(46)}


def test_a_click_on_a_point_opens_its_visit(
    qtbot: QtBot, workplace: Workplace, page: ChartPage, course: Course
) -> None:
    card = find(page, ChartCard, "pain")
    point = card.chart.plot.points[1]
    assert point.before is not None
    spot = card.chart._frame().spot(1, point.before).toPoint()

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=spot)

    assert asked.args == [course[1]]


def test_the_keyboard_walks_over_visits_without_a_value(
    qtbot: QtBot, workplace: Workplace, page: ChartPage, course: Course
) -> None:
    chart = find(page, ChartCard, "function").chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Left)

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.keyClick(chart, Qt.Key.Key_Return)

    assert asked.args == [course[0]]


def test_the_table_has_the_same_values_and_opens_the_same_visits(
    qtbot: QtBot, workplace: Workplace, page: ChartPage, course: Course
) -> None:
    press(page, "forms", "table")
    table = find(page, ChartCard, "pain").findChild(ValueTable)
    assert isinstance(table, ValueTable)
    assert table.isVisible()
    model = table.model()
    row = [model.index(3, column).data() for column in range(model.columnCount())]
    assert row == ["4", "16 Nov", "5", "3"]
    table.setFocus()
    table.setCurrentIndex(model.index(3, 0))

    with qtbot.waitSignal(workplace.navigator.visit_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert asked.args == [course[3]]


def test_all_reaches_beyond_the_case_and_names_where_each_course_starts(chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.PROGRESS)
    pain = find(page, ChartCard, "pain")
    assert [point.start for point in pain.plot.points if point.start] == ["treatment start"]

    press(page, "scopes", "all")

    assert [point.start for point in pain.plot.points if point.start] == ["treatment start"]
    assert [point.number for point in pain.plot.points] == [1, 2, 3, 4, 5]


def test_a_client_without_a_visit_is_told_what_will_be_here(chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.PROGRESS)

    assert "No visits yet" in texts(page)
    assert not [card for card in page.findChildren(ChartCard) if card.isVisible()]


def test_one_visit_has_charts_and_a_map_and_nothing_to_compare(chart: Chart) -> None:
    page = chart.open("odo", ChartTab.PROGRESS)

    assert "No pain scores" in texts(page)
    assert "What changes is compared from the second visit on." in texts(page)
    assert not [group for group in page.findChildren(ToggleGroup, "modes") if group.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_it_fits_as_charts_and_as_tables(qtbot: QtBot, chart: Chart, course: Course, size: tuple[int, int]) -> None:
    assert course
    page = chart.open("course", ChartTab.PROGRESS, size)

    expect_fit(qtbot, page)
    press(page, "forms", "table")
    expect_fit(qtbot, page)
