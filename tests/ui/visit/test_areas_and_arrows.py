"""Areas, whole regions, directions, referrals and several marks at once, on the visit screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from body_map.mouse import drag, paint
from therapist_desk.body_map.marks.handles import handle_at
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.mark import Area, MarkKind, WholeRegion
from therapist_desk.domain.notes.note import Section
from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import place_of, press, settle, stored
from ui.visit.test_a_session_by_mouse import click

LEFT = Qt.MouseButton.LeftButton


def painted(page: VisitPage, region: str, side: Side = Side.RIGHT) -> None:
    at = place_of(page, region, side)
    paint(
        page.map_panel.map,
        at + QPoint(-20, -15),
        at + QPoint(20, -15),
        at + QPoint(20, 15),
        at + QPoint(-20, 15),
        at + QPoint(-20, -15),
    )


def test_an_area_is_painted_graded_kept_and_undone(page: VisitPage) -> None:
    click(page, "tool_P")
    painted(page, "infraspinatus")
    assert page.map_panel.popover.isVisible()
    press(page, "6\n")

    (mark,) = stored(page).marks
    assert isinstance(mark.shape, Area)
    assert (mark.before, mark.regions[0].words) == (6, "right infraspinatus")
    assert page.note.objective.generated.words.startswith("Right infraspinatus")

    page.session.undo_stack.undo()
    page.session.undo_stack.undo()
    assert stored(page).marks == ()
    page.session.undo_stack.redo()
    assert stored(page).marks[0].shape == mark.shape


def test_the_window_of_an_area_covers_nothing_of_it(page: VisitPage) -> None:
    # given an area far larger than a symbol, in the middle of the map
    click(page, "tool_P")
    body = page.map_panel.map
    middle = body.rect().center()
    corners = (QPoint(-60, -70), QPoint(60, -70), QPoint(60, 70), QPoint(-60, 70), QPoint(-60, -70))
    paint(body, *(middle + corner for corner in corners))

    (drawn,) = body.drawn_marks()
    assert drawn.shape is not None
    area = drawn.shape.boundingRect().toAlignedRect()
    assert area.width() > drawn.symbol_rect.width() + 40
    popover = page.map_panel.popover
    assert popover.isVisible()
    assert not popover.geometry().intersects(QRect(body.mapToGlobal(area.topLeft()), area.size()))


def test_the_region_tool_marks_whole_regions_until_it_is_put_away(page: VisitPage) -> None:
    click(page, "tool_H")
    click(page, "tool_R")
    assert page.map_panel.map.whole_regions

    QTest.mouseClick(page.map_panel.map, LEFT, pos=place_of(page, "trap_upper", Side.LEFT))
    press(page, "2\n")

    (mark,) = stored(page).marks
    assert isinstance(mark.shape, WholeRegion)
    assert "whole region" in page.note.objective.generated.words
    click(page, "tool_T")
    region_tool = page.findChild(QWidget, "tool_R")
    assert region_tool is not None
    assert not region_tool.isChecked()  # type: ignore[attr-defined]  # a button


def test_a_restriction_is_placed_and_aimed_in_one_drag(page: VisitPage) -> None:
    click(page, "tool_F")
    at = place_of(page, "infraspinatus", Side.LEFT)
    drag(page.map_panel.map, at, at + QPoint(-40, 0))
    press(page, "2\n")

    (mark,) = stored(page).marks
    assert (mark.kind, mark.direction, mark.before) == (MarkKind.FASCIAL, 270, 2)
    assert "stuck laterally" in page.note.objective.generated.words


def test_a_referral_is_dragged_and_taken_back(page: VisitPage) -> None:
    body = page.map_panel.map
    press(page, "a/upper trapezius right\n")
    press(page, "7\n")
    drawn = body.mark_layer().find(body.selected)
    assert drawn is not None
    handle = handle_at(drawn)
    assert handle is not None

    drag(body, handle.toPoint(), place_of(page, "occipitalis"))

    (mark,) = stored(page).marks
    assert [region.words for region in mark.refers_to] == ["right occipitalis"]
    assert "refers to right occipitalis" in page.note.objective.generated.words
    page.session.undo_stack.undo()
    assert stored(page).marks[0].refers_to == ()


def test_a_referral_is_found_by_name_on_whatever_view(page: VisitPage) -> None:
    press(page, "a/upper trapezius right\n")
    popover = page.map_panel.popover
    click_in(popover, "refers_to")
    press(page, "temple right\n")

    (mark,) = page.session.visit.marks
    assert [region.words for region in mark.refers_to] == ["right temporalis"]
    assert page.map_panel.map.view is View.BACK
    assert popover.isVisible()
    chips = [chip.accessibleName() for chip in popover.findChildren(Chip) if chip.isVisible()]
    assert "Refers to right temporalis" in chips
    settle(page)


def test_several_marks_are_deleted_and_come_back_in_one_step(page: VisitPage) -> None:
    body = page.map_panel.map
    for region in ("trap_upper", "infraspinatus"):
        press(page, f"t/{region_name(page, region)} right\n")
        press(page, "2\n")
    before = stored(page).marks
    QTest.keyClick(body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert stored(page).marks == ()

    page.session.undo_stack.undo()
    assert set(stored(page).marks) == set(before)


def test_several_marks_are_nudged_in_one_step(page: VisitPage) -> None:
    body = page.map_panel.map
    for region in ("trap_upper", "infraspinatus"):
        press(page, f"t/{region_name(page, region)} right\n")
        press(page, "2\n")
    before = stored(page).marks
    QTest.keyClick(body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    QTest.keyClick(body, Qt.Key.Key_Left)
    QTest.keyClick(body, Qt.Key.Key_Left)

    moved = stored(page).marks
    assert [mark.anchor.x for mark in moved] == [mark.anchor.x - 20 for mark in before]
    page.session.undo_stack.undo()
    page.session.undo_stack.undo()
    assert stored(page).marks == before


def test_a_mark_is_copied_to_the_other_side(page: VisitPage) -> None:
    body = page.map_panel.map
    press(page, "t/upper trapezius right\n")
    press(page, "3\n")

    QTest.keyClick(body, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    first, copy = stored(page).marks
    assert (copy.regions[0].words, copy.before) == ("left upper trapezius", 3)
    assert copy.id != first.id
    page.session.undo_stack.undo()
    assert stored(page).marks == (first,)


def click_in(popover: QWidget, name: str) -> None:
    found = popover.findChild(QWidget, name)
    assert found is not None, name
    QTest.mouseClick(found, LEFT)


def region_name(page: VisitPage, region: str) -> str:
    found = page.map_panel.map.figure_view.find(region, Side.RIGHT)
    assert found is not None
    return found.ref.name


def test_the_next_area_is_painted_while_the_popover_of_the_last_is_open(page: VisitPage) -> None:
    # given an area just painted and graded, its popover still open
    click(page, "tool_P")
    painted(page, "infraspinatus")
    press(page, "6")
    body, popover = page.map_panel.map, page.map_panel.popover
    assert popover.isVisible()

    # when the hand goes on beside it: the popover has the mouse
    at = place_of(page, "occipitalis", Side.LEFT)
    corners = [at + QPoint(x, y) for x, y in ((-12, -12), (12, -12), (12, 12), (-12, 12), (-12, -12))]
    paint(popover, *(popover.mapFromGlobal(body.mapToGlobal(corner)) for corner in corners))

    # then it is an area too, not a click, and asks for its grade
    first, second = page.session.visit.marks
    assert first.before == 6
    assert isinstance(second.shape, Area)
    assert popover.isVisible()
    assert popover.mark == second
    press(page, "4\n")
    assert stored(page).marks[1].before == 4


def widget_named(page: VisitPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def press_beside(page: VisitPage, target: QWidget, pos: QPoint | None = None) -> None:
    """Click on a widget of the page while the popover, which has the mouse, is open."""
    popover = page.map_panel.popover
    assert popover.isVisible()
    at = target.mapToGlobal(target.rect().center() if pos is None else pos)
    QTest.mouseClick(popover, LEFT, pos=popover.mapFromGlobal(at))
    assert not popover.isVisible()


def test_a_press_beside_the_popover_does_at_once_what_it_is_meant_to(page: VisitPage) -> None:
    press(page, "t/infraspinatus left\n2\n")
    click(page, "tool_P")
    painted(page, "infraspinatus")
    panel = page.map_panel
    (first, area) = page.session.visit.marks

    press_beside(page, widget_named(page, "tool_F"))
    assert panel.map.kind is MarkKind.FASCIAL

    panel.open_popover(area.id)
    press_beside(page, panel.toolbar.list)
    assert panel.list.isVisible()

    panel.open_popover(area.id)
    rows = panel.list.view
    press_beside(page, rows.viewport(), rows.visualRect(rows.marks.index(0)).center())
    assert panel.map.selected == first.id
    assert page.window().focusWidget() is rows

    panel.open_popover(area.id)
    press_beside(page, page.note.objective.text.viewport())
    assert page.window().focusWidget() is page.note.objective.text
    press(page, "guarded")
    assert "guarded" in page.session.note.own_text(Section.OBJECTIVE)
    assert len(stored(page).marks) == 2


def test_a_press_beside_the_map_only_closes_the_popover(page: VisitPage) -> None:
    click(page, "tool_P")
    painted(page, "infraspinatus")
    popover = page.map_panel.popover
    beside = page.mapToGlobal(QPoint(900, 300))

    QTest.mouseClick(popover, LEFT, pos=popover.mapFromGlobal(beside))

    assert not popover.isVisible()
    assert len(stored(page).marks) == 1
