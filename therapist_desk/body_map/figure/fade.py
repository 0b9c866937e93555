"""Letting a close-up fade away where the body is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPixmap, QTransform

from therapist_desk.body_map.colours import MapColours
from therapist_desk.body_map.figure.figure_painter import draw_figure
from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.domain.atlas import FigureView

_GONE = 0.92  # a little before the edge, so that the outline along the cut is gone as well


def draw_body(
    painter: QPainter,
    paths: FigurePaths,
    transform: QTransform,
    colours: MapColours,
    bounds: QRectF,
    *,
    borders: bool = True,
) -> None:
    """Draw a figure that fades away towards each edge that cuts the body; whole bodies have none.

    `transform` takes tenths of a figure unit to the painter's pixels, of which only those within `bounds` are wanted.
    Marks are drawn afterwards: they do not fade.
    """
    draw = partial(draw_figure, paths=paths, transform=transform, colours=colours, borders=borders)
    draw_fading(painter, bounds, fading_edges(paths.figure_view, transform), draw)


def fading_edges(figure_view: FigureView, transform: QTransform) -> tuple[QLineF, ...]:
    """Give the way to each edge that cuts the body, in pixels: whole at its start, gone at its end."""
    return tuple(
        transform.map(QLineF(fade.start.x, fade.start.y, fade.end.x, fade.end.y)) for fade in figure_view.fades
    )


def draw_fading(painter: QPainter, bounds: QRectF, edges: Sequence[QLineF], draw: Callable[[QPainter], None]) -> None:
    """Let `draw` paint within `bounds` what belongs to the body, and grows faint with it towards an edge."""
    near = [edge for edge in edges if _reaches(bounds, edge)]
    if not near:
        draw(painter)
        return
    box, ratio = bounds.toAlignedRect(), painter.device().devicePixelRatio()
    layer = QPixmap((box.size().toSizeF() * ratio).toSize())
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    faint = QPainter(layer)
    faint.setRenderHints(painter.renderHints())
    faint.translate(-box.topLeft())
    draw(faint)
    faint.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    for edge in near:
        veil = QLinearGradient(edge.p1(), edge.p2())
        veil.setColorAt(0, Qt.GlobalColor.transparent)
        veil.setColorAt(_GONE, Qt.GlobalColor.black)
        faint.fillRect(box, veil)
    faint.end()
    painter.drawPixmap(box.topLeft(), layer)


def _reaches(bounds: QRectF, edge: QLineF) -> bool:
    """Tell whether part of `bounds` lies beyond where an edge begins to fade."""
    way = edge.p2() - edge.p1()
    corners = (bounds.topLeft(), bounds.topRight(), bounds.bottomLeft(), bounds.bottomRight())
    return any(QPointF.dotProduct(corner - edge.p1(), way) > 0 for corner in corners)
