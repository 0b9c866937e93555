"""Close-ups on the map: looked at, marked, walked and left like the whole figure, each with marks of its own."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel
from therapist_desk.body_map import BodyMap, Framing
from therapist_desk.body_map.figure.lettering import letters_of
from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.atlas import Atlas, AtlasDamagedError, SidedCloseup, Sight
from therapist_desk.domain.findings.closeup import CLOSEUPS, Closeup
from therapist_desk.domain.findings.mark import MarkKind

PALM = SidedCloseup(Closeup.HAND_PALMAR, Side.LEFT)
SOLE = SidedCloseup(Closeup.FOOT_PLANTAR, Side.RIGHT)
FACE = SidedCloseup(Closeup.HEAD_FRONT, Side.MIDLINE)


def click(body_map: BodyMap, at: QPoint) -> None:
    QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("sided", CLOSEUPS, ids=lambda sided: f"{sided.closeup}-{sided.side}")
def test_a_click_marks_the_region_of_a_closeup_with_its_side(
    qtbot: QtBot, body_map: BodyMap, sided: SidedCloseup
) -> None:
    body_map.set_figure(Figure.FEMALE)
    body_map.set_view(sided)
    body_map.set_kind(MarkKind.TENDER)

    for region in body_map.figure_view.regions[::4]:
        at = body_map.to_pixel(region.anchor).toPoint()
        if not body_map.rect().adjusted(8, 8, -8, -8).contains(at):
            continue
        with qtbot.waitSignal(body_map.mark_placed) as told:
            click(body_map, at)
        placed = told.args[0]
        assert isinstance(placed, PlacedMark)
        assert (placed.closeup, placed.view, placed.figure) == (sided, sided.view, Figure.NEUTRAL)
        assert placed.regions == (region.ref,)
        if sided.side is not Side.MIDLINE:
            assert placed.regions[0].side in {sided.side, Side.MIDLINE}


def test_letters_stand_on_the_client_s_side() -> None:
    expected: dict[Sight, tuple[str, str]] = {
        FACE: ("R", "L"),
        SidedCloseup(Closeup.HEAD_BACK, Side.MIDLINE): ("L", "R"),
        SidedCloseup(Closeup.HEAD_SIDE, Side.LEFT): ("L", ""),
        PALM: ("L", ""),
        SOLE: ("", "R"),
        View.FRONT: ("R", "L"),
    }
    assert {sight: letters_of(sight) for sight in expected} == expected


def test_marks_of_a_closeup_are_drawn_there_alone(body_map: BodyMap) -> None:
    palm = mark_in(ATLAS.picture(Figure.NEUTRAL, PALM), "thumb", Side.LEFT, before=2)
    front = mark_in(ATLAS.view(Figure.NEUTRAL, View.FRONT), "biceps", Side.LEFT)
    body_map.set_marks([palm, front])

    drawn: dict[Sight, list[str]] = {}
    for sight in (View.FRONT, PALM, PALM.across):
        body_map.set_view(sight)
        drawn[sight] = [one.mark.id for one in body_map.drawn_marks()]

    assert drawn == {View.FRONT: [front.id], PALM: [palm.id], PALM.across: []}


def test_selecting_a_mark_goes_to_its_closeup_and_back(body_map: BodyMap) -> None:
    sole = mark_in(ATLAS.picture(Figure.NEUTRAL, SOLE), "heel")
    back = mark_in(ATLAS.view(Figure.NEUTRAL, View.BACK), "lat")
    body_map.set_marks([sole, back])

    shown = []
    for one in (sole, back):
        body_map.select(one.id)
        assert not body_map.mark_screen_rect(one.id).isEmpty()
        shown.append(body_map.sight)
    assert shown == [SOLE, View.BACK]


def test_a_badge_tells_how_many_lie_in_a_closeup_and_a_click_goes_there(qtbot: QtBot, body_map: BodyMap) -> None:
    palm = ATLAS.picture(Figure.NEUTRAL, PALM)
    marks = [mark_in(palm, region, Side.LEFT) for region in ("finger_index", "finger_middle")]
    body_map.set_marks(marks)
    body_map.set_view(View.FRONT)

    (badge,) = body_map.badges()
    assert (badge.count, badge.sight, badge.words) == (2, PALM, "2 marked on the close-up: palm of left hand")
    assert min(badge.rect.width(), badge.rect.height()) >= 24
    with qtbot.waitSignal(body_map.mark_selected) as told:
        click(body_map, badge.rect.center().toPoint())
    assert told.args == [marks[0].id]
    assert body_map.sight == PALM
    assert body_map.badges() == ()

    # and the list goes on changing while the whole figure is shown
    body_map.set_view(View.FRONT)
    body_map.set_marks(marks[:1])
    assert [one.count for one in body_map.badges()] == [1]


def test_a_badge_at_the_edge_of_a_narrow_map_is_not_cut_off(body_map: BodyMap) -> None:
    # given both thumbs marked here and on their close-ups, on a map as narrow as beside an open list
    sides = [SidedCloseup(Closeup.HAND_DORSAL, side) for side in (Side.LEFT, Side.RIGHT)]
    pictures = [*(ATLAS.picture(Figure.NEUTRAL, each) for each in sides), *[body_map.figure_view] * 2]
    thumbs = [
        mark_in(picture, "thumb", each.side, before=3) for picture, each in zip(pictures, sides * 2, strict=True)
    ]
    body_map.set_marks(thumbs)
    body_map.resize(180, 480)

    badges, window = body_map.badges(), QRectF(body_map.rect())
    assert len(badges) == 2
    assert [badge.rect for badge in badges if not window.contains(badge.rect)] == []


def test_a_closeup_points_to_what_the_whole_figure_has_marked(body_map: BodyMap) -> None:
    masseter = mark_in(ATLAS.view(Figure.NEUTRAL, View.FRONT), "masseter")
    body_map.set_marks([masseter])
    body_map.set_view(FACE)

    (badge,) = body_map.badges()
    click(body_map, badge.rect.center().toPoint())

    assert body_map.sight is View.FRONT
    assert body_map.selected == masseter.id


def test_ghosts_of_a_closeup_are_pointed_out_and_reviewed_there(body_map: BodyMap) -> None:
    ghost = mark_in(ATLAS.picture(Figure.NEUTRAL, SOLE), "plantar_fascia", before=3)
    body_map.set_ghosts([ghost])

    (badge,) = body_map.badges()
    assert badge.ghosts
    click(body_map, badge.rect.center().toPoint())

    assert body_map.sight == SOLE
    assert body_map.selected_ghost == ghost.id
    assert body_map.ghost_layer().find(ghost.id) is not None


def test_arrows_walk_a_closeup_and_escape_leaves_it(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_view(PALM)
    seen: set[str] = set()
    body_map.region_hovered.connect(seen.add)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(body_map, key)
    assert len(seen) >= 3
    assert all(words.startswith("left ") for words in seen)

    QTest.keyClick(body_map, Qt.Key.Key_Escape)  # leaves the region walked to
    with qtbot.waitSignal(body_map.view_changed) as told:
        QTest.keyClick(body_map, Qt.Key.Key_Escape)
    assert told.args == [View.FRONT]


def test_a_closeup_is_shown_whole_and_the_upper_body_comes_back(body_map: BodyMap) -> None:
    body_map.show_upper_body()
    framings = []
    for sight in (PALM, View.BACK, FACE):
        body_map.set_view(sight)
        framings.append(body_map.framing)
    assert framings == [Framing.WHOLE, Framing.UPPER, Framing.WHOLE]
    assert body_map.zoom == pytest.approx(1)

    body_map.zoom_by(2)
    body_map.set_view(View.BACK)
    assert body_map.framing is Framing.WHOLE


def test_the_figure_of_the_client_comes_back_after_a_closeup(body_map: BodyMap) -> None:
    body_map.set_figure(Figure.MALE)
    body_map.set_view(SOLE)
    assert body_map.figure is Figure.MALE
    body_map.set_view(View.BACK)
    assert body_map.figure_view.figure is Figure.MALE


def test_the_picture_fades_into_the_ground_where_the_body_is_cut(body_map: BodyMap) -> None:
    body_map.set_view(PALM)
    picture = body_map.grab().toImage()
    ground = body_map.colours.ground.rgb()
    bottom = body_map.to_pixel(dataclasses.replace(body_map.figure_view.regions[0].anchor, y=7000)).y()

    for y in (round(bottom) - 1, round(bottom), round(bottom) + 1):
        row = {picture.pixel(x, y) for x in range(picture.width())}
        assert row == {ground}


def test_closeups_that_cannot_be_read_leave_the_whole_figure(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "atlas"
    shutil.copytree(Path(__file__).parents[2] / "resources" / "body_map", folder)
    (folder / "closeups.json").write_text(json.dumps({}), encoding="utf-8")
    body_map = BodyMap(Atlas(folder))
    qtbot.addWidget(body_map)
    thumb = mark_in(ATLAS.picture(Figure.NEUTRAL, PALM), "thumb", Side.LEFT)
    body_map.set_marks([thumb])

    with qtbot.waitSignal(body_map.trouble) as told:
        body_map.select(thumb.id)

    assert isinstance(told.args[0], AtlasDamagedError)
    assert body_map.sight is View.FRONT
    assert body_map.selected == thumb.id
    assert [badge.mark.id for badge in body_map.badges()] == [thumb.id]
    assert pixel(body_map, "biceps") is not None
