"""While the picture moves its last drawing serves; once it rests all is drawn anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel
from body_map.mouse import move
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import View

MIDDLE = QPoint(284, 270)


def wheel(body_map: BodyMap, notches: float) -> None:
    event = QWheelEvent(
        QPointF(MIDDLE),
        QPointF(body_map.mapToGlobal(MIDDLE)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(body_map, event)


def seen(body_map: BodyMap) -> QImage:
    return body_map.grab().toImage()


def drawn_afresh(qtbot: QtBot, body_map: BodyMap) -> QImage:
    """What another map shows that was put there at once."""
    other = BodyMap(ATLAS)
    qtbot.addWidget(other)
    other.resize(body_map.size())
    other.set_view(View.BACK)
    other.set_marks(body_map.marks)
    with qtbot.waitExposed(other):
        other.show()
    other._move_to(body_map._transform)
    return seen(other)


@pytest.fixture
def marked(body_map: BodyMap) -> BodyMap:
    body_map.show_upper_body()
    body_map.set_marks([mark_in(body_map.figure_view, "trap_upper", before=3)])
    seen(body_map)
    return body_map


def test_it_comes_to_rest_by_itself_and_is_crisp(qtbot: QtBot, marked: BodyMap) -> None:
    wheel(marked, 1)
    moving = seen(marked)
    crisp = drawn_afresh(qtbot, marked)
    assert moving != crisp
    qtbot.waitUntil(lambda: seen(marked) == crisp)


def test_the_figure_follows_the_wheel_at_once(marked: BodyMap) -> None:
    before = marked.to_pixel(marked.marks[0].anchor)
    wheel(marked, 1)
    after = marked.to_pixel(marked.marks[0].anchor)
    assert QPointF(after - before).manhattanLength() > 5
    assert seen(marked).pixelColor(after.toPoint()) != marked.colours.ground


def test_a_drag_shows_the_whole_figure_where_the_drawing_does_not_reach(qtbot: QtBot, marked: BodyMap) -> None:
    QTest.mousePress(marked, Qt.MouseButton.MiddleButton, pos=MIDDLE)
    move(marked, MIDDLE - QPoint(0, 150), Qt.MouseButton.MiddleButton)

    # the lower back, which was out of sight before
    bare = seen(marked).pixelColor(pixel(marked, "es_lumb"))
    assert bare in marked.colours.tones

    QTest.mouseRelease(marked, Qt.MouseButton.MiddleButton, pos=MIDDLE - QPoint(0, 150))
    move(marked, QPoint(1, 1))
    assert seen(marked) == drawn_afresh(qtbot, marked)


def test_letters_and_the_small_map_stay_where_they_are(marked: BodyMap) -> None:
    corner = marked._mini_map().toAlignedRect().adjusted(-1, -1, 1, 1)
    assert not corner.isEmpty()
    letters = [QPoint(x, 8) for x in (10, marked.width() - 40)]
    before = seen(marked)
    wheel(marked, 0.5)
    after = seen(marked)
    for place in letters:
        box = (place.x(), place.y(), 30, 30)
        assert before.copy(*box) == after.copy(*box)
    assert after.pixelColor(corner.topLeft() + QPoint(3, 60)) == marked.colours.card


def test_far_zooming_draws_anew_rather_than_blur(marked: BodyMap) -> None:
    wheel(marked, 1)
    assert marked._motion.going_on
    wheel(marked, 6)
    assert not marked._motion.going_on


def test_a_change_of_view_ends_the_movement(qtbot: QtBot, marked: BodyMap) -> None:
    wheel(marked, 1)
    marked.set_view(View.FRONT)
    marked.set_view(View.BACK)
    move(marked, QPoint(1, 1))
    assert seen(marked) == drawn_afresh(qtbot, marked)
