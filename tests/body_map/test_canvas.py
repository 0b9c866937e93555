from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel, region_of
from therapist_desk.body_map import DARK, LIGHT, BodyMap, Framing, colours_for
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.findings.mark import Area, MarkKind, Point, WholeRegion
from therapist_desk.domain.ids import MarkId


def picture(body_map: BodyMap) -> QImage:
    return body_map.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference(one: QImage, other: QImage) -> QRect:
    """The bounds of the pixels that differ."""
    assert one.size() == other.size()
    places = [(x, y) for y in range(one.height()) for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]
    if not places:
        return QRect()
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_turning_the_figure_is_told(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.waitSignal(body_map.view_changed) as changed:
        body_map.set_view(View.LEFT)
    assert changed.args == [View.LEFT]
    with qtbot.assertNotEmitted(body_map.view_changed):
        body_map.set_view(View.LEFT)


def test_a_mark_is_drawn_at_its_place_and_nowhere_else(body_map: BodyMap) -> None:
    before = picture(body_map)
    mark = mark_in(body_map.figure_view, "glut_med", kind=MarkKind.TRIGGER_ACTIVE)
    body_map.set_marks([mark])
    changed = difference(before, picture(body_map))
    assert body_map.mark_screen_rect(mark.id).contains(changed)
    assert changed.contains(pixel(body_map, "glut_med"))


def test_marks_of_other_views_wait_until_it_is_turned(body_map: BodyMap) -> None:
    mark = mark_in(ATLAS.view(Figure.NEUTRAL, View.FRONT), "biceps")
    before = picture(body_map)
    body_map.set_marks([mark])
    assert difference(before, picture(body_map)).isEmpty()
    assert body_map.mark_screen_rect(mark.id).isEmpty()
    body_map.set_view(View.FRONT)
    assert body_map.mark_screen_rect(mark.id).contains(pixel(body_map, "biceps"))


def test_selecting_a_mark_of_another_view_turns_the_figure_to_it(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = mark_in(ATLAS.view(Figure.NEUTRAL, View.LEFT), "itb", Side.LEFT)
    body_map.set_marks([mark])
    with qtbot.assertNotEmitted(body_map.mark_selected), qtbot.waitSignal(body_map.view_changed):
        body_map.select(mark.id)
    assert body_map.view is View.LEFT


def test_selecting_a_mark_outside_the_window_brings_it_into_sight(body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view, "achilles")
    body_map.set_marks([mark])
    body_map.show_upper_body()
    assert not body_map.rect().contains(body_map.mark_screen_rect(mark.id).center())
    body_map.select(mark.id)
    assert body_map.rect().contains(body_map.mark_screen_rect(mark.id).center())


def test_a_selection_ends_with_its_mark(body_map: BodyMap) -> None:
    mark = mark_in(body_map.figure_view)
    body_map.set_marks([mark])
    body_map.select(mark.id)
    body_map.set_marks([])
    assert body_map.selected == ""
    body_map.select("never there")
    assert body_map.selected == ""


def test_a_mark_made_on_another_figure_stands_in_its_region(body_map: BodyMap) -> None:
    mark = mark_in(ATLAS.view(Figure.FEMALE, View.BACK), "soleus", Side.LEFT)
    body_map.set_marks([mark])
    centre = body_map.mark_screen_rect(mark.id).center()
    assert (centre - pixel(body_map, "soleus", Side.LEFT)).manhattanLength() <= 5
    assert body_map.figure_view.regions_of(body_map.to_point(centre.toPointF())) == mark.regions
    assert body_map.words_of(mark) == "left soleus; marked on another figure, place approximate"
    assert body_map.drawn_marks()[0].approximate


def test_a_mark_whose_region_is_gone_is_shown_all_the_same(body_map: BodyMap) -> None:
    mark = mark_in(ATLAS.view(Figure.FEMALE, View.BACK), "soleus", Side.LEFT)
    gone = replace(mark, regions=(replace(mark.regions[0], region="no_longer_there"),))
    body_map.set_marks([gone])
    assert not body_map.mark_screen_rect(gone.id).isEmpty()


@pytest.mark.parametrize("kind", MarkKind)
def test_an_area_and_a_whole_region_are_drawn_where_they_are(body_map: BodyMap, kind: MarkKind) -> None:
    region = region_of(body_map.figure_view, "glut_max", Side.LEFT)
    x, y = region.anchor.x, region.anchor.y
    area = Area((Point(x - 300, y - 300), Point(x + 300, y - 300), Point(x, y + 300)))
    for shape in (WholeRegion(region.anchor), area):
        body_map.set_marks([])
        before = picture(body_map)
        body_map.set_marks([mark_in(body_map.figure_view, "glut_max", Side.LEFT, kind=kind, shape=shape)])
        changed = difference(before, picture(body_map))
        assert changed.contains(pixel(body_map, "glut_max", Side.LEFT))
        assert changed.width() < 120
        assert changed.height() < 130


def test_ghosts_are_drawn_and_are_no_marks(body_map: BodyMap) -> None:
    before = picture(body_map)
    ghost = mark_in(body_map.figure_view, "lat")
    body_map.set_ghosts([ghost])
    assert difference(before, picture(body_map)).contains(pixel(body_map, "lat"))
    assert body_map.drawn_marks() == ()


def test_an_upper_body_stays_one_on_resizing(body_map: BodyMap) -> None:
    body_map.show_upper_body()
    body_map.resize(480, 700)
    assert body_map.framing is Framing.UPPER
    assert body_map.zoom > 1.2


def test_a_whole_figure_stays_whole_on_resizing(body_map: BodyMap) -> None:
    body_map.show_whole()
    body_map.resize(640, 480)
    assert body_map.zoom == pytest.approx(1.0)
    for corner in (Point(0, 0), Point(body_map.figure_view.width, body_map.figure_view.height)):
        assert body_map.rect().contains(body_map.to_pixel(corner).toPoint())


def test_moving_the_picture_is_no_change_of_zoom(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.waitSignal(body_map.zoom_changed):
        body_map.pan_by(20, 30)  # the framing is free from now on
    with qtbot.assertNotEmitted(body_map.zoom_changed):
        body_map.pan_by(20, 30)
    with qtbot.waitSignal(body_map.zoom_changed) as changed:
        body_map.zoom_in()
    assert changed.args == [pytest.approx(1.25)]


def test_the_middle_of_a_free_zoom_stays_on_resizing(body_map: BodyMap) -> None:
    body_map.zoom_in()
    middle = body_map.to_point(body_map.rect().center().toPointF())
    body_map.resize(700, 600)
    moved = body_map.to_point(body_map.rect().center().toPointF())
    assert abs(moved.x - middle.x) <= 15
    assert abs(moved.y - middle.y) <= 15


def test_the_upper_body_shows_head_and_shoulder_blades(body_map: BodyMap) -> None:
    for view in View:
        body_map.set_view(view)
        body_map.show_upper_body()
        for region in body_map.figure_view.regions:
            if region.ref.region in {"vertex", "frontalis", "trap_upper", "infraspinatus", "delt_mid"}:
                assert body_map.rect().contains(body_map.to_pixel(region.anchor).toPoint())


def test_a_dark_palette_darkens_the_ground(body_map: BodyMap) -> None:
    light = picture(body_map).pixelColor(5, 300)
    assert light == LIGHT.ground
    palette = QPalette(body_map.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor("#14191B"))
    body_map.setPalette(palette)
    assert picture(body_map).pixelColor(5, 300) == DARK.ground


def test_colours_follow_the_lightness_of_the_window() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.white)
    assert colours_for(palette) is LIGHT
    palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
    assert colours_for(palette) is DARK


def test_the_tones_go_from_light_to_dark() -> None:
    for colours in (LIGHT, DARK):
        lightness = [tone.lightness() for tone in colours.tones]
        assert all(one > other for one, other in pairwise(lightness))


def test_tags_of_crowded_marks_keep_apart_and_are_joined_to_their_marks(body_map: BodyMap) -> None:
    middle = region_of(body_map.figure_view, "rhomboids").anchor
    around = [Point(middle.x + x, middle.y + y) for x in (-360, 0, 360) for y in (-360, 0, 360)]
    body_map.set_marks(
        [mark_in(body_map.figure_view, "rhomboids", shape=point, before=i % 5) for i, point in enumerate(around)]
    )
    tags = [drawn.tag for drawn in body_map.drawn_marks() if drawn.tag is not None]
    assert len(tags) == 9
    assert any(tag.moved for tag in tags)
    assert not any(one.rect.intersects(other.rect) for one, other in combinations(tags, 2))
    with_leaders = picture(body_map)
    body_map.set_marks([replace(mark, before=None) for mark in body_map.marks])
    assert not difference(with_leaders, picture(body_map)).isEmpty()


def test_a_mark_outside_the_window_leaves_no_tag_in_it(body_map: BodyMap) -> None:
    body_map.set_marks([mark_in(body_map.figure_view, "achilles", before=2)])
    assert body_map.drawn_marks()[0].tag is not None
    body_map.show_upper_body()
    assert body_map.drawn_marks()[0].tag is None


def test_a_selected_area_is_ringed(body_map: BodyMap) -> None:
    anchor = region_of(body_map.figure_view, "lat").anchor
    mark = mark_in(body_map.figure_view, "lat", kind=MarkKind.PAIN, shape=WholeRegion(anchor), before=6)
    body_map.set_marks([mark])
    before = picture(body_map)
    body_map.select(mark.id)
    assert difference(before, picture(body_map)).height() > 60


def test_a_thousand_marks_are_all_shown(body_map: BodyMap) -> None:
    regions = body_map.figure_view.regions
    marks = [
        replace(
            mark_in(body_map.figure_view, kind=list(MarkKind)[i % 10]),
            id=MarkId(f"many-{i}"),
            shape=Point(regions[i % len(regions)].anchor.x + i // 20, regions[i % len(regions)].anchor.y),
        )
        for i in range(1000)
    ]
    body_map.set_marks(marks)
    picture(body_map)
    assert all(not body_map.mark_screen_rect(mark.id).isEmpty() for mark in marks[::100])


def test_borders_are_drawn_always_or_only_round_what_is_pointed_at(body_map: BodyMap) -> None:
    always = body_map.grab().toImage()
    body_map.set_borders(always=False)
    bare = body_map.grab().toImage()
    assert bare != always

    QTest.mouseMove(body_map, pixel(body_map, "lat"))
    assert body_map.grab().toImage() != bare
    QTest.mouseMove(body_map, QPoint(3, 3))
    body_map.set_borders(always=True)
    assert body_map.grab().toImage() == always
