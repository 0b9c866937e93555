from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.case import Coverage
from therapist_desk.domain.ids import ClientId, PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases, clients, visits
from therapist_desk.services.desk import new_id
from therapist_desk.services.documents import DocumentKind, PaperSize
from therapist_desk.services.signing import sign_visit
from therapist_desk.ui.documents.insurer_gate import InsurerGate
from therapist_desk.ui.documents.maker import Document, Wish
from therapist_desk.ui.fields import ChartField, ChartForm
from therapist_desk.ui.visit.checks_dialog import ChecksDialog
from therapist_desk.ui.workplace import Workplace
from ui.samples import JUNIPER


@pytest.mark.parametrize(
    ("kind", "passes"),
    [
        (DocumentKind.INSURER, False),
        (DocumentKind.SUPERBILL, False),
        (DocumentKind.CLAIM_FORM, False),
        (DocumentKind.PACKET, False),
        (DocumentKind.PHYSICIAN, True),
        (DocumentKind.CLIENT, True),
    ],
)
def test_documents_for_the_insurer_alone_wait_for_what_the_payer_wants(
    qtbot: QtBot,
    workplace: Workplace,
    kind: DocumentKind,
    passes: bool,  # noqa: FBT001 - a parameter
) -> None:
    # given a signed visit for a payer who wants an order, and there is none
    visit = insured_visit(workplace)
    sign_visit(workplace.desk, visit.id, PASSPHRASE, override_reason="a test")
    window = QWidget()
    qtbot.addWidget(window)
    gate, passed, told = InsurerGate(workplace, window), list[Document](), list[str]()
    gate.held_back.connect(told.append)

    # when its document is to leave the program
    document = Document(
        Wish(visit.client_id, visit.id, kind, PaperSize.LETTER), b"", "sample.pdf", signed=True, pages=()
    )
    gate.pass_on(document, passed.append)
    qtbot.waitUntil(lambda: bool(passed or told))

    # then only the insurer's is held back, with what is missing
    assert (len(passed), len(told)) == ((1, 0) if passes else (0, 1))
    assert passes or "Physician's order" in told[0]


def test_what_is_missing_is_listed_and_leads_to_its_field(qtbot: QtBot, workplace: Workplace) -> None:
    # given a document that is held back
    visit = insured_visit(workplace)
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    gate, passed = InsurerGate(workplace, window), list[Document]()
    document = Document(
        Wish(visit.client_id, visit.id, DocumentKind.SUPERBILL, PaperSize.LETTER), b"", "s.pdf", signed=True, pages=()
    )
    with qtbot.waitSignal(gate.held_back):
        gate.pass_on(document, passed.append)

    # when its list is opened and an item pressed
    gate.show_missing()
    (dialog,) = window.findChildren(ChecksDialog)
    titles = [row.title for row in dialog.list.rows]
    led = QSignalSpy(workplace.navigator.lead_asked)
    opened = QSignalSpy(workplace.navigator.chart_asked)
    dialog.list.choose(titles.index("Physician's order"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    # then only what holds it back is there, and the field of the case is asked for
    assert titles[0] == "Holds back documents for the insurer"
    assert opened.at(0) == [visit.client_id, "case", ""]
    assert led.at(0) == [ChartField(ChartForm.NEW_ORDER, case_id=visit.case_id)]


def insured_visit(workplace: Workplace) -> Visit:
    """A visit for a payer who wants an order, without one."""
    desk = workplace.desk
    payer = Payer(id=PayerId(new_id()), name="State fund", rule_card="washington-li")
    cases.save_payer(desk, payer)
    client: ClientId = clients.add_client(desk, JUNIPER).id
    case = cases.save_case(
        desk, replace(cases.open_case(desk, client, "Neck pain"), coverage=Coverage(payer_id=payer.id))
    )
    return visits.start_visit(desk, case.id)
