from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.documents.system_dialogs import NativeDialogs


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    qtbot.addWidget(result)
    result.show()
    return result


def test_the_file_dialog_begins_at_the_suggested_name_and_adds_the_ending(window: QWidget, tmp_path: Path) -> None:
    suggested: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        suggested.extend(dialog.selectedFiles())
        dialog.selectFile("other")
        dialog.accept()

    QTimer.singleShot(0, answer)

    assert NativeDialogs().choose_file(window, tmp_path / "TD-000001.pdf") == tmp_path / "other.pdf"
    assert suggested == [str(tmp_path / "TD-000001.pdf")]


def test_a_file_dialog_that_is_called_off_gives_nothing(window: QWidget, tmp_path: Path) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(0, answer)

    assert NativeDialogs().choose_file(window, tmp_path / "TD-000001.pdf") is None


def test_a_print_dialog_knows_how_many_pages_there_are(window: QWidget) -> None:
    pages: list[int] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        pages.append(dialog.maxPage())
        dialog.reject()

    QTimer.singleShot(0, answer)

    assert not NativeDialogs().choose_printer(window, QPrinter(), 3)
    assert pages == [3]
