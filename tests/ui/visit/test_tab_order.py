"""Tab through the map's half of the visit: in the order that the eye goes, and always to be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import press, settle

ROUND_IT = 6


@pytest.fixture
def active(qtbot: QtBot, page: VisitPage) -> VisitPage:
    """A page with three marks and the list beside the map, in the window that has the keyboard."""
    for keys in ("a/upper trapezius right\n7\n", "t/infraspinatus left\n2\n", "f/rhomboids left\n1\n"):
        press(page, keys)
    settle(page)
    press(page, "\x1bv")
    page.map_panel.toolbar.list.setChecked(True)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    return page


def tabbed(first: QWidget, within: QWidget) -> Iterator[QWidget]:
    """Give what Tab comes to, from `first` until it leaves `within`; each widget once."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and (here is within or within.isAncestorOf(here)):
        if here not in seen:
            seen.append(here)
            yield here
        elif here is seen[0]:
            return
        QTest.keyClick(here, Qt.Key.Key_Tab)


def round_about(widget: QWidget) -> QImage:
    """Give the picture of a widget and a little more on each side."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place.adjusted(-ROUND_IT, -ROUND_IT, ROUND_IT, ROUND_IT)).toImage()


def test_it_goes_through_toolbar_palette_map_list_and_strip(active: VisitPage) -> None:
    panel = active.map_panel
    bars = [panel.toolbar, panel.palette_column, panel.map, panel.list, panel.legend]

    come_to = list(tabbed(panel.toolbar.views.focusProxy() or panel.toolbar.findChildren(QWidget)[1], panel))

    places = [next(i for i, bar in enumerate(bars) if bar is each or bar.isAncestorOf(each)) for each in come_to]
    assert places == sorted(places)
    assert set(places) == set(range(len(bars)))
    toolbar = [each.mapTo(panel, QPoint(0, 0)).x() for each, place in zip(come_to, places, strict=True) if place == 0]
    assert toolbar == sorted(toolbar)


def test_it_goes_through_the_strip_from_left_to_right(active: VisitPage) -> None:
    strip = active.strip
    come_to = list(tabbed(strip.display.findChildren(QAbstractButton)[0], strip))
    across = [each.mapTo(strip, QPoint(0, 0)).x() for each in come_to]
    assert across == sorted(across)
    names = [each.objectName() or each.accessibleName() for each in come_to]
    row = strip.techniques.row
    keys = row.keys()
    shown = [f"technique_{key}" for key in keys if row.button(key).isVisible()]
    assert names == ["planned_length", *shown, "Another technique", "correct_times", "start"]


def test_it_comes_to_what_can_be_tested_before_the_phrases(active: VisitPage) -> None:
    card = active.note.objective
    first = card.findChild(QAbstractButton, "test_or_measure")
    assert first is not None
    come_to = list(tabbed(first, card))
    assert come_to[1] is card.phrases
    below = [each.mapTo(card, QPoint(0, 0)).y() for each in come_to[1:]]
    assert below == sorted(below)


def test_wherever_it_comes_to_is_seen(active: VisitPage) -> None:
    panel = active.map_panel
    unseen: list[str] = []
    for each in tabbed(panel.toolbar.closeups, panel):
        focused = round_about(each)
        active.foot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        active.foot.setFocus()
        if round_about(each) == focused:
            unseen.append(each.accessibleName())
        each.setFocus(Qt.FocusReason.TabFocusReason)
    assert unseen == []


def test_the_list_stands_on_its_first_mark_when_none_is_selected(active: VisitPage) -> None:
    panel = active.map_panel
    panel.map.choose("")
    first = active.session.visit.marks[0]

    panel.list.view.setFocus(Qt.FocusReason.TabFocusReason)

    assert panel.map.selected == first.id
    panel.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(panel.list.view, Qt.Key.Key_Down)
    assert panel.map.selected == active.session.visit.marks[1].id


@pytest.mark.parametrize("kind", [MarkKind.TRIGGER_ACTIVE, MarkKind.FASCIAL])
def test_in_the_window_of_a_mark_it_goes_down_line_by_line(active: VisitPage, kind: MarkKind) -> None:
    panel = active.map_panel
    mark = next(each for each in active.session.visit.marks if each.kind is kind)
    panel.open_popover(mark.id)
    popover = panel.popover

    come_to = list(tabbed(popover.before, popover))

    lines = [each.mapTo(popover, QPoint(0, each.height() // 2)).y() for each in come_to]
    start = lines.index(min(lines))  # Tab goes round: from the last line to the head, and on
    turned = lines[start:] + lines[:start]
    assert turned == sorted(turned)
    spoken = [QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in come_to]
    assert all(spoken)
    popover.close()
