from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, far_apart, mark_in, pixel, region_of
from body_map.mouse import LEFT_BUTTON, drag, move
from therapist_desk.body_map import BodyMap, PlacedMark
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.findings.mark import MarkKind, Point, WholeRegion


def turn_wheel(body_map: BodyMap, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        at,
        QPointF(body_map.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place only
    )
    QApplication.sendEvent(body_map, event)


@pytest.mark.parametrize("kind", MarkKind)
def test_a_click_places_a_mark_of_the_chosen_kind(qtbot: QtBot, body_map: BodyMap, kind: MarkKind) -> None:
    body_map.set_kind(kind)
    with qtbot.waitSignal(body_map.mark_placed) as placed:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "infraspinatus", Side.LEFT))
    assert placed.args is not None
    mark: PlacedMark = placed.args[0]
    infraspinatus = region_of(body_map.figure_view, "infraspinatus", Side.LEFT)
    assert (mark.kind, mark.view, mark.figure) == (kind, View.BACK, Figure.NEUTRAL)
    assert mark.regions == (infraspinatus.ref,)
    assert mark.atlas_version == ATLAS.version
    assert isinstance(mark.shape, Point)
    assert far_apart(mark.shape, infraspinatus.anchor) <= 20


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("view", View)
def test_a_click_names_every_region_and_its_side(qtbot: QtBot, body_map: BodyMap, figure: Figure, view: View) -> None:
    body_map.set_figure(figure)
    body_map.set_view(view)
    body_map.set_kind(MarkKind.TENDER)
    body_map.resize(1200, 1200)
    named: list[PlacedMark] = []
    body_map.mark_placed.connect(named.append)
    for region in body_map.figure_view.regions:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=body_map.to_pixel(region.anchor).toPoint())
    assert [mark.regions for mark in named] == [(region.ref,) for region in body_map.figure_view.regions]
    qtbot.wait(0)


def test_a_click_beside_the_figure_places_nothing_and_says_so(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.PAIN)
    with qtbot.assertNotEmitted(body_map.mark_placed), qtbot.waitSignal(body_map.missed):
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=QPoint(40, 270))


def test_a_click_on_a_mark_selects_it_and_places_none(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    body_map.set_kind(MarkKind.TENDER)
    with qtbot.assertNotEmitted(body_map.mark_placed), qtbot.waitSignal(body_map.mark_selected) as selected:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "trap_upper") + QPoint(3, 2))
    assert selected.args == [mark.id]
    assert body_map.selected == mark.id


def test_a_click_on_a_mark_asks_to_look_at_it_and_a_drag_does_not(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    with qtbot.waitSignal(body_map.mark_clicked) as activated:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "trap_upper"))
    assert activated.args == [mark.id]
    with qtbot.assertNotEmitted(body_map.mark_clicked):
        drag(body_map, pixel(body_map, "trap_upper"), pixel(body_map, "infraspinatus"))


def test_a_click_beside_all_marks_clears_the_selection(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.mark_selected) as selected:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "glut_max"))
    assert selected.args == [""]


def test_of_two_marks_the_nearer_is_selected(qtbot: QtBot, body_map: BodyMap) -> None:
    anchor = region_of(body_map.figure_view, "lat").anchor
    near = mark_in(body_map.figure_view, "lat", shape=anchor)
    beside = mark_in(body_map.figure_view, "lat", shape=Point(anchor.x + 200, anchor.y))
    body_map.set_marks([near, beside])
    with qtbot.waitSignal(body_map.mark_selected) as selected:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "lat") + QPoint(8, 0))
    assert selected.args == [beside.id]


def test_a_mark_can_be_placed_inside_an_area_and_the_area_be_selected(qtbot: QtBot, body_map: BodyMap) -> None:
    region = region_of(body_map.figure_view, "glut_max")
    area = mark_in(body_map.figure_view, "glut_max", kind=MarkKind.PAIN, shape=WholeRegion(region.anchor))
    body_map.set_marks([area])
    inside = pixel(body_map, "glut_max") + QPoint(12, 8)
    body_map.set_kind(MarkKind.TENDER)
    with qtbot.waitSignal(body_map.mark_placed):
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=inside)
    body_map.set_kind(None)
    with qtbot.waitSignal(body_map.mark_selected) as selected:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=inside)
    assert selected.args == [area.id]


