"""Payments beside a bill: entered, corrected, and on the paper at once."""

from __future__ import annotations

import io
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock
from services.billed import signed_visit
from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.ids import ClientId, VisitId
from therapist_desk.services.clients import add_client
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.billing.account_dialog import AccountDialog
from therapist_desk.ui.billing.bar import BillBar
from therapist_desk.ui.billing.words import read_amount, typed_amount
from therapist_desk.ui.documents import DocumentsTab
from therapist_desk.ui.documents.kind_list import KindList
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES, misfits

pytestmark = pytest.mark.timeout(60)
PATIENCE = 20_000
"""How long a document may take to be drawn anew, in milliseconds, on a busy machine."""


@pytest.fixture
def client_id(workplace: Workplace) -> ClientId:
    details = ClientDetails(given_name="Juniper", family_name="Sample-Hayes", date_of_birth=date(1987, 3, 14))
    return add_client(workplace.desk, details).id


@pytest.fixture
def billed(tab: DocumentsTab, workplace: Workplace, clock: HandClock, client_id: ClientId, qtbot: QtBot) -> VisitId:
    """A signed visit of $120.00, its superbill shown."""
    visit_id = signed_visit(workplace.desk, clock, client_id)
    tab.show_client(client_id, visit_id)
    tab.window().show()
    turn_to(tab, DocumentKind.SUPERBILL, qtbot)
    return visit_id


def begin_turn(tab: DocumentsTab, kind: DocumentKind) -> None:
    kinds = tab.findChild(KindList)
    assert isinstance(kinds, KindList)
    kinds.show_kind(kind)
    kinds.turned.emit(kind)


def turn_to(tab: DocumentsTab, kind: DocumentKind, qtbot: QtBot) -> None:
    begin_turn(tab, kind)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.wish.kind is kind)


def said(tab: DocumentsTab) -> str:
    return _text(tab.document.data) if tab.document else ""


@lru_cache(maxsize=4)
def _text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def press(widget: QWidget, name: str) -> None:
    found = widget.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    found.click()


def type_into(dialog: QWidget, name: str, text: str) -> None:
    line = dialog.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)


def balance(widget: QWidget) -> str:
    label = widget.findChild(QLabel, "balance")
    assert isinstance(label, QLabel)
    return label.text()


def opened(tab: DocumentsTab, qtbot: QtBot) -> AccountDialog:
    bar = tab.findChild(BillBar)
    assert isinstance(bar, BillBar)
    qtbot.waitUntil(lambda: balance(bar) != "")
    press(bar, "payments")
    dialog = tab.window().findChild(AccountDialog)
    assert isinstance(dialog, AccountDialog)
    return dialog


def rows(dialog: AccountDialog) -> list[str]:
    listed = dialog.findChild(RowList)
    assert isinstance(listed, RowList)
    return [row.sentence for row in listed.rows]


def test_the_bar_stands_beside_bills_alone(tab: DocumentsTab, billed: VisitId, qtbot: QtBot) -> None:
    bar = tab.findChild(BillBar)
    assert isinstance(bar, BillBar)
    qtbot.waitUntil(lambda: balance(bar) == "$120.00")
    assert bar.isVisible()

    turn_to(tab, DocumentKind.PHYSICIAN, qtbot)

    assert not bar.isVisible()
    assert billed


def test_what_is_due_is_offered_and_one_press_pays_it(tab: DocumentsTab, billed: VisitId, qtbot: QtBot) -> None:
    dialog = opened(tab, qtbot)

    press(dialog, "save_entry")

    qtbot.waitUntil(lambda: balance(dialog) == "$0.00")
    assert rows(dialog) == ["$120.00  Paid by client, 23 Nov 2026 · Cash, Correct"]
    qtbot.waitUntil(lambda: "Paid by client Cash" in said(tab), timeout=PATIENCE)
    assert "Balance due $0.00" in said(tab)
    assert billed


def test_a_part_is_paid_by_keys_alone_and_a_second_return_enters_nothing(
    tab: DocumentsTab, billed: VisitId, workplace: Workplace, qtbot: QtBot
) -> None:
    window = tab.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dialog = opened(tab, qtbot)
    amount = dialog.findChild(QLineEdit, "amount")
    assert isinstance(amount, QLineEdit)
    assert window.focusWidget() is amount

    QTest.keyClicks(amount, "50")
    QTest.keyClick(amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: balance(dialog) == "$70.00")
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.findChild(AccountDialog) is None)
    qtbot.waitUntil(workplace.jobs.idle)
    with workplace.desk.store.reading() as charts:
        assert [entry.cents for entry in charts.billing.entries_of([billed])] == [5000]


def test_a_correction_asks_why_and_the_wrong_one_stays(tab: DocumentsTab, billed: VisitId, qtbot: QtBot) -> None:
    dialog = opened(tab, qtbot)
    press(dialog, "save_entry")
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    listed = dialog.findChild(RowList)
    assert isinstance(listed, RowList)
    listed.press(listed.model().index(0, 0))
    type_into(dialog, "amount", "12.00")

    press(dialog, "save_entry")
    qtbot.waitUntil(lambda: dialog.form.field("reason").problem() != "")
    type_into(dialog, "reason", "one nought too many")
    press(dialog, "save_entry")

    qtbot.waitUntil(lambda: balance(dialog) == "$108.00")
    wrong, right = rows(dialog)
    assert "corrected: one nought too many" in wrong
    assert "Correct" not in wrong.split(", ")
    assert right.startswith("$12.00")
    assert billed


@pytest.mark.parametrize("typed", ["", "forty", "-5", "0", "12.345"])
def test_what_is_no_amount_is_said_at_the_field_and_stays(
    tab: DocumentsTab, billed: VisitId, qtbot: QtBot, typed: str
) -> None:
    dialog = opened(tab, qtbot)
    type_into(dialog, "amount", typed or "\b")
    line = dialog.findChild(QLineEdit, "amount")
    assert isinstance(line, QLineEdit)
    line.setText(typed)

    press(dialog, "save_entry")

    qtbot.waitUntil(lambda: dialog.form.field("amount").problem() != "")
    assert line.text() == typed
    assert rows(dialog) == []
    assert billed


@pytest.mark.parametrize("size", SIZES)
def test_everything_fits(tab: DocumentsTab, billed: VisitId, qtbot: QtBot, size: tuple[int, int]) -> None:
    tab.window().resize(*size)
    dialog = opened(tab, qtbot)

    assert misfits(dialog) == []
    assert billed


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("45", 4500),
        ("45.5", 4550),
        ("$1,200.50", 120050),
        ("1,200", 120000),
        ("45,50", 4550),
        ("0", 0),
        ("", None),
        ("x", None),
        ("1.005", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_amounts_are_read_as_they_are_typed(text: str, cents: int | None) -> None:
    assert read_amount(text) == cents


@given(st.integers(0, 10**9))
def test_an_amount_is_read_back_as_it_is_written(cents: int) -> None:
    assert read_amount(typed_amount(cents)) == cents
