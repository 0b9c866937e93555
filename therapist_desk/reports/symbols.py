"""The kinds of mark in black, drawn from the shapes that the screen has too: they must survive a fax.

Tints and grounds of areas are left off: on a fax they break into dots that would be taken for a texture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from therapist_desk.domain import symbols
from therapist_desk.domain.mark import MarkKind
from therapist_desk.domain.symbols import FELT, AreaStyle, Box, Dots, Lines, Part, Trace, Zigzags
from therapist_desk.reports.ink import INK, PAPER

RADIUS: Final = 4.2
"""The symbol's radius in points where grades are not compared; textures are always of this radius."""
_CASING: Final = 1.0
_EDGE_CASING: Final = 0.6
_ROUND: Final = 1


def draw_symbol(
    canvas: Any, kind: MarkKind, x: float, y: float, radius: float = RADIUS, direction: int | None = None
) -> None:
    """Draw a point mark at (x, y) points; `direction` (degrees clockwise from up) is drawn where a kind has one."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(radius, -radius)
    canvas.rotate(symbols.turn(kind, direction))
    canvas.setLineCap(_ROUND)
    canvas.setLineJoin(_ROUND)
    _draw(canvas, symbols.parts(kind, direction), _CASING / radius)
    canvas.restoreState()


def draw_resolved(canvas: Any, x: float, y: float, radius: float = RADIUS) -> None:
    """Draw the dashed ring of a finding that is gone."""
    canvas.saveState()
    canvas.setFillColor(PAPER)
    canvas.circle(x, y, radius + _CASING, stroke=0, fill=1)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.setDash(1.4, 1.2)
    canvas.circle(x, y, radius - 0.2, stroke=1, fill=0)
    canvas.restoreState()


def fill_area(canvas: Any, kind: MarkKind, traces: Sequence[Trace]) -> None:
    """Draw an area or region mark over closed lines on the page: its kind's texture and its edge."""
    _fill(canvas, symbols.AREA_STYLES[kind], traces)


def fill_felt(canvas: Any, traces: Sequence[Trace]) -> None:
    """Draw where the client feels what a mark refers, over closed lines on the page."""
    _fill(canvas, FELT, traces)


def path_of(canvas: Any, traces: Iterable[Trace]) -> Any:
    """Give lines as a path of the canvas."""
    path = canvas.beginPath()
    for trace in traces:
        path.moveTo(*trace.start)
        for piece in trace.pieces:
            if len(piece) == 1:
                path.lineTo(*piece[0])
            else:
                first, second, end = piece
                path.curveTo(*first, *second, *end)
        if trace.closed:
            path.close()
    return path


def _draw(canvas: Any, parts: Iterable[Part], casing: float) -> None:
    paths = [(part, path_of(canvas, part.traces)) for part in parts]
    canvas.setStrokeColor(PAPER)
    canvas.setFillColor(PAPER)
    for part, path in paths:
        if not part.knocked_out:
            canvas.setLineWidth(part.width + 2 * casing)
            canvas.drawPath(path, stroke=1, fill=int(part.ground > 0))
    canvas.setFillColor(INK)
    for part, path in paths:
        canvas.setStrokeColor(PAPER if part.knocked_out else INK)
        canvas.setLineWidth(part.width)
        canvas.drawPath(path, stroke=int(part.width > 0), fill=int(part.solid))


def _fill(canvas: Any, style: AreaStyle, traces: Sequence[Trace]) -> None:
    """Draw in radii with the y axis downwards, as the shapes are written."""
    shape = [trace.mapped(lambda place: (place[0] / RADIUS, -place[1] / RADIUS)) for trace in traces]
    if style.chord:
        arcs = [symbols.scalloped(trace.corners(), style.chord, style.bulge) for trace in shape]
        shape = [trace for trace in arcs if trace is not None]
    if not shape:
        return
    canvas.saveState()
    canvas.scale(RADIUS, -RADIUS)
    canvas.setLineJoin(_ROUND)
    path = path_of(canvas, shape)
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    _draw_texture(canvas, style, _bounds(shape))
    canvas.restoreState()
    if style.edge:
        for colour, width in ((PAPER, style.edge + 2 * _EDGE_CASING / RADIUS), (INK, style.edge)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(width)
            if colour is INK and style.dash:
                canvas.setDash(*style.dash)
            canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _draw_texture(canvas: Any, style: AreaStyle, box: Box) -> None:
    texture = style.texture
    canvas.setStrokeColor(INK)
    if isinstance(texture, Lines):
        canvas.setLineWidth(texture.width)
        for turned in texture.turns:
            canvas.saveState()
            canvas.rotate(-turned)
            canvas.lines([(*start, *end) for start, end in symbols.lines_over(texture, turned, box)])
            canvas.restoreState()
    elif isinstance(texture, Zigzags):
        canvas.rotate(-texture.turn)
        canvas.setLineWidth(texture.width)
        rows = [symbols.polyline(row) for row in symbols.zigzags_over(texture, box)]
        canvas.drawPath(path_of(canvas, rows), stroke=1, fill=0)
    elif isinstance(texture, Dots):
        # A stroke of no length with a round end: a tenth of the operators of a circle.
        canvas.setLineCap(_ROUND)
        canvas.setLineWidth(2 * texture.radius)
        canvas.lines([(x, y, x + 0.001, y) for x, y in symbols.dots_over(texture, box)])


def _bounds(traces: Iterable[Trace]) -> Box:
    places = [place for trace in traces for place in trace.corners()]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)
