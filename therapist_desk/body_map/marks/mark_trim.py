"""What surrounds a mark: the ring of a selection, and the tag with its grade."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

_RING = QColor("#0F6B6E")
_TAG_EDGE = QColor("#8B8278")
_TAG_INK = QColor("#1E282B")
_BETTER = QColor("#1C6B3C")
_WORSE = QColor("#8A4B00")
_TAG_HEIGHT = 17.0
_TAG_PADDING = 4.5
_TAG_TEXT = 12
_DISC = 5.5
_CORNER = 0.9


def ring_point(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Ring a selected mark: accent on a white casing, 5 px outside the symbol."""
    path = QPainterPath()
    path.addEllipse(centre, radius + 5, radius + 5)
    ring_area(painter, path)


def ring_area(painter: QPainter, path: QPainterPath) -> None:
    """Run the accent on a white casing along the outline of what is selected."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(Qt.GlobalColor.white), 4.0), (_RING, 2.0)):
        painter.strokePath(path, QPen(colour, width))


CHANGE_ROOM = 10.0
"""How much wider a tag is that shows which way a grade has gone."""


TAG_WIDTH = 18.0
"""The least width of a tag; one that says more is wider."""


def tag_font(font: QFont) -> QFont:
    """Give the cut of `font` that tags are written in."""
    letters = QFont(font)
    letters.setPixelSize(_TAG_TEXT)
    letters.setWeight(QFont.Weight.Bold)
    return letters


def tag_size(metrics: QFontMetricsF, text: str, *, changed: bool = False) -> QSizeF:
    """Give the size of a tag that says `text` in the font of `metrics`; one that shows a change is wider."""
    room = CHANGE_ROOM if changed else 0
    return QSizeF(max(TAG_WIDTH, round(metrics.horizontalAdvance(text) + 2 * _TAG_PADDING + room)), _TAG_HEIGHT)


def draw_tag(painter: QPainter, rect: QRectF, text: str, change: int = 0) -> None:
    """Draw a grade in its white box, in the painter's font.

    Where it has changed, a triangle after it points down for less, which is better, or up for more.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(round(rect.x()) + 0.5, round(rect.y()) + 0.5, rect.width() - 1, rect.height() - 1)
    painter.setPen(QPen(_TAG_EDGE, 1))
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(_TAG_INK)
    painter.drawText(box.adjusted(0, 0, -CHANGE_ROOM if change else 0, 0), Qt.AlignmentFlag.AlignCenter, text)
    if change:
        x, y, up = box.right() - CHANGE_ROOM + 2.5, box.center().y(), 1 if change > 0 else -1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_WORSE if change > 0 else _BETTER)
        painter.drawPolygon(
            [QPointF(x - 3.5, y + 2.8 * up), QPointF(x + 3.5, y + 2.8 * up), QPointF(x, y - 3.2 * up)]
        )


def draw_approximate(painter: QPainter, centre: QPointF, radius: float) -> None:
    """Draw the sign for about equal at the lower corner of a mark that was made on another figure."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = centre + QPointF(-radius, radius) * _CORNER
    painter.setPen(QPen(_TAG_EDGE, 1))
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.drawEllipse(at, _DISC, _DISC)
    wave = QPainterPath()
    for y in (-1.6, 1.6):
        wave.moveTo(at + QPointF(-3.2, y + 0.6))
        wave.cubicTo(at + QPointF(-1.2, y - 2.2), at + QPointF(1.2, y + 2.2), at + QPointF(3.2, y - 0.6))
    painter.strokePath(wave, QPen(_TAG_INK, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
