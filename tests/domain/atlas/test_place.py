from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView, Region
from therapist_desk.domain.atlas.place import mirrored, opposite, regions_under
from therapist_desk.domain.atlas.region import across
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, Shape, WholeRegion
from therapist_desk.domain.ids import MarkId

ATLAS = Atlas(Path(__file__).parents[3] / "resources" / "body_map")
NEW = MarkId("new")


def mark_on(
    figure_view: FigureView, region: Region, shape: Shape | None = None, kind: MarkKind = MarkKind.PAIN
) -> Mark:
    return Mark(
        id=MarkId("mark"),
        kind=kind,
        figure=figure_view.figure,
        atlas_version=ATLAS.version,
        view=figure_view.view,
        shape=shape or region.anchor,
        regions=(region.ref,),
        before=5,
        after=2,
        note="tender to touch",
    )


def square(middle: Point, half: int = 30) -> Area:
    return Area(
        tuple(Point(middle.x + dx * half, middle.y + dy * half) for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
    )


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("view", View)
def test_every_region_is_mirrored_to_the_other_side(figure: Figure, view: View) -> None:
    figure_view = ATLAS.view(figure, view)
    other_view = ATLAS.picture(figure, opposite(view))
    for region in figure_view.regions:
        copy = mirrored(mark_on(figure_view, region), other_view, NEW)
        if region.ref.side in (Side.LEFT, Side.RIGHT):
            assert copy is not None
            assert copy.regions == (across(region.ref),), region.ref
            assert copy.view is other_view.view


def test_a_mirrored_mark_keeps_its_finding_but_not_what_was_said_of_the_other_side() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    region = back.find("lat", Side.RIGHT)
    assert region is not None
    temple = RegionRef("temporalis", "temporalis", Side.RIGHT)
    mark = replace(mark_on(back, region), direction=90, refers_to=(temple,), kind=MarkKind.TRIGGER_ACTIVE)
    copy = mirrored(mark, back, NEW)
    assert copy is not None
    assert (copy.id, copy.before, copy.after, copy.note) == (NEW, 5, None, "")
    assert (copy.direction, copy.refers_to) == (270, (across(temple),))


def test_areas_and_whole_regions_are_mirrored_too() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    right, left = back.find("glut_max", Side.RIGHT), back.find("glut_max", Side.LEFT)
    assert right is not None
    assert left is not None
    area = mirrored(mark_on(back, right, square(right.anchor)), back, NEW)
    assert area is not None
    assert area.regions == (left.ref,)
    whole = mirrored(mark_on(back, right, WholeRegion(right.anchor)), back, NEW)
    assert whole is not None
    assert (whole.shape, whole.regions) == (WholeRegion(left.anchor), (left.ref,))


def test_several_whole_regions_are_mirrored_together() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    first, second, sacrum = (
        back.find(name, side)
        for name, side in (("glut_max", Side.RIGHT), ("glut_med", Side.RIGHT), ("sacrum", Side.MIDLINE))
    )
    assert first is not None
    assert second is not None
    assert sacrum is not None
    several = replace(mark_on(back, first, WholeRegion(first.anchor)), regions=(first.ref, sacrum.ref, second.ref))

    copy = mirrored(several, back, NEW)

    assert copy is not None
    assert copy.regions == (across(first.ref), sacrum.ref, across(second.ref))
    both = replace(several, regions=(first.ref, across(first.ref)))
    assert mirrored(both, back, NEW) is None


def test_a_midline_region_has_no_other_side() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    sacrum = back.find("sacrum", Side.MIDLINE)
    assert sacrum is not None
    assert mirrored(mark_on(back, sacrum, WholeRegion(sacrum.anchor)), back, NEW) is None


def test_a_shape_of_any_kind_names_its_regions() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    region = back.find("glut_max", Side.RIGHT)
    assert region is not None
    for shape in (region.anchor, WholeRegion(region.anchor), square(region.anchor)):
        assert regions_under(back, shape) == (region.ref,)
    assert regions_under(back, Point(0, 0)) == ()
