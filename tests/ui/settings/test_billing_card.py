"""How the practice bills, set in the settings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from therapist_desk.domain.fee import Fee
from therapist_desk.domain.people import Practice, TaxIdKind
from therapist_desk.services.practice import read_registration, save_billing
from therapist_desk.ui.billing.fees_edit import FeesEdit
from therapist_desk.ui.kit import ToggleGroup
from therapist_desk.ui.settings.billing_card import BillingCard
from therapist_desk.ui.workplace import Workplace


@pytest.fixture
def card(workplace: Workplace, qtbot: QtBot) -> Iterator[BillingCard]:
    save_billing(workplace.desk, None, "11", (Fee("97124", 4500),))
    made = BillingCard(workplace)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.read()
    qtbot.waitUntil(lambda: bool(fees(made).fees()))
    yield made
    made.close()


def fees(card: BillingCard) -> FeesEdit:
    found = card.findChild(FeesEdit)
    assert isinstance(found, FeesEdit)
    return found


def save(card: BillingCard) -> None:
    button = card.findChild(QAbstractButton, "save_billing")
    assert isinstance(button, QAbstractButton)
    button.click()


def kept(workplace: Workplace) -> Practice:
    return read_registration(workplace.desk).practice


def test_place_kind_of_tax_id_and_fees_are_kept(card: BillingCard, workplace: Workplace, qtbot: QtBot) -> None:
    place = card.findChild(QComboBox, "place_of_service")
    kind = card.findChild(ToggleGroup, "tax_id_kind")
    assert isinstance(place, QComboBox)
    assert isinstance(kind, ToggleGroup)
    place.setCurrentIndex(place.findData("12"))
    kind.set_value(TaxIdKind.EIN.value)
    fees(card).show_fees((Fee("97140", 5000),))

    save(card)

    qtbot.waitUntil(lambda: kept(workplace).place_of_service == "12")
    assert kept(workplace).tax_id_kind is TaxIdKind.EIN
    assert kept(workplace).fees == (Fee("97140", 5000),)


def test_a_fee_for_a_number_that_is_not_in_the_table_is_refused_by_name(
    card: BillingCard, workplace: Workplace, qtbot: QtBot
) -> None:
    fees(card).show_fees((Fee("97999", 5000),))

    save(card)

    qtbot.waitUntil(lambda: any("97999" in label.text() for label in card.findChildren(QLabel)))
    assert kept(workplace).fees == (Fee("97124", 4500),)
