from __future__ import annotations

from pathlib import Path

import pytest

from therapist_desk.domain.anatomy import Side, View
from therapist_desk.domain.atlas import Atlas, Closeup, FigureView
from therapist_desk.domain.mark import Point

FOLDER = Path(__file__).parents[3] / "resources" / "body_map"
BOTH = [(closeup, side) for closeup in Closeup for side in (Side.LEFT, Side.RIGHT)]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(FOLDER)


@pytest.fixture(params=BOTH, ids=lambda pair: f"{pair[0].value}-{pair[1].value}")
def pair(request: pytest.FixtureRequest) -> tuple[Closeup, Side]:
    chosen: tuple[Closeup, Side] = request.param
    return chosen


@pytest.fixture
def picture(atlas: Atlas, pair: tuple[Closeup, Side]) -> FigureView:
    return atlas.closeup(*pair)


def test_every_region_has_a_name_and_lies_at_its_own_anchor(picture: FigureView) -> None:
    assert len(picture.regions) >= 10
    for region in picture.regions:
        assert region.ref.name
        assert picture.region_at(region.anchor, reach=0) is region
        assert picture.inside(region.anchor)


def test_a_limb_shows_its_own_side_only(picture: FigureView, pair: tuple[Closeup, Side]) -> None:
    closeup, side = pair
    if closeup.paired:
        assert {region.ref.side for region in picture.regions} <= {side, Side.MIDLINE}


def test_everything_inside_the_outline_has_a_region(picture: FigureView) -> None:
    for y in range(0, picture.height, 97):
        for x in range(0, picture.width, 61):
            point = Point(x, y)
            if picture.inside(point):
                assert picture.region_at(point) is not None


def test_names_read_in_a_sentence(picture: FigureView) -> None:
    for region in picture.regions:
        assert region.ref.name[0].islower() or region.ref.name == "Achilles tendon"
        assert not {"/", ",", "."} & set(region.ref.name)


def test_a_closeup_is_made_once(atlas: Atlas, pair: tuple[Closeup, Side]) -> None:
    assert atlas.closeup(*pair) is atlas.closeup(*pair)


def test_the_head_seen_from_the_front_is_the_same_for_both_sides(atlas: Atlas) -> None:
    assert atlas.closeup(Closeup.HEAD_FRONT, Side.RIGHT) is atlas.closeup(Closeup.HEAD_FRONT)
    assert atlas.closeup(Closeup.HEAD_FRONT).view is View.FRONT


def test_the_right_hand_is_the_left_one_mirrored(atlas: Atlas) -> None:
    left, right = (atlas.closeup(Closeup.HAND_PALMAR, side) for side in (Side.LEFT, Side.RIGHT))
    thumb, other = left.find("thumb", Side.LEFT), right.find("thumb", Side.RIGHT)
    assert thumb is not None
    assert other is not None
    assert other.anchor == Point(left.width - thumb.anchor.x, thumb.anchor.y)
    assert right.closeup is Closeup.HAND_PALMAR


@pytest.mark.parametrize(
    ("closeup", "outer", "inner"),
    [
        # On the client's left hand, palm towards the viewer and fingers up, the thumb is at the picture's left.
        (Closeup.HAND_PALMAR, "thumb", "finger_little"),
        # The left foot from the front: the big toe is towards the midline, at the picture's left.
        (Closeup.FOOT_DORSAL, "toe_1", "toe_5"),
        # The sole of the left foot, toes up: the big toe is at the picture's left.
        (Closeup.FOOT_PLANTAR, "toe_1", "toe_5"),
        # The inner side of the left leg, seen from the right: the calf is behind, at the picture's left.
        (Closeup.LEG_MEDIAL, "gastroc_med", "tibia"),
        # The inner side of the left arm: triceps behind, biceps in front.
        (Closeup.ARM_MEDIAL, "triceps_long", "biceps"),
    ],
)
def test_left_limbs_are_the_way_round_that_an_anatomist_expects(
    atlas: Atlas, closeup: Closeup, outer: str, inner: str
) -> None:
    picture = atlas.closeup(closeup, Side.LEFT)
    one, other = picture.find(outer, Side.LEFT), picture.find(inner, Side.LEFT)
    assert one is not None
    assert other is not None
    assert one.anchor.x < other.anchor.x


def test_the_back_of_the_left_hand_has_its_thumb_at_the_right(atlas: Atlas) -> None:
    picture = atlas.closeup(Closeup.HAND_DORSAL, Side.LEFT)
    thumb, little = picture.find("thumb", Side.LEFT), picture.find("finger_little", Side.LEFT)
    assert thumb is not None
    assert little is not None
    assert thumb.anchor.x > little.anchor.x


@pytest.mark.parametrize("closeup", [c for c in Closeup if c is not Closeup.FOOT_PLANTAR])
def test_what_is_cut_off_fades_within_the_picture(atlas: Atlas, closeup: Closeup) -> None:
    picture = atlas.closeup(closeup)
    assert picture.fades
    for fade in picture.fades:
        assert 0 < fade.start.x < picture.width
        assert 0 < fade.start.y < picture.height
        assert fade.end.x in {0, picture.width} or fade.end.y in {0, picture.height}
