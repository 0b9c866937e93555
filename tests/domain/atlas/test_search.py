from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.search import FoundRegion, find_regions, shown_regions
from therapist_desk.domain.atlas.synonyms import read_synonyms

FOLDER = Path(__file__).parents[3] / "resources" / "body_map"
ATLAS = Atlas(FOLDER)
SYNONYMS = ATLAS.synonyms
ALL = shown_regions(ATLAS, Figure.NEUTRAL, View.BACK)


def found(query: str) -> list[FoundRegion]:
    return list(find_regions(query, ALL, SYNONYMS))


def ids(query: str) -> set[str]:
    return {each.region.ref.region for each in found(query)}


@pytest.mark.parametrize(
    ("query", "regions"),
    [
        ("traps", {"trap_upper", "trap_mid", "trap_low"}),
        ("QL", {"ql"}),
        ("hamstring", {"biceps_fem", "semi"}),
        ("IT band", {"itb"}),
        ("scm", {"scm"}),
        ("si joint", {"sacrum"}),
        ("temple", {"temporalis"}),
        ("TMJ", {"masseter"}),
    ],
)
def test_common_names_find_their_regions(query: str, regions: set[str]) -> None:
    assert ids(query) == regions
    assert all(each.called for each in found(query))


@pytest.mark.parametrize("query", ["upper trapezius", "upper trap", "TRAPEZIUS upp", "up trap"])
def test_a_name_or_its_beginnings_find_it_first(query: str) -> None:
    assert found(query)[0].region.ref.region == "trap_upper"


@pytest.mark.parametrize(("query", "side"), [("left glutes", Side.LEFT), ("glutes r", Side.RIGHT)])
def test_a_side_is_heeded(query: str, side: Side) -> None:
    assert found(query)
    assert {each.region.ref.side for each in found(query)} == {side}


def test_a_part_inside_a_name_finds_it_after_those_that_begin_with_it() -> None:
    names = [each.region.ref.name for each in found("spinatus")]
    assert set(names) == {"supraspinatus", "infraspinatus"}
    assert found("lat")[0].region.ref.name.startswith("lat")


def test_a_region_is_offered_once_in_the_view_that_is_shown() -> None:
    keys = [(region.ref.region, region.ref.side) for region, _ in ALL]
    assert len(keys) == len(set(keys))
    views = {region.ref.region: view for region, view in ALL}
    assert views["trap_upper"] is View.BACK
    assert views["patella"] is View.FRONT
    assert views["frontalis"] is View.FRONT


def test_every_region_is_found_by_its_own_words() -> None:
    for region, _ in ALL:
        assert region in [each.region for each in found(region.ref.words)], region.ref.words


def test_nothing_typed_offers_everything_and_nonsense_nothing() -> None:
    assert len(found("")) == len(ALL)
    assert found("xyzzy") == []


@given(st.text(max_size=30))
def test_any_text_can_be_typed(query: str) -> None:
    assert len(found(query)) <= len(ALL)


def test_every_common_name_belongs_to_a_region() -> None:
    known = {region.ref.region for figure in Figure for region, _ in shown_regions(ATLAS, figure, View.FRONT)}
    assert set(SYNONYMS) <= known


def test_without_common_names_the_names_alone_are_searched(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path) == {}
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "synonyms.json").write_text("[1]")
    assert read_synonyms(tmp_path) == {}
    assert find_regions("rhomboids", ALL, {})
