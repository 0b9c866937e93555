"""The whole figure in a corner, with the part that is shown framed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure.fade import draw_body
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.figure.view_transform import ViewTransform, whole

SIZE = QSizeF(68, 120)
_INSET = 8.0
_PADDING = 4.0


def mini_map_rect(size: QSizeF) -> QRectF:
    """Give its place, bottom left, in a widget of `size`."""
    return QRectF(_INSET, size.height() - SIZE.height() - _INSET, SIZE.width(), SIZE.height())


def mini_transform(paths: FigurePaths, size: QSizeF) -> ViewTransform:
    """Give the transform of the small figure inside a widget of `size`."""
    card = mini_map_rect(size)
    room = QSizeF(card.width() - 2 * _PADDING + 16, card.height() - 2 * _PADDING + 16)
    fitted = whole(paths.figure_view, room)
    return fitted.moved(card.x() + _PADDING - 8, card.y() + _PADDING - 8)


def draw_mini_card(painter: QPainter, paths: FigurePaths, size: QSizeF, colours: MapColours) -> None:
    """Draw the card with the small figure."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(mini_map_rect(size).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.fillPath(shape, colours.card)
    painter.strokePath(shape, QPen(colours.edge, 1))
    small = mini_transform(paths, size).matrix()
    draw_body(painter, paths, small, colours, mini_map_rect(size), borders=False)
    painter.restore()


def draw_mini_frame(
    painter: QPainter, paths: FigurePaths, shown: ViewTransform, size: QSizeF, colours: MapColours
) -> None:
    """Draw, on the small figure, the frame round what `shown` lets see."""
    inside = mini_map_rect(size).adjusted(2, 2, -2, -2)
    frame = mini_transform(paths, size).matrix().mapRect(shown.window(size)).intersected(inside)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent, 1.5))
    painter.drawRect(frame)
    painter.restore()
