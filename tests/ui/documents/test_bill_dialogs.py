"""What is settled about a bill, asked once for claims, and lined up with the printer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock
from reports.test_bill import card
from services.billed import MANUAL, MASSAGE, PAYER, signed_visit
from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.services.billing.rule_cards import CardShelf, RuleCards
from therapist_desk.services.clients import add_client
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.visit.visits import open_visit
from therapist_desk.ui.billing.bar import BillBar
from therapist_desk.ui.billing.claim_dialog import ClaimDialog
from therapist_desk.ui.billing.details_dialog import BillDetailsDialog
from therapist_desk.ui.billing.line_up_dialog import LineUpDialog
from therapist_desk.ui.billing.units_rule_dialog import UnitsRuleDialog
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.kit import ToggleGroup
from therapist_desk.ui.workplace import Workplace
from ui.documents.conftest import Answers
from ui.documents.test_payments import PATIENCE, begin_turn, press, said, turn_to, type_into
from ui.fit import SIZES, misfits
from ui.showing import expect_fit

pytestmark = pytest.mark.timeout(60)
POOLED = card(UnitRule.CMS_EIGHT_MINUTE)
DIALOGS: dict[str, type[QWidget]] = {
    "bill_details": BillDetailsDialog,
    "claim_details": ClaimDialog,
    "line_up": LineUpDialog,
}


@pytest.fixture
def client_id(workplace: Workplace) -> ClientId:
    details = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))
    return add_client(workplace.desk, details).id


@pytest.fixture
def tied(tab: DocumentsTab, workplace: Workplace, clock: HandClock, client_id: ClientId, qtbot: QtBot) -> VisitId:
    """A signed visit whose third unit is anybody's, its superbill wanted."""
    workplace.rules.cards = RuleCards(cards=(POOLED,))
    payer = replace(PAYER, rule_card=POOLED.id)
    visit_id = signed_visit(workplace.desk, clock, client_id, (MASSAGE, 20), (MANUAL, 20), payer=payer)
    tab.show_client(client_id, visit_id)
    tab.window().show()
    begin_turn(tab, DocumentKind.SUPERBILL)
    qtbot.waitUntil(lambda: "a unit is open between 97124 and 97140" in tab.preview.sentence())
    return visit_id


