from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in
from therapist_desk.body_map import BodyMap
from therapist_desk.body_map.marks.labels import TagLayout, TagPlace, TagWish
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.mark import MarkKind

BOUNDS = QRectF(0, 0, 600, 600)
SIZE = QSizeF(18, 17)


def wish(x: float, y: float, outward: int = 1) -> TagWish:
    return TagWish(QPointF(x, y), 8.5, SIZE, outward)


def discs(*wishes: TagWish) -> list[tuple[QPointF, float]]:
    return [(each.centre, each.radius) for each in wishes]


def place_tags(wishes: list[TagWish], symbols: list[tuple[QPointF, float]]) -> list[TagPlace]:
    layout = TagLayout(BOUNDS)
    layout.change({("symbol", i): (spot, None) for i, spot in enumerate(symbols)})
    layout.change({("tag", i): (None, wish) for i, wish in enumerate(wishes)})
    return [layout.places["tag", i] for i in range(len(wishes))]


def test_a_lone_tag_stands_on_the_outer_side() -> None:
    right, left = wish(100, 100, 1), wish(400, 400, -1)
    first, second = place_tags([right, left], discs(right, left))
    assert first.rect.left() == 100 + 8.5 + 4
    assert second.rect.right() == 400 - 8.5 - 4
    assert not first.moved
    assert not second.moved


def test_no_tag_stands_where_the_mini_map_does() -> None:
    closed = QRectF(110, 90, 60, 40)
    layout = TagLayout(BOUNDS, [closed])
    layout.change({"mark": ((QPointF(100, 100), 8.5), wish(100, 100))})
    assert not layout.places["mark"].rect.intersects(closed)


def test_a_neighbour_sends_the_tag_to_the_other_side() -> None:
    one = wish(100, 100)
    [place] = place_tags([one], [*discs(one), (QPointF(120, 100), 8.5)])
    assert place.rect.right() < 100


def test_a_tag_hemmed_in_goes_farther_and_gets_a_leader() -> None:
    one = wish(100, 100)
    around = [(QPointF(100 + x, 100 + y), 8.5) for x, y in ((20, 0), (-20, 0), (0, 20), (0, -20))]
    [place] = place_tags([one], [*discs(one), *around])
    assert place.moved


def test_tags_stay_inside_the_window() -> None:
    one = wish(595, 300)
    [place] = place_tags([one], discs(one))
    assert BOUNDS.contains(place.rect)


places = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), min_size=1, max_size=40, unique=True)


@given(places)
def test_tags_of_marks_that_leave_room_never_overlap(cells: list[tuple[int, int]]) -> None:
    wishes = [wish(30 + 49 * column, 30 + 49 * row) for column, row in cells]
    placed = place_tags(wishes, discs(*wishes))
    assert placed == place_tags(wishes, discs(*wishes))
    for one, other in combinations(placed, 2):
        assert not one.rect.intersects(other.rect)
    for place in placed:
        for centre, radius in discs(*wishes):
            disc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            assert not place.rect.intersects(disc)


def test_tags_keep_their_places_while_other_marks_come_and_go() -> None:
    layout = TagLayout(BOUNDS)
    layout.change({key: ((QPointF(60 * key, 100), 8.5), wish(60 * key, 100)) for key in range(1, 6)})
    before = dict(layout.places)
    assert layout.change({9: ((QPointF(300, 400), 8.5), wish(300, 400))}) == {9}
    assert layout.change({9: (None, None)}) == {9}
    assert layout.places == before


def test_a_new_symbol_makes_a_tag_in_its_way_go_elsewhere() -> None:
    layout = TagLayout(BOUNDS)
    layout.change({"one": ((QPointF(100, 100), 8.5), wish(100, 100))})
    place = layout.places["one"].rect
    moved = layout.change({"other": ((place.center(), 8.5), None)})
    assert moved == {"one"}
    assert layout.places["one"].rect.right() < 100


@given(places, st.data())
def test_changing_some_marks_leaves_no_tag_on_a_symbol(cells: list[tuple[int, int]], data: st.DataObject) -> None:
    wishes = {cell: wish(30 + 49 * cell[0], 30 + 49 * cell[1]) for cell in cells}
    layout = TagLayout(BOUNDS)
    layout.change({cell: ((each.centre, each.radius), each) for cell, each in wishes.items()})
    for cell in data.draw(st.lists(st.sampled_from(cells), unique=True)):
        layout.change({cell: (None, None)})
        layout.change({cell: ((wishes[cell].centre, 8.5), wishes[cell])})
    for one, other in combinations(layout.places.values(), 2):
        assert not one.rect.intersects(other.rect)


@pytest.mark.parametrize("count", [6, 8, 10])
@pytest.mark.parametrize("grades", [(7, None), (7, 3), (10, 10)])
def test_grades_of_many_marks_at_a_neck_stay_apart_and_off_the_symbols(
    qtbot: QtBot, count: int, grades: tuple[int, int | None]
) -> None:
    body_map = BodyMap(ATLAS)
    qtbot.addWidget(body_map)
    body_map.resize(568, 540)
    body_map.set_view(View.BACK)
    body_map.show_whole()
    before, after = grades
    neck = ("cerv_ext", "splenius", "lev_scap", "trap_upper", "suboccipital")
    marks = [
        mark_in(body_map.figure_view, region, side, kind=MarkKind.TRIGGER_ACTIVE, before=before, after=after)
        for region in neck
        for side in (Side.LEFT, Side.RIGHT)
    ]
    body_map.set_marks(marks[:count])

    drawn = body_map.drawn_marks()
    tags = [each.tag for each in drawn if each.tag is not None]
    assert len(tags) == count
    for one, other in combinations(tags, 2):
        assert not one.rect.intersects(other.rect)
    for each in drawn:
        assert each.tag is not None
        reach = each.radius
        symbol = QRectF(each.centre.x() - reach, each.centre.y() - reach, 2 * reach, 2 * reach)
        assert not any(tag.rect.intersects(symbol) for tag in tags)
        # What stands beside its mark needs no leader; what stands farther off has one.
        away = max(
            abs(each.tag.rect.center().x() - each.centre.x()) - each.tag.rect.width() / 2,
            abs(each.tag.rect.center().y() - each.centre.y()) - each.tag.rect.height() / 2,
        )
        assert each.tag.moved or away <= each.radius + 5
