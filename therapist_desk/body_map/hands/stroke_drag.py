"""Painting an area by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from therapist_desk.body_map.marks.symbols import ink_on_figure
from therapist_desk.domain.findings.mark import MarkKind

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap

_WIDTH: Final = 2.0
_CASING: Final = 5.0
_EDGE: Final = 4.0


class StrokeDrag:
    """Collects a stroke; each move draws only its newest piece, into a pixmap that is then copied."""

    def __init__(self, body_map: MarkingMap, kind: MarkKind, begun: QPointF) -> None:
        self._map = body_map
        self._kind = kind
        self._stroke = [begun]
        self._bounds = QRectF(begun, begun)
        self._pixmap: QPixmap | None = None

    def move(self, at: QPointF) -> None:
        if at == self._stroke[-1]:
            return
        self._stroke.append(at)
        newest = self._stroke[-3:]
        with QPainter(self._sheet()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            casing, ink = QColor(Qt.GlobalColor.white), ink_on_figure(self._kind).colour
            painter.setPen(_pen(casing, _CASING))
            painter.drawLine(newest[-2], at)
            # The casing's round end covers the piece before: that one is gone over once more.
            painter.setPen(_pen(ink, _WIDTH))
            painter.drawPolyline(QPolygonF(newest))
        touched = QPolygonF(newest).boundingRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        self._bounds = self._bounds.united(touched)
        self._map.repaint_rects([touched.toAlignedRect()])

    def drop(self, at: QPointF) -> None:
        self.move(at)
        self.give_up()
        self._map.paint_area(self._kind, self._stroke)

    def give_up(self) -> None:
        self._pixmap = None
        self._map.repaint_rects([self._bounds.toAlignedRect()])

    def draw(self, painter: QPainter, rect: QRect) -> None:
        if self._pixmap is not None and self._bounds.intersects(QRectF(rect)):
            painter.drawPixmap(0, 0, self._pixmap)

    def _sheet(self) -> QPixmap:
        if self._pixmap is None:
            ratio = self._map.devicePixelRatioF()
            self._pixmap = QPixmap((self._map.size().toSizeF() * ratio).toSize())
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
        return self._pixmap


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
