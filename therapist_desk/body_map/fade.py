"""Letting a close-up fade away where the body is cut."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QTransform

from therapist_desk.domain.atlas import FigureView

_GONE = 0.92  # a little before the edge, so that the outline along the cut is gone as well
_OUTLINE = 60  # tenths of a unit


def draw_fades(painter: QPainter, figure_view: FigureView, transform: QTransform, ground: QColor) -> None:
    """Cover a drawn picture with `ground` towards each edge that cuts the body; whole bodies have none.

    `transform` takes tenths of a figure unit to the painter's pixels. Call it after the figure is drawn, and
    before marks, which do not fade.
    """
    clear = QColor(ground)
    clear.setAlpha(0)
    painter.save()
    painter.setTransform(transform, combine=True)
    for fade in figure_view.fades:
        veil = QLinearGradient(QPointF(fade.start.x, fade.start.y), QPointF(fade.end.x, fade.end.y))
        veil.setColorAt(0, clear)
        veil.setColorAt(_GONE, ground)
        painter.fillRect(_with_outline(figure_view), veil)
    painter.restore()


def _with_outline(figure_view: FigureView) -> QRectF:
    """Give the picture with the half of its outline that lies beyond its edge."""
    return QRectF(0, 0, figure_view.width, figure_view.height).adjusted(-_OUTLINE, -_OUTLINE, _OUTLINE, _OUTLINE)
