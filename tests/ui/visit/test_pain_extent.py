"""How far the pain reaches, under the map and in the list; and what of the last visit is in no row."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from body_map.builders import mark_in
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.extent import pain_extent
from therapist_desk.domain.findings.mark import MarkKind, WholeRegion
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking, visits
from ui.visit.conftest import OpenPage, settle


def test_the_share_of_the_view_marked_as_pain_follows_marks_and_views(
    qtbot: QtBot, desk: Desk, visit_id: VisitId, atlas: Atlas, open_page: OpenPage
) -> None:
    back = atlas.view(Figure.NEUTRAL, View.BACK)
    region = back.find("lat", Side.RIGHT)
    assert region is not None
    pain = mark_in(back, "lat", kind=MarkKind.PAIN, shape=WholeRegion(region.anchor), before=6)
    marking.put_mark(desk, visit_id, pain)
    page = open_page()
    legend, listed = page.map_panel.legend, page.map_panel.list
    share = f"{100 * pain_extent(back, [pain]).share:.1f}"

    qtbot.waitUntil(legend._extent.isVisible)
    assert legend._extent.text() == f"Pain on {share} % of this view"
    assert "Descriptive only" in legend._extent.toolTip()
    assert listed._extent.text() == f"Pain marked on {share} % of this view, before treatment (descriptive)"
    page.map_panel.map.set_view(View.FRONT)
    qtbot.waitUntil(legend._extent.isHidden)
    page.map_panel.map.set_view(View.BACK)
    qtbot.waitUntil(legend._extent.isVisible)
    page.map_panel.editor.grade(pain.id, 0)
    qtbot.waitUntil(legend._extent.isHidden)
    page.map_panel.editor.grade(pain.id, 6)
    qtbot.waitUntil(legend._extent.isVisible)
    page.map_panel.editor.delete(pain.id)
    qtbot.waitUntil(legend._extent.isHidden)
    assert listed._extent.isHidden()
    settle(page)


def test_the_list_says_what_of_the_last_visit_nobody_has_reviewed(
    desk: Desk, visit_id: VisitId, atlas: Atlas, open_page: OpenPage
) -> None:
    back = atlas.view(Figure.NEUTRAL, View.BACK)
    marking.put_mark(desk, visit_id, mark_in(back, before=3))
    page = open_page()
    assert page.map_panel.list._unreviewed.isHidden()

    page.show_visit(visits.start_visit(desk, visits.open_visit(desk, visit_id).visit.case_id).id)
    settle(page)
    page.map_panel.toolbar.list.setChecked(True)
    assert page.map_panel.list.to_review.text() == "1 of the last visit not reviewed"
    page.map_panel.list.to_review.click()
    popover = page.map_panel.ghost_popover
    assert popover.isVisible()
    popover.close()
