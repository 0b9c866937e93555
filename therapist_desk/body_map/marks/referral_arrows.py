"""The arrow of a referral: a dashed curve out of its mark, with a ring at its end; its way, and drawing it."""

from __future__ import annotations

import functools
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from therapist_desk.body_map.marks.boxes import Box
from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS
from therapist_desk.domain import symbols

RING: Final = symbols.RING * NORMAL_RADIUS
"""The radius, in pixels, of the ring at a place referred to."""
_DOT: Final = symbols.RING_DOT * NORMAL_RADIUS
_LINE: Final = symbols.LINE * NORMAL_RADIUS
_CASING: Final = 0.8
_PROBES: Final = 12
_KEPT: Final = 256  # curves


def curve_between(start: QPointF | None, end: QPointF, radius: float) -> QPainterPath:
    """Give the curve from the edge of a symbol at `start` to the ring at `end`, or the ring's place alone."""
    path = QPainterPath()
    curve = None
    if start is not None:
        curve = symbols.ring_ended((start.x(), start.y()), (end.x(), end.y()), radius, NORMAL_RADIUS)
    if curve is not None:
        first, handle, last = curve
        path.moveTo(*first)
        path.quadTo(*handle, *last)
    path.moveTo(end)
    path.lineTo(end)
    return path


def draw_curve(painter: QPainter, path: QPainterPath, colour: QColor, casing: QColor) -> None:
    """Draw a referral's curve, dashed on a casing, with the ring at its end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    soft = QColor(casing)
    soft.setAlphaF(_CASING)
    painter.strokePath(path, QPen(soft, _LINE + 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    pen = QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dash / symbols.LINE for dash in symbols.DASH])
    painter.strokePath(path, pen)
    draw_ring(painter, path.currentPosition(), colour)


def draw_ring(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Draw the ring with its dot at a place referred to."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.setPen(QPen(QColor(Qt.GlobalColor.white), 4.5))
    painter.drawEllipse(centre, RING, RING)
    painter.setPen(QPen(colour, _LINE))
    painter.drawEllipse(centre, RING, RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, _DOT, _DOT)


@functools.lru_cache(maxsize=_KEPT)
def boxes_along(start_x: float, start_y: float, end_x: float, end_y: float, radius: float) -> tuple[Box, ...]:
    """Give boxes along a curve; to measure it is slow, and it is mostly the same as before."""
    curve = curve_between(QPointF(start_x, start_y), QPointF(end_x, end_y), radius)
    probes = (curve.pointAtPercent(step / _PROBES) for step in range(1, _PROBES))
    return tuple((there.x() - 2, there.y() - 2, there.x() + 2, there.y() + 2) for there in probes)
