"""A small caption over what was entered, to read."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text


class Reading(QWidget):
    """A caption and its text; a text that nobody entered is a dash."""

    def __init__(self, caption: str, words: str, *, tone: Tone = Tone.INK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(caption, Text.CAPTION, Tone.QUIET))
        column.addWidget(Label(words or "–", Text.BODY, tone if words else Tone.QUIET, wrap=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
