from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from domain.builders import mark
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import (
    Atlas,
    AtlasDamagedError,
    Closeup,
    CloseupMissingError,
    FigureView,
    SidedCloseup,
)
from therapist_desk.domain.atlas.carry import carried_to
from therapist_desk.domain.atlas.elsewhere import marked_elsewhere, standing_in
from therapist_desk.domain.atlas.place import mirrored, opposite, regions_under
from therapist_desk.domain.canonical import from_plain, to_plain
from therapist_desk.domain.findings.closeup import CLOSEUPS, SEEN_FROM
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point, WholeRegion
from therapist_desk.domain.ids import MarkId

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
    assert right.closeup == SidedCloseup(Closeup.HAND_PALMAR, Side.RIGHT)


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


def marked(picture: FigureView, region: str, side: Side) -> Mark:
    found = picture.find(region, side)
    assert found is not None
    return mark(
        MarkKind.TENDER,
        found.ref,
        atlas_version=picture.version,
        view=picture.view,
        closeup=picture.closeup,
        shape=found.anchor,
        before=2,
    )


@pytest.mark.parametrize("sided", CLOSEUPS, ids=lambda sided: f"{sided.closeup}-{sided.side}")
def test_a_mark_in_any_region_of_a_closeup_knows_its_side_on_the_client_s_body(
    atlas: Atlas, sided: SidedCloseup
) -> None:
    picture = atlas.picture(Figure.FEMALE, sided)

    assert picture.sight == sided
    assert picture.view is sided.view
    for region in picture.regions:
        (ref,) = regions_under(picture, region.anchor)
        found = mark(MarkKind.TENDER, ref, view=sided.view, closeup=sided, shape=region.anchor)
        assert ref == region.ref
        assert found.sight == sided
        if sided.side is not Side.MIDLINE:  # a limb or a profile
            assert found.side in {sided.side, Side.MIDLINE}
        elif ref.side is not Side.MIDLINE:
            at_picture_left = region.anchor.x < picture.width / 2
            assert found.side is (Side.RIGHT if at_picture_left is (sided.view is View.FRONT) else Side.LEFT)


@pytest.mark.parametrize("sided", CLOSEUPS, ids=lambda sided: f"{sided.closeup}-{sided.side}")
def test_every_region_of_a_closeup_has_its_mirror_image_on_the_other_side(atlas: Atlas, sided: SidedCloseup) -> None:
    picture, other = atlas.picture(Figure.NEUTRAL, sided), atlas.picture(Figure.NEUTRAL, opposite(sided))

    for region in picture.regions:
        copy = mirrored(marked(picture, region.ref.region, region.ref.side), other, MarkId("copy"))
        assert copy is not None
        assert copy.closeup == sided.across
        assert copy.regions[0].region == region.ref.region
        if region.ref.side is not Side.MIDLINE:
            assert {copy.side, region.ref.side} == {Side.LEFT, Side.RIGHT}
    assert opposite(opposite(sided)) == sided


def test_a_closeup_of_a_pair_has_a_side_and_any_other_has_none() -> None:
    with pytest.raises(ValueError, match="paired"):
        SidedCloseup(Closeup.HAND_PALMAR, Side.MIDLINE)
    with pytest.raises(ValueError, match="paired"):
        SidedCloseup(Closeup.HEAD_BACK, Side.LEFT)
    assert len(CLOSEUPS) == 2 * len(Closeup) - 2
    assert set(SEEN_FROM) == set(Closeup)


def test_a_signed_mark_keeps_its_closeup_and_an_older_one_reads_as_before(atlas: Atlas) -> None:
    thumb = marked(atlas.closeup(Closeup.HAND_PALMAR, Side.RIGHT), "thumb", Side.RIGHT)
    plain = to_plain(thumb)
    assert from_plain(Mark, plain) == thumb

    assert isinstance(plain, dict)
    del plain["closeup"]
    older = from_plain(Mark, plain)
    assert older.closeup is None
    assert older.sight is View.FRONT


@pytest.mark.parametrize("sided", CLOSEUPS, ids=lambda sided: f"{sided.closeup}-{sided.side}")
@pytest.mark.parametrize("figure", Figure)
def test_every_mark_of_a_closeup_is_pointed_out_on_its_home_view_at_its_own_side(
    atlas: Atlas, sided: SidedCloseup, figure: Figure
) -> None:
    picture, home = atlas.picture(figure, sided), atlas.view(figure, sided.home)
    for region in picture.regions:
        found = marked(picture, region.ref.region, region.ref.side)
        (there,) = marked_elsewhere(home, [found])
        assert there.sight == sided
        assert there.marks == (found,)
        if region.ref.side is not Side.MIDLINE:
            assert there.region.ref.side in {region.ref.side, Side.MIDLINE}
        for view in View:
            if view is not sided.home:
                assert marked_elsewhere(atlas.view(figure, view), [found]) == ()


