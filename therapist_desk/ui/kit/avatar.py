"""Initials in a circle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Tokens, current_tokens

_LARGE = 36


def initials(name: str) -> str:
    """The first letters of the first and last word of `name`, at most two."""
    words = name.split()
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper()


def draw_avatar(painter: QPainter, rect: QRectF, letters: str, *, active: bool = False) -> None:
    """Draw `letters` in the circle inside the square `rect`; `active` fills it with the accent."""
    tokens: Tokens = current_tokens()
    fill: QColor = tokens.accent if active else tokens.hover
    draw_panel(painter, rect, rect.height() / 2, fill=fill, line=None if active else tokens.line)
    text = Text.BODY_STRONG if rect.height() >= _LARGE else Text.CAPTION_STRONG
    ink = tokens.on_accent if active else tokens.ink2
    draw_text(painter, rect, letters, text, ink, align=Qt.AlignmentFlag.AlignHCenter)


class Avatar(QWidget):
    """The initials of a person; decoration, since the name always stands beside it."""

    def __init__(self, name: str, *, size: int = 32, active: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = initials(name)
        self._side = size
        self._active = active
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_active(self, *, active: bool) -> None:
        """Show the person as chosen or in session."""
        self._active = active
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_avatar(QPainter(self), QRectF(self.rect()), self._letters, active=self._active)
