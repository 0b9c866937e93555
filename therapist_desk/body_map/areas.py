"""Marks that cover a shape: the pattern of each kind, clipped to an area or a region."""

from __future__ import annotations

import itertools
import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from therapist_desk.body_map.symbols import SymbolInk, add_bump
from therapist_desk.domain.mark import MarkKind


def draw_area(painter: QPainter, kind: MarkKind, path: QPainterPath, ink: SymbolInk) -> None:
    """Draw `kind` over a closed path in pixels; a kind that has no pattern gets a thin outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind is MarkKind.SWELLING:
        cloud = _scalloped(path, 10.0)
        painter.fillPath(cloud, _faint(ink.fill, 0.12))
        _outline(painter, cloud, ink, 1.6)
    else:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        _fill(painter, kind, path.boundingRect(), ink)
        painter.restore()
        width = {MarkKind.HYPERTONICITY: 1.1, MarkKind.PAIN: 1.5, MarkKind.DO_NOT_WORK: 2.0}.get(kind, 1.0)
        if kind is not MarkKind.NUMBNESS:
            _outline(painter, path, ink, width)
    painter.restore()


def _fill(painter: QPainter, kind: MarkKind, box: QRectF, ink: SymbolInk) -> None:
    if kind is MarkKind.PAIN:
        painter.fillRect(box, _faint(ink.fill, 0.26))
        _hatch(
            painter, box, QPen(ink.colour, 1.0), 5.0, 0
        )  # level, as on paper: aslant they are half of a crosshatch
    elif kind is MarkKind.DO_NOT_WORK:
        painter.fillRect(box, _faint(QColor(Qt.GlobalColor.white), 0.55))
        for angle in (45, -45):
            _hatch(painter, box, QPen(ink.colour, 1.2), 10.0, angle)
    elif kind is MarkKind.HYPERTONICITY:
        _zigzags(painter, box, ink)
    elif kind is MarkKind.NUMBNESS:
        _dots(painter, box, ink)


def _hatch(painter: QPainter, box: QRectF, pen: QPen, gap: float, degrees: float) -> None:
    """Draw parallel lines over `box`; they start at whole gaps of the picture, so neighbours agree."""
    painter.save()
    painter.setPen(pen)
    painter.rotate(-degrees)
    turned, _ = painter.transform().inverted()
    area = turned.mapRect(painter.transform().mapRect(_turned(box, degrees)))
    y = math.floor(area.top() / gap) * gap
    while y < area.bottom():
        painter.drawLine(QLineF(area.left(), y, area.right(), y))
        y += gap
    painter.restore()


def _turned(box: QRectF, degrees: float) -> QRectF:
    """Give the bounds of `box` in axes turned by -`degrees`."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    points = QPolygonF([QPointF(c.x() * cos - c.y() * sin, c.x() * sin + c.y() * cos) for c in corners])
    return points.boundingRect()


def _zigzags(painter: QPainter, box: QRectF, ink: SymbolInk) -> None:
    """Draw rows of zigzags, 9 px long and 7 px apart, turned by -18 degrees."""
    degrees, length, gap, rise = 18.0, 9.0, 7.0, 2.2
    painter.save()
    painter.rotate(-degrees)
    area = _turned(box, degrees)
    first = math.floor(area.left() / length)
    count = math.ceil(area.width() / (length / 2)) + 3
    y = math.floor(area.top() / gap) * gap
    while y < area.bottom() + gap:
        row = QPolygonF(
            [QPointF(first * length + i * length / 2, y + (rise if i % 2 else -rise)) for i in range(count)]
        )
        for pen in (QPen(_faint(QColor(Qt.GlobalColor.white), 0.55), 2.8), QPen(ink.colour, 1.4)):
            painter.setPen(pen)
            painter.drawPolyline(row)
        y += gap
    painter.restore()


def _dots(painter: QPainter, box: QRectF, ink: SymbolInk) -> None:
    gap, radius = 6.0, 1.1
    painter.setPen(Qt.PenStyle.NoPen)
    rows = range(math.floor(box.top() / gap), math.ceil(box.bottom() / gap) + 1)
    columns = range(math.floor(box.left() / gap), math.ceil(box.right() / gap) + 1)
    for colour, size in ((_faint(QColor(Qt.GlobalColor.white), 0.8), radius + 0.9), (ink.colour, radius)):
        painter.setBrush(colour)
        for row, column in itertools.product(rows, columns):
            painter.drawEllipse(QPointF(column * gap, row * gap), size, size)


def _outline(painter: QPainter, path: QPainterPath, ink: SymbolInk, width: float) -> None:
    for colour, thickness in ((ink.casing, width + 2.5), (ink.colour, width)):
        if colour is not None:
            pen = QPen(colour, thickness)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)


def _scalloped(path: QPainterPath, chord: float) -> QPainterPath:
    """Replace each outline by outward arcs of about `chord` pixels."""
    cloud = QPainterPath()
    for polygon in path.toSubpathPolygons():
        corners = _evenly(polygon, chord)
        if len(corners) < 3:  # noqa: PLR2004 - three corners make an outline
            continue
        turning = sum(a.x() * b.y() - b.x() * a.y() for a, b in itertools.pairwise([*corners, corners[0]]))
        if turning < 0:
            corners.reverse()
        cloud.moveTo(corners[0])
        for start, end in itertools.pairwise([*corners, corners[0]]):
            add_bump(cloud, start, end, 0.4)
        cloud.closeSubpath()
    return cloud


def _evenly(polygon: QPolygonF, chord: float) -> list[QPointF]:
    """Walk round a polygon in steps of about `chord`."""
    corners = polygon.toList()
    total = sum(QLineF(a, b).length() for a, b in itertools.pairwise([*corners, corners[0]]))
    step = total / max(3, round(total / chord))
    places: list[QPointF] = []
    due = 0.0
    for a, b in itertools.pairwise([*corners, corners[0]]):
        side = QLineF(a, b)
        length = side.length()
        while due < length:
            places.append(side.pointAt(due / length))
            due += step
        due -= length
    return places


def _faint(colour: QColor, alpha: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint
