"""A line over the page that says what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.theme.tokens import Space


class Notices(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.GRID, Space.INNER, Space.GRID, Space.INNER)
        self._column.setSpacing(Space.INNER)
        self._problem_words = ""
        self._problem = Banner("", BannerKind.RED)
        self._problem.add_action(self.tr("Close")).clicked.connect(self._close_problem)
        self._column.addWidget(self._problem)
        self._close_problem()

    def tell_problem(self, sentence: str) -> None:
        """Show a problem until it is closed or another one comes."""
        self._problem_words = sentence
        self._problem.set_sentence(sentence)
        self._problem.setVisible(True)
        self.setVisible(True)

    def problem(self) -> str:
        """The problem shown, or an empty string."""
        return self._problem_words

    @Slot()
    def _close_problem(self) -> None:
        self._problem_words = ""
        self._problem.setVisible(False)
        self.setVisible(False)
