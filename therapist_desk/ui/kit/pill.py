"""Small rounded texts: a status, a caution, a key."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text, font
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, Tokens, current_tokens


class Kind(StrEnum):
    """What a status says: fine, wants attention, wrong, in progress, or a plain fact."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    ACCENT = "accent"
    NEUTRAL = "neutral"


def kind_colors(tokens: Tokens, kind: Kind) -> tuple[QColor, QColor, QColor]:
    """Text, fill and line of a kind."""
    return {
        Kind.GREEN: (tokens.green, tokens.green_fill, tokens.green_line),
        Kind.AMBER: (tokens.amber, tokens.amber_fill, tokens.amber_line),
        Kind.RED: (tokens.red, tokens.red_fill, tokens.red_line),
        Kind.ACCENT: (tokens.accent, tokens.soft, tokens.soft_line),
        Kind.NEUTRAL: (tokens.ink2, tokens.hover, tokens.line),
    }[kind]


class _PaintedLabel(QLabel):
    """A label that keeps its width whatever happens: what it says is never cut."""

    def __init__(self, content: str, text: Text, parent: QWidget | None) -> None:
        super().__init__(content, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(text))
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def text_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 1


class StatusPill(_PaintedLabel):
    """One or two words about a state."""

    def __init__(self, content: str = "", kind: Kind = Kind.NEUTRAL, *, parent: QWidget | None = None) -> None:
        super().__init__(content, Text.CAPTION_STRONG, parent)
        self._kind = kind

    def show_state(self, content: str, kind: Kind) -> None:
        """Say something else."""
        self._kind = kind
        self.setText(content)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.text_width() + 18, max(Height.PILL, self.fontMetrics().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, fill, line = kind_colors(current_tokens(), self._kind)
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, area.height() / 2, fill=fill, line=line)
        draw_text(painter, area, self.text(), self._text, ink, align=Qt.AlignmentFlag.AlignHCenter)


class CautionChip(_PaintedLabel):
    """A contraindication, in red. It is never elided: the layout gives it room or it shows elsewhere."""

    def __init__(self, content: str, *, parent: QWidget | None = None) -> None:
        super().__init__(content, Text.SECONDARY_STRONG, parent)
        self.setAccessibleName(self.tr("Caution: {text}").format(text=content))

    def sizeHint(self) -> QSize:
        return QSize(self.text_width() + 36, Height.CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.TAG, fill=tokens.red_fill, line=tokens.red_line)
        draw_icon(painter, "ban", QPointF(9, area.height() / 2 - 7), 14, tokens.red)
        draw_text(painter, area.adjusted(27, 0, -8, 0), self.text(), self._text, tokens.red)


class KeyCap(_PaintedLabel):
    """The key or keys that do the same."""

    def __init__(self, content: str, *, parent: QWidget | None = None) -> None:
        super().__init__(content, Text.CAPTION, parent)

    def sizeHint(self) -> QSize:
        return QSize(max(16, self.text_width() + 10), 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.TAG, fill=tokens.sunken, line=tokens.line2)
        draw_text(painter, area, self.text(), self._text, tokens.ink2, align=Qt.AlignmentFlag.AlignHCenter)
