"""Chains of cubic Bezier curves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Curve:
    """A chain of cubic Beziers: a start, then two controls and an end for each piece.

    `xs` and `ys` have equal lengths of 3n + 1, in tenths of a unit. A closed curve ends where it starts
    or is closed by a straight line.
    """

    xs: tuple[int, ...]
    ys: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.xs) != len(self.ys) or len(self.xs) % 3 != 1:
            raise ValueError("a chain of cubic Beziers has 3n + 1 points")

    @classmethod
    def from_deltas(cls, deltas: Sequence[int]) -> Curve:
        """Decode x, y, then one step (dx, dy) for each further point.

        Raises:
            TypeError: a value is no whole number.
            ValueError: the numbers are not 3n + 1 points.
        """
        if not set(map(type, deltas)) <= {int}:
            raise TypeError("a curve is written in whole numbers")
        return cls(tuple(accumulate(deltas[0::2])), tuple(accumulate(deltas[1::2])))

    @classmethod
    def joined(cls, curves: Iterable[Curve]) -> Curve:
        """Chain curves of which each starts where the one before it ends.

        Raises:
            ValueError: two neighbours do not meet.
        """
        xs: list[int] = []
        ys: list[int] = []
        for curve in curves:
            if not xs:
                xs.append(curve.xs[0])
                ys.append(curve.ys[0])
            elif (xs[-1], ys[-1]) != (curve.xs[0], curve.ys[0]):
                raise ValueError("curves that do not meet cannot be joined")
            xs.extend(curve.xs[1:])
            ys.extend(curve.ys[1:])
        return cls(tuple(xs), tuple(ys))

    def reversed(self) -> Curve:
        """Give the same curve run the other way."""
        return Curve(self.xs[::-1], self.ys[::-1])

    def mirrored(self, width: int) -> Curve:
        """Give the mirror image inside a picture of `width` tenths."""
        return Curve(tuple(width - x for x in self.xs), self.ys)

    def flattened(self, tolerance: float = 1.5) -> list[tuple[float, float]]:
        """Give corners of a polyline that strays from the curve by about `tolerance` tenths at most."""
        xs, ys = self.xs, self.ys
        corners: list[tuple[float, float]] = [(xs[0], ys[0])]
        for i in range(0, len(xs) - 1, 3):
            x0, x1, x2, x3 = xs[i : i + 4]
            y0, y1, y2, y3 = ys[i : i + 4]
            # The second differences bound how far a piece bends away from its chord (Wang's formula).
            bend = max(math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
            steps = max(1, math.ceil(math.sqrt(0.75 * bend / tolerance)))
            for step in range(1, steps):
                t = step / steps
                u = 1 - t
                a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
                corners.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
            corners.append((x3, y3))
        return corners
