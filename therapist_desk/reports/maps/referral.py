"""The curve from a mark to where it refers."""

from __future__ import annotations

from typing import Any, Final

from therapist_desk.domain import symbols
from therapist_desk.reports.layout.ink import INK, PAPER
from therapist_desk.reports.maps.callouts import Spot
from therapist_desk.reports.maps.symbols import RADIUS

_CASING: Final = 0.8


def draw_referral(canvas: Any, start: Spot, end: Spot, radius: float = RADIUS) -> None:
    """Draw the dashed curve of a referral from a symbol of `radius`, cased in white, and the ring at its end."""
    canvas.saveState()
    canvas.scale(1, -1)
    (x0, y0), (x, y) = (start[0], -start[1]), (end[0], -end[1])
    curve = symbols.ring_ended((x0, y0), (x, y), radius, RADIUS)
    width = symbols.LINE * RADIUS
    if curve is not None:
        first, handle, last = curve
        path = canvas.beginPath()
        path.moveTo(*first)
        path.curveTo(*_two_thirds(first, handle), *_two_thirds(last, handle), *last)
        for colour, wide in ((PAPER, width + 2 * _CASING), (INK, width)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(wide)
            if colour is INK:
                canvas.setDash([dash * RADIUS for dash in symbols.DASH])
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.setDash()
    canvas.setFillColor(PAPER)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(width)
    canvas.circle(x, y, symbols.RING * RADIUS + width / 2 + _CASING, stroke=0, fill=1)
    canvas.circle(x, y, symbols.RING * RADIUS, stroke=1, fill=1)
    canvas.setFillColor(INK)
    canvas.circle(x, y, symbols.RING_DOT * RADIUS, stroke=0, fill=1)
    canvas.restoreState()


def _two_thirds(start: Spot, end: Spot) -> Spot:
    return start[0] + (end[0] - start[0]) * 2 / 3, start[1] + (end[1] - start[1]) * 2 / 3
