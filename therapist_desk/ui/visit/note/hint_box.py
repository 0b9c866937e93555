"""A dashed line of text where something will write itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, current_tokens


class HintBox(Label):
    """Says what will stand here, and from what."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, Text.BODY, Tone.LABELS, wrap=True, parent=parent)
        self.setContentsMargins(32, 5, 8, 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        draw_panel(painter, QRectF(self.rect()), Radius.CONTROL, line=tokens.line2, dashed=True)
        draw_icon(painter, "map", QPointF(11, 7), 14, tokens.ink3)
        painter.end()
        super().paintEvent(event)
