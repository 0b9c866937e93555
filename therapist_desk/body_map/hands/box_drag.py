"""Choosing several marks by a box drawn round them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap

_FILL: Final = 0.1


class BoxDrag:
    """Draws a box from where it began; the marks whose middle lies in it are chosen at the end."""

    def __init__(self, body_map: MarkingMap, begun: QPointF) -> None:
        self._map = body_map
        self._begun = begun
        self._box = QRectF(begun, begun)

    def move(self, at: QPointF) -> None:
        stale = self._box
        self._box = QRectF(self._begun, at).normalized()
        self._map.repaint_rects([stale.united(self._box).adjusted(-2, -2, 2, 2).toAlignedRect()])

    def drop(self, at: QPointF) -> None:
        self.move(at)
        box = self._box
        self.give_up()
        self._map.choose_several(drawn.mark.id for drawn in self._map.drawn_marks() if box.contains(drawn.centre))

    def give_up(self) -> None:
        self._map.repaint_rects([self._box.adjusted(-2, -2, 2, 2).toAlignedRect()])
        self._box = QRectF()

    def draw(self, painter: QPainter, rect: QRect) -> None:
        if not self._box.isEmpty() and self._box.intersects(QRectF(rect)):
            fill = QColor(self._map.colours.accent)
            fill.setAlphaF(_FILL)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.fillRect(self._box, fill)
            painter.setPen(QPen(self._map.colours.accent, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box)
