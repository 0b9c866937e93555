from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import HandClock
from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.notes.note import Response, Section
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.ui.kit.number_row import NumberRow
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, place_of, press, settle, stored


def click(page: VisitPage, name: str) -> None:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle(page)


def test_a_session_is_there_again_after_a_restart(open_page: OpenPage, clock: HandClock) -> None:
    # given a session: started, marked, graded, scored and written
    page = open_page()
    click(page, "start")
    clock.wait(6)
    click(page, "technique_mfr")
    click(page, "tool_A")
    QTest.mouseClick(page.map_panel.map, Qt.MouseButton.LeftButton, pos=place_of(page, "trap_upper"))
    press(page, "7\n")
    QTest.keyClicks(page.note.subjective.pain, "6")
    QTest.keyClicks(page.note.subjective.limitation, "Shoulder check")
    QTest.keyClicks(page.note.subjective.text, "Headache most afternoons.")
    clock.wait(14)

    # when the window goes, and another one opens on the same store
    page.leave()
    settle(page)
    page.window().close()
    again = open_page()
    again.strip.refresh()

    # then everything is there, and the timer is right
    visit = again.session.visit
    (mark,) = visit.marks
    assert (mark.kind, mark.before, mark.side) == (MarkKind.TRIGGER_ACTIVE, 7, Side.RIGHT)
    assert again.strip.display.words == "20:00"
    assert again.session.reading().running is not None
    assert again.note.subjective.pain.number() == 6
    assert again.note.subjective.limitation.text() == "Shoulder check"
    assert again.note.subjective.text.toPlainText() == "Headache most afternoons."
    assert again.note.objective.generated.words.startswith("Right upper trapezius: active trigger point 7/10.")


def test_typed_text_is_on_the_disk_within_a_second_without_leaving_the_field(qtbot: QtBot, page: VisitPage) -> None:
    QTest.keyClicks(page.note.plan.text, "Weekly for four weeks")
    qtbot.waitUntil(lambda: page.session.outbox.saved_at is not None, timeout=5000)

    kept = page.session._desk  # read past the page, as another program would
    with kept.store.reading() as charts:
        note = charts.visits.get(page.session.visit.id).note
    assert note.own_text(Section.PLAN) == "Weekly for four weeks"


@pytest.mark.parametrize("kind", list(MarkKind))
def test_every_kind_can_be_placed_with_its_own_scale(page: VisitPage, kind: MarkKind) -> None:
    click(page, f"tool_{kind.value}")

    QTest.mouseClick(page.map_panel.map, Qt.MouseButton.LeftButton, pos=place_of(page, "infraspinatus"))

    popover = page.map_panel.popover
    assert popover.isVisible()
    (mark,) = page.session.visit.marks
    assert mark.kind is kind
    shown = popover.findChild(NumberRow, "grade_before")
    assert shown is not None
    assert shown.isVisible() is (mark.scale is not None)
    if mark.scale is not None:
        assert shown.maximum() == mark.scale.top
    popover.close()
    settle(page)


def test_a_click_beside_the_popover_closes_it_and_places_the_next_mark(page: VisitPage) -> None:
    click(page, "tool_A")
    body, popover = page.map_panel.map, page.map_panel.popover
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=place_of(page, "trap_upper"))
    press(page, "7")

    beside = body.mapToGlobal(place_of(page, "occipitalis", Side.LEFT))
    QTest.mouseClick(popover, Qt.MouseButton.LeftButton, pos=popover.mapFromGlobal(beside))
    press(page, "4")

    assert [(mark.regions[0].region, mark.before) for mark in page.session.visit.marks] == [
        ("trap_upper", 7),
        ("occipitalis", 4),
    ]
    popover.close()
    settle(page)


def test_the_popover_never_covers_its_mark(page: VisitPage) -> None:
    click(page, "tool_T")
    body = page.map_panel.map
    for region in ("trap_upper", "es_thor", "occipitalis", "delt_post"):
        QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=place_of(page, region))
        popover = page.map_panel.popover
        symbol = body.mark_screen_rect(body.selected)
        symbol.moveTopLeft(body.mapToGlobal(symbol.topLeft()))
        assert not popover.geometry().intersects(symbol), region
        popover.close()
    settle(page)


