"""Outlines of outward arcs, as swelling has."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from therapist_desk.domain.symbols.trace import Place, Trace, curved

_LEAST = 3


def arcs(corners: Sequence[Place], height: float) -> Trace:
    """Join corners, clockwise on the picture, by arcs that bulge outwards by `height` of their length."""
    pieces = [_bump(start, end, height) for start, end in itertools.pairwise([*corners, corners[0]])]
    return curved(corners[0], pieces)


def scalloped(corners: Sequence[Place], chord: float, height: float) -> Trace | None:
    """Replace a closed outline by outward arcs of about `chord`; None where there is no outline at all."""
    places = _evenly(corners, chord)
    if len(places) < _LEAST:
        return None
    turning = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise([*places, places[0]]))
    return arcs(places if turning >= 0 else places[::-1], height)


def _bump(start: Place, end: Place, height: float) -> tuple[Place, Place, Place]:
    reach = height * 4 / 3
    out_x, out_y = (end[1] - start[1]) * reach, (start[0] - end[0]) * reach
    return (start[0] + out_x, start[1] + out_y), (end[0] + out_x, end[1] + out_y), end


def _evenly(corners: Sequence[Place], chord: float) -> list[Place]:
    """Walk round in even steps of about `chord`."""
    sides = [(a, b, math.dist(a, b)) for a, b in itertools.pairwise([*corners, corners[0]])]
    total = sum(length for *_, length in sides)
    count = max(_LEAST, round(total / chord))
    places: list[Place] = []
    walked = 0.0
    for a, b, length in sides:
        while len(places) < count and (due := len(places) * total / count) < walked + length:
            share = (due - walked) / length
            places.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
        walked += length
    return places
