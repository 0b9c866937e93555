"""Showing a page as the shell would, and finding what is in it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.shell.page import Page
from therapist_desk.ui.workplace import Workplace
from ui.fit import COMPACT_WIDTH, RAIL, misfits

Kind = TypeVar("Kind", bound=QWidget)
PATIENCE = 30_000
"""Milliseconds that reading may take on a machine that does much else."""


def show(qtbot: QtBot, workplace: Workplace, page: QWidget, size: tuple[int, int] = (1366, 768)) -> None:
    """Show `page` in a window of `size`, less the rail where there is one, and wait for all it reads."""
    assert isinstance(page, Page)
    width, height = size
    qtbot.addWidget(page)
    page.resize(width - (RAIL if width >= COMPACT_WIDTH else 0), height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.arrive()
    qtbot.waitUntil(workplace.jobs.idle, timeout=PATIENCE)


def find(page: QWidget, kind: type[Kind], name: str) -> Kind:
    """Find the one shown widget of this name."""
    shown = [widget for widget in page.findChildren(kind, name) if widget.isVisible()]
    assert len(shown) == 1, f"{name}: {shown}"
    return shown[0]


def type_into(page: QWidget, name: str, text: str) -> None:
    """Replace what a line of text holds by typing."""
    line = find(page, QLineEdit, name)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)


def choose(rows: RowList, title: str) -> None:
    """Put the keyboard on the row of this title."""
    rows.setFocus()
    rows.choose([row.title for row in rows.rows].index(title))


def titles(rows: RowList) -> list[str]:
    return [row.title for row in rows.rows]


def expect_fit(qtbot: QtBot, page: QWidget) -> None:
    """Fail where something is cut off in `page` once its layouts have come to rest."""

    def nothing_is_cut_off() -> None:
        assert misfits(page) == []

    qtbot.waitUntil(nothing_is_cut_off, timeout=5000)
