from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from therapist_desk.domain.care.goal import AimKind, Direction
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.case_tab import choose_in, only_file, press, problem, save, words
from ui.chart.conftest import Chart
from ui.showing import find, type_into


def test_a_goal_is_entered_with_its_number_and_stands_in_the_table(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_goal")
    choose_in(page, "kind", AimKind.PAIN.value)
    type_into(page, "text", "Lift a child into the car seat")
    save(qtbot, workplace, page)
    assert problem(page, "wanted").startswith("A goal needs two numbers")
    assert problem(page, "due") == "A goal needs a day. A reviewer turns down one without."

    type_into(page, "first", "8/10")
    type_into(page, "first_on", "14 Oct 2026")
    type_into(page, "wanted", "2")
    type_into(page, "due", "21 Dec 2026")
    save(qtbot, workplace, page)

    goal = only_file(workplace, chart, "juniper").case.goals[-1]
    assert goal.aim is not None
    assert (goal.text, goal.measure, goal.baseline, goal.target) == (
        "Lift a child into the car seat",
        "Pain, NPRS",
        "8",
        "2 or less",
    )
    assert goal.aim.direction is Direction.AT_MOST
    assert {"Pain (NPRS) ≤ 2", "21 Dec"} <= words(page)


def test_a_goal_by_a_questionnaire_is_held_against_its_scale(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_goal")
    type_into(page, "text", "Read for an hour")
    choose_in(page, "kind", AimKind.QUESTIONNAIRE.value)
    type_into(page, "measure", "Neck Disability Index")
    find(page, QLineEdit, "measure").editingFinished.emit()
    assert find(page, QComboBox, "direction").currentData() == Direction.AT_MOST.value
    type_into(page, "first", "34 %")
    type_into(page, "wanted", "60")
    type_into(page, "due", "21 Dec 2026")
    choose_in(page, "direction", Direction.AT_LEAST.value)
    save(qtbot, workplace, page)
    assert problem(page, "wanted") in (
        "This measure goes from 0 to 50.",
        "Lower is better here: choose at most.",
    )

    choose_in(page, "direction", Direction.AT_MOST.value)
    type_into(page, "wanted", "10/80")
    save(qtbot, workplace, page)
    assert "is not out of 80" in problem(page, "wanted")
    type_into(page, "wanted", "8/50")
    save(qtbot, workplace, page)

    goal = only_file(workplace, chart, "juniper").case.goals[-1]
    assert goal.aim is not None
    assert (goal.aim.first, goal.aim.wanted, goal.aim.direction) == (Decimal(17), Decimal(8), Direction.AT_MOST)


def test_a_goal_is_taken_away_from_its_row(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    first = page.findChildren(QAbstractButton, "goal_row")[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert find(page, QLineEdit, "first").text() == "46°"

    find(page, QPushButton, "remove_part").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [goal] = only_file(workplace, chart, "juniper").case.goals
    assert goal.text == "Sleep through 5 nights a week"


def test_a_line_of_the_plan_brings_its_billing_number(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_plan_line")
    type_into(page, "treatment", "Myofascial release")
    type_into(page, "where", "R upper trapezius")
    type_into(page, "minutes", "25")
    type_into(page, "most", "15")
    save(qtbot, workplace, page)
    assert problem(page, "minutes") == "The second number is the smaller one."

    type_into(page, "minutes", "10")
    type_into(page, "code", "99999")
    save(qtbot, workplace, page)
    assert problem(page, "code").startswith("Not in the table of procedure numbers: 99999.")
    assert only_file(workplace, chart, "juniper").case.plan_lines == ()

    type_into(page, "code", "97140")
    save(qtbot, workplace, page)

    [line] = only_file(workplace, chart, "juniper").case.plan_lines
    assert (line.treatment, line.code, line.least_minutes, line.most_minutes) == (
        "Myofascial release",
        "97140",
        10,
        15,
    )
    assert {"R upper trapezius", "10 to 15 min"} <= words(page)


def test_suggestions_are_taken_one_by_one(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "suggest")
    choose_in(page, "condition", "sciatica")
    ticks = [tick for tick in page.findChildren(QCheckBox, "preset_item") if tick.isVisible()]
    assert not any(tick.isChecked() for tick in ticks)
    next(tick for tick in ticks if tick.text().startswith("Sit through a journey")).click()
    next(tick for tick in ticks if tick.text().startswith("Slump")).click()

    save(qtbot, workplace, page)

    case = only_file(workplace, chart, "juniper").case
    assert case.goals[-1].text == "Sit through a journey"
    assert [check.key for check in case.checks] == ["Slump"]
    assert case.plan_lines == ()
