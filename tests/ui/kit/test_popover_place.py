from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from therapist_desk.ui.kit.popover_place import GAP, popover_place

WINDOW = QRect(0, 0, 1366, 768)
SIZE = QSize(300, 260)


def test_it_opens_below_first() -> None:
    place = popover_place(QRect(400, 200, 30, 30), SIZE, WINDOW)

    assert place.y() == 230 + GAP


def test_it_opens_to_the_right_where_there_is_no_room_below() -> None:
    place = popover_place(QRect(400, 600, 30, 30), SIZE, WINDOW)

    assert place.x() == 430 + GAP


def test_it_opens_to_the_left_at_the_right_edge() -> None:
    place = popover_place(QRect(1300, 600, 30, 30), SIZE, WINDOW)

    assert place.x() == 1300 - GAP - SIZE.width()


@given(x=st.integers(0, 1336), y=st.integers(0, 738), height=st.integers(120, 420))
def test_it_never_covers_its_mark_and_stays_inside(x: int, y: int, height: int) -> None:
    mark, size = QRect(x, y, 30, 30), QSize(300, height)

    shown = QRect(popover_place(mark, size, WINDOW), size)

    assert not shown.intersects(mark)
    assert WINDOW.contains(shown)
