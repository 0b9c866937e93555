"""Every kind of change on the map, one after the other; all of it undone, and all of it done again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from body_map.builders import mark_in
from body_map.mouse import drag
from desks import HandClock
from therapist_desk.body_map.marks.handles import handle_at
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, PainQuality, Point, WholeRegion
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking, visits
from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, place_of, press, settle, stored

SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def follow_up(desk: Desk, clock: HandClock, visit_id: VisitId, atlas: Atlas, open_page: OpenPage) -> VisitPage:
    view = atlas.view(Figure.NEUTRAL, View.BACK)
    for region, side in (("infraspinatus", Side.LEFT), ("glut_max", Side.RIGHT)):
        marking.put_mark(desk, visit_id, mark_in(view, region, side, kind=MarkKind.TENDER, before=3))
    clock.wait(7 * 24 * 60)
    page = open_page()
    page.show_visit(visits.start_visit(desk, visits.open_visit(desk, visit_id).visit.case_id).id)
    settle(page)
    page.arrive()
    return page


def key(page: VisitPage, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.map_panel.map, which, modifier)


def latest(page: VisitPage) -> Mark:
    return page.session.visit.marks[-1]


def in_popover(page: VisitPage, name: str, *keys: Qt.Key) -> None:
    """Open the window of the mark selected, go to what has this name, strike keys there and close it."""
    panel = page.map_panel
    panel.open_popover(panel.map.selected)
    part = panel.popover.findChild(QWidget, name)
    assert part is not None
    part.setFocus(Qt.FocusReason.TabFocusReason)
    for each in keys:
        QTest.keyClick(part, each)
    QTest.keyClick(panel.popover, Qt.Key.Key_Escape)


def review_same(page: VisitPage) -> None:
    press(page, "s")
    assert latest(page).regions[0].region == "infraspinatus"


def review_worse(page: VisitPage) -> None:
    press(page, "w")
    press(page, "4")  # goes on by itself: there is no finding left


def place_point(page: VisitPage) -> None:
    page.map_panel.map.choose_ghost("")
    press(page, "a/upper trapezius right\n")
    press(page, "\x1b")
    assert isinstance(latest(page).shape, Point)


def grade(page: VisitPage) -> None:
    press(page, "7")
    assert latest(page).before == 7


def grade_after(page: VisitPage) -> None:
    page.map_panel.editor.set_grading(Grading.AFTER)
    press(page, "4")
    page.map_panel.editor.set_grading(Grading.BEFORE)
    assert latest(page).after == 4


def refer(page: VisitPage) -> None:
    body = page.map_panel.map
    drawn = body.mark_layer().find(body.selected)
    handle = None if drawn is None else handle_at(drawn)
    assert handle is not None
    drag(body, handle.toPoint(), place_of(page, "occipitalis"))
    assert [ref.region for ref in latest(page).refers_to] == ["occipitalis"]


def refer_nowhere(page: VisitPage) -> None:
    panel = page.map_panel
    panel.open_popover(panel.map.selected)
    chip = next(
        each
        for each in panel.popover.findChildren(QWidget)
        if each.accessibleName() == "Refers to right occipitalis" and each.isVisible()
    )
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(panel.popover, Qt.Key.Key_Escape)
    assert latest(page).refers_to == ()


def name_layer(page: VisitPage) -> None:
    in_popover(page, "layer", Qt.Key.Key_X, Qt.Key.Key_Y)
    assert latest(page).layer == "xy"


def write_note(page: VisitPage) -> None:
    in_popover(page, "mark_note", Qt.Key.Key_O, Qt.Key.Key_K)
    assert latest(page).note == "ok"


def move_by_mouse(page: VisitPage) -> None:
    before = latest(page)
    at = place_of(page, "trap_upper")
    drag(page.map_panel.map, at, at + QPoint(12, 18))
    assert latest(page).shape != before.shape


def nudge(page: VisitPage) -> None:
    before = latest(page)
    key(page, Qt.Key.Key_Left)
    assert latest(page).shape != before.shape


def mirror(page: VisitPage) -> None:
    key(page, Qt.Key.Key_M, CTRL)
    assert latest(page).side is Side.LEFT


def aim(page: VisitPage) -> None:
    page.map_panel.map.choose("")
    press(page, "f/rhomboids left\n")
    press(page, "\x1b")
    in_popover(page, "direction_90", Qt.Key.Key_Space, Qt.Key.Key_Right)
    assert latest(page).direction == 105


def draw_area(page: VisitPage) -> None:
    body = page.map_panel.map
    body.choose("")
    press(page, "p")
    found = body.figure_view.find("lat", Side.LEFT)
    assert found is not None
    body.walk_to(found)
    press(page, "k ")
    for way in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        key(page, way, SHIFT)
    key(page, Qt.Key.Key_Space)
    press(page, "\x1b")
    press(page, "k")
    assert isinstance(latest(page).shape, Area)


def choose_quality(page: VisitPage) -> None:
    in_popover(page, "chip_burning", Qt.Key.Key_Space)
    assert latest(page).quality is PainQuality.BURNING


def mark_region(page: VisitPage) -> None:
    page.map_panel.map.choose("")
    press(page, "hr/glutes left\n")
    press(page, "\x1b")
    assert isinstance(latest(page).shape, WholeRegion)


def grade_several(page: VisitPage) -> None:
    key(page, Qt.Key.Key_A, CTRL)
    press(page, "2")
    assert latest(page).before == 2


def nudge_several(page: VisitPage) -> None:
    before = page.session.visit.marks
    key(page, Qt.Key.Key_Down, SHIFT)
    assert page.session.visit.marks != before


def delete_one(page: VisitPage) -> None:
    body = page.map_panel.map
    body.choose(page.session.visit.marks[1].id)
    key(page, Qt.Key.Key_Delete)


def delete_all(page: VisitPage) -> None:
    key(page, Qt.Key.Key_A, CTRL)
    key(page, Qt.Key.Key_Delete)
    assert page.session.visit.marks == ()


STORY: Final[tuple[Callable[[VisitPage], None], ...]] = (
    review_same,
    review_worse,
    place_point,
    grade,
    grade_after,
    refer,
    refer_nowhere,
    name_layer,
    write_note,
    move_by_mouse,
    nudge,
    mirror,
    aim,
    draw_area,
    choose_quality,
    mark_region,
    grade_several,
    nudge_several,
    delete_one,
    delete_all,
)


@pytest.mark.timeout(120)
def test_every_change_on_the_map_is_undone_and_done_again(follow_up: VisitPage) -> None:
    # given a follow-up visit, and what it holds after each chapter of the story
    stack, session = follow_up.session.undo_stack, follow_up.session
    seen = {stack.index(): session.visit.marks}
    for chapter in STORY:
        before = session.visit.marks
        chapter(follow_up)
        assert session.visit.marks != before, chapter.__name__
        assert stack.index() not in seen, chapter.__name__
        seen[stack.index()] = session.visit.marks
    ends = max(seen)
    assert stored(follow_up).marks == seen[ends]

    # when all is undone, then each step shows what was there, and the store holds what it held at first
    _step_through(follow_up, stack.undo, seen)
    assert stored(follow_up).marks == seen[0] == ()
    assert len(follow_up.map_panel.map.ghosts) == 2

    # and when all is done again, likewise
    _step_through(follow_up, stack.redo, seen)
    assert stored(follow_up).marks == seen[ends]

    # and half way, with something left, the store agrees as well, in order
    middle = sorted(seen)[len(seen) // 2]
    stack.setIndex(middle)
    assert session.visit.marks == seen[middle]
    assert stored(follow_up).marks == seen[middle]


def _step_through(page: VisitPage, step: Callable[[], None], seen: dict[int, tuple[Mark, ...]]) -> None:
    stack = page.session.undo_stack
    can = partial(stack.canUndo) if step == stack.undo else stack.canRedo
    while can():
        step()
        if stack.index() in seen:
            assert page.session.visit.marks == seen[stack.index()]
            assert page.map_panel.map.marks == seen[stack.index()]
