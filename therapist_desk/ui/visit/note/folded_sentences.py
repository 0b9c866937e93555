"""Sentences whose values stand in the sheet above them already: a quiet line that opens by key or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.notes.note import Paragraph
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.layouts import column
from therapist_desk.ui.visit.note.generated_text import GeneratedText


class FoldedSentences(QWidget):
    """Takes no room while there are none; stays open or folded as the user left it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._count = 0
        self.switch = LinkButton("", small=True)
        self.switch.setObjectName("measured_sentences")
        self.switch.use_color("ink2")
        self.switch.clicked.connect(self._turn)
        self.generated = GeneratedText()
        self.generated.setObjectName("generated_measured")
        whole = column(self.switch, self.generated, spacing=2)
        whole.setAlignment(self.switch, Qt.AlignmentFlag.AlignLeft)
        whole.setContentsMargins(8, 0, 0, 0)
        self.setLayout(whole)
        self.hide()

    def show_sentences(self, paragraphs: Sequence[Paragraph]) -> None:
        """Fold these away, or show them where the line is open."""
        self.generated.show_sentences(paragraphs)
        self._count = len(paragraphs)
        self.setVisible(bool(paragraphs))
        self._fold()

    @Slot()
    def _turn(self) -> None:
        self._open = not self._open
        self._fold()

    def _fold(self) -> None:
        self.generated.setVisible(self._open and self._count > 0)
        if self._open:
            words = self.tr("Hide the sentences of the sheet")
        elif self._count == 1:
            words = self.tr("1 measurement as a sentence")
        else:
            words = self.tr("{n} measurements as sentences").format(n=self._count)
        self.switch.setText(words)
        self.switch.setAccessibleName(words)
