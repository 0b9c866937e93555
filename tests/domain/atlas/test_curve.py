from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.atlas.curve import Curve
from therapist_desk.domain.atlas.scanline import ScanlineIndex

steps = st.integers(-200, 200)
pieces = st.lists(st.tuples(*[steps] * 6), min_size=1, max_size=6)


def from_pieces(x: int, y: int, parts: list[tuple[int, ...]]) -> Curve:
    return Curve.from_deltas([x, y, *(step for part in parts for step in part)])


curves = st.builds(from_pieces, steps, steps, pieces)


def straight(*corners: tuple[int, int]) -> Curve:
    """A closed curve of straight pieces."""
    xs, ys = [corners[0][0]], [corners[0][1]]
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        xs += [x0, x1, x1]
        ys += [y0, y1, y1]
    return Curve(tuple(xs), tuple(ys))


def closed_by_a_line(curve: Curve) -> Curve:
    xs, ys = curve.xs, curve.ys
    return Curve((*xs, xs[-1], xs[0], xs[0]), (*ys, ys[-1], ys[0], ys[0]))


def test_deltas_add_up() -> None:
    curve = Curve.from_deltas([10, 20, 1, 2, 3, 4, -5, -6])
    assert (curve.xs, curve.ys) == ((10, 11, 14, 9), (20, 22, 26, 20))


@pytest.mark.parametrize("deltas", [[], [1], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6]])
def test_an_incomplete_curve_is_refused(deltas: list[int]) -> None:
    with pytest.raises(ValueError, match="points"):
        Curve.from_deltas(deltas)


def test_numbers_that_are_not_whole_are_refused() -> None:
    with pytest.raises(TypeError):
        Curve.from_deltas([1.5, 2])  # type: ignore[list-item]  # as a damaged file might hold


@given(curves)
def test_reversing_and_mirroring_twice_changes_nothing(curve: Curve) -> None:
    assert curve.reversed().reversed() == curve
    assert curve.mirrored(500).mirrored(500) == curve


@given(curves)
def test_a_curve_joined_to_its_way_back_closes(curve: Curve) -> None:
    there_and_back = Curve.joined([curve, curve.reversed()])
    assert len(there_and_back.xs) == 2 * len(curve.xs) - 1
    assert there_and_back.xs[0] == there_and_back.xs[-1]


def test_curves_that_do_not_meet_are_not_joined() -> None:
    with pytest.raises(ValueError, match="meet"):
        Curve.joined([Curve((0, 0, 1, 1), (0, 0, 1, 1)), Curve((2, 2, 3, 3), (0, 0, 1, 1))])


@given(curves, st.floats(0, 1))
def test_the_flattened_line_stays_near_the_curve(curve: Curve, t: float) -> None:
    x0, x1, x2, x3 = curve.xs[:4]
    y0, y1, y2, y3 = curve.ys[:4]
    u = 1 - t
    x = u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3
    y = u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3
    near = ScanlineIndex([(Curve(curve.xs[:4], curve.ys[:4]), (0,))]).nearest(x, y, 3.0)
    assert near is not None
    assert near[0] < 2.0


SQUARE = straight((100, 100), (300, 100), (300, 300), (100, 300))


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_square_holds_what_lies_between_its_sides(x: int, y: int) -> None:
    if {x, y} & {100, 300}:
        return  # on a side either answer will do
    inside = ScanlineIndex([(SQUARE, (7,))]).owners_at(x, y)
    assert inside == ({7} if 100 < x < 300 and 100 < y < 300 else set())


def test_a_hole_is_outside() -> None:
    hole = straight((150, 150), (250, 150), (250, 250), (150, 250))
    index = ScanlineIndex([(SQUARE, (1,)), (hole, (1,))])
    assert index.owners_at(120, 200) == {1}
    assert index.owners_at(200, 200) == set()


def test_a_shared_border_parts_its_two_owners() -> None:
    index = ScanlineIndex([(SQUARE, (1, 2)), (straight((0, 0), (400, 0), (400, 400), (0, 400)), (2,))])
    assert index.owners_at(200, 200) == {1}
    assert index.owners_at(50, 200) == {2}


@given(st.integers(-100, 500), st.integers(-100, 500))
def test_the_nearest_outline_is_as_far_as_geometry_says(x: int, y: int) -> None:
    dx, dy = max(100 - x, 0, x - 300), max(100 - y, 0, y - 300)
    distance = math.hypot(dx, dy) or min(x - 100, 300 - x, y - 100, 300 - y)
    near = ScanlineIndex([(SQUARE, (0,))]).nearest(x, y, 60)
    if distance <= 59:
        assert near is not None
        assert near[0] == pytest.approx(distance)
    elif distance > 61:
        assert near is None


@given(st.lists(st.tuples(curves, st.integers(0, 3)), max_size=4), st.integers(0, 3000), st.integers(0, 3000))
def test_owners_are_those_that_a_ray_over_the_whole_row_counts(
    outlines: list[tuple[Curve, int]], x: int, y: int
) -> None:
    closed = [(closed_by_a_line(curve), (owner,)) for curve, owner in outlines]
    inside: set[int] = set()
    for curve, owners in closed:
        for (x0, y0), (x1, y1) in itertools.pairwise(curve.flattened()):
            if (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x:
                inside.symmetric_difference_update(owners)
    assert ScanlineIndex(closed).owners_at(x, y) == inside
