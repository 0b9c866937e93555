from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from therapist_desk.services.cases import case_files, save_case
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.chart.case.case_dialog import CaseDialog
from therapist_desk.ui.chart.case.tab import CaseTab
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.case_tab import only_file, press, problem, save, words
from ui.chart.conftest import Chart, pick
from ui.fit import SIZES
from ui.showing import expect_fit, find, type_into

FORMS = (
    "edit_complaint",
    "add_code",
    "add_goal",
    "edit_plan",
    "add_plan_line",
    "suggest",
    "edit_referral",
    "new_referral",
    "edit_payer",
    "new_case",
)


class _FirstPaint(QObject):
    """Notes where the cards of a tab stand when it is painted for the first time."""

    def __init__(self, tab: CaseTab) -> None:
        super().__init__(tab)
        self._tab = tab
        self.places: list[QRect] = []
        tab.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.places:
            self.places = self.now()
        return False

    def now(self) -> list[QRect]:
        return [QRect(card.mapTo(self._tab, QPoint(0, 0)), card.size()) for card in self._tab.findChildren(Card)]


@pytest.mark.parametrize("size", SIZES)
def test_the_cards_stand_in_their_places_when_first_painted(
    qtbot: QtBot, workplace: Workplace, chart: Chart, size: tuple[int, int]
) -> None:
    page = chart.open("tamsin", ChartTab.CASE, size)
    tab = page.findChild(CaseTab)
    assert tab is not None
    page.show_client(chart.clients["juniper"], ChartTab.CASE)
    page.arrive()
    first = _FirstPaint(tab)
    qtbot.waitUntil(lambda: bool(first.places))

    qtbot.waitUntil(workplace.jobs.idle)
    for _round in range(5):
        QApplication.processEvents()

    assert first.places == first.now()


def test_a_complaint_is_kept_and_shown(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "edit_complaint")
    find(page, QPlainTextEdit, "complaint").setPlainText("Can't reach the top shelf.")
    type_into(page, "onset", "June 1 2026")

    save(qtbot, workplace, page)

    case = only_file(workplace, chart, "tamsin").case
    assert (case.complaint, case.onset) == ("Can't reach the top shelf.", date(2026, 6, 1))
    assert "Can't reach the top shelf." in words(page)


def test_an_onset_in_the_future_is_refused_at_the_field(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "edit_complaint")
    type_into(page, "onset", "2027-06-01")

    save(qtbot, workplace, page)

    assert problem(page, "onset") == "This date lies in the future."
    assert only_file(workplace, chart, "tamsin").case.onset is None


def test_a_form_that_is_opened_right_after_another_begins_with_what_was_kept(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    # given somebody quick, who opens the next form before the chart is read again
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "add_plan_line")
    type_into(page, "treatment", "Myofascial release")
    first = find(page, CaseDialog, "case_dialog")
    first.saved.connect(lambda _case: press(page, "edit_plan"), Qt.ConnectionType.QueuedConnection)
    save(qtbot, workplace, page)

    # when that one is saved
    find(page, QPlainTextEdit, "plan").setPlainText("Weekly for six weeks.")
    save(qtbot, workplace, page)

    # then nobody is told of another window, and both are kept
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in page.window().findChildren(CaseDialog)))
    case = only_file(workplace, chart, "juniper").case
    assert (len(case.plan_lines), case.plan) == (1, "Weekly for six weeks.")


def test_a_second_case_opens_and_is_the_one_looked_at(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "new_case")
    type_into(page, "title", "Wrist pain")

    save(qtbot, workplace, page)

    assert find(page, QComboBox, "case").currentText() == "Wrist pain"
    assert find(page, QPushButton, "start").text() == "Start visit 1"


def test_a_case_changed_elsewhere_costs_no_word(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "edit_plan")
    save_case(workplace.desk, only_file(workplace, chart, "tamsin").case)
    find(page, QPlainTextEdit, "plan").setPlainText("Weekly for six weeks.")
    save(qtbot, workplace, page)
    assert find(page, QPlainTextEdit, "plan").toPlainText() == "Weekly for six weeks."

    save(qtbot, workplace, page)

    assert only_file(workplace, chart, "tamsin").case.plan == "Weekly for six weeks."


@pytest.mark.parametrize("size", SIZES)
def test_every_form_fits(qtbot: QtBot, chart: Chart, size: tuple[int, int]) -> None:
    page = chart.open("juniper", ChartTab.CASE, size)

    for name in FORMS:
        press(page, name)
        expect_fit(qtbot, page)
        dialog = next(dialog for dialog in page.findChildren(FormDialog) if dialog.isVisible())
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()


def test_a_case_is_closed_with_a_reason_and_reopened(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("bartholomew", ChartTab.CASE)
    pick(page, "Close the case…")
    type_into(page, "on", "1 Jan 2027")
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)
    assert problem(page, "on") == "This date lies in the future."

    type_into(page, "on", "23 Nov 2026")
    find(page, QPlainTextEdit, "summary").setPlainText("Walks without pain.")
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert "Closed 23 Nov: Goals met\nWalks without pain." in words(page)
    assert find(page, QPushButton, "start").text() == "New case"
    assert client_visits(workplace.desk, chart.clients["bartholomew"]) == ()

    find(page, LinkButton, "reopen").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [file] = case_files(workplace.desk, chart.clients["bartholomew"])
    assert file.case.closed_on is None
    assert find(page, QPushButton, "start").text() == "Start visit 1"
