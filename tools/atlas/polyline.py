"""Polylines as (n, 2) arrays: even spacing and smoothing."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

Line: TypeAlias = NDArray[np.float64]
_SHORTEST_SMOOTHED = 4


def length(line: Line) -> float:
    """Measure along a line."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def enclosed_area(ring: Line) -> float:
    """Give the unsigned area of a ring, closed or not."""
    x, y = ring.T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


def resampled(line: Line, step: float) -> Line:
    """Give points about `step` apart; both ends stay."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    if along[-1] <= 0:
        return line[:1]
    at = np.linspace(0, along[-1], max(2, round(along[-1] / step) + 1))
    return np.stack([np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])], axis=1)


def resampled_ring(ring: Line, step: float) -> Line:
    """Give points about `step` apart round a ring, the first not repeated."""
    closed = ring if np.allclose(ring[0], ring[-1]) else np.concatenate([ring, ring[:1]])
    return resampled(closed, step)[:-1]


def smoothed(line: Line, sigma: float) -> Line:
    """Smooth an open line by a Gaussian of `sigma` points; both ends stay where they are."""
    if len(line) < _SHORTEST_SMOOTHED:
        return line
    before, after = 2 * line[0] - line[:0:-1], 2 * line[-1] - line[-2::-1]
    out = gaussian_filter1d(np.concatenate([before, line, after]), sigma, axis=0)[len(before) :][: len(line)]
    out[0], out[-1] = line[0], line[-1]
    return out


def smoothed_ring(ring: Line, sigma: float) -> Line:
    """Smooth a ring by a Gaussian of `sigma` points."""
    return gaussian_filter1d(ring, sigma, axis=0, mode="wrap")


def through(corners: Line, pieces: int = 10) -> Line:
    """Give a smooth ring through `corners` (a closed Catmull-Rom spline)."""
    a, b, c, d = (np.roll(corners, shift, axis=0)[:, None] for shift in (1, 0, -1, -2))
    t = np.linspace(0, 1, pieces, endpoint=False)[None, :, None]
    points = (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) / 2
    return points.reshape(-1, 2)
