from __future__ import annotations

import json
from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas

FOLDER = Path(__file__).parents[3] / "resources" / "body_map"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(FOLDER)


def under(atlas: Atlas, view: View, region: str, side: Side = Side.LEFT) -> list[str]:
    found = atlas.view(Figure.NEUTRAL, view).find(region, side)
    assert found is not None
    return [layer.name for layer in found.layers]


@pytest.mark.parametrize(
    ("view", "region", "above", "below"),
    [
        (View.LEFT, "lev_scap", "upper trapezius", "levator scapulae"),
        (View.BACK, "trap_upper", "upper trapezius", "levator scapulae"),
        (View.BACK, "supraspinatus", "upper trapezius", "supraspinatus"),
        (View.BACK, "rhomboids", "middle trapezius", "rhomboids"),
        (View.BACK, "glut_max", "gluteus maximus", "piriformis"),
        (View.BACK, "piriformis", "gluteus maximus", "piriformis"),
        (View.BACK, "ql", "lumbar erector spinae", "quadratus lumborum"),
        (View.BACK, "suboccipital", "upper trapezius", "suboccipital muscles"),
        (View.BACK, "gastroc_med", "medial gastrocnemius", "soleus"),
        (View.FRONT, "pec_stern", "sternocostal pectoralis major", "pectoralis minor"),
        (View.FRONT, "rectus_fem", "rectus femoris", "vastus intermedius"),
        (View.FRONT, "rectus_lower", "lower rectus abdominis", "psoas major"),
        (View.BACK, "glut_max", "gluteus medius", "piriformis"),
        (View.BACK, "trap_low", "lower trapezius", "rhomboids"),
        (View.FRONT, "delt_ant", "anterior deltoid", "coracobrachialis"),
    ],
)
def test_what_lies_deeper_comes_later(atlas: Atlas, view: View, region: str, above: str, below: str) -> None:
    layers = under(atlas, view, region)
    assert layers.index(above) < layers.index(below)


@pytest.mark.parametrize("figure", Figure)
@pytest.mark.parametrize("head", ["gastroc_med", "gastroc_lat"])
def test_the_calf_begins_below_the_hollow_of_the_knee(atlas: Atlas, figure: Figure, head: str) -> None:
    back = atlas.view(figure, View.BACK)
    calf, knee = back.find(head, Side.LEFT), back.find("popliteal", Side.LEFT)
    assert calf is not None
    assert knee is not None
    assert min(y for ring in calf.rings for y in ring.ys) > knee.anchor.y


def test_a_region_without_a_choice_has_no_layers(atlas: Atlas) -> None:
    assert under(atlas, View.FRONT, "patella") == []


def test_the_other_side_has_the_same_layers(atlas: Atlas) -> None:
    assert under(atlas, View.RIGHT, "lev_scap", Side.RIGHT) == under(atlas, View.LEFT, "lev_scap")


def test_layers_say_what_they_rest_on() -> None:
    assert json.loads((FOLDER / "layers.json").read_text())["basis"] == "known practice"


def test_every_stack_is_of_named_structures_and_none_twice() -> None:
    names = json.loads((FOLDER / "regions.json").read_text())
    layers = json.loads((FOLDER / "layers.json").read_text())["layers"]
    for region, stack in layers.items():
        assert region in names
        assert set(stack) <= set(names)
        assert len(stack) == len(set(stack)) >= 2


def test_every_name_is_of_a_region_or_a_layer() -> None:
    names = json.loads((FOLDER / "regions.json").read_text())
    layers = json.loads((FOLDER / "layers.json").read_text())["layers"]
    shown = {entry["id"].partition(".")[0] for entry in drawn_regions()}
    assert set(names) == shown | {structure for stack in layers.values() for structure in stack}


def test_a_number_of_the_ontology_is_given_once_or_for_the_same_name() -> None:
    names = json.loads((FOLDER / "regions.json").read_text())
    of: dict[int, set[str]] = {}
    for entry in names.values():
        if "fma" in entry:
            of.setdefault(entry["fma"], set()).add(entry["name"])
    assert [numbered for numbered in of.values() if len(numbered) > 1] == []


def drawn_regions() -> list[dict[str, str]]:
    pictures = [
        picture
        for file in ("neutral", "female", "male", "closeups")
        for picture in json.loads((FOLDER / f"{file}.json").read_text()).values()
    ]
    return [entry for picture in pictures for entry in picture["regions"]]
