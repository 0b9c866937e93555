"""Finding what lies at a point: outlines cut into edges, kept by the rows they cross."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from typing import TypeAlias

from therapist_desk.domain.atlas.curve import Curve

_Edge: TypeAlias = tuple[float, float, float, float, tuple[int, ...]]
_ROW = 20  # tenths: as high as an edge is long, so that few edges lie in more than two rows
_FAR = 1_000_000.0  # tenths: farther off than any window shows


class ScanlineIndex:
    """Closed outlines, each stretch of which belongs to the owners on its two sides.

    A ray from the point to the left crosses an owner's outline an odd number of times exactly when the
    point is inside (even-odd rule), so only the edges in the point's own row are looked at.
    """

    def __init__(self, outlines: Iterable[tuple[Curve, tuple[int, ...]]]) -> None:
        self._rows: dict[int, list[_Edge]] = {}
        for curve, owners in outlines:
            corners = curve.flattened()
            for (x0, y0), (x1, y1) in itertools.pairwise(corners):
                edge = (x0, y0, x1, y1, owners)
                for row in range(int(min(y0, y1)) // _ROW, int(max(y0, y1)) // _ROW + 1):
                    self._rows.setdefault(row, []).append(edge)

    def owners_at(self, x: float, y: float) -> set[int]:
        """Give the owners whose outline goes round (x, y)."""
        inside: set[int] = set()
        for x0, y0, x1, y1, owners in self._rows.get(int(y // _ROW), ()):
            if (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x:
                inside.symmetric_difference_update(owners)
        return inside

    def crossings_at(self, y: float) -> tuple[float, ...]:
        """Give where outlines cross the row `y`, from left to right; of one owner, every second stretch is inside."""
        return tuple(
            sorted(
                x0 + (y - y0) * (x1 - x0) / (y1 - y0)
                for x0, y0, x1, y1, _ in self._rows.get(int(y // _ROW), ())
                if (y0 > y) != (y1 > y)
            )
        )

    def spans_at(self, y: float) -> list[tuple[float, float, frozenset[int]]]:
        """Give the stretches of the row `y` that have owners, from left to right, with all their owners."""
        crossings = sorted(
            (x0 + (y - y0) * (x1 - x0) / (y1 - y0), owners)
            for x0, y0, x1, y1, owners in self._rows.get(int(y // _ROW), ())
            if (y0 > y) != (y1 > y)
        )
        spans: list[tuple[float, float, frozenset[int]]] = []
        inside: set[int] = set()
        last = 0.0
        for x, owners in crossings:
            if inside and x > last:
                spans.append((last, x, frozenset(inside)))
            inside.symmetric_difference_update(owners)
            last = x
        return spans

    def foot(self, x: float, y: float) -> tuple[float, float]:
        """Give the place on an outline that is nearest to (x, y).

        Raises:
            LookupError: there are no outlines.
        """
        reach = float(_ROW)
        while reach <= _FAR:
            feet = [
                _foot((x, y), (x0, y0), (x1, y1))
                for row in range(int((y - reach) // _ROW), int((y + reach) // _ROW) + 1)
                for x0, y0, x1, y1, _ in self._rows.get(row, ())
                if min(x0, x1) - reach <= x <= max(x0, x1) + reach
            ]
            best = min(feet, key=lambda foot: math.hypot(foot[0] - x, foot[1] - y), default=None)
            # Beyond the reach another row, not looked at yet, may hold a nearer one.
            if best is not None and math.hypot(best[0] - x, best[1] - y) <= reach:
                return best
            reach *= 4
        raise LookupError

    def nearest(self, x: float, y: float, reach: float) -> tuple[float, tuple[int, ...]] | None:
        """Give the distance to and the owners of the nearest outline no farther than `reach`."""
        least, best = reach, None
        for row in range(int((y - reach) // _ROW), int((y + reach) // _ROW) + 1):
            left, right = x - least, x + least
            for x0, y0, x1, y1, owners in self._rows.get(row, ()):
                # Most edges lie wholly to one side: this is asked for at every move of a hand beside the figure.
                if (x0 < left and x1 < left) or (x0 > right and x1 > right):
                    continue
                foot_x, foot_y = _foot((x, y), (x0, y0), (x1, y1))
                distance = math.hypot(foot_x - x, foot_y - y)
                if distance < least or (best is None and distance == least):
                    least, best = distance, owners
        return None if best is None else (least, best)


def _foot(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    along_x, along_y = x1 - x0, y1 - y0
    length = along_x * along_x + along_y * along_y
    t = 0.0 if length == 0 else min(1.0, max(0.0, ((x - x0) * along_x + (y - y0) * along_y) / length))
    return x0 + t * along_x, y0 + t * along_y
