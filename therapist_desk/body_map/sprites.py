"""Symbols drawn once and then copied: many marks share few kinds."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from therapist_desk.body_map.symbols import draw_symbol
from therapist_desk.domain.mark import MarkKind

_ROOM = 1.6  # a fascial restriction's arrow reaches farthest
_EDGE = 3


class Sprites:
    """The symbols of one radius, kept as pixmaps."""

    def __init__(self, radius: float) -> None:
        self._radius = radius
        self._half = math.ceil(radius * _ROOM) + _EDGE
        self._kept: dict[tuple[MarkKind, int | None, float], QPixmap] = {}

    def draw(self, painter: QPainter, kind: MarkKind, centre: QPointF, direction: int | None) -> None:
        """Draw a kind's symbol about `centre`, moved to whole pixels of the screen so that it stays crisp."""
        ratio = painter.device().devicePixelRatio()
        key = (kind, direction, ratio)
        if key not in self._kept:
            self._kept[key] = self._drawn(kind, direction, ratio)
        corner = centre - QPointF(self._half, self._half)
        painter.drawPixmap(QPointF(round(corner.x() * ratio), round(corner.y() * ratio)) / ratio, self._kept[key])

    def _drawn(self, kind: MarkKind, direction: int | None, ratio: float) -> QPixmap:
        side = math.ceil(2 * self._half * ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_symbol(painter, kind, QPointF(self._half, self._half), self._radius, direction=direction)
        painter.end()
        return pixmap
