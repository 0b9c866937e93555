from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from therapist_desk.body_map.marks.mark_grid import MarkGrid

places = st.tuples(st.integers(-50, 150), st.integers(-50, 150))


@given(st.lists(places, max_size=40), places, st.integers(1, 40))
def test_what_is_near_is_found_nearest_first_and_topmost_first(
    middles: list[tuple[int, int]], pixel: tuple[int, int], reach: int
) -> None:
    grid = MarkGrid((QPointF(*middle), place) for place, middle in enumerate(middles))
    away = [math.dist(middle, pixel) for middle in middles]
    near = [place for place in range(len(middles)) if away[place] <= reach]
    assert grid.near(QPointF(*pixel), reach) == sorted(near, key=lambda place: (away[place], -place))
