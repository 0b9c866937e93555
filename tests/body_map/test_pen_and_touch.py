"""A pen is a mouse that nobody presses twice; fingers tap, pinch and move the picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in, pixel
from therapist_desk.body_map import BodyMap, PlacedMark
from therapist_desk.domain.findings.mark import Area, MarkKind

PEN = QPointingDevice(
    "pen",
    7,
    QInputDevice.DeviceType.Stylus,
    QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
    1,
    1,
)
TRACKPAD = QPointingDevice(
    "pad",
    8,
    QInputDevice.DeviceType.TouchPad,
    QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.Position,
    2,
    1,
)


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:  # noqa: ARG001 - a device needs an application
    return QTest.createTouchDevice()


def pen(body_map: BodyMap, kind: QEvent.Type, at: QPoint, pressure: float) -> bool:
    """A pen's event; gives whether it was taken, so that Qt makes no mouse event of it."""
    held = Qt.MouseButton.LeftButton if pressure else Qt.MouseButton.NoButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind,
        PEN,
        QPointF(at),
        QPointF(body_map.mapToGlobal(at)),
        pressure,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        button,
        held,
    )
    event.ignore()
    QApplication.sendEvent(body_map, event)
    return event.isAccepted()


def centre(body_map: BodyMap) -> QPoint:
    return body_map.rect().center()


def test_a_touch_of_the_pen_places_one_mark_however_hard(body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.TENDER)
    at = pixel(body_map, "trap_upper")
    placed: list[PlacedMark] = []
    body_map.mark_placed.connect(placed.append)
    assert pen(body_map, QEvent.Type.TabletPress, at, 0.9)
    assert pen(body_map, QEvent.Type.TabletRelease, at, 0)
    assert [ref.words for mark in placed for ref in mark.regions] == ["right upper trapezius"]


def test_a_pen_paints_an_area(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.PAIN)
    at = pixel(body_map, "glut_max")
    pen(body_map, QEvent.Type.TabletPress, at, 0.2)
    with qtbot.waitSignal(body_map.mark_placed) as placed:
        for step in (QPoint(20, 0), QPoint(20, 20), QPoint(0, 20), QPoint(2, 2)):
            pen(body_map, QEvent.Type.TabletMove, at + step, 0.1 + step.x() / 40)
        pen(body_map, QEvent.Type.TabletRelease, at + QPoint(2, 2), 0)
    assert placed.args is not None
    assert isinstance(placed.args[0].shape, Area)


def test_a_hovering_pen_names_the_region(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.waitSignal(body_map.region_hovered) as hovered:
        pen(body_map, QEvent.Type.TabletMove, pixel(body_map, "trap_upper"), 0)
    assert hovered.args == ["right upper trapezius"]


def test_a_tap_places_one_mark(body_map: BodyMap, screen: QPointingDevice) -> None:
    body_map.set_kind(MarkKind.TENDER)
    placed: list[object] = []
    body_map.mark_placed.connect(placed.append)
    at = pixel(body_map, "trap_upper")
    QTest.touchEvent(body_map, screen).press(0, at, body_map).commit()
    QTest.touchEvent(body_map, screen).release(0, at, body_map).commit()
    assert len(placed) == 1


def test_a_finger_reaches_farther_than_a_pointer(qtbot: QtBot, body_map: BodyMap, screen: QPointingDevice) -> None:
    mark = mark_in(body_map.figure_view, "trap_upper")
    body_map.set_marks([mark])
    beside = pixel(body_map, "trap_upper") + QPoint(17, 10)
    QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=beside)
    assert body_map.selected == ""
    with qtbot.waitSignal(body_map.mark_clicked) as clicked:
        QTest.touchEvent(body_map, screen).press(0, beside, body_map).commit()
        QTest.touchEvent(body_map, screen).release(0, beside, body_map).commit()
    assert clicked.args == [mark.id]


