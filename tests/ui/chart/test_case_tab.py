from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.payer import Fee, PayerKind
from therapist_desk.services.cases import CaseFile, case_files, save_case
from therapist_desk.services.visits import client_visits
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart, pick
from ui.fit import SIZES
from ui.showing import expect_fit, find, type_into

FORMS = (
    "edit_complaint",
    "edit_diagnoses",
    "edit_goals",
    "edit_plan",
    "edit_referral",
    "edit_payer",
    "new_case",
)


def only_file(workplace: Workplace, chart: Chart, name: str) -> CaseFile:
    [file] = case_files(workplace.desk, chart.clients[name])
    return file


def press(page: QWidget, name: str) -> None:
    find(page, QPushButton, name).click()


def save(qtbot: QtBot, workplace: Workplace, page: ChartPage) -> None:
    press(page, "save")
    qtbot.waitUntil(workplace.jobs.idle)


def problem(page: QWidget, name: str) -> str:
    field = find(page, QWidget, name).parentWidget()
    assert isinstance(field, Field)
    return field.problem()


def words(page: ChartPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


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


def test_goals_are_entered_line_by_line(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "edit_goals")
    press(page, "add_line")
    QTest.keyClicks(page.focusWidget(), "Lift a child into the car seat")

    save(qtbot, workplace, page)

    goals = only_file(workplace, chart, "juniper").case.goals
    assert [goal.text for goal in goals][-1] == "Lift a child into the car seat"
    assert len(goals) == 3


def test_a_diagnosis_can_be_taken_away(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "edit_diagnoses")
    find(page, FormDialog, "case_dialog").findChildren(QWidget, "remove")[0].click()  # type: ignore[attr-defined]

    save(qtbot, workplace, page)

    assert [diagnosis.code for diagnosis in only_file(workplace, chart, "juniper").case.diagnoses] == ["S13.4XXD"]


def test_an_order_is_entered_and_counts(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "edit_referral")
    for name, text in (
        ("physician_name", "Ilse Placeholder"),
        ("ordered_on", "1 Nov 2026"),
        ("starts_on", "2 Nov 2026"),
        ("expires_on", "2 Feb 2027"),
        ("visits_allowed", "8"),
        ("visits_used_before", "2"),
        ("diagnosis_codes", "m75.01; M25.511"),
    ):
        type_into(page, name, text)

    save(qtbot, workplace, page)

    referral = only_file(workplace, chart, "tamsin").referral
    assert referral is not None
    assert (referral.visits_allowed, referral.diagnosis_codes) == (8, ("M75.01", "M25.511"))
    assert "Visit 3 of 8, expires 2 Feb 2027" in words(page)


def test_what_is_wrong_with_an_order_is_said_at_its_fields(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("juniper", ChartTab.CASE)
    press(page, "edit_referral")
    type_into(page, "physician_npi", "1234567890")
    type_into(page, "expires_on", "1 Oct 2026")
    save(qtbot, workplace, page)
    assert problem(page, "physician_npi").startswith("This is not an NPI")
    assert problem(page, "expires_on") == "The end lies before the start."

    type_into(page, "visits_allowed", "a dozen")
    save(qtbot, workplace, page)

    assert problem(page, "visits_allowed") == "Type a whole number, such as 12."
    assert find(page, QLineEdit, "visits_allowed").text() == "a dozen"


def test_a_new_payer_is_entered_with_its_fees(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "edit_payer")
    payer = find(page, QComboBox, "payer")
    payer.setCurrentIndex(payer.count() - 1)
    kind = find(page, QComboBox, "kind")
    kind.setCurrentIndex(kind.findData(PayerKind.VETERANS.value))
    type_into(page, "payer_name", "Example Veterans' Fund")
    type_into(page, "claim_number", "TEST-1")
    press(page, "add_line")
    QTest.keyClicks(page.focusWidget(), "97140")
    amount = next(cell for cell in page.findChildren(QLineEdit) if cell.accessibleName() == "Amount")
    QTest.keyClicks(amount, "42,50")

    save(qtbot, workplace, page)

    file = only_file(workplace, chart, "tamsin")
    assert file.payer is not None
    assert (file.payer.name, file.payer.kind) == ("Example Veterans' Fund", PayerKind.VETERANS)
    assert file.payer.fees == (Fee("97140", 4250),)
    assert "Example Veterans' Fund, claim TEST-1" in words(page)


def test_a_payer_without_a_name_is_refused(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "edit_payer")
    payer = find(page, QComboBox, "payer")
    payer.setCurrentIndex(payer.count() - 1)

    save(qtbot, workplace, page)

    assert problem(page, "payer_name") == "Please fill this in."
    assert only_file(workplace, chart, "tamsin").payer is None


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
    find(page, QPushButton, "save").click()
    assert problem(page, "reason")

    type_into(page, "reason", "Goals met")
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert "Closed 23 Nov: Goals met" in words(page)
    assert find(page, QPushButton, "start").text() == "New case"
    assert client_visits(workplace.desk, chart.clients["bartholomew"]) == ()

    find(page, LinkButton, "reopen").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [file] = case_files(workplace.desk, chart.clients["bartholomew"])
    assert file.case.closed_on is None
    assert find(page, QPushButton, "start").text() == "Start visit 1"
