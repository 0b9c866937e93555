"""What a client says of the time since the last visit, and what is agreed until the next one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.builders import visit
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import CaseId, ClientId
from therapist_desk.domain.notes.note import HomeDone, Note, Report, ReportKind, Section, SinceLast
from therapist_desk.domain.sentences.carried import carried_forward, dropped, kept, put_back, unconfirmed
from therapist_desk.domain.sentences.narrative import NoteSources, generated_paragraphs, source_sentence
from therapist_desk.domain.sentences.next_steps import home_care_sentence, next_visit_sentence, offered_home_care
from therapist_desk.domain.sentences.since_last import (
    home_done_sentence,
    offered_reports,
    report_of,
    report_text,
    since_last_sentence,
)
from therapist_desk.domain.sentences.wording import Wording

DESK_WORK = Report("desk work", ReportKind.WORSE)
DRIVING = Report("Driving", ReportKind.WORSE)
HEAT = Report("heat", ReportKind.EASES)
HEADACHE = Report("headache 3×/wk")
NEXT = Instant(datetime(2026, 11, 30, 18, 5, tzinfo=UTC), -480, 0, "")


@pytest.mark.parametrize(
    ("note", "full", "short"),
    [
        (Note(), "", ""),
        (Note(since_last=SinceLast.BETTER), "Better since the last visit.", "Better since last visit."),
        (Note(since_last=SinceLast.SAME), "No change since the last visit.", "No change since last visit."),
        (
            Note(since_last=SinceLast.WORSE, reported=(DESK_WORK, HEAT, HEADACHE, DRIVING)),
            "Worse since the last visit. Reports headache 3×/wk; aggravated by desk work and driving; eased by heat.",
            "Worse since last visit. Reports headache 3×/wk; agg. by desk work, driving; eased by heat.",
        ),
        (Note(reported=(HEAT,)), "Eased by heat.", "Eased by heat."),
    ],
)
def test_the_time_since_the_last_visit_is_told_in_sentences(note: Note, full: str, short: str) -> None:
    assert since_last_sentence(note) == full
    assert since_last_sentence(note, Wording.SHORT) == short


def test_home_care_done_and_agreed_is_told_in_sentences() -> None:
    note = Note(home_done=HomeDone.PARTLY, home_care=("Chin tucks 2 × 10 daily.", "TENS unit", "Heat 15 min"))
    assert home_done_sentence(note) == "Home care done in part."
    assert home_done_sentence(note, Wording.SHORT) == "HEP done in part."
    assert home_care_sentence(note) == "Home care: chin tucks 2 × 10 daily; TENS unit; heat 15 min."
    assert home_care_sentence(note, Wording.SHORT).startswith("HEP: chin tucks")
    assert home_care_sentence(Note()) == home_done_sentence(Note()) == ""


def test_the_next_visit_is_told_with_its_day_and_what_it_is_for() -> None:
    note = Note(next_visit="Re-test rotation. ")
    assert next_visit_sentence(Note(), None) == ""
    assert next_visit_sentence(note, None) == "Next visit: re-test rotation."
    assert next_visit_sentence(Note(), NEXT) == "Next visit on Nov 30, 2026 at 10:05 am."
    assert next_visit_sentence(note, NEXT) == "Next visit on Nov 30, 2026 at 10:05 am: re-test rotation."
    assert next_visit_sentence(note, NEXT, Wording.SHORT) == "Next visit Nov 30, 2026, 10:05 am: re-test rotation."


def test_they_stand_in_their_sections_and_follow_until_edited() -> None:
    note = Note(since_last=SinceLast.BETTER, home_care=("heat",), next_visit="levator")
    written = [(each.section, each.source) for each in generated_paragraphs(NoteSources(note, next_on=NEXT))]
    assert written == [(Section.SUBJECTIVE, "since"), (Section.PLAN, "home_care"), (Section.PLAN, "next")]
    assert source_sentence("next", NoteSources(note)) == "Next visit: levator."


def test_what_is_offered_is_of_the_last_visit_first_and_then_of_the_case() -> None:
    case = Case(
        id=CaseId("case"),
        client_id=ClientId("client"),
        title="Neck",
        opened_on=date(2026, 11, 2),
        aggravating="Desk work, looking over the right shoulder for long",
        easing="heat; rest",
        home_care="Chin tucks\n\nheat",
    )
    last = Note(reported=(HEADACHE, DESK_WORK), home_care=("Heat", "Walk"))
    assert offered_reports(case, last) == (HEADACHE, DESK_WORK, HEAT, Report("rest", ReportKind.EASES))
    assert offered_home_care(case, last) == ("Heat", "Walk", "Chin tucks")


@pytest.mark.parametrize("report", [DESK_WORK, HEAT, HEADACHE])
def test_a_typed_report_is_read_by_its_beginning(report: Report) -> None:
    assert report_of(f" {report_text(report)}. ") == report


def test_nothing_typed_is_no_report() -> None:
    assert report_of(" . ") is None
    assert report_of("worse:") is None
    assert report_of("note: stiff") == Report("note: stiff")


def test_home_care_and_the_next_visit_are_carried_kept_dropped_and_put_back() -> None:
    last = visit(
        service_date=date(2026, 11, 9),
        note=Note(
            since_last=SinceLast.BETTER, home_done=HomeDone.DONE, home_care=("heat", "walk"), next_visit="levator"
        ),
    )
    fresh = carried_forward(Note(), last)
    lines = unconfirmed(fresh)
    assert [each.text for each in lines] == ["heat", "walk", "levator"]
    assert (fresh.since_last, fresh.home_done, fresh.home_care, fresh.next_visit) == (None, None, (), "")

    note = kept(fresh, lines)
    assert (note.home_care, note.next_visit, note.paragraphs) == (("heat", "walk"), "levator", ())
    assert put_back(note, lines, were_kept=True) == fresh
    assert dropped(fresh, lines) == Note()
