from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView
from therapist_desk.domain.atlas.drawn import covered_by, has_texture, whole_regions
from therapist_desk.domain.findings.mark import Area, Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.ids import MarkId

ATLAS: Final = Atlas(Path(__file__).parents[3] / "resources" / "body_map")
GONE: Final = RegionRef("tail_wagger", "tail wagger", Side.LEFT)


@pytest.fixture
def back() -> FigureView:
    return ATLAS.view(Figure.NEUTRAL, View.BACK)


def whole(figure_view: FigureView, *regions: RegionRef, kind: MarkKind = MarkKind.PAIN) -> Mark:
    """A mark over a whole region, standing in the left latissimus dorsi."""
    lat = figure_view.find("lat", Side.LEFT)
    assert lat is not None
    return Mark(
        id=MarkId("1"),
        kind=kind,
        figure=figure_view.figure,
        atlas_version=figure_view.version,
        view=figure_view.view,
        shape=WholeRegion(lat.anchor),
        regions=regions,
    )


def refs(figure_view: FigureView, mark: Mark) -> list[tuple[str, Side]]:
    return [(region.ref.region, region.ref.side) for region in whole_regions(mark, figure_view)]


def test_the_whole_regions_are_those_that_the_picture_shows(back: FigureView) -> None:
    lat, soleus = (RegionRef(name, name, Side.LEFT) for name in ("lat", "soleus"))
    assert refs(back, whole(back, GONE, soleus, lat)) == [("soleus", Side.LEFT), ("lat", Side.LEFT)]


def test_one_of_both_sides_takes_both(back: FigureView) -> None:
    both = RegionRef("lat", "latissimus dorsi", Side.BILATERAL)
    assert refs(back, whole(back, both)) == [("lat", Side.LEFT), ("lat", Side.RIGHT)]


def test_one_that_names_no_region_takes_where_it_stands(back: FigureView) -> None:
    assert refs(back, whole(back)) == [("lat", Side.LEFT)]


def test_what_lies_now_where_a_region_was_is_not_covered(back: FigureView) -> None:
    mark = whole(back, GONE)
    assert covered_by(mark, back) == ()
    assert not has_texture(mark, covers=False)


def test_points_cover_nothing_and_areas_their_outline(back: FigureView) -> None:
    mark = whole(back)
    corners = (Point(2000, 3000), Point(2400, 3000), Point(2200, 3400))
    assert covered_by(replace(mark, shape=Point(2000, 3000)), back) == ()
    assert len(covered_by(replace(mark, shape=Area(corners)), back)) == 1


@pytest.mark.parametrize("kind", MarkKind)
def test_a_kind_that_has_points_only_keeps_its_symbol_over_an_area(kind: MarkKind, back: FigureView) -> None:
    mark = whole(back, kind=kind)
    points_only = {
        MarkKind.TRIGGER_ACTIVE,
        MarkKind.TRIGGER_LATENT,
        MarkKind.TENDER,
        MarkKind.FASCIAL,
        MarkKind.SKIN,
    }
    assert has_texture(mark, covers=True) is (kind not in points_only)
