"""Undo and redo in the bar over the map, each saying what it would take back or do again.

While a page goes, its undo stack may speak once more after Python has let go of what its widgets hold. So each button
listens for itself, and answers with nothing but what its class and Qt know.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.buttons import IconButton

_SIDE = 26
_ICON = 18


class UndoButton(IconButton):
    """Takes back what was done last."""

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__("undo", "", size=_SIDE, icon_size=_ICON, parent=parent)
        self.setObjectName("undo")
        self.clicked.connect(undo_stack.undo)
        undo_stack.canUndoChanged.connect(self.setEnabled)
        undo_stack.undoTextChanged.connect(self.show_what)
        self.setEnabled(undo_stack.canUndo())
        self.show_what(undo_stack.undoText())

    @Slot(str)
    def show_what(self, what: str) -> None:
        """Name what a press takes back."""
        words = self.tr("Undo: {what} (Ctrl+Z)").format(what=what)
        self.set_name(words if what else self.tr("Undo (Ctrl+Z)"))


class RedoButton(IconButton):
    """Does again what was taken back last."""

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__("redo", "", size=_SIDE, icon_size=_ICON, parent=parent)
        self.setObjectName("redo")
        self.clicked.connect(undo_stack.redo)
        undo_stack.canRedoChanged.connect(self.setEnabled)
        undo_stack.redoTextChanged.connect(self.show_what)
        self.setEnabled(undo_stack.canRedo())
        self.show_what(undo_stack.redoText())

    @Slot(str)
    def show_what(self, what: str) -> None:
        """Name what a press does again."""
        words = self.tr("Redo: {what} (Ctrl+Shift+Z)").format(what=what)
        self.set_name(words if what else self.tr("Redo (Ctrl+Shift+Z)"))
