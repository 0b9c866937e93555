"""A progress report that is due: from Home, or from the chart, to the saved PDF in at most four actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget

from acceptance.actions import Hands
from acceptance.conftest import Driver
from desks import CHEAP, PASSPHRASE, ROBIN, HandClock
from therapist_desk.domain.care.case import Coverage
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import PayerId
from therapist_desk.domain.notes.note import Note, Response
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.services import cases, clients, opening, signing
from therapist_desk.services.billing.rule_cards import FOLDER
from therapist_desk.services.visit import notes, visits
from therapist_desk.ui.documents.tab import DocumentsTab
from therapist_desk.ui.kit.row_list import RowList

AT_MOST = 4
LAST = 2
CARD = """name = "Example Mutual"

[report]
visits = 3
source = "contract of 2 May, page 4"
date = 2026-11-23
"""


class OneFile:
    """The system's file dialog, in which the person presses Enter: one more action."""

    def __init__(self, hands: Hands, path: Path) -> None:
        self._hands, self._path = hands, path

    def choose_file(self, parent: QWidget, suggested: Path) -> Path | None:
        del parent, suggested
        self._hands.actions += 1
        return self._path

    def choose_printer(self, parent: QWidget, printer: QPrinter, page_count: int) -> bool:
        raise NotImplementedError

    def show_folder(self, folder: Path) -> None:
        raise NotImplementedError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Charts with three visits for a payer whose card, added by the user, wants a report after three."""
    clock = HandClock(datetime.now(UTC) - timedelta(days=21))
    charts = tmp_path / "charts"
    desk, _ = opening.create_store(charts, ROBIN, PASSPHRASE, clock, cost=CHEAP)
    try:
        born = datetime(1987, 3, 14, tzinfo=UTC).date()
        details = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=born, consent_on=None)
        client = clients.add_client(desk, details)
        payer = Payer(id=PayerId("mutual"), name="Example Mutual", kind=PayerKind.PRIVATE, rule_card="example")
        cases.save_payer(desk, payer)
        # another case, looked at first, must not be taken for the one that the report is about
        cases.open_case(desk, client.id, "Heel pain")
        case = cases.open_case(desk, client.id, "Tension headache")
        cases.save_case(desk, replace(case, coverage=Coverage(payer_id=payer.id)))
        for number in range(3):
            visit = visits.start_visit(desk, case.id)
            notes.save_note(desk, visit.id, Note(pain_before=6, pain_after=4, response=Response.IMPROVED))
            if number < LAST:  # the last one is still being charted, which makes the report no draft
                signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="a test")
            clock.wait(60 * 24 * 3)
    finally:
        desk.close()
    (charts / FOLDER).mkdir(exist_ok=True)
    (charts / FOLDER / "example.toml").write_text(CARD, encoding="utf-8")
    return charts


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("begins", ["home", "header"])
def test_a_report_that_is_due_is_made_in_at_most_four_actions(
    driver: Driver, folder: Path, hands: Hands, tmp_path: Path, begins: str
) -> None:
    driver.start(folder)
    driver.window.go_home()
    driver.settle()
    rows = driver.find(RowList, "attention")
    driver.bot.waitUntil(lambda: "Juniper Sample-Hayes: progress report due" in [row.title for row in rows.rows])
    rows.setFocus()
    rows.choose([row.title for row in rows.rows].index("Juniper Sample-Hayes: progress report due"))
    if begins == "header":
        hands.key(Qt.Key.Key_Return)
        driver.settle()
    saved = tmp_path / "report.pdf"
    hands.actions = 0

    # when the row of Home, or the link of the chart's header, is pressed
    if begins == "home":
        hands.key(Qt.Key.Key_Return)
    else:
        hands.click(driver.find(QWidget, "report_due"))
    driver.bot.waitUntil(lambda: _save_has_the_keyboard(driver), timeout=20_000)
    tab = driver.window.findChild(DocumentsTab)
    assert tab is not None
    tab._exporter._dialogs = OneFile(hands, saved)
    # and then Enter, for the button that has the keyboard, and in the dialog for the file
    hands.key(Qt.Key.Key_Return)
    driver.bot.waitUntil(saved.exists, timeout=20_000)
    driver.settle()
    print(f"actions: {hands.actions}")  # noqa: T201 - the figure is what this test is about

    # then the report is there and no longer due
    assert hands.actions <= AT_MOST
    assert saved.read_bytes().startswith(b"%PDF")
    driver.window.go_home()
    driver.settle()
    titles = [row.title for row in rows.rows]
    assert "Juniper Sample-Hayes: progress report due" not in titles


def _save_has_the_keyboard(driver: Driver) -> bool:
    focused = driver.window.focusWidget()
    return isinstance(focused, QPushButton) and focused.objectName() == "save"
