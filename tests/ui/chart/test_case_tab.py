from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from therapist_desk.domain.care.goal import AimKind, Direction
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.payer import PayerKind
from therapist_desk.services.cases import CaseFile, case_files, save_case
from therapist_desk.services.visit.visits import client_visits
from therapist_desk.ui.chart.case.case_dialog import CaseDialog
from therapist_desk.ui.chart.case.tab import CaseTab
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
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


def only_file(workplace: Workplace, chart: Chart, name: str) -> CaseFile:
    [file] = case_files(workplace.desk, chart.clients[name])
    return file


def press(page: QWidget, name: str) -> None:
    find(page, QAbstractButton, name).click()


def save(qtbot: QtBot, workplace: Workplace, page: ChartPage) -> None:
    press(page, "save")
    qtbot.waitUntil(workplace.jobs.idle)


def choose_in(page: QWidget, name: str, value: str) -> None:
    box = find(page, QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def search(qtbot: QtBot, workplace: Workplace, page: QWidget, text: str) -> None:
    type_into(page, "code_search", text)
    qtbot.waitUntil(workplace.jobs.idle, timeout=30_000)


def problem(page: QWidget, name: str) -> str:
    field = find(page, QWidget, name).parentWidget()
    assert isinstance(field, Field)
    return field.problem()


def words(page: ChartPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


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
