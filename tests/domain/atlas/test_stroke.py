from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.atlas.stroke import MOST_CORNERS, Place, area_of_stroke, enclosed, outline_of, simplified
from therapist_desk.domain.findings.mark import Area, Point

place = st.tuples(st.floats(0, 8000, width=32), st.floats(0, 8000, width=32))
strokes = st.lists(place, min_size=2, max_size=120)
whole_places = st.builds(Point, st.integers(0, 8000), st.integers(0, 8000))


def circle(radius: float = 500, places: int = 200, jitter: float = 0) -> list[Place]:
    return [
        (
            2000 + (radius + jitter * (-1) ** i) * math.cos(math.tau * i / places),
            2000 + (radius + jitter * (-1) ** i) * math.sin(math.tau * i / places),
        )
        for i in range(places)
    ]


def away(spot: Place, ring: list[Place]) -> float:
    return min(_distance(spot, a, b) for a, b in itertools.pairwise([*ring, ring[0]]))


def _distance(spot: Place, a: Place, b: Place) -> float:
    along = (b[0] - a[0], b[1] - a[1])
    length = along[0] ** 2 + along[1] ** 2
    t = 0.0 if length == 0 else ((spot[0] - a[0]) * along[0] + (spot[1] - a[1]) * along[1]) / length
    t = min(1.0, max(0.0, t))
    return math.dist(spot, (a[0] + t * along[0], a[1] + t * along[1]))


@given(strokes, st.floats(1, 200))
def test_a_simplified_ring_keeps_within_the_tolerance(stroke: list[Place], tolerance: float) -> None:
    ring = simplified(stroke, tolerance)
    assert set(ring) <= set(stroke)
    assert all(away(spot, ring) <= tolerance + 0.01 for spot in stroke)


@given(strokes, st.floats(5, 60))
def test_an_area_never_reaches_far_beyond_its_stroke(stroke: list[Place], tolerance: float) -> None:
    area = area_of_stroke(stroke, tolerance)
    if area is None:
        return
    assert 3 <= len(area.corners) <= MOST_CORNERS
    xs, ys = [x for x, _ in stroke], [y for _, y in stroke]
    room = 8 * tolerance + 2
    for corner in area.corners:
        assert min(xs) - room <= corner.x <= max(xs) + room
        assert min(ys) - room <= corner.y <= max(ys) + room


@given(st.lists(whole_places, min_size=3, max_size=40, unique=True))
def test_the_outline_goes_through_all_corners_and_stays_near_them(corners: list[Point]) -> None:
    outline = outline_of(Area(tuple(corners)))
    ring = [(float(corner.x), float(corner.y)) for corner in corners]
    assert (outline.xs[0], outline.ys[0]) == (outline.xs[-1], outline.ys[-1])
    assert list(zip(outline.xs[:-1:3], outline.ys[:-1:3], strict=True)) == [(c.x, c.y) for c in corners]
    assert all(away(spot, ring) <= 92 for spot in zip(outline.xs, outline.ys, strict=True))


def test_a_circle_takes_few_corners_and_stays_round() -> None:
    area = area_of_stroke(circle(jitter=3), 12)
    assert area is not None
    assert len(area.corners) <= 24
    assert all(abs(math.dist((x, y), (2000, 2000)) - 500) < 20 for x, y in outline_of(area).flattened())


def test_the_sides_of_a_square_stay_straight() -> None:
    square = [(x, 0.0) for x in range(0, 1000, 10)] + [(1000.0, y) for y in range(0, 1000, 10)]
    square += [(1000 - x, 1000.0) for x in range(0, 1000, 10)] + [(0.0, 1000 - y) for y in range(0, 1000, 10)]
    area = area_of_stroke(square, 12)
    assert area is not None
    outline = outline_of(area).flattened()
    assert max(x for x, _ in outline) < 1030
    assert min(x for x, _ in outline) > -30


def test_an_end_that_crosses_the_beginning_is_trimmed() -> None:
    # Given a circle begun and ended with a tail that sticks out
    area = area_of_stroke([(2700.0, 1850.0), *circle()[2:-2], (2700.0, 2150.0)], 12)
    assert area is not None
    assert all(corner.x <= 2580 for corner in area.corners)


@pytest.mark.parametrize(
    "stroke",
    [
        [(0.0, 0.0), (500.0, 0.0), (1000.0, 0.0)],
        [(0.0, 0.0), (1000.0, 20.0), (0.0, 40.0), (1000.0, 60.0)],
        [(0.0, 0.0), (0.0, 1000.0)],
    ],
)
def test_a_line_becomes_a_band_along_it(stroke: list[Place]) -> None:
    area = area_of_stroke(stroke, 10)
    assert area is not None
    ring = [(float(corner.x), float(corner.y)) for corner in area.corners]
    assert enclosed(ring) > 100 * 1000
    assert all(away(spot, ring) <= 85 for spot in stroke)


@pytest.mark.parametrize("stroke", [[], [(5.0, 5.0)], [(5.0, 5.0)] * 20])
def test_next_to_nothing_is_no_area(stroke: list[Place]) -> None:
    assert area_of_stroke(stroke, 12) is None


def test_a_scribble_of_thousands_of_places_is_taken_coarsely() -> None:
    scribble = [(4000 + 37 * i % 911 + i, 4000 + 53 * i % 877) for i in range(3000)]
    area = area_of_stroke([(float(x), float(y)) for x, y in scribble], 5)
    assert area is not None
    assert len(area.corners) <= MOST_CORNERS