def test_a_finger_that_rests_on_a_mark_opens_it_even_with_a_kind_in_the_hand(
    qtbot: QtBot, body_map: BodyMap, screen: QPointingDevice
) -> None:
    at = pixel(body_map, "lat")
    corners = [body_map.to_point(QPointF(at + away)) for away in (QPoint(-30, -20), QPoint(30, -20), QPoint(0, 30))]
    area = mark_in(body_map.figure_view, "lat", kind=MarkKind.PAIN, shape=Area(tuple(corners)))
    body_map.set_marks([area])
    body_map.set_kind(MarkKind.TENDER)
    beside = at + QPoint(12, -14)
    with qtbot.assertNotEmitted(body_map.mark_placed):
        with qtbot.waitSignal(body_map.mark_clicked) as opened:
            QTest.touchEvent(body_map, screen).press(0, beside, body_map).commit()
        QTest.touchEvent(body_map, screen).release(0, beside, body_map).commit()
    assert opened.args == [area.id]


def test_a_finger_that_rests_on_a_region_names_it_and_marks_nothing(
    qtbot: QtBot, body_map: BodyMap, screen: QPointingDevice
) -> None:
    body_map.set_kind(MarkKind.TENDER)
    at = pixel(body_map, "trap_upper")
    said: list[str] = []
    body_map.region_hovered.connect(said.append)
    with qtbot.assertNotEmitted(body_map.mark_placed):
        with qtbot.waitSignal(body_map.region_hovered):
            QTest.touchEvent(body_map, screen).press(0, at, body_map).commit()
        QTest.touchEvent(body_map, screen).release(0, at, body_map).commit()
    assert said == ["right upper trapezius"]


def test_two_fingers_zoom_about_their_middle_and_mark_nothing(
    qtbot: QtBot, body_map: BodyMap, screen: QPointingDevice
) -> None:
    body_map.set_kind(MarkKind.PAIN)
    middle, zoom = centre(body_map), body_map.zoom
    place = body_map.to_place(QPointF(middle))
    with qtbot.assertNotEmitted(body_map.mark_placed):
        fingers = QTest.touchEvent(body_map, screen, autoCommit=False)
        fingers.press(0, middle - QPoint(40, 0), body_map).commit()
        fingers.stationary(0).press(1, middle + QPoint(40, 0), body_map).commit()
        for away in (50, 60, 80):
            fingers.move(0, middle - QPoint(away, 0), body_map).move(1, middle + QPoint(away, 0), body_map).commit()
        fingers.release(0, middle - QPoint(80, 0), body_map).release(1, middle + QPoint(80, 0), body_map).commit()
    assert abs(body_map.zoom / zoom - 2) < 0.02
    x, y = body_map.to_place(QPointF(middle))
    assert abs(x - place[0]) + abs(y - place[1]) < 2 * body_map.tenths_per_pixel


def test_two_fingers_move_the_picture(body_map: BodyMap, screen: QPointingDevice) -> None:
    body_map.zoom_by(2)
    middle = centre(body_map)
    before, zoom = body_map.to_pixel(body_map.figure_view.regions[0].anchor), body_map.zoom
    QTest.touchEvent(body_map, screen).press(0, middle, body_map).press(1, middle + QPoint(60, 0), body_map).commit()
    moved = QTest.touchEvent(body_map, screen)
    moved.move(0, middle + QPoint(30, 20), body_map).move(1, middle + QPoint(90, 20), body_map).commit()
    after = body_map.to_pixel(body_map.figure_view.regions[0].anchor)
    QTest.touchEvent(body_map, screen).release(0, middle, body_map).release(1, middle, body_map).commit()
    assert (after - before).toPoint() == QPoint(30, 20)
    assert body_map.zoom == zoom


def test_a_pinch_on_a_trackpad_zooms_there(body_map: BodyMap) -> None:
    zoom, at = body_map.zoom, QPointF(200, 150)
    there = body_map.to_place(at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        TRACKPAD,
        2,
        at,
        at,
        QPointF(body_map.mapToGlobal(at)),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(body_map, event)
    assert abs(body_map.zoom / zoom - 1.25) < 0.001
    assert abs(body_map.to_place(at)[0] - there[0]) < 1
