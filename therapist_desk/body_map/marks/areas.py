"""Marks that cover a shape: the texture and the edge of each kind, as paper has them too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from therapist_desk.body_map.marks.symbols import NORMAL_RADIUS, SymbolInk, faint, path_of, traces_of
from therapist_desk.domain import symbols
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols import AreaStyle, Box, Dots, Lines, Zigzags

_EDGE_CASING = 1.25
_ROW_CASING = 0.7
_DOT_CASING = 0.9


def draw_area(
    painter: QPainter, kind: MarkKind, path: QPainterPath, ink: SymbolInk, unit: float = NORMAL_RADIUS
) -> None:
    """Draw `kind` over a closed path in pixels; a kind that has no texture gets a thin outline.

    `unit` is the radius of the symbols beside which its lines and gaps look as they should.
    """
    style = symbols.AREA_STYLES[kind]
    shape = _scalloped(path, style, unit) if style.chord else path
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    _fill(painter, style, shape.boundingRect(), ink, unit)
    painter.restore()
    if style.edge:
        for colour, width in ((ink.casing, style.edge * unit + 2 * _EDGE_CASING), (ink.colour, style.edge * unit)):
            if colour is not None:
                pen = QPen(colour, width)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.strokePath(shape, pen)
    painter.restore()


def _fill(painter: QPainter, style: AreaStyle, bounds: QRectF, ink: SymbolInk, unit: float) -> None:
    if style.ground:
        painter.fillRect(bounds, faint(QColor(Qt.GlobalColor.white), style.ground))
    if style.tint:
        painter.fillRect(bounds, faint(ink.fill, style.tint))
    painter.scale(unit, unit)
    box = bounds.left() / unit, bounds.top() / unit, bounds.right() / unit, bounds.bottom() / unit
    if isinstance(style.texture, Lines):
        _draw_lines(painter, style.texture, box, ink)
    elif isinstance(style.texture, Zigzags):
        _draw_zigzags(painter, style.texture, box, ink, unit)
    elif isinstance(style.texture, Dots):
        _draw_dots(painter, style.texture, box, ink, unit)


def _draw_lines(painter: QPainter, lines: Lines, box: Box, ink: SymbolInk) -> None:
    painter.setPen(QPen(ink.colour, lines.width))
    for turned in lines.turns:
        painter.save()
        painter.rotate(-turned)
        for start, end in symbols.lines_over(lines, turned, box):
            painter.drawLine(QPointF(*start), QPointF(*end))
        painter.restore()


def _draw_zigzags(painter: QPainter, zigzags: Zigzags, box: Box, ink: SymbolInk, unit: float) -> None:
    painter.rotate(-zigzags.turn)
    under = QPen(faint(QColor(Qt.GlobalColor.white), 0.55), zigzags.width + 2 * _ROW_CASING / unit)
    for places in symbols.zigzags_over(zigzags, box):
        row = QPolygonF([QPointF(*place) for place in places])
        for pen in (under, QPen(ink.colour, zigzags.width)):
            painter.setPen(pen)
            painter.drawPolyline(row)


def _draw_dots(painter: QPainter, dots: Dots, box: Box, ink: SymbolInk, unit: float) -> None:
    places = [QPointF(*place) for place in symbols.dots_over(dots, box)]
    under = faint(QColor(Qt.GlobalColor.white), 0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, radius in ((under, dots.radius + _DOT_CASING / unit), (ink.colour, dots.radius)):
        painter.setBrush(colour)
        for place in places:
            painter.drawEllipse(place, radius, radius)


def _scalloped(path: QPainterPath, style: AreaStyle, unit: float) -> QPainterPath:
    """Replace each outline by outward arcs."""
    arcs = [symbols.scalloped(trace.corners(), style.chord * unit, style.bulge) for trace in traces_of(path)]
    return path_of(trace for trace in arcs if trace is not None)
