from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from domain.builders import mark
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.outcomes.measure import Basis
from therapist_desk.domain.typical_referral import (
    Place,
    ReferralArea,
    TypicalReferral,
    muscles_worth_palpating,
    referred_regions,
    typical_in_region,
    typical_under_mark,
)

ATLAS = Atlas(Path(__file__).parents[2] / "resources" / "body_map")
TEMPLE = ReferralArea("temple", (Place("temporalis"),))
LATERAL_ELBOW = ReferralArea("lateral elbow", (Place("elbow", frozenset({View.LEFT, View.RIGHT})),))
BUTTOCK = ReferralArea("buttock", (Place("glut_max"), Place("piriformis")))
SACRUM = ReferralArea("sacrum", (Place("sacrum"),))
TEETH = ReferralArea("upper teeth", (), "inside the mouth")


def muscle(
    name: str, *areas: ReferralArea, basis: Basis = Basis.SOURCE_READ, only_in: tuple[str, ...] = ()
) -> TypicalReferral:
    return TypicalReferral(name, (name,), areas, "a book", basis, only_in)


def pain(*regions: tuple[str, Side], view: View = View.BACK) -> Mark:
    return mark(MarkKind.PAIN, *(RegionRef(region, region, side) for region, side in regions), view=view)


def names(found: tuple[TypicalReferral, ...]) -> list[str]:
    return [each.muscle for each in found]


TRAPEZIUS = muscle("trap_upper", TEMPLE)
LEVATOR = muscle("lev_scap", BUTTOCK)
NECK = muscle("multifidus", TEMPLE, only_in=("cerv_ext",))
BACK = ATLAS.view(Figure.NEUTRAL, View.BACK)


def test_all_muscles_under_a_region_count_from_the_skin_inwards() -> None:
    region = BACK.find("trap_upper", Side.RIGHT)
    assert region is not None

    assert names(typical_in_region([LEVATOR, TRAPEZIUS], region)) == ["trap_upper", "lev_scap"]
    assert names(typical_in_region([LEVATOR, TRAPEZIUS], region, "levator scapulae")) == ["lev_scap"]


def test_the_muscle_that_a_region_is_named_for_comes_before_those_over_it() -> None:
    region = BACK.find("lev_scap", Side.RIGHT)
    assert region is not None
    assert region.layers[0].structure == "trap_upper"

    assert names(typical_in_region([TRAPEZIUS, LEVATOR], region)) == ["lev_scap", "trap_upper"]


def test_a_layer_in_words_of_ones_own_leaves_all_muscles() -> None:
    under = mark(layer="deep, near the angle")

    assert names(typical_under_mark([TRAPEZIUS, LEVATOR], BACK, under)) == ["trap_upper", "lev_scap"]


def test_a_chosen_layer_leaves_out_the_mark_s_other_regions() -> None:
    under = pain(("infraspinatus", Side.LEFT), ("trap_upper", Side.LEFT))
    chosen = mark(MarkKind.PAIN, *under.regions, layer="levator scapulae")
    every = [TRAPEZIUS, LEVATOR, muscle("infraspinatus", TEMPLE)]

    assert names(typical_under_mark(every, BACK, under)) == ["infraspinatus", "trap_upper", "lev_scap"]
    assert names(typical_under_mark(every, BACK, chosen)) == ["lev_scap"]


@pytest.mark.parametrize("side", [Side.LEFT, Side.BILATERAL])
def test_a_part_of_a_long_structure_counts_only_in_its_regions(side: Side) -> None:
    assert names(typical_under_mark([NECK], BACK, pain(("cerv_ext", side)))) == ["multifidus"]
    assert names(typical_under_mark([NECK], BACK, pain(("es_lumb", side)))) == []


