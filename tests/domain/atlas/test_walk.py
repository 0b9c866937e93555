"""Going from region to region, and taking the next one into a mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, FigureView, spread
from therapist_desk.domain.findings.closeup import CLOSEUPS

ATLAS = Atlas(Path(__file__).parents[3] / "resources" / "body_map")
DOWN, UP, LEFT, RIGHT = (0, 1), (0, -1), (-1, 0), (1, 0)


@pytest.fixture
def back() -> FigureView:
    return ATLAS.view(Figure.NEUTRAL, View.BACK)


def names(refs: tuple[RegionRef, ...]) -> list[str]:
    return [ref.words for ref in refs]


def ref_of(view: FigureView, region: str, side: Side = Side.RIGHT) -> RegionRef:
    found = view.find(region, side)
    assert found is not None
    return found.ref


def test_a_mark_spreads_from_the_region_taken_last_and_back_again(back: FigureView) -> None:
    taken = (ref_of(back, "trap_upper"),)
    once = spread(back, taken, *DOWN)
    twice = spread(back, once, *DOWN)
    assert len(twice) == 3
    assert twice[:2] == once
    assert spread(back, twice, *UP) == once
    assert spread(back, once, *UP) == taken


def test_it_passes_over_what_is_taken_already(back: FigureView) -> None:
    round_trip: tuple[RegionRef, ...] = (ref_of(back, "trap_upper"),)
    for way in (DOWN, LEFT, UP, RIGHT, DOWN, LEFT, LEFT):
        round_trip = spread(back, round_trip, *way)
    assert len(set(round_trip)) == len(round_trip)


def test_across_the_midline_comes_the_other_side(back: FigureView) -> None:
    both: tuple[RegionRef, ...] = (ref_of(back, "rhomboids"),)
    for _ in range(3):
        both = spread(back, both, *LEFT)
    assert {Side.LEFT, Side.RIGHT} <= {ref.side for ref in both}


@pytest.mark.parametrize("way", [DOWN, UP, LEFT, RIGHT])
def test_at_the_end_of_the_way_and_for_a_region_that_is_not_shown_nothing_changes(
    back: FigureView, way: tuple[int, int]
) -> None:
    gone = (RegionRef("tail_wagger", "tail wagger", Side.RIGHT),)
    assert spread(back, gone, *way) == gone
    taken: tuple[RegionRef, ...] = (ref_of(back, "trap_upper"),)
    for _ in range(len(back.regions)):
        longer = spread(back, taken, *way)
        if longer == taken:
            return
        taken = longer
    pytest.fail("the way has no end")


def test_every_close_up_can_be_spread_over() -> None:
    for sided in CLOSEUPS:
        view = ATLAS.picture(Figure.NEUTRAL, sided)
        for region in view.regions:
            assert any(len(spread(view, (region.ref,), *way)) > 1 for way in (DOWN, UP, LEFT, RIGHT)), (
                region.ref.words
            )
