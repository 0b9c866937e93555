"""Thin lines of pixels as polylines."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.morphology import skeletonize

from tools.atlas.polyline import Line

_Pixel = tuple[int, int]
_AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1) if down or right)
_MOST_TO_JOIN = 500
_LOOK = 12


def traced(mask: NDArray[np.bool_], shortest: float, gap: float, bend: float) -> list[Line]:
    """Thin `mask` and give its lines of at least `shortest` pixels, as (x, y) of pixel centres.

    Lines whose ends are at most `gap` apart and face each other within `bend` degrees become one.
    """
    pixels = {(int(row), int(col)) for row, col in np.argwhere(skeletonize(mask))}
    lines = [np.array(walk, dtype=float)[:, ::-1] + 0.5 for walk in _walks(pixels) if len(walk) > shortest]
    return _joined(lines, gap, bend) if len(lines) < _MOST_TO_JOIN else lines


def _walks(pixels: set[_Pixel]) -> list[list[_Pixel]]:
    near = {p: [q for down, right in _AROUND if (q := (p[0] + down, p[1] + right)) in pixels] for p in pixels}
    used: set[tuple[_Pixel, _Pixel]] = set()
    walks: list[list[_Pixel]] = []

    def walk(start: _Pixel, step: _Pixel) -> list[_Pixel]:
        line = [start, step]
        used.update(((start, step), (step, start)))
        while len(near[line[-1]]) == 2:  # noqa: PLR2004  # one way in, one way out
            ahead = [q for q in near[line[-1]] if q != line[-2] and (line[-1], q) not in used]
            if not ahead:
                break
            used.update(((line[-1], ahead[0]), (ahead[0], line[-1])))
            line.append(ahead[0])
        return line

    # Ends and forks first; what is left afterwards are closed loops.
    for loops in (False, True):
        for pixel in sorted(pixels):
            if loops or len(near[pixel]) != 2:  # noqa: PLR2004  # as above
                walks.extend(walk(pixel, step) for step in near[pixel] if (pixel, step) not in used)
    return walks


def _joined(lines: list[Line], gap: float, bend: float) -> list[Line]:
    lines = list(lines)
    while (pair := _best_pair(lines, gap, bend)) is not None:
        (one, one_end), (other, other_end) = pair
        first = lines[one] if one_end else lines[one][::-1]
        second = lines[other][::-1] if other_end else lines[other]
        lines = [line for place, line in enumerate(lines) if place not in {one, other}]
        lines.append(np.concatenate([first, second]))
    return lines


def _best_pair(lines: list[Line], gap: float, bend: float) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Find the two nearest ends that face each other, each as (line, 0 for its start or 1 for its end)."""
    ends = []
    for place, line in enumerate(lines):
        look = min(_LOOK, len(line) - 1)
        ends.append((place, 0, line[0], line[0] - line[look]))
        ends.append((place, 1, line[-1], line[-1] - line[-1 - look]))
    if not ends:
        return None
    points = np.array([end[2] for end in ends])
    aims = np.array([end[3] / max(float(np.hypot(*end[3])), 1e-9) for end in ends])
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    facing = -(aims @ aims.T) >= np.cos(np.radians(bend))
    owner = np.array([end[0] for end in ends])
    allowed = (apart <= gap) & facing & (owner[:, None] < owner[None])
    if not allowed.any():
        return None
    one, other = np.unravel_index(np.where(allowed, apart, np.inf).argmin(), apart.shape)
    return (ends[one][0], ends[one][1]), (ends[other][0], ends[other][1])