def test_what_lies_in_one_region_is_counted_together(atlas: Atlas) -> None:
    palm = atlas.closeup(Closeup.HAND_PALMAR, Side.LEFT)
    fingers = [marked(palm, region, Side.LEFT) for region in ("finger_index", "finger_ring", "thenar")]

    first, second = marked_elsewhere(atlas.view(Figure.MALE, View.FRONT), fingers)

    assert (first.region.ref.region, first.marks) == ("fingers", tuple(fingers[:2]))
    assert (second.region.ref.region, second.marks) == ("thenar", (fingers[2],))


def test_a_mark_of_the_whole_figure_is_pointed_out_in_the_closeup_of_its_region(atlas: Atlas) -> None:
    front = atlas.view(Figure.NEUTRAL, View.FRONT)
    masseter = marked(front, "masseter", Side.RIGHT)

    (there,) = marked_elsewhere(atlas.closeup(Closeup.HEAD_FRONT), [masseter])

    assert there.sight is View.FRONT
    assert there.region.ref == masseter.regions[0]
    assert marked_elsewhere(atlas.closeup(Closeup.HEAD_SIDE, Side.RIGHT), [masseter]) == ()
    assert marked_elsewhere(atlas.closeup(Closeup.HAND_PALMAR, Side.RIGHT), [masseter]) == ()


def test_a_region_that_nobody_knows_any_more_is_pointed_out_in_the_middle_of_its_part(atlas: Atlas) -> None:
    thumb = marked(atlas.closeup(Closeup.HAND_PALMAR, Side.LEFT), "thumb", Side.LEFT)
    unknown = dataclasses.replace(thumb, regions=())

    (there,) = marked_elsewhere(atlas.view(Figure.NEUTRAL, View.FRONT), [unknown])

    assert (there.region.ref.region, there.region.ref.side) == ("palm", Side.LEFT)


def test_a_small_picture_shows_a_point_in_its_place(atlas: Atlas) -> None:
    front = atlas.view(Figure.FEMALE, View.FRONT)
    palm = atlas.closeup(Closeup.HAND_PALMAR, Side.LEFT)
    thumb = marked(palm, "thumb", Side.LEFT)
    whole = dataclasses.replace(thumb, kind=MarkKind.PAIN, shape=WholeRegion(thumb.anchor))

    region = front.find("thumb", Side.LEFT)
    assert region is not None
    for one in (thumb, whole):
        shown = standing_in(one, front)
        assert shown is not None
        assert shown.sight is View.FRONT
        assert shown.anchor == region.anchor
        assert shown.id == one.id
    assert standing_in(thumb, palm) is None
    assert carried_to(thumb, palm) is thumb


def copied(folder: Path, closeups: dict[str, object] | None) -> Atlas:
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("released"))
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    if closeups is None:
        del manifest["files"]["closeups.json"]
    else:
        data = json.dumps(closeups).encode()
        (folder / "closeups.json").write_bytes(data)
        manifest["files"]["closeups.json"] = hashlib.sha256(data).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return Atlas(folder)


@pytest.mark.parametrize("closeups", [None, {}])
def test_a_closeup_that_an_atlas_does_not_have_is_said_so_and_whole_views_go_on(
    tmp_path: Path, closeups: dict[str, object] | None
) -> None:
    atlas = copied(tmp_path / "atlas", closeups)

    with pytest.raises(CloseupMissingError):
        atlas.closeup(Closeup.HAND_PALMAR, Side.RIGHT)
    assert atlas.view(Figure.NEUTRAL, View.FRONT).regions


def test_damaged_closeups_are_said_so_and_whole_views_go_on(tmp_path: Path) -> None:
    atlas = copied(tmp_path / "atlas", {})
    (tmp_path / "atlas" / "closeups.json").write_bytes(b"{")

    with pytest.raises(AtlasDamagedError, match=r"closeups\.json"):
        atlas.picture(Figure.MALE, CLOSEUPS[0])
    assert atlas.picture(Figure.MALE, View.BACK).regions
