"""Undo and redo in the bar over the map."""

from __future__ import annotations

import shiboken6
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.ui.visit.map.toolbar import MapToolbar


def test_the_buttons_say_what_they_would_do(qtbot: QtBot) -> None:
    stack = QUndoStack()
    toolbar = MapToolbar(stack)
    qtbot.addWidget(toolbar)

    stack.push(QUndoCommand("pain, left calf"))
    assert toolbar.undo.accessibleName() == "Undo: pain, left calf (Ctrl+Z)"
    assert (toolbar.undo.isEnabled(), toolbar.redo.isEnabled()) == (True, False)

    stack.undo()
    assert toolbar.undo.accessibleName() == "Undo (Ctrl+Z)"
    assert toolbar.redo.toolTip() == "Redo: pain, left calf (Ctrl+Shift+Z)"


def test_a_stack_that_speaks_while_its_page_goes_is_answered_without_an_error(qtbot: QtBot) -> None:
    # Given a page with something to undo and to redo, of which Python has already let go of what its toolbar holds
    page = QWidget()
    stack = QUndoStack(page)
    toolbar = MapToolbar(stack, page)
    for words in ("first", "second"):
        stack.push(QUndoCommand(words))
    stack.undo()
    for widget in (toolbar, toolbar.undo, toolbar.redo):
        vars(widget).clear()
    # When the page goes, and with it the stack that says so
    with qtbot.captureExceptions() as errors:
        shiboken6.delete(page)
    # Then nothing was raised
    assert errors == []
