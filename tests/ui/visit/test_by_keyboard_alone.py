from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desks import HandClock
from therapist_desk.domain.anatomy import RegionRef, Side, View
from therapist_desk.domain.findings.mark import MarkKind, WholeRegion
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.wording import place_title
from ui.visit.conftest import press, settle, stored

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def strike(page: VisitPage, keys: str) -> None:
    """Strike a shortcut of the page."""
    wanted = QKeySequence(keys)
    shortcut = next(each for each in page.findChildren(QShortcut) if each.key() == wanted)
    shortcut.activated.emit()
    settle(page)


def test_a_whole_visit_without_the_mouse(page: VisitPage, clock: HandClock) -> None:
    # given the timer started by its keys
    strike(page, "Ctrl+T")
    assert page.session.reading().state is TimerState.RUNNING

    # when a kind is chosen by its letter, a region found by its name, and the mark graded
    strike(page, "Ctrl+B")
    press(page, "a")
    press(page, "/upper trapezius right\n")
    press(page, "10\n")

    # and the note is written, and the timer stopped
    strike(page, "Ctrl+1")
    press(page, "Worse at the desk.")
    clock.wait(30)
    strike(page, "Ctrl+Shift+T")

    # then the visit holds all of it
    kept = stored(page)
    (mark,) = kept.marks
    assert (mark.kind, mark.before, mark.regions[0].words) == (
        MarkKind.TRIGGER_ACTIVE,
        10,
        "right upper trapezius",
    )
    assert kept.note.own_text(Section.SUBJECTIVE) == "Worse at the desk."
    assert page.session.reading().state is TimerState.STOPPED


def test_marks_are_opened_graded_and_deleted_from_the_map(page: VisitPage) -> None:
    press(page, "h/infraspinatus left\n")
    press(page, "2\n")
    body = page.map_panel.map
    assert body.selected

    press(page, "3")
    assert page.session.visit.marks[0].before == 3
    press(page, "\n")
    assert page.map_panel.popover.isVisible()
    press(page, "\x1b")
    QTest.keyClick(body, Qt.Key.Key_Delete)

    assert stored(page).marks == ()


def test_a_grade_off_the_scale_is_refused_with_a_word(page: VisitPage) -> None:
    press(page, "h/infraspinatus left\n")
    press(page, "\n")

    press(page, "8")

    assert page.session.visit.marks[0].before is None
    assert "tone 0 to 3" in page.map_panel.legend.message
    settle(page)


def test_a_region_by_name_without_a_kind_is_gone_to(page: VisitPage) -> None:
    press(page, "/kneecap left\n")

    body = page.map_panel.map
    assert body.view is View.FRONT
    assert body.accessibleDescription() == "left anterior knee (patella)"
    assert page.session.visit.marks == ()


def test_a_region_of_another_view_is_marked_by_its_common_name(page: VisitPage) -> None:
    press(page, "t/jaw right\n")
    press(page, "2\n")

    (mark,) = stored(page).marks
    assert (mark.view, mark.regions[0].words, mark.before) == (View.FRONT, "right masseter", 2)


def test_a_whole_region_is_marked_without_the_mouse(page: VisitPage) -> None:
    press(page, "pr/glutes left\n")
    press(page, "6\n")

    (mark,) = stored(page).marks
    assert isinstance(mark.shape, WholeRegion)
    assert mark.regions[0].side is Side.LEFT
    assert page.map_panel.legend.message == ""


def test_ctrl_shift_and_an_arrow_add_the_neighbouring_region_and_take_it_out_again(page: VisitPage) -> None:
    body = page.map_panel.map
    press(page, "pr/glutes left\n")
    press(page, "6\n")
    (alone,) = stored(page).marks

    for _ in range(2):
        QTest.keyClick(body, Qt.Key.Key_Up, CTRL_SHIFT)

    (mark,) = stored(page).marks
    assert len(mark.regions) == 3
    assert mark.regions[0] == alone.regions[0]
    assert (mark.shape, mark.before) == (alone.shape, 6)
    assert place_title(mark).endswith(" +2")
    drawn = body.mark_layer().find(mark.id)
    assert drawn is not None
    assert drawn.shape is not None
    for region in body.figure_view.shown(mark.regions):
        assert drawn.shape.contains(body.to_pixel(region.anchor))

    QTest.keyClick(body, Qt.Key.Key_Down, CTRL_SHIFT)
    assert stored(page).marks[0].regions == mark.regions[:2]
    for _ in range(3):
        page.session.undo_stack.undo()
    assert stored(page).marks == (alone,)


def test_arrow_keys_say_what_a_whole_region_and_a_point_do_not_take(page: VisitPage) -> None:
    body, legend = page.map_panel.map, page.map_panel.legend
    press(page, "pr/glutes left\n")
    press(page, "6\n")
    alone = stored(page).marks

    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        legend.say("")
        QTest.keyClick(body, Qt.Key.Key_Up, modifier)
        assert legend.message == "A whole region stays where it is: Ctrl+Shift+arrow adds the next one"
    assert stored(page).marks == alone

    press(page, "\x1bt/lat right\n")
    press(page, "2\n")
    placed = stored(page).marks
    QTest.keyClick(body, Qt.Key.Key_Up, CTRL_SHIFT)
    assert legend.message.startswith("Only a mark of whole regions (R) takes another one")
    assert stored(page).marks == placed


