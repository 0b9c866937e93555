"""Signatures drawn by pen or mouse: strokes of whole numbers, no picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.findings.mark import Point

WIDTH: Final = 3000
HEIGHT: Final = 1000
"""The box of every signature, in units of its own."""
_LEAST_INK: Final = 200
_MOST_POINTS: Final = 4000


@dataclass(frozen=True, slots=True)
class Stroke:
    """The way of the pen from touching the paper to leaving it."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Strokes in a box of WIDTH x HEIGHT, y downwards."""

    strokes: tuple[Stroke, ...] = ()

    @property
    def drawn(self) -> bool:
        """Whether there is more than a slip of the pen."""
        return _ink(self) >= _LEAST_INK


def thinned(signature: Signature) -> Signature:
    """Keep every point in the box and none twice in a row; a very long scribble loses every other point."""
    strokes = tuple(Stroke(_kept(stroke)) for stroke in signature.strokes if stroke.points)
    while sum(len(stroke.points) for stroke in strokes) > _MOST_POINTS:
        strokes = tuple(Stroke((*stroke.points[:-1:2], stroke.points[-1])) for stroke in strokes)
        if all(len(stroke.points) <= 2 for stroke in strokes):  # noqa: PLR2004 - only dots and dashes are left
            break
    return Signature(strokes)


def _kept(stroke: Stroke) -> tuple[Point, ...]:
    inside = [Point(min(max(at.x, 0), WIDTH), min(max(at.y, 0), HEIGHT)) for at in stroke.points]
    return tuple(at for place, at in enumerate(inside) if not place or at != inside[place - 1])


def _ink(signature: Signature) -> int:
    """Measure how far the pen went, along the axes."""
    return sum(
        abs(after.x - before.x) + abs(after.y - before.y)
        for stroke in signature.strokes
        for before, after in zip(stroke.points, stroke.points[1:], strict=False)
    )
