"""The chips for the time since the last visit and for home care, and the line for the next visit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desks import HandClock
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.notes.note import HomeDone, Note, Report, ReportKind, SinceLast
from therapist_desk.services import cases
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import notes, visits
from therapist_desk.ui.visit.page import VisitPage
from ui.visit.conftest import OpenPage, settle, stored

BEFORE = Note(
    pain_before=6,
    limitation="turning right",
    reported=(Report("desk work", ReportKind.WORSE),),
    home_care=("Chin tucks", "Heat 15 min"),
    next_visit="levator",
)


@pytest.fixture
def follow_up(desk: Desk, clock: HandClock, visit_id: VisitId, open_page: OpenPage) -> VisitPage:
    notes.save_note(desk, visit_id, BEFORE)
    case = visits.open_visit(desk, visit_id).case_file.case
    cases.save_case(desk, replace(case, easing="heat", home_care="Walk 20 min"))
    clock.wait(7 * 24 * 60)
    page = open_page()
    page.show_visit(visits.start_visit(desk, case.id).id)
    settle(page)
    page.window().activateWindow()
    return page


def focused(page: VisitPage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def test_what_is_asked_of_the_time_since_is_answered_by_a_letter_each(follow_up: VisitPage) -> None:
    follow_up.arrival.ask_pain()
    QTest.keyClick(focused(follow_up), Qt.Key.Key_5)
    QTest.keyClick(focused(follow_up), Qt.Key.Key_B)
    QTest.keyClick(focused(follow_up), Qt.Key.Key_P)
    # then health is asked
    assert focused(follow_up) is follow_up.note.subjective.health.answer.option("no")
    note = stored(follow_up).note
    assert (note.pain_before, note.since_last, note.home_done) == (5, SinceLast.BETTER, HomeDone.PARTLY)
    assert follow_up.note.subjective.generated.words == "Better since the last visit. Home care done in part."

    follow_up.session.undo_stack.undo()
    follow_up.session.undo_stack.undo()
    note = stored(follow_up).note
    assert (note.pain_before, note.since_last, note.home_done) == (5, None, None)


def test_what_is_reported_is_chosen_among_what_is_known_or_typed(follow_up: VisitPage) -> None:
    reports = follow_up.note.subjective.since.reports
    reports.chip("Worse: desk work").click()
    reports.chip("Eases: heat").click()
    reports.add.click()
    QTest.keyClicks(reports.typed, "worse: driving")
    QTest.keyClick(reports.typed, Qt.Key.Key_Return)
    QTest.keyClicks(reports.typed, "sleeps better")
    QTest.keyClick(reports.typed, Qt.Key.Key_Tab)

    assert [each.text for each in stored(follow_up).note.reported] == [
        "desk work",
        "heat",
        "driving",
        "sleeps better",
    ]
    assert follow_up.note.subjective.generated.words == (
        "Reports sleeps better; aggravated by desk work and driving; eased by heat."
    )
    reports.chip("Worse: desk work").click()
    assert [each.text for each in stored(follow_up).note.reported] == ["heat", "driving", "sleeps better"]


def test_home_care_carried_forward_waits_until_it_is_kept_or_dropped(follow_up: VisitPage) -> None:
    care = follow_up.note.plan.home_care
    first, second = care.waiting
    assert first.accessibleName() == "Unconfirmed: Chin tucks"
    assert follow_up.note.plan.generated.words == ""

    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    (second,) = care.waiting
    cross = QPoint(second.width() - 12, second.height() // 2)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=cross)
    care.chip("Walk 20 min").click()

    assert care.waiting == ()
    assert stored(follow_up).note.home_care == ("Chin tucks", "Walk 20 min")
    assert follow_up.note.plan.generated.words == "Home care: chin tucks; walk 20 min."


def test_all_is_kept_by_one_key_and_waits_again_once_undone(follow_up: VisitPage) -> None:
    follow_up.note.keep_all()
    note = stored(follow_up).note
    assert (note.limitation, note.home_care, note.next_visit) == ("turning right", BEFORE.home_care, "levator")
    assert follow_up.note.plan.next.line.text() == "levator"

    follow_up.session.undo_stack.undo()
    assert (stored(follow_up).note.home_care, stored(follow_up).note.next_visit) == ((), "")
    assert len(follow_up.note.plan.home_care.waiting) == 2


def test_the_next_visit_is_planned_from_here_and_told_in_the_note(follow_up: VisitPage, desk: Desk) -> None:
    row = follow_up.note.plan.next
    row.line.setFocus()
    QTest.keyClicks(row.line, "Re-test rotation")
    assert stored(follow_up).note.next_visit == "Re-test rotation"

    visits.plan_visit(desk, follow_up.session.visit.case_id, desk.clock.now())
    follow_up.session.open_again()
    settle(follow_up)

    assert follow_up.note.plan.generated.words.startswith("Next visit on ")
    assert follow_up.note.plan.generated.words.endswith(": re-test rotation.")
    assert row.when.accessibleName().startswith("Next visit: ")


def test_a_first_visit_is_not_asked_about_the_time_since(page: VisitPage) -> None:
    subjective = page.note.subjective
    assert subjective.since.isHidden()
    assert subjective.home_done.isHidden()