@pytest.mark.parametrize(
    ("side", "shown"),
    [
        (Side.LEFT, {Side.LEFT}),
        (Side.RIGHT, {Side.RIGHT}),
        (Side.BILATERAL, {Side.LEFT, Side.RIGHT}),
        (Side.MIDLINE, {Side.LEFT, Side.RIGHT}),
        (None, {Side.LEFT, Side.RIGHT}),
    ],
)
def test_what_is_shown_follows_the_mark_s_side(side: Side | None, shown: set[Side]) -> None:
    regions = referred_regions(muscle("any", SACRUM, BUTTOCK), BACK, side)

    assert [region.ref.region for region in regions][:2] == ["sacrum", "glut_max"]
    assert {region.ref.side for region in regions[1:]} == shown
    assert len(regions) == len({region.ref for region in regions})


def test_a_side_view_of_the_other_side_shows_nothing_of_it() -> None:
    left = ATLAS.view(Figure.NEUTRAL, View.LEFT)

    assert referred_regions(TRAPEZIUS, left, Side.RIGHT) == ()
    assert len(referred_regions(TRAPEZIUS, left, Side.LEFT)) == 1


def test_an_area_of_one_view_is_neither_shown_nor_matched_in_another() -> None:
    supinator = muscle("supinator", LATERAL_ELBOW)

    assert referred_regions(supinator, BACK, Side.LEFT) == ()
    assert muscles_worth_palpating([supinator], [pain(("elbow", Side.LEFT))]) == ()
    assert muscles_worth_palpating([supinator], [pain(("elbow", Side.LEFT), view=View.LEFT)])


def test_a_muscle_is_suggested_with_the_area_that_matches_and_the_side_of_the_pain() -> None:
    (found,) = muscles_worth_palpating(
        [muscle("masseter", TEETH, BUTTOCK, TEMPLE)], [pain(("temporalis", Side.RIGHT))]
    )

    assert found.areas == (TEMPLE,)
    assert found.side is Side.RIGHT
    assert [ref.words for ref in found.regions] == ["right temporalis"]
    assert found.words == "right masseter: typical referral to temple"


@pytest.mark.parametrize(
    ("regions", "side"),
    [
        ([("sacrum", Side.MIDLINE)], Side.BILATERAL),
        ([("sacrum", Side.MIDLINE), ("glut_max", Side.LEFT)], Side.LEFT),
        ([("glut_max", Side.LEFT), ("glut_max", Side.RIGHT)], Side.BILATERAL),
        ([("glut_max", Side.BILATERAL)], Side.BILATERAL),
    ],
)
def test_pain_on_the_midline_alone_or_on_both_sides_suggests_both(
    regions: list[tuple[str, Side]], side: Side
) -> None:
    (found,) = muscles_worth_palpating([muscle("glut_max", BUTTOCK, SACRUM)], [pain(*regions)])

    assert found.side is side
    assert ("both sides" in found.words) is (side is Side.BILATERAL)


def test_more_of_the_pain_then_the_leading_area_then_a_read_source_then_a_narrow_pattern_come_first() -> None:
    every = [
        muscle("wide", BUTTOCK, TEMPLE, LATERAL_ELBOW),
        muscle("unread", BUTTOCK, basis=Basis.KNOWN_PRACTICE),
        muscle("later", TEMPLE, BUTTOCK),
        muscle("narrow", BUTTOCK),
        muscle("most", TEMPLE, BUTTOCK, SACRUM),
        muscle("none", TEMPLE),
    ]
    found = muscles_worth_palpating(every, [pain(("glut_max", Side.LEFT), ("sacrum", Side.MIDLINE))])

    assert [each.referral.muscle for each in found] == ["most", "narrow", "wide", "unread", "later"]


def test_pain_off_the_figure_suggests_nothing() -> None:
    nowhere = replace(pain(("sacrum", Side.MIDLINE)), regions=())

    assert muscles_worth_palpating([LEVATOR], [nowhere]) == ()
    assert typical_under_mark([LEVATOR], BACK, nowhere) == ()
