from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.case_tab import only_file, press, problem, save, search, words
from ui.chart.conftest import Chart
from ui.showing import find, type_into


def test_a_diagnosis_is_found_by_a_common_name_and_given_by_the_referrals_physician(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_code")
    search(qtbot, workplace, page, "neck pain")
    found = find(page, RowList, "codes_found")
    assert (found.rows[0].key, found.rows[0].title) == ("M54.2", "Cervicalgia")

    QTest.keyClick(find(page, QLineEdit, "code_search"), Qt.Key.Key_Return)
    qtbot.waitUntil(workplace.jobs.idle)
    for line in page.findChildren(QLineEdit, "given_by"):
        line.setText(line.text() or "Ilse Placeholder, MD")
    save(qtbot, workplace, page)

    added = only_file(workplace, chart, "juniper").case.diagnoses[-1]
    assert (added.code, added.given_by, added.given_on) == ("M54.2", "Ilse Placeholder, MD", date(2026, 10, 12))


def test_a_diagnosis_added_by_hand_asks_who_gave_it_and_when(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "add_code")
    search(qtbot, workplace, page, "M54.2")
    QTest.keyClick(find(page, QLineEdit, "code_search"), Qt.Key.Key_Return)
    qtbot.waitUntil(workplace.jobs.idle)

    # the keyboard is where the name belongs
    who = page.window().focusWidget()
    assert who is not None
    assert who.objectName() == "given_by"
    QTest.keyClicks(who, "Ilse Placeholder, MD")
    save(qtbot, workplace, page)
    assert problem(page, "diagnoses") == "Enter the day on which M54.2 was given."
    type_into(page, "given_on", "12 Oct 2026")
    save(qtbot, workplace, page)

    [added] = only_file(workplace, chart, "tamsin").case.diagnoses
    assert (added.given_by, added.given_on) == ("Ilse Placeholder, MD", date(2026, 10, 12))


def test_a_retired_code_gives_way_in_one_press(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_code")
    search(qtbot, workplace, page, "M54.5")
    assert any(text.startswith("M54.5 was retired on 2021-10-01") for text in words(page))

    page.findChildren(QPushButton, "use_instead")[0].click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert "M54.50" in words(page)


def test_codes_that_do_not_go_together_and_a_release_that_does_not_hold_are_called_out(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_code")
    assert any(text.startswith("ICD-10-CM, April 2026 release. It holds for services up to") for text in words(page))
    for code in ("M54.2", "M50.20"):
        search(qtbot, workplace, page, code)
        QTest.keyClick(find(page, QLineEdit, "code_search"), Qt.Key.Key_Return)
        qtbot.waitUntil(workplace.jobs.idle)

    assert any("do not go together (Excludes1" in text for text in words(page))


def test_a_diagnosis_can_be_taken_away_once_it_is_said_who_gave_the_rest(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_code")
    page.findChildren(QWidget, "remove")[0].click()  # type: ignore[attr-defined]
    save(qtbot, workplace, page)
    assert problem(page, "diagnoses") == "Say who gave S13.4XXD: a therapist does not diagnose."
    type_into(page, "given_by", "Dr Placeholder")

    save(qtbot, workplace, page)

    assert [diagnosis.code for diagnosis in only_file(workplace, chart, "juniper").case.diagnoses] == ["S13.4XXD"]
