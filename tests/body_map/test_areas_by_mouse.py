from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in, pixel, region_of
from body_map.mouse import LEFT_BUTTON, drag, move, paint
from body_map.test_canvas import picture
from body_map.test_mouse import PaintWatcher
from therapist_desk.body_map import BodyMap, PlacedMark
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.mark import AREA_KINDS, Area, MarkKind, Point, WholeRegion

POINT_KINDS = [kind for kind in MarkKind if kind not in AREA_KINDS]


@pytest.fixture
def placed(body_map: BodyMap) -> list[PlacedMark]:
    marks: list[PlacedMark] = []
    body_map.mark_placed.connect(marks.append)
    return marks


def box(at: QPoint, half: int) -> tuple[QPoint, ...]:
    return (
        at + QPoint(-half, -half),
        at + QPoint(half, -half),
        at + QPoint(half, half),
        at + QPoint(-half, half),
        at + QPoint(-half, -half),
    )


@pytest.mark.parametrize("kind", sorted(AREA_KINDS))
def test_a_stroke_becomes_an_area_of_few_corners(body_map: BodyMap, placed: list[PlacedMark], kind: MarkKind) -> None:
    body_map.set_kind(kind)
    paint(body_map, *box(pixel(body_map, "lat", Side.LEFT), 12))
    [mark] = placed
    assert isinstance(mark.shape, Area)
    assert mark.kind is kind
    assert 3 <= len(mark.shape.corners) <= 12
    assert mark.regions[0] == region_of(body_map.figure_view, "lat", Side.LEFT).ref


@pytest.mark.parametrize("kind", POINT_KINDS)
def test_kinds_that_are_points_stay_points_however_they_are_dragged(
    body_map: BodyMap, placed: list[PlacedMark], kind: MarkKind
) -> None:
    body_map.set_kind(kind)
    at = pixel(body_map, "lat", Side.LEFT)
    paint(body_map, at, at + QPoint(25, 5))
    [mark] = placed
    assert isinstance(mark.shape, Point)
    assert mark.regions == (region_of(body_map.figure_view, "lat", Side.LEFT).ref,)


def test_a_tiny_drag_is_a_click(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.PAIN)
    at = pixel(body_map, "lat", Side.LEFT)
    drag(body_map, at, at + QPoint(3, 2))
    assert [type(mark.shape) for mark in placed] == [Point]


def test_a_stroke_across_the_spine_is_bilateral(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.PAIN)
    left, right = pixel(body_map, "rhomboids", Side.LEFT), pixel(body_map, "rhomboids")
    paint(
        body_map,
        left + QPoint(-6, -8),
        right + QPoint(6, -8),
        right + QPoint(6, 14),
        left + QPoint(-6, 14),
        left + QPoint(-6, -8),
    )
    assert {region.side for region in placed[0].regions} == {Side.BILATERAL}


def test_a_stroke_that_leaves_the_figure_stays_on_it(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.SWELLING)
    shoulder = pixel(body_map, "delt_mid")
    paint(body_map, *box(shoulder, 30))
    [mark] = placed
    assert isinstance(mark.shape, Area)
    view = body_map.figure_view
    assert all(view.region_at(corner, reach=60) is not None for corner in mark.shape.corners)


def test_a_stroke_beside_the_figure_marks_nothing_and_says_so(
    qtbot: QtBot, body_map: BodyMap, placed: list[PlacedMark]
) -> None:
    body_map.set_kind(MarkKind.PAIN)
    with qtbot.waitSignal(body_map.missed):
        paint(body_map, QPoint(20, 300), QPoint(60, 300), QPoint(60, 340), QPoint(20, 300))
    assert placed == []


def test_escape_gives_a_stroke_up_without_a_trace(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.PAIN)
    QApplication.processEvents()
    before = picture(body_map)
    at = pixel(body_map, "lat", Side.LEFT)
    QTest.mousePress(body_map, LEFT_BUTTON, pos=at)
    for step in range(1, 30):
        move(body_map, at + QPoint(step, step), LEFT_BUTTON)
    assert picture(body_map) != before
    QTest.keyClick(body_map, Qt.Key.Key_Escape)
    QTest.mouseRelease(body_map, LEFT_BUTTON, pos=at + QPoint(30, 30))
    assert placed == []
    body_map._pointer.leave()
    assert picture(body_map) == before


def test_each_move_of_a_stroke_repaints_its_newest_piece_only(body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.PAIN)
    at = pixel(body_map, "lat", Side.LEFT)
    QTest.mousePress(body_map, LEFT_BUTTON, pos=at)
    move(body_map, at + QPoint(0, 40), LEFT_BUTTON)
    QApplication.processEvents()
    watcher = PaintWatcher()
    body_map.installEventFilter(watcher)
    move(body_map, at + QPoint(4, 44), LEFT_BUTTON)
    QApplication.processEvents()
    assert 0 < watcher.area < 60 * 60
    QTest.mouseRelease(body_map, LEFT_BUTTON, pos=at)


