"""Cards, their headers, and the line between rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space, current_tokens


class Card(QFrame):
    """A surface with a border; what it holds goes into `body`, from top to bottom."""

    def __init__(
        self, *, padding: int = Space.CARD, spacing: int = Space.GRID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)


class CardHeader(QWidget):
    """A title, a caption beside it, and actions at the right."""

    def __init__(self, title: str, caption: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, Text.TITLE)
        self.caption = Label(caption, Text.SECONDARY, Tone.LABELS)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.GRID)
        self._row.addWidget(self.title)
        self._row.addWidget(self.caption)
        self._row.addStretch(1)
        self._stretch_at = self._row.count() - 1
        self.caption.setVisible(bool(caption))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_caption(self, caption: str) -> None:
        """Replace the caption; an empty one takes no room."""
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a pill or a count right after the title and its caption."""
        self._row.insertWidget(self._stretch_at, widget)
        self._stretch_at += 1

    def add_action(self, widget: QWidget) -> None:
        """Add an action at the right end."""
        self._row.addWidget(widget)


class Divider(QWidget):
    """A line of one pixel."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        horizontal = orientation == Qt.Orientation.Horizontal
        self.setSizePolicy(free if horizontal else fixed, fixed if horizontal else free)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_tokens().line)
