from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.audit import AuditAction, AuditEvent
from therapist_desk.domain.care.case import Coverage
from therapist_desk.domain.ids import ClientId, PayerId
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases, clients
from therapist_desk.services.desk import new_id
from therapist_desk.services.documents.kinds import DocumentKind, PaperSize
from therapist_desk.services.readiness import held_back
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit import visits
from therapist_desk.ui.documents.held_dialog import HeldDialog
from therapist_desk.ui.documents.insurer_gate import InsurerGate
from therapist_desk.ui.documents.maker import Document, Wish
from therapist_desk.ui.fields import ChartField, ChartForm
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES, misfits
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


def test_a_button_pressed_twice_saves_once_and_what_cannot_be_judged_is_said(
    qtbot: QtBot, workplace: Workplace
) -> None:
    client = clients.add_client(workplace.desk, JUNIPER).id
    visit = visits.start_visit(workplace.desk, cases.open_case(workplace.desk, client, "Neck pain").id)
    window = QWidget()
    qtbot.addWidget(window)
    gate, passed = InsurerGate(workplace, window), list[Document]()
    note, packet = (
        Document(Wish(client, visit.id, kind, PaperSize.LETTER), b"", "s.pdf", signed=False, pages=())
        for kind in (DocumentKind.INSURER, DocumentKind.PACKET)
    )

    for _ in range(2):
        gate.pass_on(note, passed.append)
    qtbot.waitUntil(workplace.jobs.idle)
    assert passed == [note]

    with qtbot.waitSignal(gate.failed):
        gate.pass_on(packet, passed.append)
    gate.pass_on(note, passed.append)
    qtbot.waitUntil(lambda: passed == [note, note])


