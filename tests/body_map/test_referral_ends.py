from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from body_map.builders import ATLAS, mark_in, pixel, region_of
from body_map.mouse import LEFT_BUTTON, drag, move
from therapist_desk.body_map import BodyMap
from therapist_desk.domain.anatomy import Figure, Side, View
from therapist_desk.domain.findings.mark import Mark, MarkKind


def referring(body_map: BodyMap, *regions: str, region: str = "trap_upper") -> Mark:
    """A trigger point that refers to these regions of the right side."""
    refs = tuple(region_of(body_map.figure_view, name).ref for name in regions)
    return replace(mark_in(body_map.figure_view, region, kind=MarkKind.TRIGGER_ACTIVE), refers_to=refs)


def ring(body_map: BodyMap, region: str) -> QPoint:
    return pixel(body_map, region)


def holds_an_end(body_map: BodyMap) -> bool:
    return body_map.ends.chosen is not None


def test_the_end_of_an_arrow_is_dragged_to_another_region(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = referring(body_map, "occipitalis", "delt_post")
    body_map.set_marks([mark])

    with qtbot.waitSignal(body_map.referral_drawn) as drawn, qtbot.assertNotEmitted(body_map.mark_moved):
        drag(body_map, ring(body_map, "occipitalis"), pixel(body_map, "lat"))

    there = region_of(body_map.figure_view, "lat").ref
    assert drawn.args == [mark.id, (there, mark.refers_to[1])]


def test_while_an_end_is_dragged_the_arrow_as_it_was_is_not_drawn(body_map: BodyMap) -> None:
    mark = referring(body_map, "glut_max")
    body_map.set_marks([mark])
    bare = replace(mark, refers_to=())
    at, to = ring(body_map, "glut_max"), pixel(body_map, "lat")
    beside = QPoint(8, body_map.height() - 8)  # away from what is drawn at the pointer

    QTest.mousePress(body_map, LEFT_BUTTON, pos=at)
    move(body_map, to, LEFT_BUTTON)
    move(body_map, beside, LEFT_BUTTON)
    dragged = body_map.grab().toImage().pixel(at)
    QTest.keyClick(body_map, Qt.Key.Key_Escape)
    put_back = body_map.grab().toImage().pixel(at)
    QTest.mouseRelease(body_map, LEFT_BUTTON, pos=beside)
    body_map.set_marks([bare])
    body_map.select("")

    assert dragged == body_map.grab().toImage().pixel(at)
    assert put_back != dragged


@pytest.mark.parametrize("to", ["delt_post", None], ids=["where another end is", "beside the body"])
def test_an_end_dropped_where_it_cannot_be_stays(qtbot: QtBot, body_map: BodyMap, to: str | None) -> None:
    body_map.set_marks([referring(body_map, "occipitalis", "delt_post")])
    with qtbot.assertNotEmitted(body_map.referral_drawn):
        drag(body_map, ring(body_map, "occipitalis"), pixel(body_map, to) if to else QPoint(20, 500))


def test_one_half_of_a_referral_to_both_sides_moves_alone(qtbot: QtBot, body_map: BodyMap) -> None:
    mark = referring(body_map, "occipitalis")
    both = replace(mark.refers_to[0], side=Side.BILATERAL)
    body_map.set_marks([replace(mark, refers_to=(both,))])

    with qtbot.waitSignal(body_map.referral_drawn) as drawn:
        drag(body_map, pixel(body_map, "occipitalis", Side.LEFT), pixel(body_map, "lat", Side.LEFT))

    assert drawn.args == [mark.id, (mark.refers_to[0], region_of(body_map.figure_view, "lat", Side.LEFT).ref)]


def test_the_end_of_an_arrow_from_another_view_is_dragged_without_turning_the_figure(
    qtbot: QtBot, body_map: BodyMap
) -> None:
    front = ATLAS.view(Figure.NEUTRAL, View.FRONT)
    there = region_of(body_map.figure_view, "occipitalis").ref
    mark = replace(mark_in(front, "scm", kind=MarkKind.TRIGGER_ACTIVE), refers_to=(there,))
    body_map.set_marks([mark])

    with qtbot.waitSignal(body_map.referral_drawn) as drawn:
        drag(body_map, ring(body_map, "occipitalis"), pixel(body_map, "lat"))

    assert drawn.args == [mark.id, (region_of(body_map.figure_view, "lat").ref,)]
    assert body_map.view is View.BACK


def test_a_mark_over_the_end_of_another_s_arrow_is_still_taken(qtbot: QtBot, body_map: BodyMap) -> None:
    over = mark_in(body_map.figure_view, "lat")
    body_map.set_marks([referring(body_map, "lat"), over])
    with qtbot.waitSignal(body_map.mark_clicked) as clicked:
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=ring(body_map, "lat"))
    assert clicked.args == [over.id]


