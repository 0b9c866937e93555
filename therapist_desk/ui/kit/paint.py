"""Painting that several widgets share: a rounded panel, and text of a role."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from therapist_desk.ui.theme.fonts import Text, font

_DASH = [3.0, 2.5]


def draw_panel(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    dashed: bool = False,
) -> None:
    """Fill and outline a rounded rectangle; the 1 px outline lies inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line, 1)
        if dashed:
            pen.setDashPattern(_DASH)
        painter.setPen(pen)
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    radius = min(radius, rect.height() / 2)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def draw_text(
    painter: QPainter,
    rect: QRectF,
    content: str,
    text: Text,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one line in the middle of the height of `rect`, elided at its right end where it does not fit."""
    painter.setFont(font(text))
    painter.setPen(color)
    fitting = painter.fontMetrics().elidedText(content, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, fitting)
