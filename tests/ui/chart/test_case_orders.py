from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from therapist_desk.domain.fee import Fee
from therapist_desk.domain.payer import PayerKind
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.case_tab import only_file, press, problem, save, words
from ui.chart.conftest import Chart
from ui.showing import find, type_into


def test_an_order_is_entered_and_counts(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    press(page, "enter_referral")
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

    file = only_file(workplace, chart, "tamsin")
    referral = file.referral
    assert referral is not None
    assert [(it.code, it.given_by) for it in file.case.diagnoses][-2:] == [
        ("M75.01", "Ilse Placeholder"),
        ("M25.511", "Ilse Placeholder"),
    ]
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
