"""The whole program on a real encrypted store, driven as a therapist would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from acceptance.actions import Hands
from desks import PASSPHRASE
from therapist_desk.app.paths import resources_dir
from therapist_desk.app.program import Program, Surroundings
from therapist_desk.app.settings import Settings
from therapist_desk.ui.shell.main_window import MainWindow
from therapist_desk.ui.theme.apply import Theme

Kind = TypeVar("Kind", bound=QWidget)


class Driver:
    """Hands and eyes: finds what is shown by its name, clicks, types, waits until it is on the disk."""

    def __init__(self, qtbot: QtBot, application: QApplication, theme: Theme) -> None:
        self.bot = qtbot
        self._application = application
        self._theme = theme
        self._program: Program | None = None

    def start(self, folder: Path) -> None:
        """Start the program and unlock the charts in `folder`."""
        surroundings = Surroundings(resources_dir(), _starts_nothing, guarded=False)
        program = self._program = Program(self._application, self._theme, Settings(), surroundings, None)
        program.begin(folder, must_exist=False)
        assert program.front is not None
        front = program.front
        self.bot.waitUntil(lambda: len(_passphrases(front)) == 1)
        self.bot.waitUntil(program._jobs.idle)
        (passphrase,) = _passphrases(front)
        QTest.keyClicks(passphrase, PASSPHRASE)
        QTest.keyClick(passphrase, Qt.Key.Key_Return)
        self.bot.waitUntil(lambda: program.charts is not None)
        self.settle()

    def quit(self) -> None:
        """Close the program as its window's cross would."""
        if self._program is not None:
            self._program.quit()
            if self._program.front is not None:
                self._program.front.deleteLater()
            self._program = None

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert self._program is not None
        assert self._program.charts is not None
        return self._program.charts.window

    def find(self, kind: type[Kind], name: str) -> Kind:
        """Wait for the one shown widget of this name."""
        self.bot.waitUntil(lambda: len(self._shown(self.window, kind, name)) == 1)
        return self._shown(self.window, kind, name)[0]

    def click(self, name: str) -> None:
        """Click the one shown widget of this name."""
        QTest.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Type into the one shown widget of this name; what no key types comes from an input method."""
        widget = self.find(QWidget, name)
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            widget.setFocus()
            typed = QInputMethodEvent("", [])
            typed.setCommitString(text)
            QApplication.sendEvent(widget, typed)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being written or read."""
        assert self._program is not None
        self.bot.waitUntil(self._program._jobs.idle, timeout=20_000)

    @staticmethod
    def _shown(window: QWidget, kind: type[Kind], name: str) -> list[Kind]:
        return [widget for widget in window.findChildren(kind, name) if widget.isVisible()]


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, dressed: Theme) -> Iterator[Driver]:
    made = Driver(qtbot, qapp, dressed)
    yield made
    made.quit()


def _passphrases(window: QWidget) -> list[QLineEdit]:
    hidden = QLineEdit.EchoMode.Password
    return [edit for edit in window.findChildren(QLineEdit) if edit.isVisible() and edit.echoMode() == hidden]


def _starts_nothing(_store: Path, _told: Mapping[str, str]) -> bool:
    return True


@pytest.fixture
def hands(qapp: QApplication) -> Iterator[Hands]:
    """What counts the actions of a person at mouse and keyboard."""
    made = Hands(qapp)
    yield made
    made.close()
