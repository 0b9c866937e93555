from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel
from therapist_desk.body_map import BodyMap, install_accessibility
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.findings.review import Verdict


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


def listed(body_map: BodyMap, name: str) -> QAccessibleInterface:
    found = interface(body_map)
    lists = [found.child(i) for i in range(found.childCount())]
    return next(each for each in lists if each.text(QAccessible.Text.Name) == name)


def items(body_map: BodyMap, name: str = "Marks") -> list[QAccessibleInterface]:
    found = listed(body_map, name)
    return [found.child(i) for i in range(found.childCount())]


def names(parts: list[QAccessibleInterface]) -> list[str]:
    return [part.text(QAccessible.Text.Name) for part in parts]


def region_item(body_map: BodyMap, words: str) -> QAccessibleInterface:
    return next(item for item in items(body_map, "Regions") if item.text(QAccessible.Text.Name) == words)


def test_the_marks_of_the_view_are_items_with_words(body_map: BodyMap, marks: list[Mark]) -> None:
    assert interface(body_map).role() == QAccessible.Role.Grouping
    assert listed(body_map, "Marks").role() == QAccessible.Role.List
    assert names(items(body_map)) == ["right upper trapezius 7→3", "left quadratus lumborum"]
    assert listed(body_map, "Marks").child(2) is None
    assert marks


def test_every_region_of_the_view_is_an_item_inside_the_map(body_map: BodyMap) -> None:
    regions = items(body_map, "Regions")
    assert names(regions) == [region.ref.words for region in body_map.figure_view.regions]
    whole = QRect(body_map.mapToGlobal(QPoint(0, 0)), body_map.size())
    assert all(whole.contains(item.rect()) and not item.rect().isEmpty() for item in regions)
    spine = region_item(body_map, "left quadratus lumborum")

    body_map.set_view(View.FRONT)

    assert names(items(body_map, "Regions")) == [region.ref.words for region in body_map.figure_view.regions]
    assert not spine.isValid()


def test_a_press_on_a_region_marks_it_with_the_kind_in_the_hand(qtbot: QtBot, body_map: BodyMap) -> None:
    item = region_item(body_map, "right upper trapezius")
    press = QAccessibleActionInterface.pressAction()
    actions = item.actionInterface()
    assert actions.localizedActionName(press) == "Go here"
    with qtbot.assertNotEmitted(body_map.mark_placed):
        actions.doAction(press)
    assert item.state().selected
    assert interface(body_map).focusChild() is item

    body_map.set_kind(MarkKind.TENDER)
    assert actions.localizedActionName(press) == "Mark here"
    with qtbot.waitSignal(body_map.mark_placed) as placed:
        actions.doAction(press)
    assert placed.args is not None
    assert [ref.words for ref in placed.args[0].regions] == ["right upper trapezius"]


def test_a_region_tells_what_is_marked_there(body_map: BodyMap, marks: list[Mark]) -> None:
    item = region_item(body_map, "right upper trapezius")
    assert item.text(QAccessible.Text.Description) == body_map.words_of(marks[0])


def test_an_item_lies_where_its_mark_is(body_map: BodyMap, marks: list[Mark]) -> None:
    item = items(body_map)[0]
    assert item.rect().contains(body_map.mapToGlobal(pixel(body_map, "trap_upper")))
    found = interface(body_map).childAt(*body_map.mapToGlobal(pixel(body_map, "ql", Side.LEFT)).toTuple())
    assert found.text(QAccessible.Text.Name) == body_map.words_of(marks[1])
    bare = interface(body_map).childAt(*body_map.mapToGlobal(pixel(body_map, "lat")).toTuple())
    assert bare is region_item(body_map, "right latissimus dorsi")


def test_a_badge_says_what_another_picture_has_and_opens_it(body_map: BodyMap) -> None:
    palm = SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT)
    marked = mark_in(body_map.atlas.picture(body_map.figure, palm), "finger_index", Side.LEFT)
    body_map.set_marks([marked])
    body_map.set_view(View.FRONT)

    (badge,) = items(body_map, "On other pictures")
    assert names([badge]) == ["1 marked on the close-up: palm of left hand"]
    assert min(badge.rect().width(), badge.rect().height()) >= 24
    assert interface(body_map).childAt(*badge.rect().center().toTuple()) is badge
    actions = badge.actionInterface()
    press = QAccessibleActionInterface.pressAction()
    assert (actions.actionNames(), actions.localizedActionName(press)) == ([press], "Open")

    actions.doAction(press)

    assert body_map.sight == palm
    assert body_map.selected == marked.id
    assert not badge.isValid()


