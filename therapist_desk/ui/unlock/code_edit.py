"""A line for the recovery code, which puts the dashes in by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

GROUPS: Final = 8
GROUP: Final = 4


def grouped(typed: str) -> str:
    """Write letters and digits in capitals and in groups of four; whatever else was typed is left out."""
    plain = "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())
    return "-".join(plain[start : start + GROUP] for start in range(0, len(plain), GROUP))


class CodeEdit(QLineEdit):
    """Groups what is typed or pasted; the cursor stays behind the character it was behind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(14)
        self.setFont(fixed)
        self.setPlaceholderText("-".join(["XXXX"] * 3) + "-…")
        self.textEdited.connect(self._group)

    def go_to_group(self, group: int | None) -> None:
        """Take the focus and select a group, counted from 1, or all."""
        self.setFocus()
        if group is None:
            self.selectAll()
        else:
            self.setSelection((group - 1) * (GROUP + 1), GROUP)

    @Slot(str)
    def _group(self, typed: str) -> None:
        wanted = grouped(typed)
        if wanted == typed:
            return
        before = grouped(typed[: self.cursorPosition()])
        self.setText(wanted)
        self.setCursorPosition(len(before))