def test_a_click_with_a_kind_in_the_hand_marks_where_an_end_lies(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_marks([referring(body_map, "lat")])
    body_map.set_kind(MarkKind.TENDER)
    with qtbot.waitSignal(body_map.mark_placed):
        QTest.mouseClick(body_map, LEFT_BUTTON, pos=ring(body_map, "lat"))


def test_a_kind_that_is_painted_paints_over_an_end(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_marks([referring(body_map, "lat")])
    body_map.set_kind(MarkKind.PAIN)
    at = ring(body_map, "lat")
    with qtbot.assertNotEmitted(body_map.referral_drawn), qtbot.waitSignal(body_map.mark_placed):
        QTest.mousePress(body_map, LEFT_BUTTON, pos=at)
        for to in (QPoint(40, 0), QPoint(40, 40), QPoint(0, 40)):
            move(body_map, at + to, LEFT_BUTTON)
        QTest.mouseRelease(body_map, LEFT_BUTTON, pos=at)


def test_tab_comes_to_a_mark_s_ends_after_it_and_arrows_move_the_one_come_to(qtbot: QtBot, body_map: BodyMap) -> None:
    mark, other = referring(body_map, "occipitalis", "glut_max"), mark_in(body_map.figure_view, "lat")
    body_map.set_marks([mark, other])
    for _ in range(3):
        QTest.keyClick(body_map, Qt.Key.Key_Tab)
    assert body_map.selected == mark.id
    assert body_map.accessibleDescription() == "right upper trapezius refers to right gluteus maximus"

    with qtbot.waitSignal(body_map.referral_walked) as walked, qtbot.assertNotEmitted(body_map.mark_moved):
        QTest.keyClick(body_map, Qt.Key.Key_Down)
    mark_id, refs = walked.args or ["", ()]
    assert mark_id == mark.id
    assert refs[0] == mark.refers_to[0]
    moved = body_map.figure_view.find(refs[1].region, refs[1].side)
    assert moved is not None
    assert moved.anchor.y > region_of(body_map.figure_view, "glut_max").anchor.y

    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    assert body_map.selected == other.id


def test_an_end_walks_past_where_the_mark_refers_already(body_map: BodyMap) -> None:
    chain = ("occipitalis", "trap_upper", "trap_mid")
    body_map.set_marks([referring(body_map, *chain, region="lat")])
    body_map.ends.choose(body_map.referrals()[0].end)
    for _ in range(8):
        QTest.keyClick(body_map, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        [mark] = body_map.marks
        assert len(set(mark.refers_to)) == len(chain)


def test_escape_leaves_the_end_and_then_the_mark(body_map: BodyMap) -> None:
    mark = referring(body_map, "occipitalis")
    body_map.set_marks([mark])
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    assert holds_an_end(body_map)
    QTest.keyClick(body_map, Qt.Key.Key_Escape)
    assert not holds_an_end(body_map)
    assert body_map.selected == mark.id
    QTest.keyClick(body_map, Qt.Key.Key_Escape)
    assert body_map.selection == ()


def test_marks_kept_selected_stay_so_while_tab_passes_over_referrals(body_map: BodyMap) -> None:
    mark, other = referring(body_map, "occipitalis"), mark_in(body_map.figure_view, "lat")
    body_map.set_marks([mark, other])
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    assert body_map.selection == (mark.id, other.id)


def test_a_signed_visit_shows_its_ends_and_changes_none(qtbot: QtBot, body_map: BodyMap) -> None:
    body_map.set_marks([referring(body_map, "occipitalis")])
    body_map.set_read_only(read_only=True)
    with qtbot.assertNotEmitted(body_map.referral_drawn), qtbot.assertNotEmitted(body_map.referral_walked):
        drag(body_map, ring(body_map, "occipitalis"), pixel(body_map, "lat"))
        assert holds_an_end(body_map)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Delete):
            QTest.keyClick(body_map, key)
