from __future__ import annotations

from dataclasses import replace

from domain.builders import mark
from therapist_desk.domain.findings.mark import Mark, Point
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.session.timer import TimerState
from therapist_desk.services.visit import visits
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.visit.commands import change_mark, delete_mark
from therapist_desk.ui.visit.session import VisitSession


def settle(session: VisitSession) -> None:
    jobs: Jobs = session._jobs
    assert jobs.flush(5)


def stored(session: VisitSession) -> tuple[Mark, ...]:
    settle(session)
    return visits.open_visit(session._desk, session.visit.id).visit.marks


def test_a_mark_shows_before_the_disk_has_it_and_is_there_afterwards(session: VisitSession) -> None:
    found = mark()

    change_mark(session, found)

    assert session.visit.marks == (found,)
    assert stored(session) == (found,)


def test_the_timer_shows_a_time_only_once_it_is_on_the_disk(session: VisitSession) -> None:
    session.times.start()
    assert session.reading().state is TimerState.IDLE

    settle(session)

    assert session.reading().state is TimerState.RUNNING


def test_marks_changed_while_a_time_is_written_stay_changed(session: VisitSession) -> None:
    session.times.start()
    found = mark()
    change_mark(session, found)

    settle(session)

    assert session.visit.marks == (found,)


def test_an_undone_delete_puts_the_mark_back_in_its_place(session: VisitSession) -> None:
    three = [mark(shape=Point(3000, 1500 + 100 * number)) for number in range(3)]
    for each in three:
        change_mark(session, each)
    delete_mark(session, three[1].id)

    session.undo_stack.undo()

    assert session.visit.marks == tuple(three)
    assert stored(session) == tuple(three)


def test_letters_of_a_note_are_undone_together(session: VisitSession) -> None:
    found = mark()
    change_mark(session, found)
    for text in ("j", "ju", "jum", "jump"):
        change_mark(session, replace(found, note=text), typing=True)

    session.undo_stack.undo()

    assert session.visit.marks == (found,)
    session.undo_stack.redo()
    assert stored(session)[0].note == "jump"


def test_letters_typed_at_another_mark_are_undone_apart(session: VisitSession) -> None:
    first, second = mark(), mark()
    for each in (first, second):
        change_mark(session, each)
    change_mark(session, replace(first, note="a"), typing=True)
    change_mark(session, replace(second, note="b"), typing=True)

    session.undo_stack.undo()

    assert session.visit.marks == (replace(first, note="a"), second)


def test_nothing_to_undo_where_nothing_changed(session: VisitSession) -> None:
    found = mark()
    change_mark(session, found)

    change_mark(session, found)

    assert session.undo_stack.count() == 1


def test_turning_to_another_visit_saves_what_was_typed_here(session: VisitSession) -> None:
    first = session.visit
    second = visits.start_visit(session._desk, first.case_id)
    session.type_text(Section.PLAN, "Weekly")

    session.open(second.id)
    settle(session)

    assert session.visit.id == second.id
    assert session.file.last is not None
    kept = visits.open_visit(session._desk, first.id).visit.note
    assert kept.own_text(Section.PLAN) == "Weekly"
    assert not session.undo_stack.canUndo()


def test_reading_again_does_not_lose_what_was_typed_meanwhile(session: VisitSession) -> None:
    session.open_again()
    session.type_text(Section.PLAN, "Weekly")

    settle(session)

    assert session.note.own_text(Section.PLAN) == "Weekly"
    session.flush()
