"""Marks on another figure than they were made on: the region and the side stay, whatever the figure."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView, Region
from therapist_desk.domain.atlas.carry import carried_by, carried_to, is_approximate, view_made_on
from therapist_desk.domain.atlas.place import regions_under
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, Shape, WholeRegion
from therapist_desk.domain.ids import MarkId

FOLDER = Path(__file__).parents[3] / "resources" / "body_map"
ATLAS = Atlas(FOLDER)


def mark_on(figure_view: FigureView, *refs: RegionRef, shape: Shape) -> Mark:
    return Mark(
        id=MarkId("mark"),
        kind=MarkKind.PAIN,
        figure=figure_view.figure,
        atlas_version=figure_view.version,
        view=figure_view.view,
        shape=shape,
        regions=refs,
    )


def square(middle: Point, half: int = 30) -> Area:
    return Area(
        tuple(Point(middle.x + dx * half, middle.y + dy * half) for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
    )


def shared(one: FigureView, other: FigureView) -> list[tuple[Region, Region]]:
    pairs = [(region, other.find(region.ref.region, region.ref.side)) for region in one.regions]
    return [(region, there) for region, there in pairs if there is not None]


@pytest.mark.parametrize("target", Figure)
@pytest.mark.parametrize("source", Figure)
@pytest.mark.parametrize("view", View)
def test_each_region_s_middle_and_each_whole_region_stays_in_its_region(
    source: Figure, target: Figure, view: View
) -> None:
    here, there = ATLAS.view(source, view), ATLAS.view(target, view)
    for region, other in shared(here, there):
        point = carried_by(ATLAS, mark_on(here, region.ref, shape=region.anchor), there)
        assert there.region_at(point.anchor, reach=0) is other
        assert (point.figure, point.regions) == (target, (region.ref,))
        whole = carried_by(ATLAS, mark_on(here, region.ref, shape=WholeRegion(region.anchor)), there)
        assert whole.shape == WholeRegion(other.anchor)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(Figure), st.sampled_from(Figure), st.sampled_from(View))
def test_any_point_stays_in_its_region_and_on_its_side(
    data: st.DataObject, source: Figure, target: Figure, view: View
) -> None:
    here, there = ATLAS.view(source, view), ATLAS.view(target, view)
    region = data.draw(st.sampled_from([region for region, _ in shared(here, there)]))
    xs = [x for ring in region.rings for x in ring.xs]
    ys = [y for ring in region.rings for y in ring.ys]
    place = Point(data.draw(st.integers(min(xs), max(xs))), data.draw(st.integers(min(ys), max(ys))))
    refs = here.regions_of(place)
    if not refs or there.find(refs[0].region, refs[0].side) is None:
        return
    carried = carried_by(ATLAS, mark_on(here, *refs, shape=place), there)

    assert carried.regions == refs
    if source is not target:
        assert there.regions_of(carried.anchor) == refs


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(View))
def test_an_area_goes_with_its_region_and_stays_on_its_side(data: st.DataObject, view: View) -> None:
    female, male = ATLAS.view(Figure.FEMALE, view), ATLAS.view(Figure.MALE, view)
    region, other = data.draw(st.sampled_from(shared(female, male)))
    area = square(region.anchor, data.draw(st.integers(5, 25)))
    refs = regions_under(female, area)
    carried = carried_by(ATLAS, mark_on(female, *refs, shape=area), male)

    assert carried.regions == refs
    assert isinstance(carried.shape, Area)
    there = regions_under(male, carried.shape)
    largest = female.find(refs[0].region, refs[0].side)
    if len(refs) == 1 and largest is region and region.ref.side in (Side.LEFT, Side.RIGHT):
        assert {ref.side for ref in there} <= {region.ref.side, Side.MIDLINE}
        assert other.ref in there or male.region_at(carried.anchor, reach=0) is other


def test_points_of_one_region_keep_apart_and_in_their_order() -> None:
    neutral, female = ATLAS.view(Figure.NEUTRAL, View.BACK), ATLAS.view(Figure.FEMALE, View.BACK)
    region = neutral.find("lat", Side.RIGHT)
    assert region is not None
    places = [Point(region.anchor.x, region.anchor.y + away) for away in (-150, 0, 150)]
    marks = [mark_on(neutral, region.ref, shape=place) for place in places]
    heights = [carried_by(ATLAS, mark, female).anchor.y for mark in marks]

    assert heights == sorted(set(heights))


@pytest.mark.parametrize("side_kept", [Side.LEFT, Side.RIGHT])
def test_a_region_of_both_sides_is_placed_between_them(side_kept: Side) -> None:
    neutral, male = ATLAS.view(Figure.NEUTRAL, View.BACK), ATLAS.view(Figure.MALE, View.BACK)
    region = neutral.find("glut_max", side_kept)
    assert region is not None
    both = replace(region.ref, side=Side.BILATERAL)
    middle = Point(neutral.width // 2, region.anchor.y)
    carried = carried_by(ATLAS, mark_on(neutral, both, shape=square(middle, 200)), male)

    assert carried.regions == (both,)
    assert isinstance(carried.shape, Area)
    sides = {ref.side for ref in regions_under(male, carried.shape)}
    assert sides & {Side.BILATERAL} or {Side.LEFT, Side.RIGHT} <= sides


def test_without_the_picture_it_was_made_on_a_mark_goes_to_the_middle_of_its_region() -> None:
    female, male = ATLAS.view(Figure.FEMALE, View.FRONT), ATLAS.view(Figure.MALE, View.FRONT)
    for region, there in shared(female, male):
        assert carried_to(mark_on(female, region.ref, shape=region.anchor), male).shape == there.anchor
        area = carried_to(mark_on(female, region.ref, shape=square(region.anchor)), male)
        assert area.shape == square(there.anchor)


def test_a_mark_made_on_this_figure_stays_as_it_is() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    mark = mark_on(back, back.regions[0].ref, shape=back.regions[0].anchor)
    assert carried_by(ATLAS, mark, back) is mark
    assert not is_approximate(mark, back)


def test_a_region_that_is_gone_keeps_its_place_its_name_and_its_side() -> None:
    back, other = ATLAS.view(Figure.NEUTRAL, View.BACK), ATLAS.view(Figure.FEMALE, View.BACK)
    gone = RegionRef("tail", "tail", Side.LEFT)
    mark = mark_on(back, gone, shape=back.regions[0].anchor)
    carried = carried_by(ATLAS, mark, other)
    assert (carried.shape, carried.regions, carried.side) == (mark.shape, (gone,), Side.LEFT)


def test_the_next_region_stands_in_for_one_that_is_gone() -> None:
    back, other = ATLAS.view(Figure.NEUTRAL, View.BACK), ATLAS.view(Figure.FEMALE, View.BACK)
    lat = back.find("lat", Side.LEFT)
    assert lat is not None
    mark = mark_on(back, RegionRef("tail", "tail", Side.LEFT), lat.ref, shape=lat.anchor)
    assert other.regions_of(carried_by(ATLAS, mark, other).anchor) == (lat.ref,)


@pytest.fixture
def with_an_older_one(tmp_path: Path) -> Atlas:
    """An atlas that also keeps a version 1 as it was released."""
    current = Path(shutil.copytree(FOLDER, tmp_path / "body_map"))
    older = Path(shutil.copytree(FOLDER, current / "released" / "1"))
    manifest = json.loads((older / "manifest.json").read_text())
    (older / "manifest.json").write_text(json.dumps(manifest | {"version": "1"}))
    return Atlas(current)


def test_a_mark_of_an_older_atlas_stays_where_its_region_still_lies(with_an_older_one: Atlas) -> None:
    now = with_an_older_one.view(Figure.NEUTRAL, View.BACK)
    lat, glut = now.find("lat", Side.RIGHT), now.find("glut_max", Side.RIGHT)
    assert lat is not None
    assert glut is not None
    mark = replace(mark_on(now, lat.ref, shape=lat.anchor), atlas_version="1")
    made_on = view_made_on(mark, with_an_older_one)

    assert made_on is not None
    assert made_on.version == "1"
    assert is_approximate(mark, now)
    kept = carried_by(with_an_older_one, mark, now)
    assert (kept.shape, kept.atlas_version) == (lat.anchor, now.version)
    elsewhere = carried_by(with_an_older_one, replace(mark, shape=glut.anchor), now)
    assert now.regions_of(elsewhere.anchor) == (lat.ref,)


def test_a_damaged_older_atlas_leaves_the_middle_of_the_region(with_an_older_one: Atlas, tmp_path: Path) -> None:
    now = with_an_older_one.view(Figure.FEMALE, View.BACK)
    lat = now.find("lat", Side.RIGHT)
    assert lat is not None
    mark = replace(mark_on(now, lat.ref, shape=Point(1, 1)), figure=Figure.MALE, atlas_version="1")
    (tmp_path / "body_map" / "released" / "1" / "male.json").write_text("{}")

    assert view_made_on(mark, with_an_older_one) is None
    assert carried_by(with_an_older_one, mark, now).shape == lat.anchor
