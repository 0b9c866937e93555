from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF

from therapist_desk.body_map.figure.sheet import merged
from therapist_desk.body_map.marks.boxes import Box, BoxIndex

numbers = st.integers(-40, 200)
lengths = st.integers(1, 90)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(numbers), draw(numbers)
    return left, top, left + draw(lengths), top + draw(lengths)


def cover(one: Box, other: Box) -> bool:
    return QRectF(*one[:2], one[2] - one[0], one[3] - one[1]).intersects(
        QRectF(*other[:2], other[2] - other[0], other[3] - other[1])
    )


@given(st.lists(boxes(), max_size=20), boxes(), st.data())
def test_boxes_are_found_where_they_lie_until_they_are_taken_away(
    kept: list[Box], asked: Box, data: st.DataObject
) -> None:
    index: BoxIndex[int] = BoxIndex()
    for owner, box in enumerate(kept):
        index.add(box, owner)
    there = {owner for owner, box in enumerate(kept) if cover(box, asked)}
    assert set(index.owners_over(asked)) == there
    assert index.overlaps(asked) is bool(there)

    gone = set(data.draw(st.lists(st.sampled_from(range(len(kept))), unique=True)) if kept else [])
    for owner in gone:
        index.remove(kept[owner], owner)
    assert set(index.owners_over(asked)) == there - gone


@given(st.lists(boxes(), max_size=20))
def test_merged_rectangles_cover_all_and_no_more_than_all_together(kept: list[Box]) -> None:
    rects = [QRect(int(left), int(top), int(right - left), int(bottom - top)) for left, top, right, bottom in kept]
    together = merged(QRectF(rect) for rect in rects)
    assert all(any(one.contains(rect) for one in together) for rect in rects)
    assert sum(one.width() * one.height() for one in together) <= sum(rect.width() * rect.height() for rect in rects)


def test_rectangles_that_only_touch_at_a_corner_stay_apart() -> None:
    # One over both would be twice as large as the two.
    corners = [QRectF(0, 0, 50, 50), QRectF(49, 49, 50, 50)]
    assert len(merged(corners)) == 2