def test_what_is_missing_is_listed_and_leads_to_its_field(qtbot: QtBot, workplace: Workplace) -> None:
    # given a document that is held back
    visit = insured_visit(workplace)
    window = shown_window(qtbot)
    gate, passed = InsurerGate(workplace, window), list[Document]()
    document = Document(
        Wish(visit.client_id, visit.id, DocumentKind.SUPERBILL, PaperSize.LETTER), b"", "s.pdf", signed=True, pages=()
    )
    with qtbot.waitSignal(gate.held_back):
        gate.pass_on(document, passed.append)

    # when its list is opened and an item pressed
    gate.show_missing()
    (dialog,) = window.findChildren(HeldDialog)
    titles = [row.title for row in dialog.list.rows]
    led = QSignalSpy(workplace.navigator.lead_asked)
    opened = QSignalSpy(workplace.navigator.chart_asked)
    dialog.list.choose(titles.index("Physician's order"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    # then only what holds it back is there, and the field of the case is asked for
    assert titles[0] == "Holds back documents for the insurer"
    assert opened.at(0) == [visit.client_id, "case", ""]
    assert led.at(0) == [ChartField(ChartForm.NEW_ORDER, case_id=visit.case_id)]


def test_what_is_signed_goes_out_with_a_reason_that_is_asked_once_and_kept_when_it_left(
    qtbot: QtBot, workplace: Workplace
) -> None:
    # given a packet of a signed visit that lacks something
    visit = insured_visit(workplace)
    sign_visit(workplace.desk, visit.id, PASSPHRASE, override_reason="a test")
    window, passed = shown_window(qtbot), list[Document]()
    gate = InsurerGate(workplace, window)
    wish = Wish(visit.client_id, visit.id, DocumentKind.PACKET, PaperSize.LETTER)
    document = Document(wish, b"", "s.pdf", signed=True, pages=())
    with qtbot.waitSignal(gate.held_back) as told:
        gate.pass_on(document, passed.append)
    assert told.args is not None
    assert told.args[0].endswith("With a reason it can be sent all the same.")

    # when it is to go on, first without a reason
    gate.show_missing()
    (dialog,) = window.findChildren(HeldDialog)
    reason = dialog.findChild(QLineEdit, "reason")
    assert reason is not None
    reason.setFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "say why it is sent without" in reason.accessibleDescription()
    QTest.keyClicks(reason, "the plan asked for it")
    QTest.keyClick(reason, Qt.Key.Key_Return)

    # then it goes with the reason, and the trail knows that once it has left
    [released] = passed
    assert not trail(workplace, visit)[-1].detail.endswith(": the plan asked for it")
    released.log(workplace.desk, "saved")
    told = trail(workplace, visit)[-2]
    assert told.action is AuditAction.CHECK_OVERRIDDEN
    assert told.detail.endswith(": the plan asked for it")

    # and the same document is not asked about again while just the same is missing
    gate.pass_on(document, passed.append)
    qtbot.waitUntil(lambda: len(passed) == 2)
    assert passed[1].release == released.release


def test_several_visits_are_told_apart_and_what_a_signed_one_lacks_is_an_addendum(
    qtbot: QtBot, workplace: Workplace
) -> None:
    # given a packet of two signed visits that lack the same
    first = insured_visit(workplace)
    second = visits.start_visit(workplace.desk, first.case_id)
    for visit in (first, second):
        sign_visit(workplace.desk, visit.id, PASSPHRASE, override_reason="a test")
    window = shown_window(qtbot)
    gate = InsurerGate(workplace, window)
    wish = Wish(first.client_id, first.id, DocumentKind.PACKET, PaperSize.LETTER)
    with qtbot.waitSignal(gate.held_back) as told:
        gate.pass_on(Document(wish, b"", "s.pdf", signed=True, pages=()), lambda _: None)
    assert told.args is not None
    assert "Missing in 2 visits, first in visit 1, " in told.args[0]

    # when what the second lacks in itself is pressed
    gate.show_missing()
    (dialog,) = window.findChildren(HeldDialog)
    rows = dialog.list.rows
    headings = [place for place, row in enumerate(rows) if row.heading]
    assert [rows[place].title.split(",")[0] for place in headings] == ["Visit 1", "Visit 2"]
    opened = QSignalSpy(workplace.navigator.visit_asked)
    place = next(at for at, row in enumerate(rows) if at > headings[1] and row.link == "Write an addendum")
    dialog.list.choose(place)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    # then that visit is asked for
    assert opened.at(0) == [second.id]


def test_a_draft_is_mended_and_not_sent_all_the_same(qtbot: QtBot, workplace: Workplace) -> None:
    visit = insured_visit(workplace)
    window = shown_window(qtbot)
    gate = InsurerGate(workplace, window)
    wish = Wish(visit.client_id, visit.id, DocumentKind.SUPERBILL, PaperSize.LETTER)
    with qtbot.waitSignal(gate.held_back):
        gate.pass_on(Document(wish, b"", "s.pdf", signed=True, pages=()), lambda _: None)

    gate.show_missing()

    (dialog,) = window.findChildren(HeldDialog)
    assert dialog.findChild(QPushButton, "go_on") is None
    assert {row.link for row in dialog.list.rows if not row.heading} == {"Go there"}


@pytest.mark.parametrize("size", SIZES)
def test_the_reason_stays_in_sight_in_every_window(qtbot: QtBot, workplace: Workplace, size: tuple[int, int]) -> None:
    first = insured_visit(workplace)
    sign_visit(workplace.desk, first.id, PASSPHRASE, override_reason="a test")
    window = shown_window(qtbot)
    window.resize(*size)
    held = held_back(workplace.desk, workplace.rules, first.id)

    dialog = HeldDialog((held, held, held), window)
    dialog.open()

    qtbot.waitUntil(lambda: misfits(window) == [])
    reason = dialog.findChild(QLineEdit, "reason")
    assert reason is not None
    assert window.rect().contains(reason.rect().translated(reason.mapTo(window, reason.rect().topLeft())))


def trail(workplace: Workplace, visit: Visit) -> Sequence[AuditEvent]:
    with workplace.desk.store.reading() as charts:
        return charts.audit.of(visit.id)


def shown_window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


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