def test_dragging_a_mark_moves_it_once_at_the_end(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    moves: list[tuple[str, Point, object]] = []
    body_map.mark_moved.connect(lambda *args: moves.append(args))
    drag(body_map, pixel(body_map, "trap_upper"), pixel(body_map, "infraspinatus"))
    target = region_of(body_map.figure_view, "infraspinatus")
    [(mark_id, point, regions)] = moves
    assert mark_id == mark.id
    assert far_apart(point, target.anchor) <= 30
    assert regions == (target.ref,)
    # and it stays there until whoever stores it says otherwise
    assert body_map.mark_screen_rect(mark.id).contains(pixel(body_map, "infraspinatus"))
    qtbot.wait(0)


def test_a_mark_dropped_beside_the_figure_goes_back(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    before = body_map.mark_screen_rect(mark.id)
    with qtbot.assertNotEmitted(body_map.mark_moved), qtbot.waitSignal(body_map.missed):
        drag(body_map, pixel(body_map, "trap_upper"), QPoint(30, 300))
    assert body_map.mark_screen_rect(mark.id) == before


def test_escape_ends_a_drag_without_moving(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    start = pixel(body_map, "trap_upper")
    with qtbot.assertNotEmitted(body_map.mark_moved):
        QTest.mousePress(body_map, LEFT_BUTTON, pos=start)
        move(body_map, start + QPoint(30, 60), LEFT_BUTTON)
        QTest.keyClick(body_map, Qt.Key.Key_Escape)
        QTest.mouseRelease(body_map, LEFT_BUTTON, pos=start + QPoint(30, 60))


def test_a_shaky_click_on_a_mark_does_not_move_it(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    start = pixel(body_map, "trap_upper")
    with qtbot.assertNotEmitted(body_map.mark_moved):
        drag(body_map, start, start + QPoint(3, 3))


@pytest.mark.parametrize("notches", [1, 3, -2])
def test_the_wheel_zooms_and_keeps_the_place_under_the_pointer(body_map: BodyMap, notches: int) -> None:
    at = QPointF(pixel(body_map, "rhomboids", Side.LEFT))
    place, zoom = body_map.to_point(at), body_map.zoom
    turn_wheel(body_map, at, notches)
    assert (body_map.zoom > zoom) == (notches > 0)
    assert far_apart(body_map.to_point(at), place) <= 2


def test_zoom_stays_within_reason(body_map: BodyMap) -> None:
    turn_wheel(body_map, QPointF(280, 100), 40)
    assert body_map.zoom == pytest.approx(9.0)
    turn_wheel(body_map, QPointF(280, 100), -80)
    assert body_map.zoom == pytest.approx(0.6)


def test_the_middle_button_moves_the_picture_and_places_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.TENDER)
    place = body_map.to_point(QPointF(280, 200))
    with qtbot.assertNotEmitted(body_map.mark_placed):
        drag(body_map, QPoint(280, 200), QPoint(310, 240), Qt.MouseButton.MiddleButton)
    assert far_apart(body_map.to_point(QPointF(310, 240)), place) <= 2


def test_space_and_drag_moves_the_picture(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.TENDER)
    place = body_map.to_point(QPointF(280, 200))
    with qtbot.assertNotEmitted(body_map.mark_placed):
        QTest.keyPress(body_map, Qt.Key.Key_Space)
        drag(body_map, QPoint(280, 200), QPoint(250, 260))
        QTest.keyRelease(body_map, Qt.Key.Key_Space)
    assert far_apart(body_map.to_point(QPointF(250, 260)), place) <= 2


def test_the_figure_cannot_be_lost_from_sight(body_map: BodyMap) -> None:
    for by in ((5000, 0), (-10000, 0), (0, 9000), (0, -9000)):
        body_map.pan_by(*by)
        left_top = body_map.to_pixel(Point(0, 0))
        right_bottom = body_map.to_pixel(Point(body_map.figure_view.width, body_map.figure_view.height))
        assert QRect(left_top.toPoint(), right_bottom.toPoint()).intersects(body_map.rect())


def test_a_click_on_the_mini_map_goes_there(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.show_upper_body()
    body_map.set_kind(MarkKind.TENDER)
    calf = region_of(body_map.figure_view, "gastroc_med").anchor
    assert not body_map.rect().contains(body_map.to_pixel(calf).toPoint())
    with qtbot.assertNotEmitted(body_map.mark_placed):
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=QPoint(42, 500))
    assert body_map.rect().contains(body_map.to_pixel(calf).toPoint())


def test_hovering_names_the_region_once(body_map: BodyMap) -> None:
    names: list[str] = []
    body_map.region_hovered.connect(names.append)
    at = pixel(body_map, "lat", Side.LEFT)
    move(body_map, at)
    move(body_map, at + QPoint(1, 1))
    move(body_map, pixel(body_map, "sacrum", Side.MIDLINE))
    move(body_map, QPoint(10, 200))
    assert names == ["left latissimus dorsi", "sacrum and sacroiliac region", ""]


class PaintWatcher(QObject):
    """Adds up the area that a widget is asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.area = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.area += event.rect().width() * event.rect().height()
        return super().eventFilter(watched, event)


def test_hovering_and_dragging_repaint_only_a_small_part(body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    body_map.repaint()
    QApplication.processEvents()
    watcher = PaintWatcher()
    body_map.installEventFilter(watcher)
    whole = body_map.width() * body_map.height()

    move(body_map, pixel(body_map, "teres_major"))
    QApplication.processEvents()
    assert 0 < watcher.area < 0.1 * whole

    start = pixel(body_map, "trap_upper")
    QTest.mousePress(body_map, LEFT_BUTTON, pos=start)
    move(body_map, start + QPoint(0, 20), LEFT_BUTTON)
    QApplication.processEvents()
    watcher.area = 0
    move(body_map, start + QPoint(0, 24), LEFT_BUTTON)
    QApplication.processEvents()
    assert 0 < watcher.area < 0.03 * whole
    QTest.mouseRelease(body_map, LEFT_BUTTON, pos=start)
