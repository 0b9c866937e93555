"""The ten kinds of mark as symbols of constant size: shape tells them apart, colour only helps.

Every symbol stands on a white casing, because on the figure's dark edges the colour alone would not carry.
Sizes follow the table of marks: `radius` is 8.5 px when zoomed in, 6.5 on the whole figure, 7.5 in an icon.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from therapist_desk.body_map.colours import KIND_COLOURS
from therapist_desk.domain.mark import MarkKind

NORMAL_RADIUS = 8.5
WHOLE_RADIUS = 6.5
ICON_RADIUS = 7.5
_CASING = 3.0
_SIDEWAYS = 90
_PALE = 150


@dataclass(frozen=True, slots=True)
class SymbolInk:
    """What a symbol is drawn with; `casing` is None where the ground needs none."""

    colour: QColor
    fill: QColor
    casing: QColor | None


def ink_on_figure(kind: MarkKind) -> SymbolInk:
    """Give the ink for a mark on the figure: the same on light and dark windows."""
    colours = KIND_COLOURS[kind]
    return SymbolInk(colours.on_figure, colours.fill, QColor(Qt.GlobalColor.white))


def ink_off_figure(kind: MarkKind, *, dark: bool) -> SymbolInk:
    """Give the ink for palettes, lists and tags."""
    colours = KIND_COLOURS[kind]
    if dark:
        return SymbolInk(colours.off_figure_dark, colours.off_figure_dark, None)
    return SymbolInk(colours.on_figure, colours.fill, None)


def draw_symbol(
    painter: QPainter,
    kind: MarkKind,
    centre: QPointF,
    radius: float,
    ink: SymbolInk | None = None,
    direction: int | None = None,
) -> None:
    """Draw a kind's symbol; `direction` (degrees clockwise from up) turns a fascial restriction's arrow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    if direction is not None and kind is MarkKind.FASCIAL:
        painter.rotate(direction - _SIDEWAYS)
    _DRAWN[kind](painter, radius, ink or ink_on_figure(kind))
    painter.restore()


def outline(kind: MarkKind, radius: float) -> QPainterPath:
    """Give the outline of a kind's symbol about (0, 0), as ghosts are drawn."""
    path = QPainterPath()
    if kind is MarkKind.TENDER:
        path.addPolygon(_triangle(radius))
        path.closeSubpath()
    elif kind is MarkKind.SKIN:
        path.addPolygon(_diamond(radius))
        path.closeSubpath()
    elif kind is MarkKind.DO_NOT_WORK:
        path.addRect(_square(radius))
    elif kind is MarkKind.HYPERTONICITY:
        path.addPolygon(_zigzag(radius))
    elif kind is MarkKind.PAIN:
        return _blob(radius)
    elif kind is MarkKind.SWELLING:
        return _cloud(radius)
    elif kind is MarkKind.FASCIAL:
        for bar in _bars(radius):
            path.moveTo(bar.p1())
            path.lineTo(bar.p2())
    elif kind is MarkKind.NUMBNESS:
        path.addRoundedRect(_square(radius), radius * 0.4, radius * 0.4)
    else:
        path.addEllipse(QPointF(), radius - 0.6, radius - 0.6)
    return path


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _faint(colour: QColor, alpha: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


def _case(painter: QPainter, path: QPainterPath, ink: SymbolInk, width: float) -> None:
    """Lay the casing under lines of `width`."""
    if ink.casing is not None:
        painter.strokePath(path, _round_pen(ink.casing, width + _CASING))


def _shape(painter: QPainter, path: QPainterPath, ink: SymbolInk, width: float, fill: float) -> None:
    _case(painter, path, ink, width)
    if ink.casing is not None:
        painter.fillPath(path, _faint(ink.casing, 0.6))
    painter.fillPath(path, _faint(ink.fill, fill))
    painter.strokePath(path, _round_pen(ink.colour, width))


def _cross(painter: QPainter, radius: float, colour: QColor) -> None:
    arm = 0.55 * radius
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(-arm, 0, arm, 0))
    painter.drawLine(QLineF(0, -arm, 0, arm))


def _filled(painter: QPainter, path: QPainterPath, ink: SymbolInk) -> None:
    if ink.casing is not None:
        painter.strokePath(path, _round_pen(ink.casing, 3.0))
    painter.fillPath(path, ink.colour)


