from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from domain.builders import mark
from therapist_desk.body_map import Framing
from therapist_desk.domain.anatomy import View
from therapist_desk.domain.findings.mark import MarkKind, Point
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import marking
from therapist_desk.ui.kit.chip import Chip
from therapist_desk.ui.visit.map.first_look import first_view, wants_whole
from therapist_desk.ui.visit.map.layer_chips import LayerChips
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, place_of, settle

CALF = Point(2000, 7800)
HAND = Point(400, 5200)


def test_the_view_with_most_marks_comes_first_and_the_back_where_there_are_none() -> None:
    front = mark(MarkKind.NUMBNESS, view=View.FRONT, shape=HAND)

    assert first_view(()) is View.BACK
    assert first_view((front, front, mark())) is View.FRONT
    assert first_view((front, mark())) is View.BACK


def test_the_whole_figure_shows_where_a_mark_lies_low() -> None:
    assert wants_whole((mark(shape=CALF),), View.BACK)
    assert not wants_whole((mark(),), View.BACK)
    assert not wants_whole((mark(shape=CALF),), View.FRONT)


def test_a_visit_opens_where_its_marks_are(open_page: OpenPage, desk: Desk, visit_id: VisitId) -> None:
    marking.put_mark(desk, visit_id, mark(MarkKind.TENDER, view=View.FRONT, shape=CALF))

    body = open_page().map_panel.map

    assert body.view is View.FRONT
    assert body.framing is Framing.WHOLE


def test_a_point_over_several_layers_offers_them(page: VisitPage) -> None:
    QTest.keyClick(page.map_panel.map, Qt.Key.Key_A)
    QTest.mouseClick(page.map_panel.map, Qt.MouseButton.LeftButton, pos=place_of(page, "lev_scap"))
    popover = page.map_panel.popover
    layers = popover.findChild(LayerChips, "layers")
    assert layers is not None
    chips = {chip.text(): chip for chip in layers.findChildren(Chip)}

    QTest.mouseClick(chips["levator scapulae"], Qt.MouseButton.LeftButton)

    assert page.session.visit.marks[0].layer == "levator scapulae"
    assert "(levator scapulae)" in page.note.objective.generated.words
    popover.close()
    settle(page)
