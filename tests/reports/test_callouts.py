"""Numbers beside the body."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.reports.maps.callouts import Callout, crosses, place_callouts

LEFT = [(10.0, 300.0 - 13 * row) for row in range(22)]
RIGHT = [(190.0, 300.0 - 13 * row) for row in range(22)]
SPOTS = st.lists(
    st.tuples(st.floats(30, 170, allow_nan=False), st.floats(20, 300, allow_nan=False)), max_size=40, unique=True
)


def placed(spots: list[tuple[float, float]]) -> list[Callout]:
    return place_callouts(list(enumerate(spots, 1)), LEFT, RIGHT)


@given(SPOTS)
def test_no_leader_crosses_another(spots: list[tuple[float, float]]) -> None:
    for a, b in combinations(placed(spots), 2):
        assert not crosses(a.ring, a.target, b.ring, b.target)


@given(SPOTS)
def test_every_mark_has_a_number_in_a_slot_of_its_own(spots: list[tuple[float, float]]) -> None:
    callouts = placed(spots)
    assert [callout.number for callout in callouts] == list(range(1, len(spots) + 1))
    assert len({callout.ring for callout in callouts}) == len(spots)
    assert [callout.target for callout in callouts] == spots


def test_marks_go_to_their_own_side() -> None:
    callouts = placed([(40, 200), (160, 200)])
    assert [callout.on_right for callout in callouts] == [False, True]


def test_a_mark_goes_to_the_other_side_where_its_own_has_room_only_far_off() -> None:
    [callout] = place_callouts([(1, (95.0, 40.0))], [(10.0, 300.0)], RIGHT)
    assert callout.on_right


@given(SPOTS, st.integers(0, 22), st.integers(0, 22))
def test_sides_with_little_room_take_no_more_than_they_have(
    spots: list[tuple[float, float]], on_left: int, on_right: int
) -> None:
    few = spots[: on_left + on_right]
    callouts = place_callouts(list(enumerate(few, 1)), LEFT[:on_left], RIGHT[:on_right])
    assert {callout.ring for callout in callouts} <= {*LEFT[:on_left], *RIGHT[:on_right]}
    assert len({callout.ring for callout in callouts}) == len(few)


def test_where_all_marks_lie_at_one_side_none_is_sent_to_the_other_without_room() -> None:
    callouts = place_callouts([(n, (150.0, 100.0 + n)) for n in range(3)], [], RIGHT)
    assert all(callout.on_right for callout in callouts)


def test_more_marks_than_slots_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="fewer slots"):
        place_callouts([(1, (0.0, 0.0))], [], [])
