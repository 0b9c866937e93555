from __future__ import annotations

import math
from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView, Region
from therapist_desk.domain.atlas.coverage import covered_regions
from therapist_desk.domain.findings.mark import Area, Point

ATLAS = Atlas(Path(__file__).parents[3] / "resources" / "body_map")
EVERY_VIEW = [(figure, view) for figure in Figure for view in View]


@pytest.fixture(params=EVERY_VIEW, ids=lambda pair: f"{pair[0].value}-{pair[1].value}")
def figure_view(request: pytest.FixtureRequest) -> FigureView:
    return ATLAS.view(*request.param)


def disc(x: float, y: float, radius: float) -> Area:
    turns = [math.tau * i / 16 for i in range(16)]
    return Area(tuple(Point(round(x + radius * math.cos(t)), round(y + radius * math.sin(t))) for t in turns))


def corners_of(region: Region) -> Area:
    ring = max((ring.flattened(6) for ring in region.rings), key=len)
    return Area(tuple(Point(round(x), round(y)) for x, y in ring[:-1]))


def test_the_outline_of_a_region_covers_that_region_of_that_side(figure_view: FigureView) -> None:
    for region in figure_view.regions:
        if len(region.rings) == 1:
            assert covered_regions(figure_view, corners_of(region))[0] == region.ref


def test_a_small_area_in_a_region_names_it_with_the_clients_side(figure_view: FigureView) -> None:
    for region in figure_view.regions:
        named = covered_regions(figure_view, disc(region.anchor.x, region.anchor.y, 12))
        assert named[0] == region.ref


@pytest.mark.parametrize("view", [View.FRONT, View.BACK])
@pytest.mark.parametrize("figure", Figure)
def test_the_clients_right_lies_left_on_the_front_and_right_on_the_back(figure: Figure, view: View) -> None:
    figure_view = ATLAS.view(figure, view)
    middle = figure_view.width / 2
    for share in (0.22, 0.3, 0.45, 0.6, 0.75):
        for away in (-260.0, 260.0):
            covered = covered_regions(figure_view, disc(middle + away, figure_view.height * share, 40))
            on_the_left = away < 0
            expected = Side.RIGHT if on_the_left is (view is View.FRONT) else Side.LEFT
            assert {ref.side for ref in covered} <= {expected, Side.MIDLINE}, share


def test_a_side_view_names_only_its_own_side() -> None:
    for view, side in ((View.LEFT, Side.LEFT), (View.RIGHT, Side.RIGHT)):
        figure_view = ATLAS.view(Figure.NEUTRAL, view)
        covered = covered_regions(figure_view, disc(figure_view.width / 2, figure_view.height * 0.25, 500))
        assert covered
        assert {ref.side for ref in covered} <= {side, Side.MIDLINE}


def test_an_area_across_the_midline_is_bilateral_and_each_region_is_named_once() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    covered = covered_regions(back, disc(back.width / 2, 2200, 500))
    assert {ref.side for ref in covered} == {Side.BILATERAL}
    names = [ref.region for ref in covered]
    assert len(names) == len(set(names))


def test_the_largest_share_comes_first() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    upper = back.find("trap_upper", Side.RIGHT)
    assert upper is not None
    shape = corners_of(upper)
    lowered = Area(tuple(Point(corner.x, corner.y + 60) for corner in shape.corners))
    covered = covered_regions(back, lowered)
    assert covered[0] == upper.ref
    assert len(covered) > 1


def test_a_region_that_was_only_grazed_is_not_named() -> None:
    back = ATLAS.view(Figure.NEUTRAL, View.BACK)
    gluteus = back.find("glut_max", Side.LEFT)
    assert gluteus is not None
    shifted = Area(tuple(Point(corner.x + 8, corner.y) for corner in corners_of(gluteus).corners))
    assert covered_regions(back, shifted) == (gluteus.ref,)


def test_a_small_region_wholly_under_a_large_area_is_named() -> None:
    left = ATLAS.view(Figure.NEUTRAL, View.LEFT)
    ear = left.find("ear", Side.LEFT)
    assert ear is not None
    assert ear.ref in covered_regions(left, disc(ear.anchor.x, ear.anchor.y, 700))


def test_an_area_beside_the_figure_covers_nothing(figure_view: FigureView) -> None:
    assert covered_regions(figure_view, disc(40, 40, 30)) == ()


def test_every_place_can_be_brought_inside(figure_view: FigureView) -> None:
    for x, y in (
        (0, 0),
        (figure_view.width, 0),
        (0, figure_view.height),
        (-3000, 5000),
        (figure_view.width / 2, 9999),
    ):
        inside = figure_view.brought_inside(x, y)
        assert figure_view.region_at(Point(round(inside[0]), round(inside[1])), reach=40) is not None
    anchor = figure_view.regions[0].anchor
    assert figure_view.brought_inside(anchor.x, anchor.y) == (anchor.x, anchor.y)
