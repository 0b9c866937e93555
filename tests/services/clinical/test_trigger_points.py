from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from domain.builders import mark
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.atlas import Atlas, Closeup
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.typical_referral import (
    TypicalReferral,
    muscles_worth_palpating,
    referred_regions,
    typical_under_mark,
)
from therapist_desk.services.clinical.trigger_points import load_trigger_points
from therapist_desk.services.resources import ResourceDamagedError

RESOURCES = Path(__file__).parents[3] / "resources"
CLINICAL = RESOURCES / "clinical"
ATLAS = Atlas(RESOURCES / "body_map")
REFERRALS = {each.muscle: each for each in load_trigger_points(RESOURCES).referrals}
MAP = json.loads((CLINICAL / "referral_regions.json").read_text(encoding="utf-8"))
VIEWS = {
    "any": tuple(View),
    "front": (View.FRONT,),
    "back": (View.BACK,),
    "side": (View.LEFT, View.RIGHT),
}


def shown_in(figure: Figure, views: tuple[View, ...]) -> set[str]:
    return {region.ref.region for view in views for region in ATLAS.view(figure, view).regions}


def referred(muscle: str, side: Side = Side.RIGHT, figure: Figure = Figure.NEUTRAL) -> set[str]:
    return {
        region.ref.words
        for view in View
        for region in referred_regions(REFERRALS[muscle], ATLAS.view(figure, view), side)
    }


@pytest.mark.parametrize("figure", Figure)
def test_every_mapped_region_is_in_every_figure_in_each_view_named(figure: Figure) -> None:
    for words, entry in MAP["areas"].items():
        for seen in VIEWS.keys() & entry.keys():
            for view in VIEWS[seen] if seen != "any" else ():
                assert set(entry[seen]) <= shown_in(figure, (view,)), words
        assert set(entry.get("any", ())) <= shown_in(figure, tuple(View)), words


def test_what_is_mapped_in_close_ups_is_shown_there_and_nowhere_else() -> None:
    in_closeups = {region.ref.region for closeup in Closeup for region in ATLAS.closeup(closeup).regions}
    for words, entry in MAP["areas"].items():
        assert entry.keys() <= {*VIEWS, "close-up", "note"}
        assert set(entry.get("close-up", ())) <= in_closeups - shown_in(Figure.NEUTRAL, tuple(View)), words


def test_every_area_is_mapped_or_listed_as_unmapped_with_a_reason() -> None:
    written = {area.words for referral in REFERRALS.values() for area in referral.areas}
    assert MAP["areas"].keys() | MAP["unmapped_areas"].keys() == written
    assert MAP["areas"].keys().isdisjoint(MAP["unmapped_areas"])
    assert all(MAP["unmapped_areas"].values())
    for referral in REFERRALS.values():
        for area in referral.areas:
            assert bool(area.places) is (area.words in MAP["areas"])


def test_every_muscle_lies_in_a_region_or_a_layer_of_the_atlas() -> None:
    pictures = [ATLAS.view(Figure.NEUTRAL, view) for view in View] + [ATLAS.closeup(closeup) for closeup in Closeup]
    regions = [region for picture in pictures for region in picture.regions]
    there = {
        (region.ref.region, structure)
        for region in regions
        for structure in [layer.structure for layer in region.layers] or [region.ref.region]
    }
    structures = {structure for _, structure in there}
    assert MAP["muscles"].keys() == REFERRALS.keys()
    for referral in REFERRALS.values():
        assert set(referral.structures) <= structures, referral.muscle
        assert set(referral.only_in) <= {region for region, _ in there}, referral.muscle
        assert any(referral.lies_in(*pair) for pair in there), referral.muscle


def test_each_of_the_59_muscles_has_areas_a_source_and_a_basis() -> None:
    assert len(REFERRALS) == 59
    assert all(referral.areas and referral.source for referral in REFERRALS.values())
    assert {referral.basis.value for referral in REFERRALS.values()} == {"source read", "known practice"}


def test_they_are_typical_and_no_diagnosis() -> None:
    trigger_points = load_trigger_points(RESOURCES)
    assert "never a diagnosis" in trigger_points.note
    assert "disputed" in trigger_points.evidence


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize(
    ("muscle", "regions"),
    [
        ("upper trapezius", {"temporalis", "masseter", "sternocleidomastoid"}),
        ("infraspinatus", {"anterior deltoid", "biceps brachii"}),
        ("supraspinatus", {"middle deltoid", "elbow (lateral epicondyle)"}),
        ("levator scapulae", {"levator scapulae", "rhomboids", "posterior deltoid"}),
        ("gluteus minimus", {"iliotibial tract", "vastus lateralis", "lateral gastrocnemius", "biceps femoris"}),
        ("piriformis", {"gluteus maximus", "biceps femoris"}),
        ("suboccipitals", {"occipitalis", "temporalis", "orbicularis oculi"}),
        ("sternocleidomastoid, sternal head", {"cheek (zygomaticus)", "orbicularis oculi", "occipitalis"}),
        ("sternocleidomastoid, clavicular head", {"frontalis", "ear"}),
        ("masseter, superficial", {"cheek (zygomaticus)", "orbicularis oculi"}),
        ("masseter, deep", {"masseter", "ear"}),
        ("rectus femoris", {"anterior knee (patella)"}),
        ("soleus", {"heel (calcaneus)"}),
        ("iliopsoas", {"lumbar erector spinae", "rectus femoris"}),
        ("wrist flexors (FCR/FCU)", {"palmar wrist"}),
    ],
)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_well_known_patterns_are_shown_on_the_muscle_s_side(
    figure: Figure, muscle: str, regions: set[str], side: Side
) -> None:
    assert referred(muscle, side, figure) >= {f"{side.value} {region}" for region in regions}


