"""The handle at a selected mark: what is dragged from it becomes its arrow."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.domain.findings.mark import MarkKind

REFERRING: Final = frozenset({MarkKind.TRIGGER_ACTIVE, MarkKind.TRIGGER_LATENT})
REACH: Final = 12.0
_OFF: Final = 17.0
_RADIUS: Final = 6.0


def handle_at(drawn: DrawnMark) -> QPointF | None:
    """Give where a selected mark's handle stands; None for kinds that have no arrow."""
    away = drawn.radius + _OFF
    if drawn.mark.kind is MarkKind.FASCIAL:
        turn = math.radians(90 if drawn.mark.direction is None else drawn.mark.direction)
    elif drawn.mark.kind in REFERRING:
        # Away from the grade, which stands on the outer side.
        right = drawn.tag is None or drawn.tag.rect.center().x() < drawn.centre.x()
        turn = math.radians(45 if right else -45)
    else:
        return None
    return drawn.centre + QPointF(math.sin(turn), -math.cos(turn)) * away


def draw_handle(painter: QPainter, drawn: DrawnMark, at: QPointF, colours: MapColours) -> None:
    """Draw a handle with a small arrow that points away from its mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent, 1.5))
    painter.setBrush(QColor(Qt.GlobalColor.white) if colours.ground.lightness() > 128 else colours.card)  # noqa: PLR2004 - the middle
    painter.drawEllipse(at, _RADIUS, _RADIUS)
    away = at - drawn.centre
    painter.translate(at)
    painter.rotate(math.degrees(math.atan2(away.y(), away.x())))
    painter.drawLine(QPointF(-3, 0), QPointF(3, 0))
    painter.drawLine(QPointF(3, 0), QPointF(0.5, -2.5))
    painter.drawLine(QPointF(3, 0), QPointF(0.5, 2.5))
    painter.restore()
