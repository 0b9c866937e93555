"""The first picture of the first window, and what was typed on it before the form was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desks import PASSPHRASE, open_desk
from therapist_desk.app.paths import resources_dir
from therapist_desk.app.program import Program, Surroundings
from therapist_desk.app.settings import Settings
from therapist_desk.app.start import Start
from therapist_desk.ui.theme import tokens
from therapist_desk.ui.theme.apply import Theme
from therapist_desk.ui.unlock import figure_panel, first_frame
from therapist_desk.ui.unlock.unlock_panel import UnlockPanel


class Begun:
    """A start whose second step is taken by hand, with the tests' own theme and without log and crash handler."""

    def __init__(self, qapp: QApplication, theme: Theme, folder: Path) -> None:
        self._qapp = qapp
        self._theme = theme
        self._folder = folder
        start = Start(qapp, folder, samples=False)
        self.window = start.window
        start.begin()
        self.window.first_painted.disconnect(start.complete)
        self._start = start
        self.program: Program | None = None

    def complete(self) -> UnlockPanel:
        surroundings = Surroundings(resources_dir(), lambda _store, _told: True, guarded=False)
        self.program = Program(self._qapp, self._theme, Settings(), surroundings, None, self.window)
        self.program.begin(self._folder, must_exist=False)
        panel = self.window.panel
        assert isinstance(panel, UnlockPanel)
        return panel


@pytest.fixture
def begun(qtbot: QtBot, qapp: QApplication, dressed: Theme, tmp_path: Path) -> Iterator[Begun]:
    open_desk(tmp_path / "charts").close()
    made = Begun(qapp, dressed, tmp_path / "charts")
    qtbot.waitExposed(made.window)
    yield made
    if made.program is not None:
        made.program.quit()
        if made.program.front is None:
            return
    made.window.deleteLater()


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_what_is_typed_before_the_form_is_there_goes_on_in_it(qtbot: QtBot, begun: Begun) -> None:
    assert begun.window.frame is not None
    assert begun.window.frame.field is not None
    qtbot.keyClicks(begun.window.frame.field, "violet har")

    panel = begun.complete()
    qtbot.keyClicks(panel.passphrase.edit, "bour")

    assert panel.passphrase.text() == "violet harbour"


def test_return_before_the_form_is_there_unlocks(qtbot: QtBot, begun: Begun) -> None:
    assert begun.window.frame is not None
    assert begun.window.frame.field is not None
    qtbot.keyClicks(begun.window.frame.field, PASSPHRASE)
    qtbot.keyClick(begun.window.frame.field, Qt.Key.Key_Return)

    begun.complete()

    program = begun.program
    assert program is not None
    qtbot.waitUntil(lambda: program.charts is not None)


@pytest.mark.parametrize("size", [(1366, 768), (1366, 688), (1093, 614), (900, 560)])
def test_the_field_stays_where_it_is(begun: Begun, size: tuple[int, int]) -> None:
    begun.window.resize(*size)
    QApplication.processEvents()
    assert begun.window.frame is not None
    assert begun.window.frame.field is not None
    before = place(begun.window.frame.field)

    panel = begun.complete()
    QApplication.processEvents()

    assert place(panel.passphrase.edit) == before


def test_the_first_picture_has_the_colours_of_the_theme() -> None:
    for colors, theirs, ground in (
        (first_frame.LIGHT, tokens.LIGHT, figure_panel.GROUND_LIGHT),
        (first_frame.DARK, tokens.DARK, figure_panel.GROUND_DARK),
    ):
        same = {name: getattr(theirs, name).name().upper() for name in colors._fields if name != "ground"}
        assert colors._asdict() == {"ground": ground, **same}