def test_enter_in_the_map_offers_the_regions(page: VisitPage) -> None:
    press(page, "t\n")

    assert page.map_panel.finder.isVisible()
    press(page, "\x1b")


def test_arrows_walk_through_the_tools_and_tab_comes_to_the_chosen_one_and_the_region_tool(page: VisitPage) -> None:
    palette = page.map_panel.palette_column
    select = palette.findChild(QAbstractButton, "tool_V")
    assert select is not None
    select.setFocus()

    QTest.keyClick(select, Qt.Key.Key_Down)

    assert page.map_panel.map.kind is MarkKind.TRIGGER_ACTIVE
    stops = [tool.objectName() for tool in palette.findChildren(QAbstractButton) if _takes_tab(tool)]
    assert stops == ["tool_R", "tool_A"]


def test_tab_follows_the_eye_through_the_foot(page: VisitPage) -> None:
    links = page.foot.missing.findChildren(LinkButton)
    stops: list[QWidget] = []
    widget: QWidget | None = page.note.plan.text
    while widget is not None and widget is not page.foot.sign:
        widget = widget.nextInFocusChain()
        if widget is not None and _takes_tab(widget):
            stops.append(widget)

    assert [stop for stop in stops if stop in links]
    assert stops[-2:] == [page.foot.preview, page.foot.sign]
    assert [stop.x() for stop in stops if stop.objectName().startswith("missing_no_p")] == sorted(
        stop.x() for stop in stops if stop.objectName().startswith("missing_no_p")
    )


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


def test_a_direction_is_turned_to_any_angle(page: VisitPage) -> None:
    press(page, "f/infraspinatus left\n")
    arrow = page.map_panel.popover.findChild(QWidget, "direction_90")
    assert arrow is not None
    arrow.setFocus()

    QTest.keyClick(arrow, Qt.Key.Key_Space)
    QTest.keyClick(arrow, Qt.Key.Key_Right)
    QTest.keyClick(arrow, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    (mark,) = stored(page).marks
    assert mark.direction == 104
    degrees = page.map_panel.popover.findChild(QLabel, "degrees")
    assert degrees is not None
    assert degrees.text() == "104°"
    press(page, "\x1b")

    # all turning is one step back
    page.session.undo_stack.undo()
    assert stored(page).marks[0].direction == 90


def test_one_referral_is_taken_away_and_the_mark_stays(page: VisitPage) -> None:
    popover = page.map_panel.popover
    press(page, "a/upper trapezius right\n")
    for region in ("temple right", "masseter right"):
        add = popover.findChild(QAbstractButton, "refers_to")
        assert add is not None
        add.setFocus()
        QTest.keyClick(add, Qt.Key.Key_Space)
        press(page, f"{region}\n")
    chips = [each for each in popover.findChildren(Chip) if each.isVisible()]
    chip = next(each for each in chips if each.accessibleName() == "Refers to right temporalis")
    chip.setFocus()

    QTest.keyClick(chip, Qt.Key.Key_Delete)

    (mark,) = stored(page).marks
    assert [ref.words for ref in mark.refers_to] == ["right masseter"]
    assert popover.isVisible()
    press(page, "\x1b")


def test_the_end_of_a_referral_is_chosen_moved_undone_and_taken_away_by_keys(page: VisitPage) -> None:
    # given a trigger point that refers to a region of the same view
    body = page.map_panel.map
    press(page, "a/upper trapezius right\n")
    press(page, "7\n")
    (mark,) = stored(page).marks
    body.ask_to_refer(mark, place_named(page, "occipitalis"))
    (referring,) = stored(page).marks

    # when Tab comes to its end and arrow keys move it, step by step and three steps at once
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert body.accessibleDescription() == "right upper trapezius refers to right occipitalis"
    QTest.keyClick(body, Qt.Key.Key_Down)
    QTest.keyClick(body, Qt.Key.Key_Down)
    QTest.keyClick(body, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    # then it refers elsewhere, the mark itself stands where it was, and the keys together are one step to undo
    (moved,) = stored(page).marks
    assert moved.refers_to != referring.refers_to
    assert len(moved.refers_to) == 1
    assert moved.shape == referring.shape
    page.session.undo_stack.undo()
    assert stored(page).marks == (referring,)
    page.session.undo_stack.redo()

    # and Delete takes the referral away, not the mark
    QTest.keyClick(body, Qt.Key.Key_Backtab)
    QTest.keyClick(body, Qt.Key.Key_Tab)
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert stored(page).marks == (mark,)


def place_named(page: VisitPage, region: str) -> RegionRef:
    found = page.map_panel.map.figure_view.find(region, Side.RIGHT)
    assert found is not None
    return found.ref
