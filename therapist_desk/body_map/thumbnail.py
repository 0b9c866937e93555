"""The figure with its marks as a small still picture, for cards and lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure_painter import draw_figure
from therapist_desk.body_map.mark_layer import MarkLayer
from therapist_desk.body_map.paths import FigurePaths
from therapist_desk.body_map.view_transform import whole
from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.mark import Mark

_RADIUS = 4.5
_LETTER = 13

LETTERS: dict[View, tuple[str, str]] = {
    View.FRONT: ("R", "L"),
    View.BACK: ("L", "R"),
    View.LEFT: ("L", ""),
    View.RIGHT: ("", "R"),
}
"""The client's side at the left and at the right of each picture; from the side only one is seen."""


def draw_letters(painter: QPainter, rect: QRectF, view: View, colours: MapColours, pixels: int) -> None:
    """Print R and L in the top corners of `rect`."""
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(colours.ink2)
    left, right = LETTERS[view]
    top = Qt.AlignmentFlag.AlignTop
    painter.drawText(rect, top | Qt.AlignmentFlag.AlignLeft, left)
    painter.drawText(rect, top | Qt.AlignmentFlag.AlignRight, right)


def draw_thumbnail(
    painter: QPainter, rect: QRectF, figure_view: FigureView, marks: Sequence[Mark], colours: MapColours
) -> None:
    """Draw the whole figure with the symbols of its view's marks, no grades, into `rect`."""
    paths = FigurePaths(figure_view)
    transform = whole(figure_view, rect.size())
    painter.save()
    painter.setClipRect(rect)
    painter.translate(rect.topLeft())
    draw_figure(painter, paths, transform.matrix(), colours, borders=False)
    layer = MarkLayer(marks, paths, transform, radius=_RADIUS, size=rect.size(), font=painter.font(), tags=False)
    layer.draw(painter)
    inner = QRectF(4, 2, rect.width() - 8, rect.height() - 4)
    draw_letters(painter, inner, figure_view.view, colours, _LETTER)
    painter.restore()
