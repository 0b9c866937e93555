"""Lines of straight and curved pieces, which every painter can turn into paths of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

Place: TypeAlias = tuple[float, float]

_QUARTER: Final = 0.5522847498
"""How far the handles of a quarter of a circle reach, in radii."""
_STEPS: Final = 8


@dataclass(frozen=True, slots=True)
class Trace:
    """A line: a piece of one place goes straight there, one of three has two handles before its end."""

    start: Place
    pieces: tuple[tuple[Place, ...], ...]
    closed: bool = False

    def mapped(self, change: Callable[[Place], Place]) -> Trace:
        """Give the same line with each place changed."""
        pieces = tuple(tuple(change(place) for place in piece) for piece in self.pieces)
        return Trace(change(self.start), pieces, self.closed)

    def corners(self) -> list[Place]:
        """Give places along the line, close enough together to stand for its curves."""
        out = [self.start]
        for piece in self.pieces:
            if len(piece) == 1:
                out.append(piece[0])
            else:
                start = out[-1]
                out += [_on_curve(start, piece, step / _STEPS) for step in range(1, _STEPS + 1)]
        return out


def polyline(places: Sequence[Place], *, closed: bool = False) -> Trace:
    """Give a line through places."""
    return Trace(places[0], tuple((place,) for place in places[1:]), closed)


def curved(start: Place, pieces: Iterable[tuple[Place, Place, Place]]) -> Trace:
    """Give a closed line of curves."""
    return Trace(start, tuple(pieces), closed=True)


def rectangle(left: float, top: float, right: float, bottom: float) -> Trace:
    """Give a rectangle."""
    return polyline([(left, top), (right, top), (right, bottom), (left, bottom)], closed=True)


def circle(x: float, y: float, across: float, down: float | None = None) -> Trace:
    """Give a circle of radius `across` about a place, or an ellipse that reaches `down` upwards and downwards."""
    a, b = across, across if down is None else down
    h, v = _QUARTER * a, _QUARTER * b
    return curved(
        (x + a, y),
        (
            ((x + a, y + v), (x + h, y + b), (x, y + b)),
            ((x - h, y + b), (x - a, y + v), (x - a, y)),
            ((x - a, y - v), (x - h, y - b), (x, y - b)),
            ((x + h, y - b), (x + a, y - v), (x + a, y)),
        ),
    )


def _on_curve(start: Place, piece: Sequence[Place], share: float) -> Place:
    first, second, end = piece
    rest = 1 - share
    weights = rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3
    x, y = (
        sum(weight * place[axis] for weight, place in zip(weights, (start, first, second, end), strict=True))
        for axis in (0, 1)
    )
    return x, y
