"""From the case that is closed to the discharge that its therapist signs."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE, HandClock
from services.billed import signed_visit
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.clients import add_client
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.documents.discharge_bar import SignDischargeDialog
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.passphrase_edit import PassphraseEdit
from therapist_desk.ui.kit.tabs import Tabs
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.workplace import Workplace
from ui.chart.conftest import Chart, pick
from ui.showing import find

pytestmark = pytest.mark.timeout(90)
PATIENCE = 30_000


@pytest.fixture
def client_id(workplace: Workplace, clock: HandClock) -> ClientId:
    details = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))
    client_id = add_client(workplace.desk, details).id
    signed_visit(workplace.desk, clock, client_id)
    return client_id


def link(page: ChartPage, name: str) -> LinkButton:
    return find(page, LinkButton, name)


def test_closing_a_case_leads_to_the_signature_of_its_discharge(
    qtbot: QtBot, workplace: Workplace, client_id: ClientId
) -> None:
    page = Chart(qtbot, workplace, {"juniper": client_id}).open()
    pick(page, "Close the case…")
    find(page, QPlainTextEdit, "summary").setPlainText("Well.")
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(lambda: link(page, "discharge").text() == "Sign discharge…")
    assert find(page, Tabs, "tabs").key() == ChartTab.CASE.value

    link(page, "discharge").click()
    qtbot.waitUntil(lambda: link(page, "sign_discharge").hasFocus(), timeout=PATIENCE)
    link(page, "sign_discharge").click()
    qtbot.waitUntil(lambda: page.window().findChild(SignDischargeDialog) is not None)
    dialog = page.window().findChild(SignDischargeDialog)
    assert isinstance(dialog, SignDischargeDialog)
    find(dialog, PassphraseEdit, "passphrase").setText(PASSPHRASE)
    find(dialog, QPushButton, "sign").click()
    qtbot.waitUntil(workplace.jobs.idle, timeout=PATIENCE)

    find(page, Tabs, "tabs").show_tab(ChartTab.CASE.value)
    qtbot.waitUntil(lambda: link(page, "discharge").text() == "Signed discharge")


def test_a_case_without_a_visit_has_no_discharge_to_sign(qtbot: QtBot, workplace: Workplace, chart: Chart) -> None:
    page = chart.open("bartholomew", ChartTab.CASE)
    pick(page, "Close the case…")
    find(page, QPushButton, "save").click()
    qtbot.waitUntil(workplace.jobs.idle)

    assert any(label.text().startswith("Closed") for label in page.findChildren(QLabel) if label.isVisible())
    assert [each for each in page.findChildren(LinkButton, "discharge") if each.isVisible()] == []
