"""A layer of a widget, drawn once into a pixmap and then only copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
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

    def repair(self, rects: Sequence[QRect], draw: Callable[[QPainter, QRectF], None]) -> None:
        """Clear these rectangles and let `draw` fill each of them again; nothing where all is drawn anew anyway."""
        if self._pixmap is None or not rects:
            return
        painter = QPainter(self._pixmap)
        for rect in rects:
            painter.save()
            painter.setClipRect(rect)
            # Where pixels are not whole, as at 125 %, the clip may reach a little over the rectangle.
            around = QRectF(rect).adjusted(-1, -1, 1, 1)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(around, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            draw(painter, around)
            painter.restore()
        painter.end()


def merged(rects: Iterable[QRectF]) -> list[QRect]:
    """Give whole pixels that cover all rectangles, two as one where that covers no more than both do."""
    apart: list[QRect] = []
    for rect in rects:
        one = rect.toAlignedRect()
        while (other := next((other for other in apart if _is_worth_joining(other, one)), None)) is not None:
            apart.remove(other)
            one = one.united(other)
        apart.append(one)
    return apart


def _is_worth_joining(one: QRect, other: QRect) -> bool:
    if not one.intersects(other):
        return False
    both = one.united(other)
    apart = one.width() * one.height() + other.width() * other.height()
    return both.width() * both.height() <= apart
