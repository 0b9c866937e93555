from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.domain.audit import AuditAction
from therapist_desk.services.visit.file import VisitFile
from therapist_desk.services.visit.visits import open_visit
from therapist_desk.ui.signing import SignDialog
from therapist_desk.ui.workplace import Workplace
from ui.fit import SIZES, misfits
from ui.signing.conftest import READY, RUNNING


def opened(workplace: Workplace, visit_file: VisitFile, window: QWidget) -> SignDialog:
    dialog = SignDialog(workplace, visit_file, window)
    dialog.open()
    return dialog


def field(dialog: QWidget, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def is_signed(workplace: Workplace, visit_file: VisitFile) -> bool:
    return open_visit(workplace.desk, visit_file.visit.id).visit.signed


def test_the_passphrase_and_return_sign_a_visit_that_is_ready(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(workplace, files[READY], window)
    signed, charts = QSignalSpy(dialog.signed), QSignalSpy(workplace.navigator.chart_asked)

    assert QApplication.focusWidget() is field(dialog, "passphrase")
    QTest.keyClicks(field(dialog, "passphrase"), PASSPHRASE)
    QTest.keyClick(field(dialog, "passphrase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    visit = files[READY].visit
    assert is_signed(workplace, files[READY])
    assert signed.at(0) == [visit.id]
    assert charts.at(0) == [visit.client_id, "documents", visit.id]


def test_without_the_wish_for_the_pdf_one_stays_where_one_is(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(workplace, files[READY], window)
    charts = QSignalSpy(workplace.navigator.chart_asked)
    check = dialog.findChild(QCheckBox, "open_document")
    assert isinstance(check, QCheckBox)

    check.click()
    field(dialog, "passphrase").setText(PASSPHRASE)
    button(dialog, "sign_and_lock").click()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    assert is_signed(workplace, files[READY])
    assert charts.count() == 0


def test_a_wrong_passphrase_signs_nothing_and_can_be_typed_again(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(workplace, files[READY], window)

    field(dialog, "passphrase").setText("not the passphrase")
    button(dialog, "sign_and_lock").click()
    qtbot.waitUntil(button(dialog, "sign_and_lock").isEnabled)

    assert not is_signed(workplace, files[READY])
    assert field(dialog, "passphrase").accessibleDescription()
    assert field(dialog, "passphrase").selectedText()
    QTest.keyClicks(field(dialog, "passphrase"), PASSPHRASE)
    QTest.keyClick(field(dialog, "passphrase"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert is_signed(workplace, files[READY])


def test_what_is_missing_is_said_and_wants_a_reason(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(workplace, files[RUNNING], window)
    assert "Stop the timer" in said(dialog)
    assert "Missing: pain now, pain after treatment, response" in said(dialog)

    # a passphrase that is typed without looking is not readable
    assert QApplication.focusWidget() is field(dialog, "passphrase")
    QTest.keyClicks(field(dialog, "passphrase"), PASSPHRASE)
    QTest.keyClick(field(dialog, "passphrase"), Qt.Key.Key_Return)

    assert QApplication.focusWidget() is field(dialog, "reason")
    assert "say why it is signed without" in said(dialog)
    QTest.keyClicks(field(dialog, "reason"), "client left early")
    QTest.keyClick(field(dialog, "reason"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    with workplace.desk.store.reading() as charts:
        trail = charts.audit.of(files[RUNNING].visit.id)
    assert trail[-1].action is AuditAction.CHECK_OVERRIDDEN
    assert "client left early" in trail[-1].detail


def test_a_reason_alone_asks_for_the_passphrase(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget
) -> None:
    dialog = opened(workplace, files[RUNNING], window)

    QTest.keyClicks(field(dialog, "reason"), "client left early")
    QTest.keyClick(field(dialog, "reason"), Qt.Key.Key_Return)

    assert QApplication.focusWidget() is field(dialog, "passphrase")
    assert "Type your passphrase to sign." in said(dialog)
    assert field(dialog, "reason").text() == "client left early"


def test_escape_signs_nothing(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(workplace, files[READY], window)

    field(dialog, "passphrase").setText(PASSPHRASE)
    QTest.keyClick(field(dialog, "passphrase"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    assert not is_signed(workplace, files[READY])


def test_escape_while_it_is_being_signed_waits_for_the_answer(
    workplace: Workplace, files: dict[int, VisitFile], window: QWidget, qtbot: QtBot
) -> None:
    dialog = opened(workplace, files[READY], window)
    signed = QSignalSpy(dialog.signed)

    field(dialog, "passphrase").setText(PASSPHRASE)
    button(dialog, "sign_and_lock").click()
    QTest.keyClick(field(dialog, "passphrase"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))

    assert signed.count() == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", [READY, RUNNING])
def test_it_fits_every_window_with_the_passphrase_in_sight(
    workplace: Workplace,
    files: dict[int, VisitFile],
    window: QWidget,
    size: tuple[int, int],
    number: int,
    qtbot: QtBot,
) -> None:
    window.resize(*size)
    dialog = opened(workplace, files[number], window)

    qtbot.waitUntil(lambda: misfits(window) == [])
    passphrase = field(dialog, "passphrase")
    assert window.rect().contains(passphrase.rect().translated(passphrase.mapTo(window, passphrase.rect().topLeft())))
    dialog.done(0)
