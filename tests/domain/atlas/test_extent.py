from __future__ import annotations

import itertools
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import mark
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView
from therapist_desk.domain.atlas.extent import pain_extent
from therapist_desk.domain.atlas.place import mirrored, opposite, regions_under
from therapist_desk.domain.atlas.stroke import enclosed, outline_of
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, Shape, WholeRegion
from therapist_desk.domain.ids import MarkId

ATLAS = Atlas(Path(__file__).parents[3] / "resources" / "body_map")
BACK = ATLAS.view(Figure.NEUTRAL, View.BACK)
STATED_ERROR = 0.0005
ROUNDING = 1e-12


def pain(figure_view: FigureView, shape: Shape, *regions: RegionRef) -> Mark:
    return mark(
        MarkKind.PAIN,
        *(regions or regions_under(figure_view, shape)),
        view=figure_view.view,
        figure=figure_view.figure,
        atlas_version=figure_view.version,
        shape=shape,
    )


def whole(figure_view: FigureView, ref: RegionRef) -> Mark:
    return pain(figure_view, WholeRegion(Point(0, 0)), ref)


def disc(x: int, y: int, radius: int) -> Area:
    turns = [math.tau * i / 12 for i in range(12)]
    return Area(tuple(Point(round(x + radius * math.cos(t)), round(y + radius * math.sin(t))) for t in turns))


@st.composite
def pains(draw: st.DrawFn, figure_view: FigureView) -> Mark:
    if draw(st.booleans()):
        return whole(figure_view, draw(st.sampled_from(figure_view.regions)).ref)
    x, y = draw(st.integers(0, figure_view.width)), draw(st.integers(0, figure_view.height))
    return pain(figure_view, disc(x, y, draw(st.integers(20, 900))))


@settings(max_examples=15)
@given(st.data(), st.sampled_from(View))
def test_it_is_a_share_that_no_further_mark_lessens_and_the_mirror_image_equals(
    data: st.DataObject, view: View
) -> None:
    figure_view = ATLAS.view(Figure.NEUTRAL, view)
    other = ATLAS.picture(Figure.NEUTRAL, opposite(view))
    marks = data.draw(st.lists(pains(figure_view), min_size=1, max_size=4))
    mirror_images = [mirrored(each, other, MarkId("copy")) or each for each in marks]

    shares = [pain_extent(figure_view, marks[:count]).share for count in range(len(marks) + 1)]

    assert shares[0] == 0
    assert all(after >= before - ROUNDING for before, after in itertools.pairwise(shares))
    assert shares[-1] <= 1
    if all(image is not each for image, each in zip(mirror_images, marks, strict=True)):
        assert pain_extent(other, mirror_images).share == pytest.approx(shares[-1], abs=STATED_ERROR)


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("view", View)
def test_whole_regions_come_to_their_area_within_the_stated_error(figure: Figure, view: View) -> None:
    figure_view = ATLAS.view(figure, view)
    body = sum(region.area for region in figure_view.regions)

    for region in figure_view.regions[::6]:
        share = pain_extent(figure_view, [whole(figure_view, region.ref)]).share
        assert share == pytest.approx(region.area / body, abs=STATED_ERROR)
    everything = [whole(figure_view, region.ref) for region in figure_view.regions]
    assert pain_extent(figure_view, everything).share == pytest.approx(1)


def test_an_area_comes_to_what_it_encloses_wherever_it_lies() -> None:
    body = sum(region.area for region in BACK.regions)
    square = Area((Point(2300, 2000), Point(2800, 2000), Point(2800, 2400), Point(2300, 2400)))
    moved = Area(tuple(Point(corner.x, corner.y + 7) for corner in square.corners))

    share = pain_extent(BACK, [pain(BACK, square)]).share

    assert pain_extent(BACK, [pain(BACK, moved)]).share == pytest.approx(share, abs=STATED_ERROR)
    units = enclosed(outline_of(square).flattened(1)) / 100
    assert share == pytest.approx(units / body, abs=STATED_ERROR)


def test_what_lies_under_two_marks_counts_once() -> None:
    area = disc(2300, 2300, 300)
    gluteus = BACK.find("glut_max", Side.LEFT)
    assert gluteus is not None
    for each in (pain(BACK, area), whole(BACK, gluteus.ref)):
        assert pain_extent(BACK, [each, each]) == pain_extent(BACK, [each])
    inside = disc(gluteus.anchor.x, gluteus.anchor.y, 60)
    once = pain_extent(BACK, [whole(BACK, gluteus.ref)])
    assert pain_extent(BACK, [whole(BACK, gluteus.ref), pain(BACK, inside)]) == once


def test_a_bilateral_region_counts_on_both_sides() -> None:
    one = RegionRef("glut_max", "gluteus maximus", Side.LEFT)
    both = replace(one, side=Side.BILATERAL)

    share = pain_extent(BACK, [whole(BACK, one)]).share
    assert pain_extent(BACK, [whole(BACK, both)]).share == pytest.approx(2 * share, abs=STATED_ERROR)


@pytest.mark.parametrize(
    "uncounted",
    [
        pain(BACK, Point(2300, 2300)),
        pain(BACK, disc(100, 9000, 60)),
        replace(pain(BACK, disc(2300, 2300, 300)), before=0),
        replace(pain(BACK, disc(2300, 2300, 300)), view=View.FRONT),
        replace(pain(BACK, disc(2300, 2300, 300)), kind=MarkKind.NUMBNESS),
    ],
    ids=["point", "off the figure", "gone", "another view", "another kind"],
)
def test_what_is_no_area_of_pain_on_this_figure_counts_nothing(uncounted: Mark) -> None:
    assert pain_extent(BACK, [uncounted]).share == 0


def test_a_mark_of_another_figure_counts_where_its_region_is() -> None:
    female = ATLAS.view(Figure.FEMALE, View.BACK)
    region = female.find("glut_max", Side.RIGHT)
    assert region is not None
    here = BACK.find("glut_max", Side.RIGHT)
    assert here is not None

    assert pain_extent(BACK, [whole(female, region.ref)]) == pain_extent(BACK, [whole(BACK, here.ref)])


def test_its_words_describe_and_do_not_judge() -> None:
    gluteus = RegionRef("glut_max", "gluteus maximus", Side.LEFT)

    words = pain_extent(BACK, [whole(BACK, gluteus)]).words

    assert words.startswith("share of the figure marked as pain, back view: ")
    assert words.endswith(" %")
