"""Everything that keys do with the marks selected, by the mouse alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import place_of, press, stored

BY_MOUSE, BY_KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


@pytest.fixture
def two_marks(page: VisitPage) -> VisitPage:
    for keys in ("p/upper trapezius right\n", "t/infraspinatus left\n"):
        press(page, keys)
        press(page, "\x1b")
    press(page, "v")
    return page


def ask(page: VisitPage, at: QPoint, reason: QContextMenuEvent.Reason = BY_MOUSE) -> QMenu:
    body = page.map_panel.map
    QApplication.sendEvent(body, QContextMenuEvent(reason, at, body.mapToGlobal(at)))
    return next(menu for menu in body.findChildren(QMenu, "mark_menu") if menu.isVisible())


def take(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()


def sides(page: VisitPage) -> list[tuple[str, Side]]:
    return [(mark.regions[0].region, mark.regions[0].side) for mark in stored(page).marks]


def test_a_mark_under_the_pointer_is_selected_and_copied(two_marks: VisitPage) -> None:
    page = two_marks
    take(ask(page, place_of(page, "infraspinatus", Side.LEFT)), "Copy to the other side")

    assert sides(page)[2:] == [("infraspinatus", Side.RIGHT)]


def test_several_are_graded_and_deleted_together(two_marks: VisitPage) -> None:
    page = two_marks
    take(ask(page, QPoint(5, 60)), "Select all")
    menu = ask(page, place_of(page, "infraspinatus", Side.LEFT))
    grades = menu.findChild(QMenu, "mark_menu_grades")
    assert grades is not None
    take(grades, "3")
    menu.close()
    assert [mark.before for mark in stored(page).marks] == [3, 3]

    take(ask(page, place_of(page, "infraspinatus", Side.LEFT)), "Delete 2 marks")
    assert stored(page).marks == ()


def test_the_menu_key_asks_about_what_is_selected(two_marks: VisitPage) -> None:
    page = two_marks
    first = stored(page).marks[0]
    page.map_panel.map.choose(first.id)
    take(ask(page, QPoint(5, 60), BY_KEY), "Delete")

    assert [mark.kind for mark in stored(page).marks] == [MarkKind.TENDER]


def button(page: VisitPage) -> None:
    copy = page.map_panel.popover.findChild(QWidget, "mirror_mark")
    assert copy is not None
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)


def key(page: VisitPage) -> None:
    QTest.keyClick(page.map_panel.popover, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("copy", [button, key])
def test_the_window_of_a_mark_copies_it_to_the_other_side(
    two_marks: VisitPage, copy: Callable[[VisitPage], None]
) -> None:
    page = two_marks
    page.map_panel.open_popover(stored(page).marks[0].id)
    copy(page)
    page.map_panel.popover.close()

    assert sides(page)[2:] == [("trap_upper", Side.LEFT)]


def test_a_signed_visit_offers_nothing(qtbot: QtBot, two_marks: VisitPage) -> None:
    body = two_marks.map_panel.map
    body.set_read_only(read_only=True)
    with qtbot.waitSignal(body.menu_wanted):
        QApplication.sendEvent(body, QContextMenuEvent(BY_MOUSE, QPoint(5, 60), body.mapToGlobal(QPoint(5, 60))))

    assert body.findChildren(QMenu, "mark_menu") == []
