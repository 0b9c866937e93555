"""Label rasters as arcs that neighbours share, so that regions neither gap nor overlap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.atlas.bezier import Chain, fit, fit_ring
from tools.atlas.labels import Labels
from tools.atlas.polyline import resampled, resampled_ring, smoothed, smoothed_ring

_Corner = tuple[int, int]
_THROUGH = 2  # ways out of a corner that is no junction
_STEP, _SIGMA = 0.9, 2.2


@dataclass(frozen=True, eq=False)
class Arc:
    """A border from junction to junction, or all round; `left` and `right` are the labels beside it."""

    left: int
    right: int
    start: _Corner
    end: _Corner
    chain: Chain


def arcs(labels: Labels, scale: float, error: float) -> list[Arc]:
    """Follow the cracks between pixels of different labels and fit each stretch once."""
    beside = _cracks(np.pad(labels, 1))
    junctions = {
        corner
        for corner, ways in beside.items()
        if len(ways) != _THROUGH or len({frozenset(sides) for sides in ways.values()}) > 1
    }
    used: set[tuple[_Corner, _Corner]] = set()
    found = []
    for loops in (False, True):
        for corner in sorted(beside if loops else junctions):
            for step in sorted(beside[corner]):
                if (corner, step) not in used:
                    walk = _walk(beside, junctions, used, corner, step)
                    left, right = beside[corner][step]
                    loose = walk[0] == walk[-1] and corner not in junctions
                    found.append(_fitted(walk, left, right, scale, error, loose=loose))
    return found


def rings(borders: list[Arc], label: int) -> list[list[int]]:
    """Give a label's outline as rings of arc numbers; ~n is arc n run backwards."""
    pieces = [(n, arc.start, arc.end) for n, arc in enumerate(borders) if arc.left == label]
    pieces += [(~n, arc.end, arc.start) for n, arc in enumerate(borders) if arc.right == label]
    found = []
    while pieces:
        number, first, last = pieces.pop(0)
        ring = [number]
        while last != first:
            ahead = next((piece for piece in pieces if piece[1] == last), None)
            if ahead is None:
                break
            pieces.remove(ahead)
            ring.append(ahead[0])
            last = ahead[2]
        found.append(ring)
    return found


def _cracks(labels: Labels) -> dict[_Corner, dict[_Corner, tuple[int, int]]]:
    """Give, for each pixel corner on a border, its neighbours along it and the labels (left, right) of the way."""
    beside: dict[_Corner, dict[_Corner, tuple[int, int]]] = {}

    def add(start: _Corner, end: _Corner, left: int, right: int) -> None:
        beside.setdefault(start, {})[end] = (left, right)
        beside.setdefault(end, {})[start] = (right, left)

    for y, x in np.argwhere(labels[:, 1:] != labels[:, :-1]).tolist():
        add((y, x + 1), (y + 1, x + 1), int(labels[y, x + 1]), int(labels[y, x]))
    for y, x in np.argwhere(labels[1:] != labels[:-1]).tolist():
        add((y + 1, x), (y + 1, x + 1), int(labels[y, x]), int(labels[y + 1, x]))
    return beside


def _walk(
    beside: dict[_Corner, dict[_Corner, tuple[int, int]]],
    junctions: set[_Corner],
    used: set[tuple[_Corner, _Corner]],
    start: _Corner,
    step: _Corner,
) -> list[_Corner]:
    walk = [start, step]
    used.update(((start, step), (step, start)))
    while walk[-1] not in junctions and walk[-1] != start:
        here = walk[-1]
        ahead = next(corner for corner in sorted(beside[here]) if (here, corner) not in used)
        used.update(((here, ahead), (ahead, here)))
        walk.append(ahead)
    return walk


def _fitted(walk: list[_Corner], left: int, right: int, scale: float, error: float, *, loose: bool) -> Arc:
    line = (np.array(walk, dtype=float)[:, ::-1] - 1) / scale  # corners are counted in the padded raster
    if loose:  # nothing hangs on where such a ring begins, so that point may be smoothed too
        ring = smoothed_ring(resampled_ring(line, _STEP), _SIGMA)
        chain = fit_ring(ring, error, look=5, sharp=80)
    else:
        chain = fit(smoothed(resampled(line, _STEP), _SIGMA), error)
    return Arc(left, right, walk[0], walk[-1], chain)
