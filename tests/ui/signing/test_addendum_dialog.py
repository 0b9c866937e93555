from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.notes.parts import NotePart
from therapist_desk.services.signing import sign_visit
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.services.visit.visits import open_visit
from therapist_desk.ui.kit import Button, LinkButton, Select
from therapist_desk.ui.signing import AddendumDialog
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES, misfits
from ui.signing.conftest import READY


@pytest.fixture
def signed(workplace: Workplace, files: dict[int, VisitFile]) -> VisitFile:
    visit_id = files[READY].visit.id
    sign_visit(workplace.desk, visit_id, PASSPHRASE)
    return open_visit(workplace.desk, visit_id)


@pytest.fixture
def dialog(workplace: Workplace, signed: VisitFile, window: QWidget) -> AddendumDialog:
    result = AddendumDialog(workplace, signed, window)
    result.open()
    return result


def write(dialog: AddendumDialog, reason: str, text: str, passphrase: str = PASSPHRASE) -> None:
    dialog.findChildren(QLineEdit, "reason")[0].setText(reason)
    dialog.findChildren(QPlainTextEdit, "text")[0].setPlainText(text)
    dialog.findChildren(QLineEdit, "passphrase")[0].setText(passphrase)


def sign(dialog: AddendumDialog) -> Button:
    return dialog.findChildren(Button, "sign_addendum")[0]


def test_an_addendum_is_signed_and_told(
    workplace: Workplace, signed: VisitFile, dialog: AddendumDialog, qtbot: QtBot
) -> None:
    told = QSignalSpy(dialog.signed)

    write(dialog, "Client called", "Ibuprofen was 3 a week, not 2.")
    sign(dialog).click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    assert told.at(0) == [signed.visit.id]
    kept = open_visit(workplace.desk, signed.visit.id).addenda
    assert [(item.content.reason, item.content.text) for item in kept] == [
        ("Client called", "Ibuprofen was 3 a week, not 2.")
    ]


def test_the_part_that_is_corrected_is_chosen_by_keyboard(
    workplace: Workplace, signed: VisitFile, dialog: AddendumDialog, qtbot: QtBot
) -> None:
    corrects = dialog.findChildren(Select, "corrects")[0]
    assert (corrects.accessibleName(), corrects.currentIndex()) == ("Corrects", 0)

    qtbot.waitUntil(dialog.findChildren(QLineEdit, "reason")[0].hasFocus)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    assert dialog.focusWidget() is corrects
    for _ in range(3):
        QTest.keyClick(corrects, Qt.Key.Key_Down)
    assert corrects.currentText() == "Pain scores"
    write(dialog, "Client called", "It was 5, not 6.")
    sign(dialog).click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    (kept,) = open_visit(workplace.desk, signed.visit.id).addenda
    assert kept.content.corrects is NotePart.PAIN


def test_it_opens_with_the_part_in_question(workplace: Workplace, signed: VisitFile, window: QWidget) -> None:
    dialog = AddendumDialog(workplace, signed, window, corrects=NotePart.PLAN)

    assert dialog.findChildren(Select, "corrects")[0].currentText() == "Plan"
    dialog.done(0)


def test_what_is_left_empty_is_said_at_its_field(dialog: AddendumDialog, qtbot: QtBot) -> None:
    write(dialog, "", "Something.")
    sign(dialog).click()
    qtbot.waitUntil(sign(dialog).isEnabled)

    reason = dialog.findChildren(QLineEdit, "reason")[0]
    assert reason.accessibleDescription() == "Please fill this in."
    assert not dialog.findChildren(QPlainTextEdit, "text")[0].accessibleDescription()
    dialog.done(0)


def test_a_wrong_passphrase_keeps_every_word(
    workplace: Workplace, signed: VisitFile, dialog: AddendumDialog, qtbot: QtBot
) -> None:
    write(dialog, "Client called", "More.", "not the passphrase")
    sign(dialog).click()
    qtbot.waitUntil(sign(dialog).isEnabled)

    assert dialog.findChildren(QPlainTextEdit, "text")[0].toPlainText() == "More."
    assert dialog.findChildren(QLineEdit, "passphrase")[0].accessibleDescription()
    assert open_visit(workplace.desk, signed.visit.id).addenda == ()
    dialog.done(0)


def test_closing_asks_before_words_are_lost(dialog: AddendumDialog, qtbot: QtBot) -> None:
    write(dialog, "Client called", "")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    discard = dialog.findChildren(LinkButton, "discard")[0]
    assert discard.isVisible()
    discard.click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_an_empty_one_closes_at_once(dialog: AddendumDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


@pytest.mark.parametrize("size", SIZES)
def test_it_fits_every_window(dialog: AddendumDialog, window: QWidget, size: tuple[int, int], qtbot: QtBot) -> None:
    window.resize(*size)

    qtbot.waitUntil(lambda: misfits(window) == [])
    dialog.done(0)