def test_marks_are_undone_and_redone_with_their_grades(page: VisitPage) -> None:
    # given a mark with a grade, moved
    click(page, "tool_L")
    body = page.map_panel.map
    at = place_of(page, "trap_upper")
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=at)
    press(page, "4\n")
    click(page, "tool_V")
    there = place_of(page, "infraspinatus")
    QTest.mousePress(body, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(body, (at + there) / 2)
    QTest.mouseMove(body, there)
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, pos=there)
    assert page.session.visit.marks[0].regions[0].region == "infraspinatus"

    # when all of it is undone, step by step
    undo = page.session.undo_stack
    undo.undo()
    assert page.session.visit.marks[0].regions[0].region == "trap_upper"
    undo.undo()
    assert page.session.visit.marks[0].before is None
    undo.undo()
    assert stored(page).marks == ()

    # then it can be done again, and is stored
    for _ in range(3):
        undo.redo()
    (kept,) = stored(page).marks
    assert (kept.before, kept.regions[0].region) == (4, "infraspinatus")


def test_a_sentence_and_its_mark_are_selected_together(page: VisitPage) -> None:
    click(page, "tool_T")
    for region in ("trap_upper", "infraspinatus"):
        QTest.mouseClick(page.map_panel.map, Qt.MouseButton.LeftButton, pos=place_of(page, region))
        page.map_panel.popover.close()
    first, second = page.session.visit.marks
    generated = page.note.objective.generated
    assert generated.hot == f"mark:{second.id}"

    QTest.keyClick(generated, Qt.Key.Key_Left)

    assert generated.hot == f"mark:{first.id}"
    assert page.map_panel.map.selected == first.id
    assert generated.accessibleName().startswith("Generated: Right upper trapezius")
    settle(page)


def test_the_review_grades_after_treatment_in_the_list(page: VisitPage, clock: HandClock) -> None:
    # given two graded marks of a session that has stopped
    click(page, "start")
    click(page, "tool_A")
    for region, grade in (("trap_upper", "7"), ("infraspinatus", "5")):
        QTest.mouseClick(page.map_panel.map, Qt.MouseButton.LeftButton, pos=place_of(page, region))
        press(page, f"{grade}\n")
    clock.wait(30)
    click(page, "stop")

    # when numbers are typed down the list
    click(page, "list")
    rows = page.map_panel.list.view
    QTest.keyClick(rows, Qt.Key.Key_Home)
    QTest.keyClicks(rows, "3")
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClicks(rows, "2")

    # then they are the grades after treatment, and Assessment says so
    assert [(mark.before, mark.after) for mark in stored(page).marks] == [(7, 3), (5, 2)]
    assert "7/10 → 3/10" in page.note.assessment.generated.words


def test_scores_and_the_response_are_saved_and_can_be_undone(page: VisitPage) -> None:
    QTest.keyClicks(page.note.assessment.pain, "3")
    click(page, "chip_improved")
    assert stored(page).note.response is Response.IMPROVED

    page.session.undo_stack.undo()

    kept = stored(page).note
    assert (kept.response, kept.pain_after) == (None, 3)


def test_undoing_a_score_leaves_typed_text_alone(page: VisitPage) -> None:
    QTest.keyClicks(page.note.subjective.pain, "6")
    QTest.keyClicks(page.note.subjective.text, "Slept badly.")

    page.session.undo_stack.undo()

    kept = stored(page).note
    assert (kept.pain_before, kept.own_text(Section.SUBJECTIVE)) == (None, "Slept badly.")


def test_the_timer_pauses_resumes_and_stops(page: VisitPage, clock: HandClock) -> None:
    click(page, "start")
    clock.wait(10)
    click(page, "start")
    clock.wait(5)
    assert page.session.reading().state is TimerState.PAUSED
    click(page, "start")
    clock.wait(10)
    click(page, "stop")

    assert page.session.reading().state is TimerState.STOPPED
    assert page.strip.display.words == "20:00"
