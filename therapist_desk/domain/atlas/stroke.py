"""From the stroke of a hand to an area of few corners, and the smooth outline through them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.findings.mark import Area, Point

Place: TypeAlias = tuple[float, float]

MOST_CORNERS: Final = 48
_FEWEST: Final = 3
_THIN: Final = 8.0
"""A stroke that encloses less than this many times the tolerance across is a line: it becomes a band."""
_COARSEST: Final = 4.0
_LONGEST_HANDLE: Final = 90.0  # tenths: longer ones would make the sides of a square bulge
_LEAST_ROUNDING: Final = 0.3


def area_of_stroke(stroke: Sequence[Place], tolerance: float) -> Area | None:
    """Close a stroke (places in tenths of a unit) into an area whose corners stray from it by `tolerance` at most.

    Ends that cross are trimmed; a stroke that encloses next to nothing becomes a band along it. More than
    `MOST_CORNERS` corners are never made: a longer outline is taken more coarsely, and a scribble by what it
    covers. None where too little was drawn for an area.
    """
    places = _distinct(stroke)
    if len(places) < 2:  # noqa: PLR2004 - one place is no stroke
        return None
    if _is_thin(places, tolerance):
        places = _band(places, _THIN * tolerance)
    corners = simplified(places, tolerance)
    coarse = tolerance
    while len(corners) > MOST_CORNERS:
        coarse *= 1.5
        if coarse > _COARSEST * tolerance:
            places = _band(places, tolerance)
        corners = simplified(places, coarse)
    rounded = _distinct((round(x), round(y)) for x, y in _without_tails(corners))
    if len(rounded) < _FEWEST or enclosed(rounded) == 0:
        return None
    return Area(tuple(Point(int(x), int(y)) for x, y in rounded))


def outline_of(area: Area) -> Curve:
    """Give the closed curve through an area's corners, as screen and paper draw it.

    It bends gently and stays near its corners: no handle is longer than a third of its side.
    """
    corners = area.corners
    xs, ys = [float(corners[0].x)], [float(corners[0].y)]
    for i, corner in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % len(corners)]
        beyond = corners[(i + 2) % len(corners)]
        side = math.hypot(after.x - corner.x, after.y - corner.y)
        reach = min(side / 3, _LONGEST_HANDLE)
        out_x, out_y = _lean(before, corner, after)
        in_x, in_y = _lean(corner, after, beyond)
        xs += [corner.x + out_x * reach, after.x - in_x * reach, after.x]
        ys += [corner.y + out_y * reach, after.y - in_y * reach, after.y]
    return Curve(tuple(round(x) for x in xs), tuple(round(y) for y in ys))


def simplified(ring: Sequence[Place], tolerance: float) -> list[Place]:
    """Leave out places of a closed ring that lie within `tolerance` of the line without them.

    The corners left are places of the ring, in its order (Douglas and Peucker 1973).
    """
    if len(ring) <= _FEWEST:
        return list(ring)
    far = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    there, back = ring[: far + 1], [*ring[far:], ring[0]]
    return [*_open_simplified(there, tolerance)[:-1], *_open_simplified(back, tolerance)[:-1]]


def enclosed(ring: Sequence[Place]) -> float:
    """Give the area inside a ring, where loops run the other way count against each other."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise([*ring, ring[0]]))) / 2


def _open_simplified(line: Sequence[Place], tolerance: float) -> list[Place]:
    kept = {0, len(line) - 1}
    pending = [(0, len(line) - 1)]
    while pending:
        first, last = pending.pop()
        worst, place = tolerance, None
        for i in range(first + 1, last):
            away = _distance(line[i], line[first], line[last])
            if away > worst:
                worst, place = away, i
        if place is not None:
            kept.add(place)
            pending += [(first, place), (place, last)]
    return [line[i] for i in sorted(kept)]


def _distance(place: Place, start: Place, end: Place) -> float:
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x * along_x + along_y * along_y
    t = 0.0
    if length:
        t = min(1.0, max(0.0, ((place[0] - start[0]) * along_x + (place[1] - start[1]) * along_y) / length))
    return math.hypot(place[0] - start[0] - t * along_x, place[1] - start[1] - t * along_y)


def _lean(before: Point, corner: Point, after: Point) -> Place:
    """Give which way the curve runs at a corner: less far the sharper it turns there."""
    ahead, behind = (after.x - corner.x, after.y - corner.y), (corner.x - before.x, corner.y - before.y)
    chord = after.x - before.x, after.y - before.y
    length, sides = math.hypot(*chord), math.hypot(*ahead) * math.hypot(*behind)
    if length == 0 or sides == 0:
        return 0.0, 0.0
    straight = (ahead[0] * behind[0] + ahead[1] * behind[1]) / sides
    rounding = max(_LEAST_ROUNDING, straight)
    return chord[0] / length * rounding, chord[1] / length * rounding


def _is_thin(places: Sequence[Place], tolerance: float) -> bool:
    length = max(math.dist(places[0], place) for place in places)
    return enclosed(places) < _THIN * tolerance * length


def _band(places: Sequence[Place], half_width: float) -> list[Place]:
    """Give the smallest convex shape that keeps `half_width` off all places, about."""
    spread = sorted(
        (x + half_width * math.cos(turn), y + half_width * math.sin(turn))
        for x, y in places
        for turn in (math.pi * eighth / 4 for eighth in range(8))
    )
    return [*_half_hull(spread), *_half_hull(spread[::-1])]


def _half_hull(places: Iterable[Place]) -> list[Place]:
    hull: list[Place] = []
    for place in places:
        while len(hull) > 1 and _turn(hull[-2], hull[-1], place) <= 0:
            hull.pop()
        hull.append(place)
    return hull[:-1]


def _turn(a: Place, b: Place, c: Place) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _without_tails(ring: list[Place]) -> list[Place]:
    """Cut what sticks out where the end of a stroke has crossed its beginning."""
    third = len(ring) // 3
    for i in range(third):
        for j in range(len(ring) - 2, len(ring) - 2 - third, -1):
            crossing = _crossing(ring[i], ring[i + 1], ring[j], ring[j + 1])
            if crossing is not None and j - i > 1:
                return [crossing, *ring[i + 1 : j + 1]]
    return ring


def _crossing(a: Place, b: Place, c: Place, d: Place) -> Place | None:
    before, after = _turn(c, d, a), _turn(c, d, b)
    if before * after >= 0 or _turn(a, b, c) * _turn(a, b, d) >= 0:
        return None
    t = before / (before - after)
    return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])


def _distinct(places: Iterable[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in places:
        if not kept or place != kept[-1]:
            kept.append(place)
    while len(kept) > 1 and kept[-1] == kept[0]:
        kept.pop()
    return kept