def test_no_muscle_of_one_side_is_shown_on_the_other() -> None:
    for muscle in REFERRALS:
        assert not any(words.startswith("left ") for words in referred(muscle, Side.RIGHT)), muscle
        assert not any(words.startswith("right ") for words in referred(muscle, Side.LEFT)), muscle


@pytest.mark.parametrize(
    ("muscle", "elsewhere"),
    [
        ("infraspinatus", "right gluteus maximus"),
        ("gluteus minimus", "right rectus femoris"),
        ("tibialis anterior", "right heel (calcaneus)"),
        ("upper trapezius", "right posterior deltoid"),
        ("supraspinatus", "right elbow (olecranon)"),
    ],
)
def test_a_pattern_is_not_shown_where_it_does_not_belong(muscle: str, elsewhere: str) -> None:
    assert elsewhere not in referred(muscle)


@pytest.mark.parametrize(
    ("view", "region", "layer", "muscles"),
    [
        (View.LEFT, "lev_scap", "", ["levator scapulae", "upper trapezius", "splenius capitis", "splenius cervicis"]),
        (View.LEFT, "lev_scap", "levator scapulae", ["levator scapulae"]),
        (View.BACK, "glut_med", "", ["gluteus medius", "gluteus minimus"]),
        (View.BACK, "piriformis", "piriformis", ["piriformis"]),
        (View.BACK, "ql", "quadratus lumborum", ["quadratus lumborum"]),
        (View.BACK, "es_lumb", "multifidus", ["lumbar multifidi"]),
        (View.BACK, "cerv_ext", "multifidus", ["cervical multifidi"]),
        (View.BACK, "gastroc_med", "soleus", ["soleus"]),
        (View.FRONT, "groin", "", ["iliopsoas"]),
        (View.FRONT, "patella", "", []),
    ],
)
def test_a_mark_finds_the_muscles_under_it(view: View, region: str, layer: str, muscles: list[str]) -> None:
    under = mark(MarkKind.TRIGGER_ACTIVE, RegionRef(region, region, Side.LEFT), view=view, layer=layer)

    found = typical_under_mark(tuple(REFERRALS.values()), ATLAS.view(Figure.NEUTRAL, view), under)

    assert [each.muscle for each in found] == muscles


@pytest.mark.parametrize(
    ("view", "region", "expected"),
    [
        (View.FRONT, "temporalis", {"upper trapezius", "temporalis", "semispinalis capitis"}),
        (View.FRONT, "delt_ant", {"infraspinatus", "biceps brachii", "pectoralis minor"}),
        (View.BACK, "rhomboids", {"rhomboids", "levator scapulae", "scalenes"}),
        (View.LEFT, "itb", {"tensor fasciae latae", "gluteus minimus", "vastus lateralis"}),
        (View.BACK, "glut_max", {"piriformis", "gluteus maximus", "quadratus lumborum"}),
        (View.FRONT, "patella", {"rectus femoris", "vastus medialis"}),
        (View.BACK, "heel", {"soleus"}),
    ],
)
def test_pain_suggests_the_muscles_known_to_refer_there(view: View, region: str, expected: set[str]) -> None:
    pain = mark(MarkKind.PAIN, RegionRef(region, region, Side.LEFT), view=view)

    found = muscles_worth_palpating(tuple(REFERRALS.values()), [pain])

    assert {each.referral.muscle for each in found} >= expected
    assert {each.side for each in found} == {Side.LEFT}
    assert all(f"left {each.referral.muscle}: typical referral to " in each.words for each in found)


def test_whatever_a_muscle_refers_to_suggests_that_muscle() -> None:
    for referral in REFERRALS.values():
        check_way_back(referral)


def check_way_back(referral: TypicalReferral) -> None:
    for view in View:
        for region in referred_regions(referral, ATLAS.view(Figure.NEUTRAL, view), Side.RIGHT):
            pain = mark(MarkKind.PAIN, region.ref, view=view)
            found = muscles_worth_palpating((referral,), [pain])
            assert [each.referral for each in found] == [referral]


@pytest.mark.parametrize("file", ["trigger_points.json", "referral_regions.json"])
@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"muscles": [{"muscle": "nobody\'s"}]}'])
def test_a_damaged_file_is_named(tmp_path: Path, file: str, content: str | None) -> None:
    shutil.copytree(CLINICAL, tmp_path / "clinical")
    damaged = tmp_path / "clinical" / file
    damaged.unlink()
    if content is not None:
        damaged.write_text(content, encoding="utf-8")

    with pytest.raises(ResourceDamagedError, match=file):
        load_trigger_points(tmp_path)


def test_an_area_that_nobody_mapped_is_not_passed_over(tmp_path: Path) -> None:
    shutil.copytree(CLINICAL, tmp_path / "clinical")
    file = tmp_path / "clinical" / "trigger_points.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"temple"', '"left ventricle"'), encoding="utf-8")

    with pytest.raises(ResourceDamagedError):
        load_trigger_points(tmp_path)
