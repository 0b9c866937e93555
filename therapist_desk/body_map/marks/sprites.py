"""Symbols and tags drawn once and then copied: many marks share few kinds and few grades."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from therapist_desk.body_map.marks.mark_trim import draw_tag
from therapist_desk.body_map.marks.symbols import draw_symbol
from therapist_desk.domain.findings.mark import MarkKind

_ROOM = 1.6  # a fascial restriction's arrow reaches farthest
_EDGE = 3


class Sprites:
    """The symbols of one radius, kept as pixmaps."""

    def __init__(self, radius: float) -> None:
        self._radius = radius
        self._half = math.ceil(radius * _ROOM) + _EDGE
        self._kept: dict[tuple[MarkKind, int | None, float], QPixmap] = {}

    def draw(self, painter: QPainter, kind: MarkKind, centre: QPointF, direction: int | None, ratio: float) -> None:
        """Draw a kind's symbol about `centre`, moved to whole pixels of the screen so that it stays crisp.

        `ratio` is the screen's: how many of its pixels make a logical one.
        """
        key = (kind, direction, ratio)
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = self._kept[key] = self._drawn(kind, direction, ratio)
        x, y = centre.x() - self._half, centre.y() - self._half
        painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), pixmap)

    def _drawn(self, kind: MarkKind, direction: int | None, ratio: float) -> QPixmap:
        pixmap = _clear(QSizeF(2 * self._half, 2 * self._half), ratio)
        painter = QPainter(pixmap)
        draw_symbol(painter, kind, QPointF(self._half, self._half), self._radius, direction=direction)
        painter.end()
        return pixmap


class TagSprites:
    """The tags of one font, kept as pixmaps: a chart has hundreds of them, but few grades."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._kept: dict[tuple[str, int, float, float, float], QPixmap] = {}

    def draw(self, painter: QPainter, rect: QRectF, text: str, change: int, ratio: float) -> None:
        """Draw a grade in its box, with its change, moved to whole pixels of the screen."""
        key = (text, change, rect.width(), rect.height(), ratio)
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = self._kept[key] = self._drawn(text, change, rect.size(), ratio)
        # Drawn by itself a box has its edges on whole logical pixels: so it stands here.
        x, y = round(rect.x()), round(rect.y())
        painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), pixmap)

    def _drawn(self, text: str, change: int, size: QSizeF, ratio: float) -> QPixmap:
        pixmap = _clear(size, ratio)
        painter = QPainter(pixmap)
        painter.setFont(self._font)
        draw_tag(painter, QRectF(QPointF(), size), text, change)
        painter.end()
        return pixmap


def _clear(size: QSizeF, ratio: float) -> QPixmap:
    pixmap = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
