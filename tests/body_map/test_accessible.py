from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel
from therapist_desk.body_map import BodyMap, install_accessibility
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.mark import Mark, MarkKind


@pytest.fixture(scope="module", autouse=True)
def installed(qapp: object) -> None:  # noqa: ARG001 - Qt's own list needs an application
    install_accessibility()


def interface(body_map: BodyMap) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(body_map)
    assert found is not None
    return found


@pytest.fixture
def marks(body_map: BodyMap) -> list[Mark]:
    marks = [
        mark_in(body_map.figure_view, "trap_upper", kind=MarkKind.TRIGGER_ACTIVE, before=7, after=3),
        mark_in(body_map.figure_view, "ql", Side.LEFT, kind=MarkKind.PAIN),
        mark_in(body_map.atlas.view(body_map.figure_view.figure, View.FRONT), "biceps"),
    ]
    body_map.set_marks(marks)
    return marks


def test_the_marks_of_the_view_are_items_with_words(body_map: BodyMap, marks: list[Mark]) -> None:
    listed = interface(body_map)
    assert listed.role() == QAccessible.Role.List
    assert listed.childCount() == 2
    names = [listed.child(i).text(QAccessible.Text.Name) for i in range(2)]
    assert names == ["right upper trapezius 7→3", "left quadratus lumborum"]
    assert listed.child(2) is None
    assert marks


def test_an_item_lies_where_its_mark_is(body_map: BodyMap, marks: list[Mark]) -> None:
    item = interface(body_map).child(0)
    assert item.rect().contains(body_map.mapToGlobal(pixel(body_map, "trap_upper")))
    found = interface(body_map).childAt(*body_map.mapToGlobal(pixel(body_map, "ql", Side.LEFT)).toTuple())
    assert found.text(QAccessible.Text.Name) == body_map.words_of(marks[1])


def test_the_selected_mark_is_said_to_be_selected(body_map: BodyMap, marks: list[Mark]) -> None:
    body_map.select(marks[1].id)
    items = [interface(body_map).child(i) for i in range(2)]
    assert [bool(item.state().selected) for item in items] == [False, True]
    assert body_map.accessibleDescription() == "left quadratus lumborum"


def test_an_item_whose_mark_is_gone_is_invalid(body_map: BodyMap, marks: list[Mark]) -> None:
    item = interface(body_map).child(1)
    body_map.set_marks(marks[:1])
    assert not item.isValid()
    assert interface(body_map).childCount() == 1


def test_the_list_and_its_items_know_each_other(body_map: BodyMap, marks: list[Mark]) -> None:
    listed = interface(body_map)
    item = listed.child(1)
    assert item.role() == QAccessible.Role.ListItem
    assert item.childCount() == 0
    assert item.parent().object() is body_map
    assert listed.indexOfChild(item) == 1
    assert listed.focusChild() is None
    body_map.select(marks[1].id)
    assert listed.focusChild().text(QAccessible.Text.Name) == body_map.words_of(marks[1])


def test_the_window_may_choose_the_words(body_map: BodyMap, marks: list[Mark]) -> None:
    body_map.set_describe(spoken)
    assert interface(body_map).child(0).text(QAccessible.Text.Name) == "kind A"
    assert marks


def spoken(mark: Mark) -> str:
    return f"kind {mark.kind.value}"


@pytest.fixture
def light_heap() -> Iterator[None]:
    """Collecting looks at what a test makes only, not at all that the tests before it left."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("light_heap")
def test_maps_come_and_go_without_harm(qtbot: QtBot) -> None:  # noqa: ARG001 - for its check of windows
    for _ in range(30):
        body_map = BodyMap(ATLAS)
        body_map.set_marks([mark_in(body_map.figure_view, "biceps")])
        item = interface(body_map).child(0)
        assert item.isValid()
        body_map.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del body_map
        gc.collect()
        assert not item.isValid()
