"""The words that were signed with a consent: a page of text, folded away until it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.theme.tokens import Space


class SignedWords(QWidget):
    """A link that shows the words under it, and hides them again."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = LinkButton(self.tr("Show the words that were signed"))
        self.link.setObjectName("show_signed_words")
        self.link.clicked.connect(self._turn)
        self.words = Reading(self.tr("The words that were signed"), words)
        self.words.setObjectName("signed_words")
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        column.addWidget(self.link)
        column.addWidget(self.words)

    @Slot()
    def _turn(self) -> None:
        shown = self.words.isHidden()
        self.words.setVisible(shown)
        self.link.setText(
            self.tr("Hide the words that were signed") if shown else self.tr("Show the words that were signed")
        )
