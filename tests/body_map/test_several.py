from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from body_map.builders import mark_in, pixel, region_of
from body_map.mouse import LEFT_BUTTON, drag
from therapist_desk.body_map import BodyMap, install_accessibility
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point, WholeRegion


def three(body_map: BodyMap) -> list[Mark]:
    marks = [mark_in(body_map.figure_view, name) for name in ("trap_upper", "infraspinatus", "gastroc_med")]
    body_map.set_marks(marks)
    return marks


def test_a_box_selects_the_marks_in_it(body_map: BodyMap) -> None:
    upper, shoulder, _calf = three(body_map)
    drag(body_map, QPoint(270, 70), QPoint(400, 220))
    assert set(body_map.selection) == {upper.id, shoulder.id}
    assert body_map.selected == ""


def test_a_box_round_one_mark_selects_it_as_a_click_does(qtbot: QtBot, body_map: BodyMap) -> None:
    upper = three(body_map)[0]
    at = pixel(body_map, "trap_upper")
    with qtbot.waitSignal(body_map.mark_selected) as selected:
        drag(body_map, at - QPoint(15, 15), at + QPoint(15, 15))
    assert selected.args == [upper.id]
    assert body_map.selected == upper.id


def test_an_empty_box_selects_nothing(body_map: BodyMap) -> None:
    marks = three(body_map)
    body_map.select(marks[0].id)
    drag(body_map, QPoint(20, 400), QPoint(60, 440))
    assert body_map.selection == ()


def test_shift_and_a_click_add_and_take_out(body_map: BodyMap) -> None:
    upper, shoulder, _ = three(body_map)
    QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "trap_upper"))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(body_map, LEFT_BUTTON, shift, pixel(body_map, "infraspinatus"))
    assert body_map.selection == (upper.id, shoulder.id)
    QTest.mouseClick(body_map, LEFT_BUTTON, shift, pixel(body_map, "trap_upper"))
    assert body_map.selected == shoulder.id


def test_delete_takes_all_selected_marks_at_once(qtbot: QtBot, body_map: BodyMap) -> None:
    marks = three(body_map)
    QTest.keyClick(body_map, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(body_map.marks_deleted) as deleted, qtbot.assertNotEmitted(body_map.mark_deleted):
        QTest.keyClick(body_map, Qt.Key.Key_Delete)
    assert deleted.args == [tuple(mark.id for mark in marks)]


def test_arrows_nudge_all_selected_marks_together(qtbot: QtBot, body_map: BodyMap) -> None:
    marks = three(body_map)
    body_map.choose_several(mark.id for mark in marks[:2])
    with qtbot.waitSignal(body_map.marks_moved) as moved:
        QTest.keyClick(body_map, Qt.Key.Key_Right)
    assert moved.args is not None
    for before, after in zip(marks[:2], moved.args[0], strict=True):
        assert isinstance(before.shape, Point)
        assert after.shape == Point(before.shape.x + 10, before.shape.y)
        assert after.regions == before.regions


def test_whole_regions_stay_where_they_are(qtbot: QtBot, body_map: BodyMap) -> None:
    anchor = region_of(body_map.figure_view, "glut_max").anchor
    whole = mark_in(body_map.figure_view, "glut_max", kind=MarkKind.PAIN, shape=WholeRegion(anchor))
    body_map.set_marks([whole])
    body_map.select(whole.id)
    with qtbot.assertNotEmitted(body_map.mark_moved), qtbot.assertNotEmitted(body_map.marks_moved):
        QTest.keyClick(body_map, Qt.Key.Key_Down)


def test_control_m_asks_for_mirror_images(qtbot: QtBot, body_map: BodyMap) -> None:
    marks = three(body_map)
    body_map.choose_several(mark.id for mark in marks[1:])
    with qtbot.waitSignal(body_map.mirror_wanted) as wanted:
        QTest.keyClick(body_map, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [tuple(mark.id for mark in marks[1:])]


def test_escape_and_a_click_beside_clear_the_selection(body_map: BodyMap) -> None:
    marks = three(body_map)
    body_map.choose_several(mark.id for mark in marks)
    QTest.keyClick(body_map, Qt.Key.Key_Escape)
    assert body_map.selection == ()
    body_map.choose_several(mark.id for mark in marks)
    QTest.mouseClick(body_map, LEFT_BUTTON, pos=pixel(body_map, "glut_max"))
    assert body_map.selection == ()


def test_nothing_is_changed_in_a_signed_visit(qtbot: QtBot, body_map: BodyMap) -> None:
    marks = three(body_map)
    body_map.set_read_only(read_only=True)
    body_map.choose_several(mark.id for mark in marks)
    with (
        qtbot.assertNotEmitted(body_map.marks_deleted),
        qtbot.assertNotEmitted(body_map.marks_moved),
        qtbot.assertNotEmitted(body_map.mirror_wanted),
    ):
        QTest.keyClick(body_map, Qt.Key.Key_Delete)
        QTest.keyClick(body_map, Qt.Key.Key_Left)
        QTest.keyClick(body_map, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)


def test_digits_grade_all_selected_marks_that_have_a_scale(qtbot: QtBot, body_map: BodyMap) -> None:
    marks = [*three(body_map), mark_in(body_map.figure_view, "lat", kind=MarkKind.SKIN)]
    body_map.set_marks(marks)
    body_map.choose_several(mark.id for mark in marks)
    with qtbot.waitSignal(body_map.marks_graded) as typed, qtbot.assertNotEmitted(body_map.grade_typed):
        QTest.keyClick(body_map, Qt.Key.Key_3)
    assert typed.args == [tuple(mark.id for mark in marks[:3]), 3]


def test_one_and_nought_are_ten_for_several_marks_too(body_map: BodyMap) -> None:
    marks = [mark_in(body_map.figure_view, name, kind=MarkKind.PAIN) for name in ("lat", "glut_max")]
    body_map.set_marks(marks)
    body_map.choose_several(mark.id for mark in marks)
    typed: list[int] = []
    body_map.marks_graded.connect(lambda _ids, grade: typed.append(grade))
    QTest.keyClicks(body_map, "10")
    assert typed == [1, 10]


def test_marks_are_kept_selected_while_tab_goes_on(body_map: BodyMap) -> None:
    marks = [mark_in(body_map.figure_view, region) for region in ("lat", "glut_max", "rhomboids")]
    body_map.set_marks(marks)
    ids = [mark.id for mark in marks]
    install_accessibility()
    spoken = QAccessible.queryAccessibleInterface(body_map)

    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert body_map.accessibleDescription().endswith("kept selected")
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)

    assert set(body_map.selection) == {ids[0], ids[2]}
    assert body_map.attended == ids[2]
    assert spoken is not None
    listed = spoken.child(0)
    assert [bool(listed.child(place).state().selected) for place in range(3)] == [True, False, True]
    assert spoken.focusChild() is listed.child(2)

    # whatever else selects ends it
    QTest.keyClick(body_map, Qt.Key.Key_Escape)
    QTest.keyClick(body_map, Qt.Key.Key_Tab)
    assert body_map.selection == (ids[0],)
