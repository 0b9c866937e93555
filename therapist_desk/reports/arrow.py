"""The arrow from a mark to where it refers."""

from __future__ import annotations

import math
from typing import Any

from therapist_desk.reports.callouts import Spot
from therapist_desk.reports.ink import INK, PAPER


def draw_arrow(canvas: Any, start: Spot, end: Spot, weight: float = 1.0, bend: float = 0.18) -> None:
    """Draw the bent dashed arrow of a referral, cased in white."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    off = min(16.0, length * bend) * (1 if dx >= 0 else -1)
    knee = (start[0] + end[0]) / 2 + dy / length * off, (start[1] + end[1]) / 2 - dx / length * off
    first = tuple(a + (k - a) * 0.67 for a, k in zip(start, knee, strict=True))
    second = tuple(b + (k - b) * 0.67 for b, k in zip(end, knee, strict=True))
    canvas.saveState()
    for colour, width in ((PAPER, weight + 1.8), (INK, weight)):
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        if colour is INK:
            canvas.setDash(3, 2)
        path = canvas.beginPath()
        path.moveTo(*start)
        path.curveTo(*first, *second, *end)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash()
    turn = math.atan2(end[1] - knee[1], end[0] - knee[0])
    canvas.setFillColor(INK)
    path = canvas.beginPath()
    path.moveTo(end[0] + 2.4 * math.cos(turn), end[1] + 2.4 * math.sin(turn))
    for spread in (2.6, -2.6):
        path.lineTo(end[0] + 5 * math.cos(turn + spread), end[1] + 5 * math.sin(turn + spread))
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
