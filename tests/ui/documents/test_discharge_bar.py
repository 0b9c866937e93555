"""Signing a discharge where its paper is looked at."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE, HandClock, checked_records
from services.billed import signed_visit
from therapist_desk.domain.care.discharge import Discharge, DischargeReason
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.care.closing import close_case
from therapist_desk.services.clients import add_client
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.visit.visits import open_visit
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.discharge_bar import DischargeBar, SignDischargeDialog
from therapist_desk.ui.kit import PassphraseEdit
from therapist_desk.ui.workplace import Workplace
from ui.documents.test_payments import PATIENCE, press, said, turn_to
from ui.fit import SIZES, misfits

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def client_id(workplace: Workplace, clock: HandClock, tab: DocumentsTab, qtbot: QtBot) -> ClientId:
    """A client whose one case is closed; the discharge is shown."""
    desk = workplace.desk
    details = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))
    client_id = add_client(desk, details).id
    visit_id = signed_visit(desk, clock, client_id)
    case_id = open_visit(desk, visit_id).visit.case_id
    close_case(desk, case_id, Discharge(reason=DischargeReason.GOALS_MET, on=desk.today(), summary="Well."))
    tab.show_client(client_id, visit_id)
    tab.window().show()
    turn_to(tab, DocumentKind.DISCHARGE, qtbot)
    return client_id


def bar(tab: DocumentsTab) -> DischargeBar:
    found = tab.findChild(DischargeBar)
    assert isinstance(found, DischargeBar)
    return found


def asked(tab: DocumentsTab, qtbot: QtBot) -> SignDischargeDialog:
    press(bar(tab), "sign_discharge")
    qtbot.waitUntil(lambda: tab.window().findChild(SignDischargeDialog) is not None)
    found = tab.window().findChild(SignDischargeDialog)
    assert isinstance(found, SignDischargeDialog)
    return found


def type_passphrase(dialog: SignDischargeDialog, text: str) -> None:
    line = dialog.findChild(PassphraseEdit)
    assert isinstance(line, PassphraseEdit)
    line.setText(text)
    press(dialog, "sign")


def test_a_discharge_is_signed_where_it_is_looked_at(
    tab: DocumentsTab, client_id: ClientId, workplace: Workplace, qtbot: QtBot
) -> None:
    assert bar(tab).isVisible()
    assert "DRAFT" in said(tab)
    dialog = asked(tab, qtbot)

    type_passphrase(dialog, "wrong")
    qtbot.waitUntil(lambda: any("is not right" in label.text() for label in dialog.findChildren(QLabel)))
    type_passphrase(dialog, PASSPHRASE)

    qtbot.waitUntil(lambda: "Electronically signed" in said(tab), timeout=PATIENCE)
    assert not bar(tab).isVisible()
    assert checked_records(workplace.desk).checked == 2
    assert client_id


def test_no_other_document_offers_it(tab: DocumentsTab, client_id: ClientId, qtbot: QtBot) -> None:
    turn_to(tab, DocumentKind.PHYSICIAN, qtbot)

    assert not bar(tab).isVisible()
    assert client_id


@pytest.mark.parametrize("size", SIZES)
def test_the_dialog_fits(tab: DocumentsTab, client_id: ClientId, qtbot: QtBot, size: tuple[int, int]) -> None:
    tab.window().resize(*size)

    assert misfits(asked(tab, qtbot)) == []
    assert client_id
