from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.ui.chart.plot.axis import ticks

VALUES = st.decimals(Decimal(-500), Decimal(500), places=1)


@given(st.lists(VALUES, max_size=8), st.none() | VALUES, st.none() | VALUES)
def test_every_value_has_its_place_and_the_numbers_are_few_and_evenly_apart(
    values: list[Decimal], one: Decimal | None, other: Decimal | None
) -> None:
    lowest, highest = (min(one, other), max(one, other)) if one is not None and other is not None else (one, other)

    found = ticks(values, lowest, highest)

    assert found[0] < found[-1]
    for value in (*values, *(end for end in (lowest, highest) if end is not None)):
        assert found[0] <= value <= found[-1]
    assert len({after - before for before, after in itertools.pairwise(found)}) == 1
    assert len(found) <= 9


def test_a_scale_with_two_ends_is_shown_whole_and_no_more() -> None:
    assert ticks([Decimal(6), Decimal(5)], Decimal(0), Decimal(10)) == tuple(
        Decimal(place) for place in range(0, 11, 2)
    )


def test_an_open_end_leaves_room_for_the_number_of_the_last_value() -> None:
    found = ticks([Decimal(46), Decimal(80)], None, None)

    assert found[0] < 46
    assert found[-1] > 80
