"""The region under the pointer: a soft tint, a fine outline and its name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from therapist_desk.body_map.colours import MapColours

_TINT = 0.13
_OUTLINE = 0.75
_TEXT = 12
_HEIGHT = 22.0
_PADDING = 8.0
_OFFSET = QPointF(14, 18)
_ACCENT = QColor("#0F6B6E")


def sentence_case(words: str) -> str:
    """Give the words with a capital first letter."""
    return words[:1].upper() + words[1:]


def draw_region_hover(painter: QPainter, path: QPainterPath) -> None:
    """Tint a region, given in pixels, in the accent that stands out on the figure in both themes."""
    tint, edge = QColor(_ACCENT), QColor(_ACCENT)
    tint.setAlphaF(_TINT)
    edge.setAlphaF(_OUTLINE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, tint)
    painter.strokePath(path, QPen(edge, 1.2))


def label_font(font: QFont) -> QFont:
    """Give the font that names a region."""
    label = QFont(font)
    label.setPixelSize(_TEXT)
    return label


def label_rect(words: str, pointer: QPointF, bounds: QRectF, font: QFont) -> QRectF:
    """Give the place of a region's name beside the pointer and inside `bounds`."""
    width = QFontMetricsF(label_font(font)).horizontalAdvance(words) + 2 * _PADDING
    x = min(pointer.x() + _OFFSET.x(), bounds.right() - width - 4)
    y = pointer.y() + _OFFSET.y()
    if y + _HEIGHT > bounds.bottom() - 4:
        y = pointer.y() - _OFFSET.y() - _HEIGHT
    return QRectF(round(max(x, 4.0)), round(y), round(width), _HEIGHT)


def draw_label(painter: QPainter, rect: QRectF, words: str, colours: MapColours) -> None:
    """Draw a region's name on a small card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.edge, 1))
    painter.setBrush(colours.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(colours.ink)
    painter.setFont(label_font(painter.font()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
