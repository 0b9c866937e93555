"""Placing the numbers of marks beside the body so that no leader crosses another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import dist

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Callout:
    """A number's place: the ring's middle, the end of its leader at the mark, and on which side it stands."""

    number: int
    ring: Spot
    target: Spot
    on_right: bool


def place_callouts(targets: Sequence[tuple[int, Spot]], left: Sequence[Spot], right: Sequence[Spot]) -> list[Callout]:
    """Give each target, a number with its place, one of the slots of its side; y grows upwards.

    Targets are shared out by where they lie, the outer ones first to their own side, as far as the slots go; one more
    or less goes to a side where that makes leaders shorter. Leaders do not cross: swapping two that do makes both
    shorter, so swapping comes to an end.

    Raises:
        ValueError: there are fewer slots than targets.
    """
    if len(targets) > len(left) + len(right):
        raise ValueError("fewer slots than targets")
    middle = _middle(left, right)
    by_x = sorted(targets, key=lambda target: (target[1][0], -target[1][1], target[0]))
    wanted = sum(1 for _, (x, _) in by_x if x < middle)
    least, most = max(0, len(targets) - len(right)), min(len(left), len(targets))
    shares = {min(max(wanted + more, least), most) for more in (0, -1, 1)}
    return min((_shared(by_x, share, left, right) for share in sorted(shares)), key=_length)


def _shared(
    by_x: Sequence[tuple[int, Spot]], share: int, left: Sequence[Spot], right: Sequence[Spot]
) -> list[Callout]:
    """Give the first `share` of the targets to the left, the others to the right."""
    out = []
    for part, slots, on_right in ((by_x[:share], left, False), (by_x[share:], right, True)):
        for (number, target), ring in zip(part, _assign([spot for _, spot in part], slots), strict=True):
            out.append(Callout(number, ring, target, on_right))
    return sorted(out, key=lambda callout: callout.number)


def _length(callouts: Sequence[Callout]) -> float:
    return sum(dist(callout.ring, callout.target) for callout in callouts)


def crosses(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Tell whether the segments a-b and c-d cross inside both."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _middle(left: Sequence[Spot], right: Sequence[Spot]) -> float:
    if not left or not right:
        return float("-inf") if not left else float("inf")
    return (left[0][0] + right[0][0]) / 2


def _assign(targets: Sequence[Spot], slots: Sequence[Spot]) -> list[Spot]:
    """Choose slots near the targets' heights in their order, then untangle."""
    order = sorted(range(len(targets)), key=lambda i: (-targets[i][1], targets[i][0]))
    high_first = sorted(slots, key=lambda slot: -slot[1])
    chosen = _nearest_in_order([targets[i][1] for i in order], [slot[1] for slot in high_first])
    places: list[Spot] = [(0.0, 0.0)] * len(targets)
    for i, slot in zip(order, chosen, strict=True):
        places[i] = high_first[slot]
    _untangle(targets, places)
    return places


def _nearest_in_order(heights: Sequence[float], slots: Sequence[float]) -> list[int]:
    """Pick one slot for each height, in order, with the least sum of distances (dynamic programming)."""
    count, room = len(heights), len(slots)
    best = [[0.0] * (room + 1)] + [[float("inf")] * (room + 1) for _ in range(count)]
    for i in range(1, count + 1):
        for j in range(i, room + 1):
            taken = best[i - 1][j - 1] + abs(heights[i - 1] - slots[j - 1])
            best[i][j] = min(best[i][j - 1], taken)
    picked: list[int] = []
    i, j = count, room
    while i:
        if best[i][j] == best[i][j - 1] and j > i:
            j -= 1
        else:
            picked.append(j - 1)
            i, j = i - 1, j - 1
    return picked[::-1]


def _untangle(targets: Sequence[Spot], places: list[Spot]) -> None:
    swapped = True
    while swapped:
        swapped = False
        for i, j in combinations(range(len(targets)), 2):
            if crosses(targets[i], places[i], targets[j], places[j]):
                places[i], places[j] = places[j], places[i]
                swapped = True
