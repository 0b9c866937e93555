"""Help with trigger points on the visit's map: typical referral of a point, muscles worth palpating for a pain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from body_map.mouse import move
from therapist_desk.body_map import BodyMap, TypicalAreas
from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.findings.closeup import Closeup, SidedCloseup
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.services.clinical.trigger_points import TriggerPoints
from therapist_desk.services.resources import ResourceDamagedError
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.workplace import Workplace
from ui.visit.conftest import OpenPage, place_of, press, stored


@pytest.fixture
def ready(qtbot: QtBot, page: VisitPage) -> VisitPage:
    """A page that has read the list of muscles."""
    qtbot.waitUntil(page._workplace.jobs.idle)
    return page


def map_of(page: VisitPage) -> BodyMap:
    return page.map_panel.map


def shown(page: VisitPage) -> TypicalAreas:
    typical = map_of(page).typical
    assert typical is not None
    return typical


def test_a_selected_trigger_point_shows_where_it_is_typically_felt_and_says_so(ready: VisitPage) -> None:
    press(ready, "a/upper trapezius right\n7\n")

    typical = shown(ready)
    assert typical.title == "Upper trapezius: typical referral, source read, not a diagnosis"
    assert "Also front: temple, angle of jaw" in typical.words
    assert {region.ref.side for region in typical.leading} == {Side.RIGHT}
    assert "typical referral" in map_of(ready).accessibleDescription()


def test_the_layer_chosen_decides_the_muscle(ready: VisitPage) -> None:
    press(ready, "a/upper trapezius right\n7\n")
    mark = ready.session.visit.marks[0]
    ready.map_panel.open_popover(mark.id)
    ready.map_panel.popover._set_layer("levator scapulae")
    ready.map_panel.popover.close()

    assert shown(ready).title.startswith("Levator scapulae:")


def test_turning_the_figure_shows_what_that_side_has_of_it(ready: VisitPage) -> None:
    press(ready, "a/upper trapezius right\n7\n")
    map_of(ready).set_view(View.RIGHT)

    typical = shown(ready)
    assert typical.figure_view is map_of(ready).figure_view
    assert "temporalis" in {region.ref.region for region in typical.further}
    assert "temple" not in typical.words


def test_in_a_close_up_the_areas_are_drawn_in_its_own_regions(ready: VisitPage) -> None:
    press(ready, "a/scalenes right\n6\n")
    map_of(ready).set_view(SidedCloseup(Closeup.HAND_PALMAR, Side.RIGHT))

    typical = shown(ready)
    assert typical.figure_view is map_of(ready).figure_view
    assert "finger_index" in {region.ref.region for region in (*typical.leading, *typical.further)}


def test_a_point_marked_in_a_close_up_has_help_and_what_only_a_close_up_shows_is_named(ready: VisitPage) -> None:
    map_of(ready).set_view(SidedCloseup(Closeup.LEG_MEDIAL, Side.LEFT))
    region = map_of(ready).figure_view.find("gastroc_med", Side.LEFT)
    assert region is not None
    map_of(ready).set_kind(MarkKind.TRIGGER_ACTIVE)
    map_of(ready).click(region.anchor)

    assert shown(ready).title.startswith("Gastrocnemius")
    map_of(ready).set_view(View.BACK)
    assert "sole of left foot: instep of foot" in shown(ready).words


def test_a_tender_point_has_none_and_a_region_walked_to_has(ready: VisitPage) -> None:
    press(ready, "t/infraspinatus left\n2\n")
    assert map_of(ready).typical is None

    press(ready, "\x1bv")
    QTest.keyClick(map_of(ready), Qt.Key.Key_Escape)
    for _ in range(3):
        QTest.keyClick(map_of(ready), Qt.Key.Key_Right)
    region = map_of(ready).walked_region
    assert region is not None
    map_of(ready).walk_to(region)
    assert map_of(ready).typical is None or "typical referral" in shown(ready).title
    found = map_of(ready).figure_view.find("infraspinatus", Side.LEFT)
    assert found is not None
    map_of(ready).walk_to(found)
    assert shown(ready).title.startswith("Infraspinatus:")


def test_one_key_turns_it_off_and_it_stays_off(ready: VisitPage, open_page: OpenPage) -> None:
    press(ready, "a/upper trapezius right\n7\n")
    press(ready, "y")
    assert map_of(ready).typical is None
    assert not ready._workplace.preferences.load().typical_referral

    again = open_page()
    assert not again.map_panel.toolbar.typical.isChecked()
    press(ready, "y")
    assert shown(ready).leading


def test_a_pointer_that_rests_on_a_muscle_with_a_trigger_point_in_the_hand_shows_it(
    qtbot: QtBot, ready: VisitPage
) -> None:
    body = map_of(ready)
    move(body, place_of(ready, "infraspinatus"))
    assert not ready.typical._rested
    qtbot.waitUntil(lambda: ready.typical._rested)
    assert body.typical is None  # nothing in the hand

    press(ready, "a")
    assert shown(ready).title.startswith("Infraspinatus:")
    move(body, place_of(ready, "glut_max"))
    assert body.typical is None
    qtbot.waitUntil(lambda: body.typical is not None)
    assert shown(ready).title.startswith("Gluteus maximus")

    press(ready, "y")
    assert body.typical is None


def test_a_pointer_that_rests_on_a_trigger_point_shows_where_it_is_felt(qtbot: QtBot, ready: VisitPage) -> None:
    press(ready, "a/upper trapezius right\n7\n\x1bv")
    body = map_of(ready)
    body.choose("")
    assert body.typical is None

    at = body.drawn_marks()[0].centre.toPoint()

    def shown_at_rest() -> bool:
        move(body, at)  # again, as the display's own pointer may leave the map once the popover has closed
        return body.typical is not None

    qtbot.waitUntil(shown_at_rest)
    assert shown(ready).title.startswith("Upper trapezius:")

    body.leaveEvent(QEvent(QEvent.Type.Leave))
    assert body.typical is None


def test_a_pain_lists_the_muscles_worth_palpating_and_one_chosen_is_ready_to_mark(
    qtbot: QtBot, ready: VisitPage
) -> None:
    map_of(ready).set_view(View.FRONT)
    press(ready, "p/anterior deltoid right\n6")
    popover = ready.map_panel.popover
    assert popover._muscles.isVisible()
    QTest.mouseClick(popover._muscles, Qt.MouseButton.LeftButton)

    window = ready.typical.window
    assert window.isVisible()
    titles = [row.title for row in window.list.rows]
    assert "Right infraspinatus" in titles
    assert {row.trailing for row in window.list.rows} <= {"source read", "known practice"}
    assert "not a diagnosis" in window._note.text()
    window.list.choose(titles.index("Right infraspinatus"))
    QTest.keyClick(window.list, Qt.Key.Key_Return)

    assert not window.isVisible()
    region = map_of(ready).walked_region
    assert region is not None
    assert (region.ref.words, map_of(ready).view) == ("right infraspinatus", View.BACK)
    QTest.keyClick(map_of(ready), Qt.Key.Key_Return)
    ready.map_panel.popover.close()
    marked = stored(ready).marks[-1]
    assert (marked.kind, marked.regions[0].words) == (MarkKind.TRIGGER_ACTIVE, "right infraspinatus")
    qtbot.waitUntil(lambda: not ready.map_panel.popover.isVisible())


def test_what_is_no_pain_offers_no_muscles(ready: VisitPage) -> None:
    press(ready, "t/infraspinatus left\n2")
    assert ready.map_panel.popover._muscles.isHidden()
    ready.map_panel.popover.close()


def test_a_click_and_a_hover_draw_only_small_parts_again(ready: VisitPage) -> None:
    press(ready, "a/upper trapezius right\n7\n")
    body = map_of(ready)
    body.grab()
    kept = body._marks_sheet._pixmap
    assert kept is not None
    key = kept.cacheKey()
    QTest.mouseMove(body, body.rect().center())
    assert body._marks_sheet._pixmap is kept
    assert kept.cacheKey() == key


def test_a_damaged_list_of_muscles_is_said_and_the_visit_goes_on(
    qtbot: QtBot, workplace: Workplace, open_page: OpenPage
) -> None:
    def damaged() -> TriggerPoints:
        raise ResourceDamagedError(file="trigger_points.json")

    page = open_page(at=replace(workplace, trigger_points=damaged))
    qtbot.waitUntil(page._trouble.isVisible)
    assert "trigger_points.json" in page._trouble._words.text()

    press(page, "a/upper trapezius right\n7\n")
    assert stored(page).marks[0].before == 7
