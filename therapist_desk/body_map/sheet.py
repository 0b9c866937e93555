"""A layer of a widget, drawn once into a pixmap and then only copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Sheet:
    """Keeps a drawing until it is forgotten or the widget comes to a screen of another pixel ratio."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None

    def forget(self) -> None:
        """Draw anew when next shown."""
        self._pixmap = None

    def pixmap(self, widget: QWidget, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
        """Give the layer at `widget`'s size, drawn by `draw` on `ground` where it is stale."""
        pixmap, ratio = self._pixmap, widget.devicePixelRatioF()
        if pixmap is None or pixmap.devicePixelRatio() != ratio:
            size = QSizeF(widget.width() * ratio, widget.height() * ratio).toSize()
            pixmap = self._pixmap = QPixmap(size.expandedTo(QSize(1, 1)))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(ground)
            painter = QPainter(pixmap)
            painter.setFont(widget.font())
            draw(painter)
            painter.end()
        return pixmap
