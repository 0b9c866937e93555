"""A text of several lines."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TextBox(QPlainTextEdit):
    """Says `edited` when its words change; `textChanged` tells a new underline or colour as well. Tab leaves it."""

    edited = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._told = text
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._compare)

    @Slot()
    def _compare(self) -> None:
        words = self.toPlainText()
        if words != self._told:
            self._told = words
            self.edited.emit()
