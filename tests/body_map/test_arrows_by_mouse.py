from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel, region_of
from body_map.mouse import LEFT_BUTTON, drag
from therapist_desk.body_map import BodyMap, PlacedMark
from therapist_desk.body_map.marks.handles import handle_at
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.findings.mark import Mark, MarkKind


def handle_of(body_map: BodyMap, mark: Mark) -> QPoint:
    drawn = body_map.mark_layer().find(mark.id)
    assert drawn is not None
    at = handle_at(drawn)
    assert at is not None
    return at.toPoint()


@pytest.mark.parametrize(
    ("towards", "degrees"),
    [(QPoint(0, -40), 0), (QPoint(40, 0), 90), (QPoint(30, 30), 135), (QPoint(0, 40), 180), (QPoint(-40, 0), 270)],
)
def test_a_drag_while_placing_a_restriction_gives_its_direction(
    qtbot: QtBot, body_map: BodyMap, towards: QPoint, degrees: int
) -> None:
    body_map.set_kind(MarkKind.FASCIAL)
    at = pixel(body_map, "infraspinatus", Side.LEFT)
    with qtbot.waitSignal(body_map.mark_placed) as signal:
        drag(body_map, at, at + towards)
    assert signal.args is not None
    placed: PlacedMark = signal.args[0]
    assert placed.direction == degrees
    assert placed.regions == (region_of(body_map.figure_view, "infraspinatus", Side.LEFT).ref,)


def test_a_click_places_a_restriction_without_direction(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_kind(MarkKind.FASCIAL)
    with qtbot.waitSignal(body_map.mark_placed) as signal:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "lat"))
    assert signal.args is not None
    assert signal.args[0].direction is None


def test_the_handle_of_a_selected_restriction_turns_it(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view, "lat", kind=MarkKind.FASCIAL)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.direction_drawn) as turned, qtbot.assertNotEmitted(body_map.mark_moved):
        drag(body_map, handle_of(body_map, mark), pixel(body_map, "lat") + QPoint(0, 50))
    assert turned.args == [mark.id, 180]


@pytest.mark.parametrize("kind", [MarkKind.TRIGGER_ACTIVE, MarkKind.TRIGGER_LATENT])
def test_an_arrow_dragged_from_a_trigger_point_refers(qtbot: QtBot, body_map: BodyMap, kind: MarkKind) -> None:
    mark = mark_in(body_map.figure_view, kind=kind)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.referral_drawn) as drawn, qtbot.assertNotEmitted(body_map.mark_moved):
        drag(body_map, handle_of(body_map, mark), pixel(body_map, "occipitalis"))
    occipitalis = region_of(body_map.figure_view, "occipitalis").ref
    assert drawn.args == [mark.id, (occipitalis,)]


def test_a_second_arrow_adds_and_the_same_one_adds_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    first, second = (region_of(body_map.figure_view, name).ref for name in ("occipitalis", "delt_post"))
    mark = replace(mark_in(body_map.figure_view, kind=MarkKind.TRIGGER_ACTIVE), refers_to=(first,))
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.referral_drawn) as drawn:
        drag(body_map, handle_of(body_map, mark), pixel(body_map, "delt_post"))
    assert drawn.args == [mark.id, (first, second)]
    with qtbot.assertNotEmitted(body_map.referral_drawn):
        drag(body_map, handle_of(body_map, mark), pixel(body_map, "occipitalis"))


def test_an_arrow_into_the_void_refers_nowhere_and_says_so(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view, kind=MarkKind.TRIGGER_ACTIVE)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    with qtbot.waitSignal(body_map.missed), qtbot.assertNotEmitted(body_map.referral_drawn):
        drag(body_map, handle_of(body_map, mark), QPoint(20, 500))


def test_kinds_without_an_arrow_and_signed_visits_have_no_handle(body_map: BodyMap) -> None:
    tender, trigger = mark_in(body_map.figure_view), mark_in(body_map.figure_view, kind=MarkKind.TRIGGER_ACTIVE)
    body_map.set_marks([tender, trigger])
    drawn = body_map.mark_layer().find(tender.id)
    assert drawn is not None
    assert handle_at(drawn) is None
    body_map.select(trigger.id)
    assert body_map.handled() is not None
    body_map.set_read_only(read_only=True)
    assert body_map.handled() is None


def test_a_referral_shows_on_the_view_of_its_mark_and_on_that_of_its_target(body_map: BodyMap) -> None:
    front = ATLAS.view(Figure.NEUTRAL, View.FRONT)
    eye, occiput = region_of(front, "orbicularis_oculi").ref, region_of(body_map.figure_view, "occipitalis").ref
    mark = replace(mark_in(body_map.figure_view, kind=MarkKind.TRIGGER_ACTIVE), refers_to=(occiput, eye))
    body_map.set_marks([mark])
    here, elsewhere = body_map.referrals()
    assert here.curve is not None
    assert here.words == "refers to right occipitalis"
    assert elsewhere.curve is None
    assert elsewhere.words == "refers to right orbicularis oculi"
    assert not here.tag.intersects(elsewhere.tag)

    body_map.set_view(View.FRONT)

    [shown] = body_map.referrals()
    assert shown.ring == body_map.to_pixel(region_of(front, "orbicularis_oculi").anchor)
    assert shown.words == "Right upper trapezius refers here"