def test_the_selected_mark_is_said_to_be_selected(body_map: BodyMap, marks: list[Mark]) -> None:
    body_map.select(marks[1].id)
    assert [bool(item.state().selected) for item in items(body_map)] == [False, True]
    assert body_map.accessibleDescription() == "left quadratus lumborum"


def test_a_mark_is_opened_graded_and_deleted_by_its_actions(
    qtbot: QtBot, body_map: BodyMap, marks: list[Mark]
) -> None:
    actions = items(body_map)[0].actionInterface()
    with qtbot.waitSignal(body_map.mark_clicked) as opened:
        actions.doAction(QAccessibleActionInterface.pressAction())
    with qtbot.waitSignal(body_map.grade_typed) as graded:
        actions.doAction(QAccessibleActionInterface.increaseAction())
    with qtbot.waitSignal(body_map.mark_deleted) as deleted:
        actions.doAction("Delete")
    assert (opened.args, graded.args, deleted.args) == ([marks[0].id], [marks[0].id, 4], [marks[0].id])


def test_a_grade_is_a_value_on_the_scale(qtbot: QtBot, body_map: BodyMap, marks: list[Mark]) -> None:
    grade = items(body_map)[1].valueInterface()
    assert (grade.minimumValue(), grade.maximumValue(), grade.currentValue()) == (0, 10, None)
    with qtbot.waitSignal(body_map.grade_typed) as typed:
        grade.setCurrentValue(6)
    assert typed.args == [marks[1].id, 6]
    with qtbot.assertNotEmitted(body_map.grade_typed):
        grade.setCurrentValue(11)


def test_what_has_no_grade_has_no_value(body_map: BodyMap) -> None:
    body_map.set_marks([mark_in(body_map.figure_view, "lat", kind=MarkKind.DO_NOT_WORK)])
    assert items(body_map)[0].valueInterface() is None
    assert items(body_map)[0].textInterface() is None


def test_a_ghost_says_that_it_is_unreviewed_and_takes_the_answers(qtbot: QtBot, body_map: BodyMap) -> None:
    ghost = mark_in(body_map.figure_view, "rhomboids", before=4, after=2)
    body_map.set_ghosts([ghost])
    (item,) = items(body_map, "Last visit, to review")
    assert item.text(QAccessible.Text.Name) == "right rhomboids, last visit 4→2"
    with qtbot.waitSignal(body_map.ghost_reviewed) as reviewed:
        item.actionInterface().doAction("Worse")
    assert reviewed.args == [ghost.id, Verdict.WORSE]
    assert item.state().selected


def test_a_signed_visit_offers_nothing_that_changes_it(body_map: BodyMap, marks: list[Mark]) -> None:
    body_map.set_ghosts([mark_in(body_map.figure_view, "rhomboids")])
    body_map.set_kind(MarkKind.TENDER)
    body_map.set_read_only(read_only=True)
    parts = [*items(body_map), *items(body_map, "Last visit, to review")]
    assert marks
    for part in parts:
        assert part.valueInterface() is None
        assert part.actionInterface().actionNames() == [
            QAccessibleActionInterface.pressAction(),
            QAccessibleActionInterface.setFocusAction(),
        ]


def test_an_item_whose_mark_is_gone_is_invalid_and_comes_back_with_it(body_map: BodyMap, marks: list[Mark]) -> None:
    item = items(body_map)[1]
    body_map.set_marks(marks[:1])
    assert not item.isValid()
    assert item.state().invalid
    assert names(items(body_map)) == ["right upper trapezius 7→3"]
    body_map.set_marks(marks)
    assert item.isValid()
    assert items(body_map)[1] is item


def test_the_list_and_its_items_know_each_other(body_map: BodyMap, marks: list[Mark]) -> None:
    found = listed(body_map, "Marks")
    item = found.child(1)
    assert item.role() == QAccessible.Role.ListItem
    assert item.childCount() == 0
    assert item.parent() is found
    assert found.parent().object() is body_map
    assert found.indexOfChild(item) == 1
    assert interface(body_map).focusChild() is None
    body_map.select(marks[1].id)
    assert interface(body_map).focusChild() is item


def test_the_window_may_choose_the_words(body_map: BodyMap, marks: list[Mark]) -> None:
    body_map.set_describe(spoken)
    assert names(items(body_map))[0] == "kind A"
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
        item = items(body_map)[0]
        region = items(body_map, "Regions")[0]
        actions = region.actionInterface()
        assert item.isValid()
        body_map.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del body_map
        gc.collect()
        assert not item.isValid()
        assert not region.isValid()
        actions.doAction(QAccessibleActionInterface.pressAction())
