"""Initials in a circle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

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
