"""Drawings that come back at the same place or elsewhere: kept as pixmaps, the last few of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

_LARGEST: Final = 400_000  # pixels: beyond, as when zoomed in far, a pixmap would cost more than it saves

Key = TypeVar("Key", bound=Hashable)


class Stamps(Generic[Key]):
    """The `most` drawings last made, by what tells them apart."""

    def __init__(self, most: int = 24) -> None:
        self._most = most
        self._kept: dict[tuple[Key, float], QPixmap] = {}

    def draw(self, painter: QPainter, key: Key, rect: QRectF, draw: Callable[[QPainter], object]) -> None:
        """Draw what `draw` draws within `rect`, or copy it where `key` was drawn before.

        It stands on whole pixels of the screen.
        """
        ratio = painter.device().devicePixelRatio()
        if rect.width() * rect.height() * ratio * ratio > _LARGEST:
            painter.save()
            draw(painter)
            painter.restore()
            return
        corner = QPointF(math.floor(rect.x() * ratio) / ratio, math.floor(rect.y() * ratio) / ratio)
        pixmap = self._kept.get((key, ratio))
        if pixmap is None:
            if len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            pixmap = self._kept[key, ratio] = _drawn(rect, corner, ratio, draw)
        painter.drawPixmap(corner, pixmap)


def _drawn(rect: QRectF, corner: QPointF, ratio: float, draw: Callable[[QPainter], object]) -> QPixmap:
    room = rect.bottomRight() - corner
    pixmap = QPixmap(math.ceil(room.x() * ratio) + 1, math.ceil(room.y() * ratio) + 1)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.translate(-corner)
    draw(painter)
    painter.end()
    return pixmap
