from __future__ import annotations

from dataclasses import replace

from domain.builders import DEEP, at, event, mark, visit
from therapist_desk.domain.findings.review import review_id
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.notes.note import Note, Origin, Paragraph, Response, Section
from therapist_desk.domain.readiness import Severity, Target, missing_items
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.session.timer import EventKind
from therapist_desk.domain.visit import Visit

FULL_NOTE = Note(
    pain_before=6,
    pain_after=3,
    limitation="cannot check the blind spot",
    response=Response.IMPROVED,
    paragraphs=(Paragraph(Section.PLAN, "Weekly, same regions."),),
)
DONE = (event(EventKind.START, 0, DEEP), event(EventKind.STOP, 50))


def codes(checked: Visit, severity: Severity) -> set[str]:
    return {item.code for item in missing_items(checked, at(60)) if item.severity is severity}


def test_a_complete_visit_misses_nothing() -> None:
    assert missing_items(visit(events=DONE, marks=(mark(before=7, after=3),), note=FULL_NOTE), at(60)) == ()


def test_an_empty_visit_misses_everything_a_reviewer_asks_for() -> None:
    assert codes(visit(), Severity.TO_FIX) == {
        "no_times",
        "no_pain_before",
        "no_pain_after",
        "no_response",
        "no_limitation",
        "no_subjective",
        "no_findings",
        "no_plan",
    }


def test_a_running_timer_must_be_stopped_first() -> None:
    running = visit(events=DONE[:1], marks=(mark(before=7, after=3),), note=FULL_NOTE)

    assert codes(running, Severity.TO_FIX) == {"timer_running"}


def test_talk_alone_is_no_treatment() -> None:
    talked = visit(
        events=(event(EventKind.START, 0, INTAKE), event(EventKind.STOP, 9)),
        marks=(mark(before=1, after=1),),
        note=FULL_NOTE,
    )

    assert codes(talked, Severity.TO_FIX) == {"no_hands_on_time"}


def test_grades_not_set_are_advice_and_to_fix_comes_first() -> None:
    items = missing_items(visit(marks=(mark(), mark(before=2))), at(60))

    advice = {item.code: item.values for item in items if item.severity is Severity.ADVICE}
    assert advice["no_grade_before"] == {"count": 1}
    assert advice["no_grade_after"] == {"count": 2}
    severities = [item.severity for item in items]
    assert severities == sorted(severities, key=lambda severity: severity is Severity.ADVICE)


def test_what_was_gone_before_the_treatment_needs_no_grade_after_it() -> None:
    assert missing_items(visit(events=DONE, marks=(mark(before=0),), note=FULL_NOTE), at(60)) == ()


def test_carried_lines_must_be_confirmed() -> None:
    carried = Paragraph(Section.SUBJECTIVE, "Drives 40 min each way.", Origin.UNCONFIRMED)
    note = Note(
        pain_before=6,
        pain_after=3,
        response=Response.IMPROVED,
        limitation="x",
        paragraphs=(*FULL_NOTE.paragraphs, carried),
    )

    assert codes(visit(events=DONE, marks=(mark(before=1, after=0),), note=note), Severity.TO_FIX) == {"unconfirmed"}


def test_a_note_that_says_what_the_last_one_said_is_called_out() -> None:
    told = Paragraph(Section.SUBJECTIVE, "Headache most afternoons, worse at the desk, better with heat and rest.")
    last = visit(events=DONE, marks=(mark(before=7, after=3),), note=replace(FULL_NOTE, paragraphs=(told,)))
    fresh = replace(last, marks=(mark(before=2, after=1),), note=replace(FULL_NOTE, pain_before=4))

    found = {item.code: item.values for item in missing_items(last, at(60), last=last)}
    assert found["nearly_last"] == {"share": 100}
    assert "nearly_last" not in {item.code for item in missing_items(fresh, at(60), last=last)}


def test_findings_of_the_last_visit_that_nobody_reviewed_are_advice() -> None:
    last = visit(events=DONE, marks=(mark(before=7, after=3), mark(before=4, after=0)), note=FULL_NOTE)
    today = replace(last, id=VisitId("today"), marks=(mark(before=2, after=1),))

    (found,) = (item for item in missing_items(today, at(60), last=last) if item.target is Target.REVIEW)
    assert (found.code, found.severity, found.values) == ("unreviewed", Severity.ADVICE, {"count": 1})

    reviewed = replace(mark(before=3, after=1), id=review_id(last.marks[0], today.id))
    assert missing_items(replace(today, marks=(reviewed,)), at(60), last=last) == ()
