from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.case import Coverage
from therapist_desk.domain.ids import ClientId, PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.services import cases, clients, visits
from therapist_desk.services.desk import new_id
from therapist_desk.services.documents import DocumentKind, PaperSize
from therapist_desk.ui.documents.insurer_gate import InsurerGate
from therapist_desk.ui.documents.maker import Document, Wish
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
    # given a visit for a payer who wants an order, and there is none
    desk = workplace.desk
    payer = Payer(id=PayerId(new_id()), name="State fund", rule_card="washington-li")
    cases.save_payer(desk, payer)
    client: ClientId = clients.add_client(desk, JUNIPER).id
    case = cases.save_case(
        desk, replace(cases.open_case(desk, client, "Neck pain"), coverage=Coverage(payer_id=payer.id))
    )
    visit = visits.start_visit(desk, case.id)
    window = QWidget()
    qtbot.addWidget(window)
    gate, passed, told = InsurerGate(workplace, window), list[Document](), list[str]()
    gate.held_back.connect(told.append)

    # when its document is to leave the program
    document = Document(Wish(client, visit.id, kind, PaperSize.LETTER), b"", "sample.pdf", signed=True, pages=())
    gate.pass_on(document, passed.append)
    qtbot.waitUntil(lambda: bool(passed or told))

    # then only the insurer's is held back, with what is missing
    assert (len(passed), len(told)) == ((1, 0) if passes else (0, 1))
    assert passes or "Physician's order" in told[0]
