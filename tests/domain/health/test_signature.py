from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.findings.mark import Point
from therapist_desk.domain.health.signature import HEIGHT, WIDTH, Signature, Stroke, thinned

points = st.builds(Point, st.integers(-(10**4), 10**4), st.integers(-(10**4), 10**4))
signatures = st.lists(st.lists(points, max_size=30).map(tuple).map(Stroke), max_size=6).map(tuple).map(Signature)


@given(signatures)
def test_a_thinned_signature_lies_in_its_box_and_is_not_thinned_further(signature: Signature) -> None:
    kept = thinned(signature)

    assert all(0 <= at.x <= WIDTH and 0 <= at.y <= HEIGHT for stroke in kept.strokes for at in stroke.points)
    assert thinned(kept) == kept


def test_a_tap_is_no_signature() -> None:
    assert not Signature().drawn
    assert not Signature((Stroke((Point(10, 10), Point(30, 20))),)).drawn
    assert Signature((Stroke((Point(10, 10), Point(900, 400))),)).drawn


def test_an_endless_scribble_keeps_its_ends() -> None:
    scribble = Stroke(tuple(Point(place % WIDTH, place % HEIGHT) for place in range(50_000)))

    [kept] = thinned(Signature((scribble,))).strokes

    assert len(kept.points) <= 4000
    assert (kept.points[0], kept.points[-1]) == (scribble.points[0], scribble.points[-1])
