"""Close-ups on the visit screen: gone to by menu, key and finder, marked, mirrored, and remembered for the visit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from desks import HandClock
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas, SidedCloseup
from therapist_desk.domain.findings.closeup import CLOSEUPS, Closeup
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking, visits
from therapist_desk.ui.visit.map.mark_model import MARK
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.visit.wording import detail
from ui.visit.conftest import OpenPage, place_of, press, settle, stored

PALM = SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT)
SOLE = SidedCloseup(Closeup.FOOT_PLANTAR, Side.RIGHT)


def open_menu(qtbot: QtBot, page: VisitPage) -> QMenu:
    def shown() -> QMenu:
        menus = page.map_panel.toolbar.closeups.findChildren(QMenu)
        assert menus
        assert menus[-1].isVisible()
        return menus[-1]

    press(page, "c")
    qtbot.waitUntil(lambda: bool(shown()))
    return shown()


def test_a_key_opens_the_menu_and_the_arrows_choose_a_closeup(qtbot: QtBot, page: VisitPage) -> None:
    menu = open_menu(qtbot, page)
    assert [action.data() for action in menu.actions() if not action.isSeparator()] == [*CLOSEUPS]

    for _ in CLOSEUPS:
        if menu.activeAction().data() != PALM:
            QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert page.map_panel.map.sight == PALM
    assert page.window().focusWidget() is page.map_panel.map
    toolbar = page.map_panel.toolbar
    assert toolbar.closeups.isChecked()
    assert toolbar.views.value() is None
    assert toolbar.closeups.accessibleName() == "Close-ups, shown: palm of left hand"

    QTest.keyClick(page.map_panel.map, Qt.Key.Key_Escape)
    assert toolbar.views.value() == "front"
    assert not toolbar.closeups.isChecked()


def test_what_is_marked_in_a_closeup_is_stored_listed_and_written(page: VisitPage) -> None:
    page.map_panel.map.set_view(PALM)
    press(page, "t")
    QTest.mouseClick(page.map_panel.map, Qt.MouseButton.LeftButton, pos=place_of(page, "finger_index", Side.LEFT))
    press(page, "3")

    (mark,) = stored(page).marks
    assert (mark.kind, mark.closeup, mark.figure, mark.before) == (MarkKind.TENDER, PALM, Figure.NEUTRAL, 3)
    shown = page.map_panel.list.view.marks.index(0).data(MARK)
    assert detail(shown) == "tender · palm of left hand"
    sentence = page.map_panel.list.view.marks.index(0).data()
    assert sentence == "Palmar side of left index finger: tender 3/4."


def test_a_mark_is_mirrored_into_the_closeup_of_the_other_side(
    desk: Desk, visit_id: VisitId, atlas: Atlas, open_page: OpenPage
) -> None:
    thumb = mark_in(atlas.picture(Figure.NEUTRAL, PALM), "thumb", Side.LEFT, before=2)
    marking.put_mark(desk, visit_id, thumb)
    page = open_page()
    page.map_panel.select(thumb.id)

    QTest.keyClick(page.map_panel.map, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    _, copy = stored(page).marks
    assert copy.closeup == PALM.across
    assert copy.side is Side.RIGHT
    assert copy.anchor.x == atlas.picture(Figure.NEUTRAL, PALM).width - thumb.anchor.x
    assert page.map_panel.legend.message == "Copied to the palm of right hand"


def test_a_moved_mark_stays_in_its_closeup(desk: Desk, visit_id: VisitId, atlas: Atlas, open_page: OpenPage) -> None:
    thumb = mark_in(atlas.picture(Figure.NEUTRAL, PALM), "thumb", Side.LEFT)
    marking.put_mark(desk, visit_id, thumb)
    page = open_page()
    page.map_panel.select(thumb.id)
    QTest.keyClick(page.map_panel.map, Qt.Key.Key_Down)

    (moved,) = stored(page).marks
    assert (moved.closeup, moved.figure) == (PALM, thumb.figure)
    assert moved.anchor.y == thumb.anchor.y + 10


def test_the_finder_finds_what_only_a_closeup_shows_and_goes_there(page: VisitPage) -> None:
    press(page, "/")
    press(page, "plantar fascia r")
    press(page, "\n")

    assert page.map_panel.map.sight == SOLE
    assert page.map_panel.map._focus.region is not None
    assert page.map_panel.map._focus.region.ref.words == "right plantar fascia"


def test_the_closeup_shown_is_remembered_for_the_visit(desk: Desk, visit_id: VisitId, page: VisitPage) -> None:
    case = visits.open_visit(desk, visit_id).visit.case_id
    other = visits.start_visit(desk, case).id
    page.map_panel.map.set_view(SOLE)
    shown = []
    for visit in (other, visit_id):
        page.show_visit(visit)
        settle(page)
        shown.append(page.map_panel.map.sight)
    assert shown == [View.BACK, SOLE]


def test_what_is_left_to_review_leads_into_the_closeup(
    desk: Desk, clock: HandClock, visit_id: VisitId, atlas: Atlas, open_page: OpenPage
) -> None:
    sole = mark_in(atlas.picture(Figure.NEUTRAL, SOLE), "plantar_fascia", before=3)
    marking.put_mark(desk, visit_id, sole)
    clock.wait(7 * 24 * 60)
    page = open_page()
    page.show_visit(visits.start_visit(desk, visits.open_visit(desk, visit_id).visit.case_id).id)
    settle(page)
    page.arrive()

    QTest.mouseClick(page.map_panel.legend.to_review, Qt.MouseButton.LeftButton)
    assert page.map_panel.map.sight == SOLE
    assert page.map_panel.ghost_popover.isVisible()
    QTest.keyClick(page.map_panel.ghost_popover, Qt.Key.Key_S)

    (today,) = stored(page).marks
    assert (today.closeup, today.shape, today.before) == (SOLE, sole.shape, 3)
    assert page.map_panel.map.ghosts == ()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1366, 688), (1093, 614)])
def test_the_toolbar_has_room_for_the_button(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(width, height)
    page.map_panel.map.set_view(PALM)
    toolbar = page.map_panel.toolbar
    assert toolbar.minimumSizeHint().width() <= page.map_panel.width()
    assert toolbar.closeups.width() >= toolbar.closeups.sizeHint().width()
    assert toolbar.list.geometry().right() <= toolbar.width()
