from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in, pixel, region_of
from therapist_desk.body_map import BodyMap, PlacedMark
from therapist_desk.body_map.hands.grade_typing import MOMENT, GradeTyping
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas import next_region
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import MarkKind, Point, Scale


@pytest.mark.parametrize("kind", MarkKind)
def test_a_kinds_letter_chooses_it(qtbot: QtBot, body_map: BodyMap, kind: MarkKind) -> None:
    with qtbot.waitSignal(body_map.kind_changed) as changed:
        QTest.keyClicks(body_map, kind.value.lower())
    assert changed.args == [kind]
    assert body_map.kind is kind


def test_v_goes_back_to_selecting(body_map: BodyMap) -> None:
    QTest.keyClicks(body_map, "av")
    assert body_map.kind is None


def test_letters_with_ctrl_are_left_to_the_window(body_map: BodyMap) -> None:
    QTest.keyClick(body_map, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert body_map.kind is None


@pytest.mark.parametrize(
    ("kind", "keys", "expected"),
    [
        (MarkKind.TRIGGER_ACTIVE, "7", [7]),
        (MarkKind.TRIGGER_ACTIVE, "10", [1, 10]),
        (MarkKind.NUMBNESS, "0", [0]),
        (MarkKind.TRIGGER_LATENT, "71", [7, 1]),
        (MarkKind.TRIGGER_LATENT, "101", [1, 10, 1]),
        (MarkKind.TENDER, "10", [1, 0]),
        (MarkKind.TENDER, "4", [4]),
        (MarkKind.TENDER, "5", []),
        (MarkKind.SKIN, "3", []),
    ],
)
def test_digits_grade_the_selected_mark(body_map: BodyMap, kind: MarkKind, keys: str, expected: list[int]) -> None:
    mark = mark_in(body_map.figure_view, kind=kind)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    grades: list[tuple[str, int]] = []
    body_map.grade_typed.connect(lambda *args: grades.append(args))
    QTest.keyClicks(body_map, keys)
    assert grades == [(mark.id, grade) for grade in expected]


def test_a_digit_off_the_scale_is_refused_aloud(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view, kind=MarkKind.HYPERTONICITY)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.grade_refused) as refused:
        QTest.keyClicks(body_map, "4")
    assert refused.args == [mark.id, 4]


def test_ten_takes_two_digits_within_a_moment() -> None:
    scale = Scale("pain", 10)
    typing = GradeTyping()
    assert typing.typed("m", 1, scale, 0) == 1
    assert typing.typed("m", 0, scale, MOMENT) == 10
    assert typing.typed("m", 1, scale, 5000) == 1
    assert typing.typed("m", 0, scale, 5001 + MOMENT) == 0
    assert typing.typed("m", 1, scale, 9000) == 1
    assert typing.typed("another", 0, scale, 9001) == 0


def test_zero_with_nothing_selected_shows_the_whole_figure(body_map: BodyMap) -> None:
    QTest.keyClicks(body_map, "++")
    assert body_map.zoom > 1.5
    QTest.keyClicks(body_map, "-")
    QTest.keyClicks(body_map, "0")
    assert body_map.zoom == pytest.approx(1.0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_asks_for_the_selected_mark_to_go(qtbot: QtBot, body_map: BodyMap, key: Qt.Key) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    with qtbot.assertNotEmitted(body_map.mark_deleted):
        QTest.keyClick(body_map, key)
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.mark_deleted) as deleted:
        QTest.keyClick(body_map, key)
    assert deleted.args == [mark.id]


def test_arrows_nudge_the_selected_mark_and_add_up(body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view, "lat")
    body_map.set_marks([mark])
    body_map.select(mark.id)
    points: list[Point] = []
    body_map.mark_moved.connect(lambda _id, point, _regions: points.append(point))
    QTest.keyClick(body_map, Qt.Key.Key_Right)
    QTest.keyClick(body_map, Qt.Key.Key_Right)
    QTest.keyClick(body_map, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    start = mark.anchor
    assert points == [
        Point(start.x + 10, start.y),
        Point(start.x + 20, start.y),
        Point(start.x + 20, start.y - 100),
    ]


def test_tab_walks_the_marks_of_this_view_and_then_leaves(body_map: BodyMap) -> None:
    here = [mark_in(body_map.figure_view, region) for region in ("lat", "glut_max")]
    elsewhere = mark_in(body_map.atlas.view(body_map.figure_view.figure, View.FRONT), "biceps")
    body_map.set_marks([here[0], elsewhere, here[1]])
    chosen: list[str] = []
    body_map.mark_selected.connect(chosen.append)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Backtab)
    assert chosen == [here[0].id, here[1].id, here[0].id]


def test_escape_selects_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.mark_selected) as selected:
        QTest.keyClick(body_map, Qt.Key.Key_Escape)
    assert selected.args == [""]


def test_arrows_and_enter_place_a_mark_without_a_mouse(body_map: BodyMap) -> None:
    names: list[str] = []
    placed: list[PlacedMark] = []
    body_map.region_hovered.connect(names.append)
    body_map.mark_placed.connect(placed.append)
    QTest.keyClicks(body_map, "t")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(body_map, key)
    QTest.keyClick(body_map, Qt.Key.Key_Return)
    assert len(set(names)) == 3
    [mark] = placed
    assert mark.kind is MarkKind.TENDER
    assert mark.regions[0].words == names[-1]
    assert mark.regions[0].side is Side.RIGHT
    assert mark.shape == region_of(body_map.figure_view, mark.regions[0].region).anchor


