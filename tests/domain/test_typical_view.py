"""What a view shows of a muscle's typical referral, on the real figures with the real list."""

from __future__ import annotations

from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.closeup import CLOSEUPS, Closeup, SidedCloseup, Sight
from therapist_desk.domain.sentences.picture_words import sight_words
from therapist_desk.domain.typical_referral import typical_in_region
from therapist_desk.domain.typical_view import foremost, shown_referral, where_to_palpate
from therapist_desk.services.clinical.trigger_points import load_trigger_points

RESOURCES = Path(__file__).parents[2] / "resources"
ATLAS = Atlas(RESOURCES / "body_map")
REFERRALS = {each.muscle: each for each in load_trigger_points(RESOURCES).referrals}
PICTURES: tuple[Sight, ...] = (*View, *CLOSEUPS)
VIEWS = {figure: {sight: ATLAS.picture(figure, sight) for sight in PICTURES} for figure in Figure}
NEUTRAL = VIEWS[Figure.NEUTRAL]


@pytest.mark.parametrize("view", PICTURES, ids=sight_words)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_each_area_of_each_muscle_is_shown_named_elsewhere_or_said_to_be_nowhere(view: Sight, side: Side) -> None:
    home = NEUTRAL[view].home
    for referral in REFERRALS.values():
        shown = shown_referral(referral, NEUTRAL, view, side)
        named = [words for _, areas in shown.elsewhere for words in areas]
        here = [area for area in referral.areas if area.words not in {*named, *shown.nowhere}]
        seen = {region.ref.region for region in (*shown.leading, *shown.further)}
        assert all(any(area.includes(region, home) for region in seen) for area in here)
        assert all(other != view for other, _ in shown.elsewhere)
        assert {region.ref.side for region in (*shown.leading, *shown.further)} <= {side, Side.MIDLINE}
        assert not set(shown.leading) & set(shown.further)


def test_the_leading_area_is_the_first_named() -> None:
    shown = shown_referral(REFERRALS["upper trapezius"], NEUTRAL, View.RIGHT, Side.RIGHT)
    assert {region.ref.region for region in shown.leading} == {"scm", "scalenes", "lev_scap"}
    assert "temporalis" in {region.ref.region for region in shown.further}
    assert shown.elsewhere == ()


def test_what_the_back_does_not_show_is_named_with_its_view() -> None:
    shown = shown_referral(REFERRALS["upper trapezius"], NEUTRAL, View.BACK, Side.RIGHT)
    assert shown.elsewhere == ((View.FRONT, ("temple", "angle of jaw")),)
    assert shown.title == "upper trapezius: typical referral, source read, not a diagnosis"


def test_of_muscles_over_each_other_the_first_is_shown_and_the_others_named() -> None:
    region = NEUTRAL[View.BACK].find("glut_med", Side.LEFT)
    assert region is not None
    under = typical_in_region(tuple(REFERRALS.values()), region)
    shown = foremost(under, NEUTRAL, View.BACK, Side.LEFT)
    assert shown is not None
    assert (shown.referral.muscle, shown.also) == ("gluteus medius", ("gluteus minimus",))
    assert foremost((), NEUTRAL, View.BACK, Side.LEFT) is None


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, Side.BILATERAL])
def test_every_muscle_that_the_figure_has_is_found_on_the_side_asked_for(figure: Figure, side: Side) -> None:
    views = VIEWS[figure]
    for referral in REFERRALS.values():
        found = where_to_palpate(referral, views, View.BACK, side)
        if found is None:
            in_view = [
                region
                for view in views.values()
                for region in view.regions
                if referral in typical_in_region([referral], region)
            ]
            assert in_view == [], referral.muscle
            continue
        view, region = found
        assert views[view].find(region.ref.region, region.ref.side) is region
        assert referral in typical_in_region([referral], region)
        assert region.ref.side in ({side, Side.MIDLINE} if side is not Side.BILATERAL else set(Side))


def test_a_muscle_s_own_region_comes_before_one_that_covers_it() -> None:
    for muscle, own in (("levator scapulae", "lev_scap"), ("infraspinatus", "infraspinatus")):
        found = where_to_palpate(REFERRALS[muscle], NEUTRAL, View.FRONT, Side.RIGHT)
        assert found is not None
        assert found[1].ref.region == own


def test_on_a_close_up_the_area_is_drawn_in_its_own_regions() -> None:
    palm = SidedCloseup(Closeup.HAND_PALMAR, Side.RIGHT)
    shown = shown_referral(REFERRALS["scalenes"], NEUTRAL, palm, Side.RIGHT)
    assert {"thumb", "finger_index"} <= {region.ref.region for region in (*shown.leading, *shown.further)}
    other_hand = SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT)
    elsewhere = shown_referral(REFERRALS["scalenes"], NEUTRAL, other_hand, Side.RIGHT)
    assert (elsewhere.leading, elsewhere.further) == ((), ())


def test_what_only_a_close_up_shows_is_named_with_it() -> None:
    shown = shown_referral(REFERRALS["gastrocnemius"], NEUTRAL, View.BACK, Side.LEFT)
    assert ("instep of foot",) in [
        areas for sight, areas in shown.elsewhere if isinstance(sight, SidedCloseup) and sight.side is Side.LEFT
    ]
    assert "instep of foot" not in shown.nowhere


def test_a_muscle_that_only_a_close_up_shows_is_found_there() -> None:
    found = where_to_palpate(REFERRALS["quadratus plantae / abductor hallucis"], NEUTRAL, View.BACK, Side.LEFT)
    assert found is not None
    sight, region = found
    assert isinstance(sight, SidedCloseup)
    assert region.ref.side is Side.LEFT
