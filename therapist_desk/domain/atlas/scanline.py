"""Finding what lies at a point: outlines cut into edges, kept by the rows they cross."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TypeAlias

from therapist_desk.domain.atlas.curve import Curve

_Edge: TypeAlias = tuple[float, float, float, float, tuple[int, ...]]
"""From (x, y), the end farther left, to (x, y), and the owners on both sides."""

_ROW = 20  # tenths: as high as an edge is long, so that few edges lie in more than two rows
_FAR = 1_000_000.0  # tenths: farther off than any window shows


class _Row:
    """The edges that touch one row, in bundles that lie apart: between two bundles all places have the same owners.

    `bounds` are the left and right ends of the bundles in turn; `owners` those left of each, and right of the last.
    """

    __slots__ = ("bounds", "bundles", "owners")

    def __init__(self, edges: Iterable[_Edge], y: float) -> None:
        self.bounds: list[float] = []
        self.bundles: list[list[_Edge]] = []
        self.owners: list[frozenset[int]] = []
        bounds, bundles, owners = self.bounds, self.bundles, self.owners
        inside: set[int] = set()
        right = -math.inf
        for edge in sorted(edges):
            x0, y0, x1, y1, beside = edge
            if x0 > right:
                owners.append(frozenset(inside))
                bundles.append([edge])
                bounds += (x0, x1)
                right = x1
            else:
                bundles[-1].append(edge)
                if x1 > right:
                    right = bounds[-1] = x1
            if (y0 > y) != (y1 > y):
                inside.symmetric_difference_update(beside)
        owners.append(frozenset(inside))

    def owners_at(self, x: float, y: float) -> frozenset[int]:
        place = bisect_left(self.bounds, x)
        owners = self.owners[place // 2]
        if place % 2:
            for x0, y0, x1, y1, beside in self.bundles[place // 2]:
                if (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x:
                    owners = owners.symmetric_difference(beside)
        return owners

    def within(self, left: float, right: float) -> list[list[_Edge]]:
        """Give the bundles that reach into the stretch from `left` to `right`."""
        return self.bundles[bisect_left(self.bounds, left) // 2 : (bisect_right(self.bounds, right) + 1) // 2]


_EMPTY = _Row((), 0.0)


class ScanlineIndex:
    """Closed outlines, each stretch of which belongs to the owners on its two sides.

    A ray from the point to the left crosses an owner's outline an odd number of times exactly when the
    point is inside (even-odd rule), so only the edges in the point's own row are looked at, and of those only the
    ones close by: what those farther left add up to is known.
    """

    def __init__(self, outlines: Iterable[tuple[Curve, tuple[int, ...]]]) -> None:
        self._edges: dict[int, list[_Edge]] = {}
        for curve, owners in outlines:
            corners = curve.flattened()
            for (x0, y0), (x1, y1) in itertools.pairwise(corners):
                edge = (x0, y0, x1, y1, owners) if x0 <= x1 else (x1, y1, x0, y0, owners)
                for row in range(int(min(y0, y1)) // _ROW, int(max(y0, y1)) // _ROW + 1):
                    self._edges.setdefault(row, []).append(edge)

    def owners_at(self, x: float, y: float) -> frozenset[int]:
        """Give the owners whose outline goes round (x, y)."""
        return self._rows.get(int(y // _ROW), _EMPTY).owners_at(x, y)

    def crossings_at(self, y: float) -> tuple[float, ...]:
        """Give where outlines cross the row `y`, from left to right; of one owner, every second stretch is inside."""
        return tuple(
            sorted(
                x0 + (y - y0) * (x1 - x0) / (y1 - y0)
                for x0, y0, x1, y1, _ in self._edges.get(int(y // _ROW), ())
                if (y0 > y) != (y1 > y)
            )
        )

    def spans_at(self, y: float) -> list[tuple[float, float, frozenset[int]]]:
        """Give the stretches of the row `y` that have owners, from left to right, with all their owners."""
        crossings = sorted(
            (x0 + (y - y0) * (x1 - x0) / (y1 - y0), owners)
            for x0, y0, x1, y1, owners in self._edges.get(int(y // _ROW), ())
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
                _foot(x, y, x0, y0, x1, y1)
                for row in range(int((y - reach) // _ROW), int((y + reach) // _ROW) + 1)
                for bundle in self._rows.get(row, _EMPTY).within(x - reach, x + reach)
                for x0, y0, x1, y1, _ in bundle
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
        first, here, last = (int(each // _ROW) for each in (y - reach, y, y + reach))
        # The nearest mostly lies in the row itself: then little is left to look at in the others.
        for row in (here, *range(first, here), *range(here + 1, last + 1)):
            for bundle in self._rows.get(row, _EMPTY).within(x - least, x + least):
                for x0, y0, x1, y1, owners in bundle:
                    if (y0 < y - least and y1 < y - least) or (y0 > y + least and y1 > y + least):
                        continue
                    foot_x, foot_y = _foot(x, y, x0, y0, x1, y1)
                    distance = math.hypot(foot_x - x, foot_y - y)
                    if distance < least or (best is None and distance == least):
                        least, best = distance, owners
        return None if best is None else (least, best)

    @cached_property
    def _rows(self) -> dict[int, _Row]:
        """The rows made ready for single places; who asks for whole rows goes without."""
        return {row: _Row(edges, (row + 0.5) * _ROW) for row, edges in self._edges.items()}


def _foot(x: float, y: float, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float]:
    along_x, along_y = x1 - x0, y1 - y0
    length = along_x * along_x + along_y * along_y
    t = 0.0 if length == 0 else min(1.0, max(0.0, ((x - x0) * along_x + (y - y0) * along_y) / length))
    return x0 + t * along_x, y0 + t * along_y