def test_an_area_can_be_dragged_elsewhere_as_it_is(qtbot: QtBot, body_map: BodyMap) -> None:
    anchor = region_of(body_map.figure_view, "lat").anchor
    corners = tuple(Point(anchor.x + dx, anchor.y + dy) for dx, dy in ((-200, -200), (200, -200), (0, 250)))
    area = mark_in(body_map.figure_view, "lat", kind=MarkKind.PAIN, shape=Area(corners))
    body_map.set_marks([area])
    start, end = pixel(body_map, "lat"), pixel(body_map, "glut_max")
    with qtbot.waitSignal(body_map.mark_moved) as moved:
        drag(body_map, start, end)
    assert moved.args is not None
    _, shape, regions = moved.args
    assert isinstance(shape, Area)
    assert regions[0].region == "glut_max"
    sides = [(b.x - a.x, b.y - a.y) for a, b in pairwise(shape.corners)]
    assert sides == [(b.x - a.x, b.y - a.y) for a, b in pairwise(corners)]


def test_the_region_tool_takes_the_whole_region_under_a_click(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    QTest.keyClicks(body_map, "pr")
    assert body_map.kind is MarkKind.PAIN
    assert body_map.whole_regions
    region = region_of(body_map.figure_view, "glut_max", Side.LEFT)
    QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "glut_max", Side.LEFT) + QPoint(6, 6))
    [mark] = placed
    assert (mark.kind, mark.shape, mark.regions) == (MarkKind.PAIN, WholeRegion(region.anchor), (region.ref,))


def test_the_region_tool_takes_a_midline_region(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    QTest.keyClicks(body_map, "r")
    assert body_map.kind is MarkKind.HYPERTONICITY
    QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "sacrum", Side.MIDLINE))
    assert [region.side for region in placed[0].regions] == [Side.MIDLINE]


def test_the_region_tool_never_marks_a_region_twice(
    qtbot: QtBot, body_map: BodyMap, placed: list[PlacedMark]
) -> None:
    region = region_of(body_map.figure_view, "glut_max")
    whole = mark_in(body_map.figure_view, "glut_max", kind=MarkKind.HYPERTONICITY, shape=WholeRegion(region.anchor))
    body_map.set_marks([whole])
    body_map.set_whole_regions(whole=True)
    with qtbot.waitSignal(body_map.mark_clicked) as clicked:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "glut_max") + QPoint(8, 8))
    assert clicked.args == [whole.id]
    assert placed == []


def test_shift_and_a_click_add_a_region_to_the_one_taken_and_take_it_out_again(
    qtbot: QtBot, body_map: BodyMap, placed: list[PlacedMark]
) -> None:
    region, other = region_of(body_map.figure_view, "glut_max"), region_of(body_map.figure_view, "lat")
    whole = mark_in(body_map.figure_view, "glut_max", kind=MarkKind.PAIN, shape=WholeRegion(region.anchor))
    body_map.set_marks([whole])
    body_map.set_kind(MarkKind.PAIN)
    body_map.set_whole_regions(whole=True)
    body_map.select(whole.id)
    shift, at = Qt.KeyboardModifier.ShiftModifier, pixel(body_map, "lat")

    with qtbot.waitSignal(body_map.mark_moved) as moved:
        QTest.mouseClick(body_map, LEFT_BUTTON, shift, at)
    assert moved.args == [whole.id, whole.shape, (region.ref, other.ref)]

    with qtbot.waitSignal(body_map.mark_moved) as moved:
        QTest.mouseClick(body_map, LEFT_BUTTON, shift, at)
    assert moved.args == [whole.id, whole.shape, (region.ref,)]
    assert placed == []


def test_the_keyboard_marks_the_whole_region_it_walked_to(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    QTest.keyClicks(body_map, "er")
    QTest.keyClick(body_map, Qt.Key.Key_Down)
    QTest.keyClick(body_map, Qt.Key.Key_Return)
    assert [type(mark.shape) for mark in placed] == [WholeRegion]


def test_a_point_kind_puts_the_region_tool_away(body_map: BodyMap) -> None:
    told: list[bool] = []
    body_map.whole_regions_changed.connect(told.append)
    kinds: list[MarkKind | None] = []
    body_map.kind_changed.connect(kinds.append)
    QTest.keyClicks(body_map, "nrarr")
    assert kinds == [MarkKind.NUMBNESS, MarkKind.TRIGGER_ACTIVE, MarkKind.NUMBNESS]
    assert told == [True, False, True, False]


def test_a_region_tool_is_of_no_use_in_a_signed_visit(body_map: BodyMap) -> None:
    body_map.set_read_only(read_only=True)
    QTest.keyClicks(body_map, "r")
    assert not body_map.whole_regions
    assert body_map.kind is None


def test_every_region_can_be_taken_whole(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.resize(1200, 1200)
    for view in View:
        body_map.set_view(view)
        body_map.set_kind(MarkKind.PAIN)
        body_map.set_whole_regions(whole=True)
        placed.clear()
        for region in body_map.figure_view.regions:
            QTest.mouseClick(body_map, LEFT_BUTTON, pos=body_map.to_pixel(region.anchor).toPoint())
        assert [mark.regions for mark in placed] == [(region.ref,) for region in body_map.figure_view.regions]