def opened(tab: DocumentsTab, name: str, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    bar = tab.findChild(BillBar)
    assert isinstance(bar, BillBar)
    button = bar.findChild(QWidget, name)
    assert button is not None
    qtbot.waitUntil(button.isEnabled)
    press(bar, name)
    dialog = tab.window().findChild(kind)
    assert isinstance(dialog, kind)
    return dialog


def words_of(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def settled(tab: DocumentsTab, qtbot: QtBot) -> None:
    dialog = opened(tab, "bill_details", BillDetailsDialog, qtbot)
    group = dialog.findChild(ToggleGroup)
    assert isinstance(group, ToggleGroup)
    group.set_value("97140")
    press(dialog, "save")
    qtbot.waitUntil(lambda: tab.document is not None)


def test_an_open_unit_is_given_away_beside_the_bill_and_the_bill_comes(
    tab: DocumentsTab, tied: VisitId, workplace: Workplace, qtbot: QtBot
) -> None:
    before = open_visit(workplace.desk, tied).visit

    settled(tab, qtbot)

    assert "20 2 $40.00 $80.00" in said(tab)
    assert open_visit(workplace.desk, tied).visit == before


def test_how_a_payer_counts_is_stated_beside_the_bill_that_waits_for_it(
    tab: DocumentsTab, workplace: Workplace, clock: HandClock, client_id: ClientId, qtbot: QtBot
) -> None:
    shelf = workplace.rules.shelf = CardShelf(resources_dir(), workplace.desk.folder)
    workplace.rules.cards = shelf.load()
    payer = replace(PAYER, rule_card="private-insurer")
    visit_id = signed_visit(workplace.desk, clock, client_id, (MASSAGE, 8), (MANUAL, 9), payer=payer)
    tab.show_client(client_id, visit_id)
    tab.window().show()
    begin_turn(tab, DocumentKind.SUPERBILL)
    qtbot.waitUntil(lambda: "How this payer counts" in tab.preview.sentence(), timeout=PATIENCE)

    press(opened(tab, "bill_details", BillDetailsDialog, qtbot), "state_rule")
    dialog = tab.window().findChild(UnitsRuleDialog)
    assert isinstance(dialog, UnitsRuleDialog)
    press(dialog, "save")
    assert "Choose one of the two." in words_of(dialog)
    group = dialog.findChild(ToggleGroup)
    assert isinstance(group, ToggleGroup)
    group.set_value(UnitRule.CMS_EIGHT_MINUTE.value)
    press(dialog, "save")
    qtbot.waitUntil(lambda: "Please fill this in." in words_of(dialog))
    type_into(dialog, "source", "Provider manual, page 31")
    press(dialog, "save")

    qtbot.waitUntil(
        lambda: tab.document is not None and tab.document.wish.kind is DocumentKind.SUPERBILL, timeout=PATIENCE
    )
    assert "97140" in said(tab)
    assert workplace.rules.cards.of(payer) is not None


def test_pointers_and_place_are_chosen_and_what_no_bill_can_say_is_refused(
    tab: DocumentsTab, tied: VisitId, qtbot: QtBot
) -> None:
    settled(tab, qtbot)
    dialog = opened(tab, "bill_details", BillDetailsDialog, qtbot)
    place = dialog.findChild(QComboBox, "place")
    assert isinstance(place, QComboBox)
    place.setCurrentIndex(place.findData("12"))
    type_into(dialog, "pointers_97140", "c")
    press(dialog, "save")
    qtbot.waitUntil(lambda: "one to four of the diagnoses" in words_of(dialog))

    type_into(dialog, "pointers_97140", "b, a")
    press(dialog, "save")

    qtbot.waitUntil(lambda: "12 97140 B A" in said(tab), timeout=PATIENCE)
    assert "Place 12: home." in said(tab)
    assert tied


def test_a_man_is_not_asked_for_a_last_period(tab: DocumentsTab, tied: VisitId, qtbot: QtBot) -> None:
    settled(tab, qtbot)
    turn_to(tab, DocumentKind.CLAIM_VALUES, qtbot)
    dialog = opened(tab, "claim_details", ClaimDialog, qtbot)
    assert isinstance(dialog, ClaimDialog)
    sex = dialog.findChild(ToggleGroup, "client_sex")
    assert isinstance(sex, ToggleGroup)
    type_into(dialog, "last_period_on", "1 Jun 2026")

    sex.option("male").click()
    asked = [dialog.form.field("last_period_on").isVisible()]
    sex.option("female").click()
    asked.append(dialog.form.field("last_period_on").isVisible())
    kept = dialog.form.details()
    sex.option("male").click()
    claimed = dialog.form.details()

    assert asked == [False, True]
    assert kept is not None
    assert kept.last_period_on == date(2026, 6, 1)
    assert claimed is not None
    assert claimed.last_period_on is None
    assert tied


def test_claim_details_are_asked_once_and_fill_every_later_claim(
    tab: DocumentsTab, tied: VisitId, qtbot: QtBot
) -> None:
    settled(tab, qtbot)
    turn_to(tab, DocumentKind.CLAIM_VALUES, qtbot)
    assert "who is insured" in said(tab)
    dialog = opened(tab, "claim_details", ClaimDialog, qtbot)
    assert isinstance(dialog, ClaimDialog)
    for name, value in (("relationship", "self"), ("client_sex", "female"), ("other_plan", "no")):
        group = dialog.findChild(ToggleGroup, name)
        assert isinstance(group, ToggleGroup)
        group.set_value(value)
    type_into(dialog, "accident_state", "Wash")
    press(dialog, "save")
    qtbot.waitUntil(lambda: dialog.form.field("accident_state").problem() != "")
    type_into(dialog, "accident_state", "wa")
    press(dialog, "save")

    qtbot.waitUntil(lambda: "who is insured" not in said(tab), timeout=PATIENCE)
    assert "yes WA" in said(tab)
    again = opened(tab, "claim_details", ClaimDialog, qtbot)
    assert isinstance(again, ClaimDialog)
    details = again.form.details()
    assert details is not None
    assert details.accident_state == "WA"
    assert tied


def test_the_printer_is_lined_up_with_a_page_of_its_own(
    tab: DocumentsTab, tied: VisitId, workplace: Workplace, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    settled(tab, qtbot)
    turn_to(tab, DocumentKind.CLAIM_FORM, qtbot)
    assert tab.document is not None
    assert not [each for each in tab.findChildren(ToggleGroup, "paper") if each.isVisible()]  # the form has its own
    before = tab.document.data
    answers.printed = tmp_path / "line-up.pdf"
    dialog = opened(tab, "line_up", LineUpDialog, qtbot)
    assert isinstance(dialog, LineUpDialog)
    type_into(dialog, "right", "far")
    press(dialog, "line_up_page")
    assert dialog.form.field("right").problem() != ""

    type_into(dialog, "right", "1.5")
    type_into(dialog, "down", "-2")
    with qtbot.waitSignal(tab._exporter.printed):
        press(dialog, "line_up_page")
    assert len(PdfReader(answers.printed).pages) == 1
    press(dialog, "save")

    assert (workplace.preferences.load().claim_right, workplace.preferences.load().claim_down) == (15, -20)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.data != before)
    assert tied


@pytest.mark.parametrize("size", SIZES)
def test_the_bar_fits_with_all_its_buttons(
    tab: DocumentsTab, tied: VisitId, qtbot: QtBot, size: tuple[int, int]
) -> None:
    settled(tab, qtbot)
    tab.window().resize(*size)
    turn_to(tab, DocumentKind.CLAIM_FORM, qtbot)
    bar = tab.findChild(BillBar)
    assert isinstance(bar, BillBar)
    qtbot.waitUntil(bar.isVisible)

    expect_fit(qtbot, tab.window())
    assert tied


@pytest.mark.parametrize("size", SIZES)
def test_every_dialog_fits(tab: DocumentsTab, tied: VisitId, qtbot: QtBot, size: tuple[int, int]) -> None:
    tab.window().resize(*size)
    for name, kind in DIALOGS.items():
        dialog = opened(tab, name, kind, qtbot)
        assert misfits(dialog) == [], name
        dialog.close()
    assert tied
