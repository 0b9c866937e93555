"""Text that is only read."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from therapist_desk.ui.theme.fonts import Text, font


class Tone(StrEnum):
    """The colour of text: ink, the two fainter inks, or a meaning."""

    INK = "ink"
    LABELS = "labels"
    QUIET = "quiet"
    ACCENT = "accent"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    INVERSE = "inverse"


class Label(QLabel):
    """Plain text in a role and a tone. Never read as HTML: it may hold what someone typed."""

    def __init__(
        self,
        content: str = "",
        text: Text = Text.BODY,
        tone: Tone = Tone.INK,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(content, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(text))
        self.setProperty("tone", str(tone))
        self.setWordWrap(wrap)

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where it does not fit; the whole text is in the tool tip."""

    def __init__(
        self, content: str = "", text: Text = Text.BODY, tone: Tone = Tone.INK, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(content, text, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._fitting() != self.text() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._fitting())

    def _fitting(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
