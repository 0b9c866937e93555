"""The kinds of mark in black, drawn from the shapes that the screen has too: they must survive a fax.

Tints and grounds of areas are left off: on a fax they break into dots that would be taken for a texture.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from reportlab.lib.rl_accel import fp_str

from therapist_desk.domain import symbols
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols import FELT, AreaStyle, Box, Dots, Lines, Place, Trace, Zigzags
from therapist_desk.reports.layout.ink import INK, PAPER

RADIUS: Final = 4.2
"""The symbol's radius in points where grades are not compared; textures are always of this radius."""
_CASING: Final = 1.0
_EDGE_CASING: Final = 0.6
_ROUND: Final = "1 J 1 j"
_INK_LINES: Final = "0 0 0 RG"
_PAPER_LINES: Final = "1 1 1 RG"
_INK_GROUND: Final = "0 0 0 rg"
_PAPER_GROUND: Final = "1 1 1 rg"
_PAINTED: Final = {(True, True): "B*", (True, False): "S", (False, True): "f*", (False, False): "n"}
"""How a path ends, by whether it is drawn and whether it is filled."""
_CACHED_SYMBOLS: Final = 512
_CACHED_AREAS: Final = 256


def draw_symbol(
    canvas: Any, kind: MarkKind, x: float, y: float, radius: float = RADIUS, direction: int | None = None
) -> None:
    """Draw a point mark at (x, y) points; `direction` (degrees clockwise from up) is drawn where a kind has one."""
    canvas.addLiteral(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {_symbol(kind, radius, direction)} Q")


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
    canvas.addLiteral(_area(symbols.AREA_STYLES[kind], tuple(traces)))


def fill_felt(canvas: Any, traces: Sequence[Trace]) -> None:
    """Draw where the client feels what a mark refers, over closed lines on the page."""
    canvas.addLiteral(_area(FELT, tuple(traces)))


@functools.lru_cache(maxsize=_CACHED_SYMBOLS)
def _symbol(kind: MarkKind, radius: float, direction: int | None) -> str:
    """Write a symbol about the origin, once for all that look the same."""
    turn = math.radians(symbols.turn(kind, direction))
    across, up = radius * math.cos(turn), radius * math.sin(turn)
    casing = _CASING / radius
    lines = [f"{fp_str(across, -up, -up, -across, 0, 0)} cm {_ROUND}", f"{_PAPER_LINES} {_PAPER_GROUND}"]
    paths = [(part, _path(part.traces)) for part in symbols.parts(kind, direction)]
    for part, path in paths:
        if not part.knocked_out:
            lines.append(f"{fp_str(part.width + 2 * casing)} w {path} {'B*' if part.ground > 0 else 'S'}")
    lines.append(_INK_GROUND)
    for part, path in paths:
        lines.append(f"{_PAPER_LINES if part.knocked_out else _INK_LINES} {fp_str(part.width)} w {path}")
        lines.append(_PAINTED[part.width > 0, part.solid])
    return "\n".join(lines)


@functools.lru_cache(maxsize=_CACHED_AREAS)
def _area(style: AreaStyle, traces: tuple[Trace, ...]) -> str:
    """Write a shape in radii, as styles are, with the y axis downwards: a case has the same regions in many notes."""
    shape = [trace.mapped(lambda place: (place[0] / RADIUS, -place[1] / RADIUS)) for trace in traces]
    if style.chord:
        arcs = [symbols.scalloped(trace.corners(), style.chord, style.bulge) for trace in shape]
        shape = [trace for trace in arcs if trace is not None]
    if not shape:
        return ""
    path = _path(shape)
    lines = [
        f"q {fp_str(RADIUS, 0, 0, -RADIUS, 0, 0)} cm 1 j",
        f"q {path} W* n",
        _texture(style, _bounds(shape)),
        "Q",
    ]
    if style.edge:
        dash = f"[{fp_str(*style.dash)}] 0 d " if style.dash else ""
        lines.append(f"{_PAPER_LINES} {fp_str(style.edge + 2 * _EDGE_CASING / RADIUS)} w {path} S")
        lines.append(f"{_INK_LINES} {fp_str(style.edge)} w {dash}{path} S")
    return "\n".join([*lines, "Q"])


def _texture(style: AreaStyle, box: Box) -> str:
    texture = style.texture
    if isinstance(texture, Lines):
        turned = [
            f"q {_rotation(-turn)} {_segments(symbols.lines_over(texture, turn, box))} Q" for turn in texture.turns
        ]
        return "\n".join([f"{_INK_LINES} {fp_str(texture.width)} w", *turned])
    if isinstance(texture, Zigzags):
        rows = [symbols.polyline(row) for row in symbols.zigzags_over(texture, box)]
        return f"{_INK_LINES} {_rotation(-texture.turn)} {fp_str(texture.width)} w {_path(rows)} S"
    if isinstance(texture, Dots):
        # A stroke of no length with a round end: a tenth of the operators of a circle.
        dots = [((x, y), (x + 0.001, y)) for x, y in symbols.dots_over(texture, box)]
        return f"{_INK_LINES} 1 J {fp_str(2 * texture.radius)} w {_segments(dots)}"
    return ""


def _path(traces: Iterable[Trace]) -> str:
    """Give lines as path operators."""
    out = ["n"]
    for trace in traces:
        out.append(f"{fp_str(*trace.start)} m")
        for piece in trace.pieces:
            places = fp_str(*(number for place in piece for number in place))
            out.append(f"{places} {'l' if len(piece) == 1 else 'c'}")
        if trace.closed:
            out.append("h")
    return " ".join(out)


def _segments(ends: Iterable[tuple[Place, Place]]) -> str:
    """Give straight lines, each from one end to the other, drawn."""
    return " ".join(["n", *(f"{fp_str(*start)} m {fp_str(*end)} l" for start, end in ends), "S"])


def _rotation(degrees: float) -> str:
    turn = math.radians(degrees)
    return f"{fp_str(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)} cm"


def _bounds(traces: Iterable[Trace]) -> Box:
    places = [place for trace in traces for place in trace.corners()]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)
