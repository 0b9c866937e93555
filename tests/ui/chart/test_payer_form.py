from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from therapist_desk.app.paths import resources_dir
from therapist_desk.domain.care.case import Case, Coverage, Mechanism
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.ids import CaseId, ClientId, PayerId
from therapist_desk.domain.payer import Payer, PayerKind, payer_problems
from therapist_desk.services.billing.rule_cards import load_rule_cards
from therapist_desk.services.cases import case_files
from therapist_desk.ui.chart.case.payer_form import PayerForm
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart
from ui.showing import find, type_into

TODAY = date(2026, 11, 23)


def form(qtbot: QtBot, store: Path, payer: Payer) -> PayerForm:
    """The form of a case that `payer` pays, with the cards in the folder `store`."""
    case = Case(
        id=CaseId("case"),
        client_id=ClientId("client"),
        title="Neck",
        opened_on=TODAY,
        coverage=Coverage(payer_id=payer.id),
    )
    made = PayerForm(case, (payer,), load_rule_cards(resources_dir(), store), TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_cards_are_offered_by_name_and_the_chosen_one_is_kept(
    qtbot: QtBot, workplace: Workplace, chart: Chart
) -> None:
    page = chart.open("tamsin", ChartTab.CASE)
    find(page, QPushButton, "edit_payer").click()
    payer = find(page, QComboBox, "payer")
    payer.setCurrentIndex(payer.count() - 1)
    type_into(page, "payer_name", "Example Fund")
    cards = find(page, QComboBox, "rule_card")
    assert cards.currentText() == "None chosen"

    cards.setCurrentIndex(cards.findText("Washington L&I"))
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    [file] = case_files(workplace.desk, chart.clients["tamsin"])
    assert file.payer is not None
    assert file.payer.rule_card == "washington-li"


def test_a_card_that_is_gone_stays_the_payers_until_another_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    made = form(qtbot, tmp_path, Payer(id=PayerId("p"), name="Example Fund", rule_card="gone"))

    kept = made.payer()

    assert find(made, QComboBox, "rule_card").currentText() == "gone.toml (not there)"
    assert kept is not None
    assert kept.rule_card == "gone"


def test_a_card_that_is_refused_is_named_with_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "payers").mkdir()
    (tmp_path / "payers" / "ours.toml").write_text('name = "Ours"\nvisits = 6\n', encoding="utf-8")

    made = form(qtbot, tmp_path, Payer(id=PayerId("p"), name="Example Fund"))

    shown = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("ours.toml, line 2: “visits” is not known here.") for words in shown)


def test_what_the_case_says_of_the_injury_is_not_asked_again(qtbot: QtBot, tmp_path: Path) -> None:
    case = Case(
        id=CaseId("case"),
        client_id=ClientId("client"),
        title="Neck",
        opened_on=TODAY,
        onset=date(2026, 9, 7),
        mechanism=Mechanism.MOTOR_VEHICLE,
    )
    made = PayerForm(case, (), load_rule_cards(resources_dir(), tmp_path), TODAY)
    qtbot.addWidget(made)
    choice = made.findChild(QComboBox, "payer")
    assert choice is not None

    choice.setCurrentIndex(choice.count() - 1)

    payer = made.payer()
    assert payer is not None
    assert payer.kind is PayerKind.MOTOR_VEHICLE
    coverage = made.apply(case, payer).coverage
    assert coverage is not None
    assert coverage.date_of_injury == date(2026, 9, 7)


def test_numbers_that_the_payer_gave_are_kept_with_their_qualifier_and_the_form_stays_narrow(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = form(qtbot, tmp_path, Payer(id=PayerId("p"), name="Example Fund", billing_id="G2 7654"))
    find(made, QLineEdit, "rendering_id").setText("g2 012345")

    kept = made.payer()

    assert kept is not None
    assert (kept.rendering_id, kept.billing_id) == ("G2 012345", "G2 7654")
    assert payer_problems(kept) == ()
    assert [each.field for each in payer_problems(replace(kept, rendering_id="G2"))] == ["rendering_id"]
    [unknown] = payer_problems(replace(kept, fees=(Fee("97124", 4500), Fee("99999", 4500))))
    assert (unknown.field, unknown.values) == ("fees", {"codes": "99999"})
    assert made.minimumSizeHint().width() <= 660  # as much as the dialog has beside its bar
