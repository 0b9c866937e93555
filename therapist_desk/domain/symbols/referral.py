"""The way from a mark to where it refers: a curve that swings outwards, with a ring at its end."""

from __future__ import annotations

import math
from typing import Final

from therapist_desk.domain.symbols.trace import Place
from therapist_desk.domain.symbols.units import px

LINE: Final = px(1.8)
DASH: Final = (px(6), px(4))
RING: Final = px(5.0)
RING_DOT: Final = px(1.6)
"""The width and the dashes of the curve, and the radii of the ring and of the dot in it."""
_BEND: Final = 0.22
_OFF: Final = px(2.0)


def ring_ended(start: Place, end: Place, radius: float, unit: float) -> tuple[Place, Place, Place] | None:
    """Give start, handle and end of the curve from a symbol of `radius` to the ring; None where both touch.

    `unit` is the radius of which the ring is a share; y goes downwards.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    if math.hypot(dx, dy) <= radius + RING * unit:
        return None
    side = _BEND if dy < 0 else -_BEND
    handle = (start[0] + end[0]) / 2 - dy * side, (start[1] + end[1]) / 2 + dx * side
    return _towards(start, handle, radius + _OFF * unit), handle, _towards(end, handle, RING * unit)


def _towards(start: Place, end: Place, by: float) -> Place:
    length = math.dist(start, end)
    share = by / length if length else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
