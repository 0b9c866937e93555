"""The program with real windows; only the system that would start another process is stood for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE
from therapist_desk.app.paths import resources_dir
from therapist_desk.app.program import Program, Surroundings
from therapist_desk.app.settings import Settings
from therapist_desk.ui.theme.apply import Theme
from therapist_desk.ui.unlock.unlock_panel import UnlockPanel


class Starts:
    """Stands for the system, which would start a process."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, dict[str, str]]] = []

    def __call__(self, store: Path, told: Mapping[str, str]) -> bool:
        self.asked.append((store, dict(told)))
        return True


@pytest.fixture
def starts() -> Starts:
    return Starts()


@pytest.fixture
def make_program(
    qtbot: QtBot,  # noqa: ARG001 - needs the loop
    qapp: QApplication,
    dressed: Theme,
    starts: Starts,
) -> Iterator[Callable[[], Program]]:
    made: list[Program] = []

    def make() -> Program:
        surroundings = Surroundings(resources_dir(), starts, guarded=False)
        made.append(Program(qapp, dressed, Settings(), surroundings, None))
        return made[-1]

    yield make
    for program in made:
        program.quit()
        if program.front is not None:
            program.front.deleteLater()


@pytest.fixture
def program(make_program: Callable[[], Program]) -> Program:
    return make_program()


def unlock_panel(program: Program) -> UnlockPanel:
    assert program.front is not None
    panel = program.front.panel
    assert isinstance(panel, UnlockPanel)
    return panel


def give_passphrase(qtbot: QtBot, program: Program) -> UnlockPanel:
    """Type the passphrase into the window that asks for it, and press Enter."""
    panel = unlock_panel(program)
    qtbot.keyClicks(panel.passphrase.edit, PASSPHRASE)
    qtbot.keyClick(panel.passphrase.edit, Qt.Key.Key_Return)
    return panel
