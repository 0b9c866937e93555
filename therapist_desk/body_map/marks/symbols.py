"""The ten kinds of mark as symbols of constant size, painted from the shapes that paper has too.

Every symbol stands on a white casing, because on the figure's dark edges the colour alone would not carry.
Sizes follow the table of marks: `radius` is 8.5 px when zoomed in, 6.5 on the whole figure, 7.5 in an icon.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from therapist_desk.body_map.colours import KIND_COLOURS
from therapist_desk.domain import symbols
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols import Part, Place, Trace

NORMAL_RADIUS = 8.5
WHOLE_RADIUS = 6.5
ICON_RADIUS = 7.5
_CASING = 1.5
_PALE = 150
_CURVE = 3
_DARK = QColor("#1D2427")


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
    """Draw a kind's symbol; `direction` (degrees clockwise from up) gives a fascial restriction its arrow."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.rotate(symbols.turn(kind, direction))
    painter.scale(radius, radius)
    _draw(painter, symbols.parts(kind, direction), ink or ink_on_figure(kind), _CASING / radius)
    painter.restore()


def outline(kind: MarkKind, radius: float) -> QPainterPath:
    """Give the outline of a kind's symbol about (0, 0), as ghosts are drawn."""
    return QTransform.fromScale(radius, radius).map(path_of(symbols.outline(kind)))


def path_of(traces: Iterable[Trace]) -> QPainterPath:
    """Give lines as a path."""
    path = QPainterPath()
    for trace in traces:
        path.moveTo(*trace.start)
        for piece in trace.pieces:
            if len(piece) == 1:
                path.lineTo(*piece[0])
            else:
                first, second, end = piece
                path.cubicTo(*first, *second, *end)
        if trace.closed:
            path.closeSubpath()
    return path


def traces_of(path: QPainterPath) -> list[Trace]:
    """Give a path of closed outlines as lines."""
    starts: list[Place] = []
    pieces: list[list[tuple[Place, ...]]] = []
    i = 0
    while i < path.elementCount():
        element = path.elementAt(i)
        if element.isMoveTo():
            starts.append((element.x, element.y))
            pieces.append([])
            i += 1
            continue
        count = _CURVE if element.isCurveTo() else 1
        places = [path.elementAt(at) for at in range(i, i + count)]
        pieces[-1].append(tuple((place.x, place.y) for place in places))
        i += count
    return [Trace(start, tuple(each), closed=True) for start, each in zip(starts, pieces, strict=True)]


def faint(colour: QColor, alpha: float) -> QColor:
    """Give a colour that lets through what lies under it."""
    out = QColor(colour)
    out.setAlphaF(alpha)
    return out


def _draw(painter: QPainter, parts: Iterable[Part], ink: SymbolInk, casing: float) -> None:
    paths = [(part, path_of(part.traces)) for part in parts]
    if ink.casing is not None:
        for part, path in paths:
            if not part.knocked_out:
                painter.strokePath(path, _round_pen(ink.casing, part.width + 2 * casing))
    for part, path in paths:
        if ink.casing is not None and part.ground:
            painter.fillPath(path, faint(ink.casing, part.ground))
        if part.tint:
            painter.fillPath(path, faint(ink.fill, part.tint))
        if part.solid:
            painter.fillPath(path, ink.colour)
        if part.width:
            painter.strokePath(path, _round_pen(_knock_out(ink) if part.knocked_out else ink.colour, part.width))


def _knock_out(ink: SymbolInk) -> QColor:
    # Off the figure a pale symbol takes a dark cross: white on pale pink would not be seen.
    return _DARK if ink.casing is None and ink.colour.lightness() > _PALE else QColor(Qt.GlobalColor.white)


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