def _trigger_active(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    _filled(painter, outline(MarkKind.TRIGGER_ACTIVE, radius + 0.6), ink)
    # Off the figure a pale symbol takes a dark cross: white on pale pink would not be seen.
    pale = ink.casing is None and ink.colour.lightness() > _PALE
    _cross(painter, radius, QColor("#1D2427") if pale else QColor(Qt.GlobalColor.white))


def _trigger_latent(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    path = outline(MarkKind.TRIGGER_LATENT, radius)
    _case(painter, path, ink, 1.8)
    if ink.casing is not None:
        painter.fillPath(path, _faint(ink.casing, 0.85))
    painter.strokePath(path, _round_pen(ink.colour, 1.8))
    _cross(painter, radius, ink.colour)


def _tender(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    _filled(painter, outline(MarkKind.TENDER, radius), ink)


def _hypertonicity(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    path = outline(MarkKind.HYPERTONICITY, radius)
    _case(painter, path, ink, 2.0)
    painter.strokePath(path, _round_pen(ink.colour, 2.0))


def _fascial(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    scale = radius / NORMAL_RADIUS
    tip = 4 * scale + 0.9 * radius
    head = 0.32 * radius
    bars = outline(MarkKind.FASCIAL, radius)
    arrow = QPainterPath(QPointF(4 * scale, 0))
    arrow.lineTo(tip, 0)
    arrow.addPolygon(
        QPolygonF([QPointF(tip - head, -head), QPointF(tip, 0), QPointF(tip - head, head)]),
    )
    _case(painter, bars, ink, 2.2)
    _case(painter, arrow, ink, 1.6)
    painter.strokePath(bars, _round_pen(ink.colour, 2.2))
    painter.strokePath(arrow, _round_pen(ink.colour, 1.6))


def _pain(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    _shape(painter, _blob(radius), ink, 1.5, 0.36)


def _numbness(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    step, dot = 0.7 * radius, 1.35
    places = [QPointF(x * step, y * step) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, size in ((ink.casing, dot + 1.5), (ink.colour, dot)):
        if colour is not None:
            painter.setBrush(QBrush(colour))
            for place in places:
                painter.drawEllipse(place, size, size)


def _swelling(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    _shape(painter, _cloud(radius), ink, 1.6, 0.12)


def _skin(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    _shape(painter, outline(MarkKind.SKIN, radius), ink, 1.8, 0.25)


def _do_not_work(painter: QPainter, radius: float, ink: SymbolInk) -> None:
    square = _square(radius)
    _shape(painter, outline(MarkKind.DO_NOT_WORK, radius), ink, 1.6, 0.12)
    painter.setPen(_round_pen(ink.colour, 1.6))
    painter.drawLine(QLineF(square.topLeft(), square.bottomRight()))
    painter.drawLine(QLineF(square.topRight(), square.bottomLeft()))


def _triangle(radius: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(0, -radius), QPointF(radius, 0.74 * radius), QPointF(-radius, 0.74 * radius)],
    )


def _diamond(radius: float) -> QPolygonF:
    half = 0.8 * radius
    return QPolygonF([QPointF(0, -radius), QPointF(half, 0), QPointF(0, radius), QPointF(-half, 0)])


def _square(radius: float) -> QRectF:
    return QRectF(-0.9 * radius, -0.9 * radius, 1.8 * radius, 1.8 * radius)


def _zigzag(radius: float) -> QPolygonF:
    step, rise = 1.9 * radius / 4, 0.5 * radius
    return QPolygonF([QPointF((i - 2) * step, rise if i % 2 == 0 else -rise) for i in range(5)])


def _bars(radius: float) -> tuple[QLineF, QLineF]:
    scale = radius / NORMAL_RADIUS
    left, right = -3 * scale, 1.5 * scale
    return QLineF(left, -radius, left, radius), QLineF(right, -radius, right, radius)


def _blob(radius: float) -> QPainterPath:
    """A small rounded patch, flatter below, so that it is no circle even in grey."""
    path = QPainterPath(QPointF(-radius, 0.1 * radius))
    path.cubicTo(
        QPointF(-1.05 * radius, -0.75 * radius),
        QPointF(-0.3 * radius, -radius),
        QPointF(0.25 * radius, -0.85 * radius),
    )
    path.cubicTo(
        QPointF(0.95 * radius, -0.7 * radius),
        QPointF(1.15 * radius, 0.05 * radius),
        QPointF(0.9 * radius, 0.5 * radius),
    )
    path.cubicTo(
        QPointF(0.7 * radius, 0.9 * radius),
        QPointF(0.2 * radius, 0.68 * radius),
        QPointF(-0.2 * radius, 0.75 * radius),
    )
    path.cubicTo(
        QPointF(-0.7 * radius, 0.85 * radius), QPointF(-0.98 * radius, 0.6 * radius), QPointF(-radius, 0.1 * radius)
    )
    path.closeSubpath()
    return path


def _cloud(radius: float) -> QPainterPath:
    """Nine outward arcs on a circle of 0.8 r."""
    count, ring = 9, 0.8 * radius
    corners = [
        QPointF(ring * math.cos(math.tau * i / count), ring * math.sin(math.tau * i / count)) for i in range(count)
    ]
    path = QPainterPath(corners[0])
    for i in range(count):
        add_bump(path, corners[i], corners[(i + 1) % count], 0.34)
    path.closeSubpath()
    return path


def add_bump(path: QPainterPath, start: QPointF, end: QPointF, height: float) -> None:
    """Go from `start` to `end` by an arc bulging to the left of the way, by `height` of its length."""
    along = end - start
    out = QPointF(along.y(), -along.x()) * (height * 4 / 3)
    path.cubicTo(start + out, end + out, end)


_DRAWN: Final[Mapping[MarkKind, Callable[[QPainter, float, SymbolInk], None]]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: _trigger_active,
        MarkKind.TRIGGER_LATENT: _trigger_latent,
        MarkKind.TENDER: _tender,
        MarkKind.HYPERTONICITY: _hypertonicity,
        MarkKind.FASCIAL: _fascial,
        MarkKind.PAIN: _pain,
        MarkKind.NUMBNESS: _numbness,
        MarkKind.SWELLING: _swelling,
        MarkKind.SKIN: _skin,
        MarkKind.DO_NOT_WORK: _do_not_work,
    }
)
