"""The shapes of marks as numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.findings.mark import AREA_KINDS, MarkKind
from therapist_desk.domain.symbols import (
    AREA_STYLES,
    FELT,
    SAMPLE_DIRECTION,
    Dots,
    Lines,
    Trace,
    Zigzags,
    circle,
    dots_over,
    lines_over,
    outline,
    parts,
    rectangle,
    ring_ended,
    scalloped,
    turn,
    zigzags_over,
)

BOX = (-3.0, 2.0, 11.0, 9.0)
REACH = 1.5
"""How far a symbol may go from its middle, in radii; what is painted from a picture has room for so much."""


def area_of(trace: Trace) -> float:
    corners = trace.corners()
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)) / 2


@pytest.mark.parametrize("kind", MarkKind)
def test_a_symbol_keeps_to_its_room(kind: MarkKind) -> None:
    for part in parts(kind, SAMPLE_DIRECTION):
        for trace in part.traces:
            assert all(math.hypot(x, y) + part.width / 2 < REACH for x, y in trace.corners())


@pytest.mark.parametrize("kind", MarkKind)
def test_every_kind_has_ink_and_an_outline(kind: MarkKind) -> None:
    assert any((part.solid or part.width) and not part.knocked_out for part in parts(kind))
    assert outline(kind)


def test_only_a_fascial_restriction_has_a_direction() -> None:
    assert turn(MarkKind.FASCIAL, 90) == 0
    assert turn(MarkKind.FASCIAL, 0) == -90
    assert turn(MarkKind.FASCIAL, None) == turn(MarkKind.TENDER, 45) == 0
    assert len(parts(MarkKind.FASCIAL, 10)) > len(parts(MarkKind.FASCIAL))
    assert parts(MarkKind.TENDER, 10) == parts(MarkKind.TENDER)


@pytest.mark.parametrize("kind", sorted(AREA_KINDS))
def test_a_kind_that_covers_areas_is_told_without_its_tint(kind: MarkKind) -> None:
    style = AREA_STYLES[kind]
    assert style.texture is not None or style.chord > 0


def test_what_is_felt_is_not_taken_for_numbness() -> None:
    assert FELT.texture != AREA_STYLES[MarkKind.NUMBNESS].texture
    assert FELT.dash is not None
    assert AREA_STYLES[MarkKind.NUMBNESS].dash is None


@given(st.floats(0.5, 40), st.floats(0.5, 40), st.booleans())
def test_arcs_bulge_outwards_whichever_way_the_outline_goes(across: float, down: float, backwards: bool) -> None:  # noqa: FBT001
    corners = circle(0, 0, across, down).corners()
    arcs = scalloped(corners[::-1] if backwards else corners, 1.2, 0.4)
    assert arcs is not None
    # Inside an ellipse the chords lose a little, and the arcs give back more.
    within = area_of(Trace(arcs.start, tuple((piece[-1],) for piece in arcs.pieces), closed=True))
    assert area_of(arcs) > within > 0


def test_an_outline_of_no_length_has_no_arcs() -> None:
    assert scalloped([(1.0, 1.0), (1.0, 1.0), (1.0, 1.0)], 1.2, 0.4) is None


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0.2, 30), st.floats(0.2, 30))
def test_textures_cover_their_box(left: float, top: float, width: float, height: float) -> None:
    box = (left, top, left + width, top + height)
    dots = list(dots_over(Dots(0.7, 0.1), box))
    assert min(x for x, _ in dots) <= left
    assert max(x for x, _ in dots) >= left + width - 0.7
    assert max(y for _, y in dots) >= top + height - 0.7
    rows = list(zigzags_over(Zigzags(1.0, 0.8, 0.2, 0.1, 0), box))
    assert all(row[0][0] <= left and row[-1][0] >= left + width for row in rows)
    assert rows[-1][0][1] >= top + height - 0.8


def test_lines_start_at_whole_gaps_so_that_neighbours_agree() -> None:
    ys = [start[1] for start, _ in lines_over(Lines(0.5, 0.1), 0, BOX)]
    assert ys == [2 + 0.5 * i for i in range(14)]


def test_a_referral_goes_from_edge_to_ring() -> None:
    curve = ring_ended((0, 0), (100, 0), 8, 8.5)
    assert curve is not None
    start, _, end = curve
    assert math.hypot(*start) == pytest.approx(10)
    assert math.dist(end, (100, 0)) == pytest.approx(5)
    assert ring_ended((0, 0), (9, 0), 8, 8.5) is None


def test_a_rectangle_closes() -> None:
    assert area_of(rectangle(0, 0, 2, 3)) == 6