def test_enter_without_a_region_places_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.TENDER)
    with qtbot.assertNotEmitted(body_map.mark_placed):
        QTest.keyClick(body_map, Qt.Key.Key_Return)


@pytest.mark.parametrize("view", View)
def test_every_region_is_reached_by_arrows(body_map: BodyMap, view: View) -> None:
    figure_view = body_map.atlas.view(body_map.figure_view.figure, view)
    start = next_region(figure_view, None, 0, 1)
    reached, left = {start.ref}, [start]
    while left:
        here = left.pop()
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = next_region(figure_view, here, dx, dy)
            if there.ref not in reached:
                reached.add(there.ref)
                left.append(there)
    assert {region.ref for region in figure_view.regions} - reached == set()


def test_enter_on_a_selected_mark_asks_to_look_at_it(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    with qtbot.waitSignal(body_map.mark_clicked) as activated:
        QTest.keyClick(body_map, Qt.Key.Key_Return)
    assert activated.args == [mark.id]


@pytest.mark.parametrize(
    ("reason", "ringed"), [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)]
)
def test_the_focus_is_ringed_when_it_came_by_keyboard(
    body_map: BodyMap, reason: Qt.FocusReason, *, ringed: bool
) -> None:
    QApplication.sendEvent(body_map, QFocusEvent(QFocusEvent.Type.FocusIn, reason))
    edge = body_map.grab().toImage().pixelColor(1, 270)
    assert edge == (body_map.colours.accent if ringed else body_map.colours.ground)
    QApplication.sendEvent(body_map, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert body_map.grab().toImage().pixelColor(1, 270) == body_map.colours.ground


def test_a_read_only_map_can_be_looked_at_and_changes_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    body_map.set_kind(MarkKind.TENDER)
    body_map.set_read_only(read_only=True)
    asks = (body_map.mark_placed, body_map.mark_moved, body_map.mark_deleted, body_map.grade_typed)
    with (
        qtbot.assertNotEmitted(asks[0]),
        qtbot.assertNotEmitted(asks[1]),
        qtbot.assertNotEmitted(asks[2]),
        qtbot.assertNotEmitted(asks[3]),
    ):
        at = pixel(body_map, "trap_upper")
        QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=pixel(body_map, "lat"))
        QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=at)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_3, Qt.Key.Key_T):
            QTest.keyClick(body_map, key)
    assert body_map.selected == mark.id
    assert body_map.kind is None


def test_walking_beyond_the_window_brings_the_picture_along(body_map: BodyMap) -> None:
    body_map.show_upper_body()
    names: list[str] = []
    body_map.region_hovered.connect(names.append)
    for _ in range(12):
        QTest.keyClick(body_map, Qt.Key.Key_Down)
    [reached] = [region for region in body_map.figure_view.regions if region.ref.words == names[-1]]
    assert reached.anchor.y > 7000
    assert body_map.rect().contains(body_map.to_pixel(reached.anchor).toPoint())


def test_page_keys_turn_the_figure(body_map: BodyMap) -> None:
    shown = []
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(body_map, key)
        shown.append(body_map.view)
    assert shown == [View.FRONT, View.RIGHT, View.FRONT]


def test_control_and_arrows_move_the_picture(body_map: BodyMap) -> None:
    body_map.zoom_by(2)
    before = body_map.to_pixel(body_map.figure_view.regions[0].anchor)
    QTest.keyClick(body_map, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    after = body_map.to_pixel(body_map.figure_view.regions[0].anchor)
    assert after.x() < before.x()
    assert after.y() == before.y()


def test_a_tiny_region_walked_to_stands_in_a_ring(body_map: BodyMap) -> None:
    body_map.set_view(SidedCloseup(Closeup.HEAD_FRONT, Side.MIDLINE))
    tiny = region_of(body_map.figure_view, "sternum", Side.MIDLINE)
    body_map.walk_to(tiny)
    shape = body_map.outline_of(tiny).boundingRect()
    assert shape.height() < 15

    walked = body_map.grab().toImage()
    body_map.leave_walk()
    plain = body_map.grab().toImage()

    # Above and below it, where no outline of its own runs, and faded away or not.
    middle = shape.center().toPoint()
    column = [middle.y() + away for away in range(-20, 21)]
    changed = [y for y in column if y < plain.height() and plain.pixel(middle.x(), y) != walked.pixel(middle.x(), y)]
    assert min(changed) < shape.top() - 5
    assert max(changed) > shape.bottom() + 3


def test_walking_to_the_very_edge_moves_the_picture_no_farther_than_needed(body_map: BodyMap) -> None:
    body_map.set_view(SidedCloseup(Closeup.HEAD_FRONT, Side.MIDLINE))
    edge = region_of(body_map.figure_view, "sternum", Side.MIDLINE)
    before = body_map.to_pixel(edge.anchor)
    assert before.y() > body_map.height() - 28

    body_map.walk_to(edge)

    moved = before - body_map.to_pixel(edge.anchor)
    assert moved.x() == pytest.approx(0)
    assert 0 < moved.y() <= 28
