"""What the mouse does on the map, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from body_map.builders import far_apart, mark_in, pixel, region_of
from body_map.mouse import move
from therapist_desk.body_map import BodyMap, PlacedMark
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import Area, MarkKind, Point

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def placed(body_map: BodyMap) -> list[PlacedMark]:
    marks: list[PlacedMark] = []
    body_map.mark_placed.connect(marks.append)
    return marks


def strike(body_map: BodyMap, *keys: Qt.Key, far: bool = False) -> None:
    for key in keys:
        QTest.keyClick(body_map, key, SHIFT if far else Qt.KeyboardModifier.NoModifier)


def begin_at(body_map: BodyMap, region: str, side: Side = Side.RIGHT) -> None:
    """Bring the cross-hair to the middle of a region."""
    body_map.walk_to(region_of(body_map.figure_view, region, side))
    QTest.keyClicks(body_map, "k")
    assert body_map.cross_hair.shown
    assert body_map.walked_region is None


def test_a_point_is_placed_anywhere(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.TENDER)
    begin_at(body_map, "lat", Side.LEFT)
    start = region_of(body_map.figure_view, "lat", Side.LEFT).anchor

    strike(body_map, LEFT, LEFT, UP, Qt.Key.Key_Return)

    [mark] = placed
    assert isinstance(mark.shape, Point)
    wanted = Point(round(start.x - 6 * body_map.tenths_per_pixel), round(start.y - 3 * body_map.tenths_per_pixel))
    assert far_apart(mark.shape, wanted) <= 2
    assert mark.regions[0].side is Side.LEFT


def test_an_area_is_drawn(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.PAIN)
    begin_at(body_map, "lat", Side.LEFT)

    strike(body_map, Qt.Key.Key_Space)
    strike(body_map, RIGHT, DOWN, LEFT, far=True)
    strike(body_map, Qt.Key.Key_Space)

    [mark] = placed
    assert isinstance(mark.shape, Area)
    assert region_of(body_map.figure_view, "lat", Side.LEFT).ref in mark.regions


def test_escape_leaves_undone_what_is_being_drawn_and_then_puts_the_cross_hair_away(
    body_map: BodyMap, placed: list[PlacedMark]
) -> None:
    body_map.set_kind(MarkKind.PAIN)
    begin_at(body_map, "lat")
    strike(body_map, Qt.Key.Key_Space)
    strike(body_map, RIGHT, DOWN, far=True)

    strike(body_map, Qt.Key.Key_Escape)
    assert placed == []
    assert body_map.cross_hair.shown
    assert not body_map.cross_hair.holds

    strike(body_map, Qt.Key.Key_Escape)
    assert not body_map.cross_hair.shown


def test_marks_are_chosen_by_a_box_and_one_more_with_shift(body_map: BodyMap) -> None:
    marks = [mark_in(body_map.figure_view, "rhomboids", side) for side in (Side.LEFT, Side.RIGHT)]
    more = mark_in(body_map.figure_view, "glut_max")
    body_map.set_marks([*marks, more])
    begin_at(body_map, "rhomboids", Side.LEFT)
    strike(body_map, UP, LEFT, far=True)
    across = pixel(body_map, "rhomboids").x() - pixel(body_map, "rhomboids", Side.LEFT).x()

    strike(body_map, Qt.Key.Key_Space)
    strike(body_map, *[RIGHT] * (across // 24 + 3), DOWN, DOWN, far=True)
    strike(body_map, Qt.Key.Key_Space)
    assert set(body_map.selection) == {mark.id for mark in marks}

    begin_again_at(body_map, "glut_max")
    strike(body_map, Qt.Key.Key_Return, far=True)
    assert set(body_map.selection) == {mark.id for mark in (*marks, more)}


def begin_again_at(body_map: BodyMap, region: str) -> None:
    body_map.put_cross_hair_away()
    begin_at(body_map, region)


def test_a_mark_is_carried_elsewhere(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view, "lat")
    body_map.set_marks([mark])
    begin_at(body_map, "lat")

    strike(body_map, Qt.Key.Key_Space)
    strike(body_map, UP, far=True)
    with qtbot.waitSignal(body_map.mark_moved) as moved:
        strike(body_map, Qt.Key.Key_Return)

    assert moved.args is not None
    assert moved.args[1].y < mark.anchor.y


def test_a_restriction_is_placed_and_aimed(body_map: BodyMap, placed: list[PlacedMark]) -> None:
    body_map.set_kind(MarkKind.FASCIAL)
    begin_at(body_map, "lat")

    strike(body_map, Qt.Key.Key_Space)
    strike(body_map, RIGHT, far=True)
    strike(body_map, *[UP] * 3)
    strike(body_map, Qt.Key.Key_Space)

    [mark] = placed
    assert mark.direction == 70


def test_other_keys_wait_while_it_draws(body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.PAIN)
    begin_at(body_map, "lat")
    view, zoom = body_map.view, body_map.zoom
    strike(body_map, Qt.Key.Key_Space)

    strike(body_map, Qt.Key.Key_PageUp, Qt.Key.Key_Plus, Qt.Key.Key_T)

    assert (body_map.view, body_map.zoom, body_map.kind) == (view, zoom, MarkKind.PAIN)
    assert body_map.cross_hair.holds


def test_the_mouse_leaves_alone_what_the_keys_draw_and_its_press_ends_it(
    body_map: BodyMap, placed: list[PlacedMark]
) -> None:
    body_map.set_kind(MarkKind.PAIN)
    begin_at(body_map, "lat")
    strike(body_map, Qt.Key.Key_Space)
    move(body_map, pixel(body_map, "glut_max"))
    assert body_map.cross_hair.holds
    assert placed == []

    QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=pixel(body_map, "glut_max"))

    assert not body_map.cross_hair.shown
    assert [ref.words for ref in placed[0].regions] == ["right gluteus maximus"]


def test_it_says_what_lies_under_it(body_map: BodyMap) -> None:
    begin_at(body_map, "lat")
    assert body_map.accessibleDescription() == "Cross-hair, right latissimus dorsi"

    strike(body_map, *[LEFT] * 20, far=True)
    assert body_map.accessibleDescription() == "beside the body"


def test_at_the_edge_it_moves_the_picture(body_map: BodyMap) -> None:
    body_map.zoom_by(3)
    begin_at(body_map, "lat")
    before = body_map.to_pixel(region_of(body_map.figure_view, "lat").anchor)

    strike(body_map, *[UP] * 30, far=True)

    assert body_map.to_pixel(region_of(body_map.figure_view, "lat").anchor).y() > before.y()


@pytest.mark.parametrize(
    ("reason", "stays"), [(Qt.FocusReason.PopupFocusReason, True), (Qt.FocusReason.TabFocusReason, False)]
)
def test_it_waits_for_a_popover_and_goes_with_the_focus(
    body_map: BodyMap, reason: Qt.FocusReason, *, stays: bool
) -> None:
    begin_at(body_map, "lat")
    QApplication.sendEvent(body_map, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert body_map.cross_hair.shown is stays


def test_it_looks_like_nothing_once_it_is_gone(body_map: BodyMap) -> None:
    before = body_map.grab().toImage()
    QTest.keyClicks(body_map, "k")
    assert body_map.grab().toImage() != before
    QTest.keyClicks(body_map, "k")
    assert body_map.grab().toImage() == before
