from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from body_map.builders import mark_in, region_of
from body_map.test_canvas import picture
from therapist_desk.body_map import BodyMap
from therapist_desk.body_map.marks.referrals import stale_referrals
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import SCALES, Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.ids import MarkId


def some_marks(body_map: BodyMap) -> list[Mark]:
    view = body_map.figure_view
    gluteus = region_of(view, "glut_max", Side.LEFT)
    return [
        mark_in(view, "trap_upper", kind=MarkKind.TRIGGER_ACTIVE, before=7),
        mark_in(view, "infraspinatus", Side.LEFT, before=2, after=1),
        mark_in(view, "glut_max", Side.LEFT, kind=MarkKind.PAIN, shape=WholeRegion(gluteus.anchor), before=4),
        mark_in(view, "gastroc_med", kind=MarkKind.FASCIAL),
    ]


def placed(marks: list[Mark], body_map: BodyMap) -> list[Mark]:
    return [*marks, mark_in(body_map.figure_view, "lat", kind=MarkKind.SWELLING, before=1)]


def graded(marks: list[Mark], _map: BodyMap) -> list[Mark]:
    return [replace(marks[0], after=3), *marks[1:]]


def moved(marks: list[Mark], body_map: BodyMap) -> list[Mark]:
    region = region_of(body_map.figure_view, "soleus")
    return [*marks[:1], replace(marks[1], shape=region.anchor), *marks[2:]]


def deleted(marks: list[Mark], _map: BodyMap) -> list[Mark]:
    return marks[1:]


def referred(marks: list[Mark], body_map: BodyMap) -> list[Mark]:
    region = region_of(body_map.figure_view, "occipitalis").ref
    return [replace(marks[0], refers_to=(region,)), *marks[1:]]


def covered(marks: list[Mark], body_map: BodyMap) -> list[Mark]:
    return [*referred(marks, body_map), mark_in(body_map.figure_view, "occipitalis", before=2)]


Change = Callable[[list[Mark], BodyMap], list[Mark]]


@pytest.mark.parametrize("change", [placed, graded, moved, deleted, referred, covered])
def test_what_is_drawn_anew_in_part_looks_as_if_drawn_anew_as_a_whole(body_map: BodyMap, change: Change) -> None:
    # Given a picture with marks, one of them selected
    marks = some_marks(body_map)
    body_map.set_marks(marks)
    body_map.select(marks[1].id)
    before = picture(body_map)

    # When something about the marks changes
    changed = change(marks, body_map)
    body_map.set_marks(changed)
    body_map.select(changed[-1].id)

    # Then nothing of the former picture stays behind
    repaired = picture(body_map)
    assert repaired != before
    body_map._forget_all()
    assert picture(body_map) == repaired


def a_crowd(body_map: BodyMap) -> list[Mark]:
    """Marks in every region of the view: so near each other that tags find no room."""
    view = body_map.figure_view
    shapes = [region.anchor for region in view.regions for _ in range(2)]
    return [
        replace(
            mark_in(view, kind=kind, before=2, after=step % 3),
            shape=Point(anchor.x + 40 * (step % 2), anchor.y + 30 * (step % 2)),
        )
        for step, (anchor, kind) in enumerate(zip(shapes, itertools.cycle(MarkKind)))
        if SCALES[kind] is not None
    ]


def test_several_changes_among_a_crowd_before_one_painting_look_as_if_drawn_anew(body_map: BodyMap) -> None:
    # Given a picture crowded with marks
    marks = a_crowd(body_map)
    body_map.set_marks(marks)
    picture(body_map)

    # When marks come, go, are graded and selected, a few at a time, with one painting after each few
    for step in range(0, 40, 4):
        marks = [*marks[1:], replace(marks[0], id=MarkId(f"new-{step}"))]
        body_map.set_marks(marks)
        body_map.select(marks[-1].id)
        marks = [*marks[:step], replace(marks[step], after=3), *marks[step + 1 :]]
        body_map.set_marks(marks)
        body_map.select(marks[step].id)
        repaired = picture(body_map)

        # Then it looks as if all of it was drawn at once
        body_map._forget_drawing()
        assert picture(body_map) == repaired


def test_referrals_that_stay_as_they_are_are_not_drawn_again(body_map: BodyMap) -> None:
    # Given a mark that refers far up, and another far down
    view = body_map.figure_view
    refers = mark_in(view, "infraspinatus", kind=MarkKind.TRIGGER_ACTIVE, before=7)
    refers = replace(refers, refers_to=(region_of(view, "occipitalis").ref,))
    other = mark_in(view, "soleus", before=1)
    body_map.set_marks([refers, other])
    picture(body_map)

    # When the other is graded
    [before] = body_map.referrals()
    body_map.set_marks([refers, replace(other, after=3)])

    # Then the first is laid out as before, and nothing of it is drawn again
    assert stale_referrals([before], body_map.referrals()) == []
    assert body_map._stale
    assert not any(before.rect.intersects(rect) for rect in body_map._stale)


def test_a_whole_other_set_of_marks_leaves_nothing_of_the_former(body_map: BodyMap) -> None:
    marks = a_crowd(body_map)
    body_map.set_marks(marks[::2])
    picture(body_map)
    body_map.set_marks(marks[1::2])
    repaired = picture(body_map)
    body_map._forget_all()
    assert picture(body_map) == repaired


def test_undoing_a_change_gives_back_the_very_picture(body_map: BodyMap) -> None:
    marks = some_marks(body_map)
    body_map.set_marks(marks)
    before = picture(body_map)
    body_map.set_marks(placed(marks, body_map))
    body_map.set_marks(referred(marks, body_map))
    body_map.set_marks(marks)
    assert picture(body_map) == before
