"""Marks that lie over each other: every number is read, every symbol seen, and every tag says whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLineF, QPointF, QRect

from body_map.builders import ATLAS, mark_in, region_of
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, WholeRegion


def referring(body_map: BodyMap, *refs: RegionRef) -> Mark:
    return replace(mark_in(body_map.figure_view, kind=MarkKind.TRIGGER_ACTIVE, before=7), refers_to=refs)


def square(body_map: BodyMap, region: str, half: int) -> Area:
    middle = region_of(body_map.figure_view, region).anchor
    steps = ((-half, -half), (half, -half), (half, half), (-half, half))
    return Area(tuple(Point(middle.x + dx, middle.y + dy) for dx, dy in steps))


def ring_of(body_map: BodyMap) -> QPointF:
    (referral,) = body_map.referrals()
    assert referral.ring is not None
    return referral.ring


def test_the_end_of_an_arrow_makes_way_for_a_mark_in_the_middle_of_the_region(body_map: BodyMap) -> None:
    region = region_of(body_map.figure_view, "suboccipital")
    arrow, there = referring(body_map, region.ref), mark_in(body_map.figure_view, "suboccipital", before=3)
    middle = body_map.to_pixel(region.anchor)

    body_map.set_marks([arrow])
    alone = ring_of(body_map)
    body_map.set_marks([arrow, there])

    assert alone == middle
    drawn = body_map.mark_layer().find(there.id)
    assert drawn is not None
    assert drawn.tag is not None
    assert QLineF(ring_of(body_map), drawn.centre).length() > drawn.radius
    assert not drawn.tag.rect.contains(ring_of(body_map))


def test_a_tag_for_what_another_view_shows_leads_to_its_mark(body_map: BodyMap) -> None:
    temple = ATLAS.view(Figure.NEUTRAL, View.FRONT).find("temporalis", Side.RIGHT)
    assert temple is not None
    mark = referring(body_map, temple.ref)
    body_map.set_marks([mark])

    (referral,) = body_map.referrals()
    drawn = body_map.mark_layer().find(mark.id)
    assert drawn is not None
    assert referral.leads_from is not None
    assert QLineF(QPointF(*referral.leads_from), drawn.centre).length() == pytest.approx(drawn.radius)
    assert referral.rect.contains(QPointF(*referral.leads_from))


@pytest.mark.parametrize(("half", "on_it"), [(60, False), (400, True)])
def test_a_grade_stands_on_an_area_that_it_leaves_in_sight(body_map: BodyMap, half: int, *, on_it: bool) -> None:
    shape = square(body_map, "lat", half)
    mark = mark_in(body_map.figure_view, "lat", kind=MarkKind.PAIN, shape=shape, before=6, after=4)
    body_map.set_marks([mark])

    drawn = body_map.mark_layer().find(mark.id)
    assert drawn is not None
    assert drawn.tag is not None
    assert drawn.shape is not None
    assert drawn.shape.intersects(drawn.tag.rect) is on_it


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_no_tag_hides_which_side_is_which(body_map: BodyMap, side: Side) -> None:
    crown = region_of(body_map.figure_view, "vertex", side).ref
    body_map.set_marks([referring(body_map, crown)])
    (referral,) = body_map.referrals()

    assert len(body_map.letter_rects()) == 2
    assert not any(referral.tag.intersects(letter) for letter in body_map.letter_rects())


def test_no_arrow_crosses_out_a_number(body_map: BodyMap) -> None:
    # Given an arrow from the neck to the calf, and pain between them with its grade in the middle
    calf = region_of(body_map.figure_view, "gastroc_med").ref
    gluteus = region_of(body_map.figure_view, "glut_max")
    pain = mark_in(body_map.figure_view, "glut_max", kind=MarkKind.PAIN, shape=WholeRegion(gluteus.anchor), before=6)
    arrow = referring(body_map, calf)
    body_map.set_marks([pain, replace(arrow, refers_to=())])
    drawn = body_map.mark_layer().find(pain.id)
    assert drawn is not None
    assert drawn.tag is not None
    number = drawn.tag.rect.toAlignedRect().adjusted(3, 3, -3, -3)

    def seen(rect: QRect) -> object:
        return body_map.grab(rect).toImage()

    before = seen(number)
    body_map.set_marks([pain, arrow])
    (referral,) = body_map.referrals()
    assert referral.curve is not None

    assert seen(number) == before


def test_room_is_kept_for_a_grade_that_is_yet_to_come(body_map: BodyMap) -> None:
    ungraded = mark_in(body_map.figure_view, "infraspinatus")
    body_map.set_marks([ungraded])
    room = body_map.graded_screen_rect(ungraded.id)

    body_map.set_marks([replace(ungraded, before=4)])

    drawn = body_map.mark_layer().find(ungraded.id)
    assert drawn is not None
    assert drawn.tag is not None
    assert room.contains(drawn.tag.rect.toAlignedRect())
