"""Fitting chains of cubic Beziers to polylines, by least squares (Schneider's method of 1990)."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tools.atlas.polyline import Line

Chain: TypeAlias = NDArray[np.float64]
"""A chain of n cubics as (3n + 1, 2) points: a start, then two controls and an end for each."""

_ROUNDS = 5
_HOPELESS = 25.0  # an error this many times too large (squared) is not mended by better parameters
_MOST_STRETCH = 3.0
_LEAST_HANDLE = 1e-3
_TINY = 1e-12
_FEWEST_IN_RING = 8


def fit(line: Line, error: float, look: int = 4) -> Chain:
    """Fit an open line to within `error`; end tangents are taken `look` points in."""
    line = _without_repeats(line)
    if len(line) == 1:
        return np.repeat(line, 4, axis=0)
    near = min(look, len(line) - 1)
    return _chain(_fitted(line, _unit(line[near] - line[0]), _unit(line[-1 - near] - line[-1]), error))


def fit_ring(ring: Line, error: float, look: int, sharp: float) -> Chain:
    """Fit a ring (first point not repeated); turns of more than `sharp` degrees stay corners."""
    if len(ring) < _FEWEST_IN_RING:
        return fit(np.concatenate([ring, ring[:1]]), error)
    corners = _corners(ring, look, sharp) if len(ring) > 4 * look else []
    if not corners:
        ahead = _unit(ring[2] - ring[-2])
        return _chain(_fitted(np.concatenate([ring, ring[:1]]), ahead, -ahead, error))
    ends = [*corners[1:], corners[0] + len(ring)]
    parts = [fit(ring[np.arange(a, b + 1) % len(ring)], error) for a, b in zip(corners, ends, strict=True)]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _fitted(
    line: Line, ahead: NDArray[np.float64], back: NDArray[np.float64], error: float
) -> list[NDArray[np.float64]]:
    if len(line) == 2:  # noqa: PLR2004  # a line of two points is straight
        third = np.hypot(*(line[1] - line[0])) / 3
        return [np.array([line[0], line[0] + ahead * third, line[1] + back * third, line[1]])]
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    u = along / along[-1]
    worst = len(line) // 2
    for _ in range(_ROUNDS):
        piece = _least_squares(line, u, ahead, back)
        off = ((_at(piece, u) - line) ** 2).sum(1)
        worst = int(off.argmax())
        if off[worst] < error * error:
            return [piece]
        if off[worst] > error * error * _HOPELESS:
            break
        u = np.maximum.accumulate(_nearer(piece, line, u))
    split = min(max(worst, 1), len(line) - 2)
    reach = min(4, split, len(line) - 1 - split)
    middle = _unit(line[split - reach] - line[split + reach])
    if not middle.any():
        middle = _unit(line[split - 1] - line[split])
    return _fitted(line[: split + 1], ahead, middle, error) + _fitted(line[split:], -middle, back, error)


def _least_squares(
    line: Line, u: NDArray[np.float64], ahead: NDArray[np.float64], back: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give the cubic with these end tangents that lies nearest to the points at parameters `u`."""
    basis = _bernstein(u)
    first, second = basis[:, 1, None] * ahead, basis[:, 2, None] * back
    cross = (first * second).sum()
    system = np.array([[(first * first).sum(), cross], [cross, (second * second).sum()]])
    rest = line - (basis[:, 0] + basis[:, 1])[:, None] * line[0] - (basis[:, 2] + basis[:, 3])[:, None] * line[-1]
    right = np.array([(first * rest).sum(), (second * rest).sum()])
    solvable = abs(np.linalg.det(system)) > _TINY
    handles = np.linalg.solve(system, right) if solvable else np.zeros(2)
    chord = float(np.hypot(*(line[-1] - line[0])))
    if handles.min() < _LEAST_HANDLE * chord or handles.max() > _MOST_STRETCH * chord:
        handles = np.full(2, chord / 3)
    return np.array([line[0], line[0] + ahead * handles[0], line[-1] + back * handles[1], line[-1]])


def _nearer(piece: NDArray[np.float64], line: Line, u: NDArray[np.float64]) -> NDArray[np.float64]:
    """Move each parameter one Newton step towards the foot of its point."""
    slope = 3 * np.diff(piece, axis=0)
    bend = 2 * np.diff(slope, axis=0)
    v = 1 - u
    first = np.stack([v * v, 2 * u * v, u * u], 1) @ slope
    second = np.stack([v, u], 1) @ bend
    away = _at(piece, u) - line
    top, bottom = (away * first).sum(1), (first * first).sum(1) + (away * second).sum(1)
    step = np.divide(top, bottom, out=np.zeros_like(top), where=np.abs(bottom) > _TINY)
    return np.clip(u - step, 0, 1)


def _bernstein(u: NDArray[np.float64]) -> NDArray[np.float64]:
    v = 1 - u
    return np.stack([v**3, 3 * u * v * v, 3 * u * u * v, u**3], 1)


def _at(piece: NDArray[np.float64], u: NDArray[np.float64]) -> NDArray[np.float64]:
    return _bernstein(u) @ piece


def _corners(ring: Line, look: int, sharp: float) -> list[int]:
    before, after = ring - np.roll(ring, look, axis=0), np.roll(ring, -look, axis=0) - ring
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turns = np.degrees(np.abs(np.arctan2(cross, (before * after).sum(1))))
    chosen: list[int] = []
    for place in np.argsort(-turns, kind="stable"):
        if turns[place] < sharp:
            break
        apart = [min((place - other) % len(ring), (other - place) % len(ring)) for other in chosen]
        if all(gap > look for gap in apart):
            chosen.append(int(place))
    return sorted(chosen)


def _chain(pieces: list[NDArray[np.float64]]) -> Chain:
    return np.concatenate([pieces[0][:1], *(piece[1:] for piece in pieces)])


def _without_repeats(line: Line) -> Line:
    return line[np.concatenate([[True], np.hypot(*np.diff(line, axis=0).T) > 1e-9])]  # noqa: PLR2004  # rounding


def _unit(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    size = np.hypot(*vector)
    return vector / size if size > 0 else vector
