from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from therapist_desk.ui.visit.map.grading import Grading
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import press, stored


def test_several_marks_are_graded_in_one_step_that_can_be_undone(page: VisitPage) -> None:
    # given a pain, a tender point and a scar, each placed by the keyboard
    for keys in ("p/upper trapezius right\n", "t/infraspinatus left\n", "s/rhomboids left\n"):
        press(page, keys)
        press(page, "\x1b")
    body = page.map_panel.map

    # when all are selected and a grade is typed
    QTest.keyClick(body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(page, "4")

    # then those that have it carry it, and the words say how many
    assert [mark.before for mark in stored(page).marks] == [4, 4, None]
    assert page.map_panel.legend.message == "4 set on 2 of 2 marks"

    # and one step takes all of it back
    page.session.undo_stack.undo()
    assert [mark.before for mark in stored(page).marks] == [None, None, None]


def test_a_grade_that_some_scales_lack_is_set_where_it_fits(page: VisitPage) -> None:
    for keys in ("p/upper trapezius right\n", "t/infraspinatus left\n"):
        press(page, keys)
        press(page, "\x1b")
    QTest.keyClick(page.map_panel.map, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    press(page, "7")

    assert [mark.before for mark in stored(page).marks] == [7, None]
    assert page.map_panel.legend.message == "7 set on 1 of 2 marks"


def test_digits_still_grade_the_chosen_marks_after_a_click_on_after(page: VisitPage) -> None:
    press(page, "t/infraspinatus left\n2\n")
    page.map_panel.map.setFocus()
    QTest.keyClick(page.map_panel.map, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    QTest.mouseClick(page.map_panel.legend.grading.option(Grading.AFTER.value), Qt.MouseButton.LeftButton)
    press(page, "1")

    assert [(mark.before, mark.after) for mark in stored(page).marks] == [(2, 1)]
