"""Finding clients and visits by one text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desks import PASSPHRASE, HandClock
from therapist_desk.domain.anatomy import Figure, RegionRef, Side, View
from therapist_desk.domain.client import Client, ClientDetails
from therapist_desk.domain.findings.mark import Mark, MarkKind, Point
from therapist_desk.domain.ids import MarkId
from therapist_desk.domain.notes.note import Note, Paragraph, Response, Section
from therapist_desk.domain.visit import Visit
from therapist_desk.services import cases, clients, signing
from therapist_desk.services.desk import Desk
from therapist_desk.services.searching import AT_ONCE, find_visits, index_changes, search
from therapist_desk.services.visit import marking, notes, visits

PIRIFORMIS = Mark(
    id=MarkId("mark"),
    kind=MarkKind.TRIGGER_ACTIVE,
    figure=Figure.NEUTRAL,
    atlas_version="2",
    view=View.BACK,
    shape=Point(3000, 5000),
    regions=(RegionRef("piriformis", "piriformis", Side.RIGHT),),
    before=6,
)


def write(desk: Desk, visit: Visit, text: str) -> None:
    notes.save_note(desk, visit.id, Note(paragraphs=(Paragraph(Section.SUBJECTIVE, text),)))


def lines(desk: Desk, text: str) -> list[str]:
    while index_changes(desk):
        pass
    return [found.line for found in find_visits(desk, text)]


def test_a_visit_is_found_by_what_was_written_and_shows_the_line(desk: Desk, visit: Visit) -> None:
    write(desk, visit, "Slept badly.\nThe jump sign reproduces his headache.")

    assert lines(desk, '"jump sign" juni') == ["The jump sign reproduces his headache."]
    assert lines(desk, "jump 2025") == []


def test_a_visit_is_found_by_its_marks_and_its_year(desk: Desk, visit: Visit) -> None:
    marking.put_mark(desk, visit.id, PIRIFORMIS)

    (line,) = lines(desk, "piriformis 2026")

    assert line.startswith("Right piriformis: active trigger point 6/10")


def test_a_deleted_mark_is_found_no_more(desk: Desk, visit: Visit) -> None:
    marking.put_mark(desk, visit.id, PIRIFORMIS)
    assert lines(desk, "piriformis")

    marking.remove_mark(desk, visit.id, PIRIFORMIS.id)

    assert lines(desk, "piriformis") == []


def test_a_visit_moved_to_another_year_is_found_there(desk: Desk, visit: Visit, clock: HandClock) -> None:
    planned = visits.plan_visit(desk, visit.case_id, clock.now().shifted(60 * 60 * 24 * 60))
    assert len(lines(desk, "headache 2027")) == 1

    visits.replan_visit(desk, planned.id, clock.now().shifted(60 * 60 * 24 * 8), 60)

    assert lines(desk, "headache 2027") == []
    assert len(lines(desk, "headache dec 2026")) == 1


def test_a_removed_visit_is_found_no_more(desk: Desk, visit: Visit, clock: HandClock) -> None:
    planned = visits.plan_visit(desk, visit.case_id, clock.now().shifted(60 * 60 * 24 * 8))
    assert len(lines(desk, "headache")) == 2

    visits.remove_visit(desk, planned.id)

    assert len(lines(desk, "headache")) == 1


def test_a_client_renamed_is_found_with_her_visits_by_the_new_name(desk: Desk, juniper: Client, visit: Visit) -> None:
    write(desk, visit, "Neck stiff")
    assert lines(desk, "juniper neck") == ["Neck stiff"]

    clients.edit_client(desk, juniper, replace(juniper.details, given_name="Rowan"))

    assert lines(desk, "juniper neck") == []
    assert lines(desk, "rowan neck") == ["Neck stiff"]


def test_a_signed_visit_is_found_with_its_addendum(desk: Desk, visit: Visit) -> None:
    done = Note(
        pain_before=6,
        pain_after=4,
        response=Response.IMPROVED,
        paragraphs=(Paragraph(Section.SUBJECTIVE, "Neck stiff"), Paragraph(Section.PLAN, "Weekly")),
    )
    notes.save_note(desk, visit.id, done)
    signing.sign_visit(desk, visit.id, PASSPHRASE, override_reason="the timer was not used")
    signing.add_addendum(desk, visit.id, "left out", "Asked about sleep: woke twice.", PASSPHRASE)

    assert lines(desk, "woke twice") == ["Asked about sleep: woke twice."]


def test_one_text_finds_clients_by_name_and_visits_by_their_words(desk: Desk, visit: Visit) -> None:
    other = clients.add_client(
        desk, ClientDetails(given_name="Neckar", family_name="", date_of_birth=date(1990, 1, 1))
    )
    write(desk, visit, "Neck stiff")
    index_changes(desk)

    found = search(desk, "neck")

    assert [client.id for client in found.clients] == [other.id]
    assert [seen.visit.id for seen in found.visits] == [visit.id]


def test_no_text_finds_no_visit(desk: Desk, visit: Visit) -> None:
    write(desk, visit, "Neck stiff")
    index_changes(desk)

    assert find_visits(desk, "  ") == ()
    assert find_visits(desk, "ne") == ()
    assert len(find_visits(desk, "2026 ne")) == 1


def test_a_long_list_of_changes_is_read_a_handful_at_a_time(desk: Desk, juniper: Client, clock: HandClock) -> None:
    case = cases.open_case(desk, juniper.id, "Shoulder")
    for day in range(AT_ONCE + 3):
        visits.plan_visit(desk, case.id, clock.now().shifted(60 * 60 * 24 * (day + 1)))

    assert index_changes(desk) == 3
    assert index_changes(desk) == 0


@pytest.mark.parametrize("text", ['"', "* AND", "NEAR(a b)", "words:x", "{a}"])
def test_signs_that_a_query_language_would_read_are_only_text(desk: Desk, visit: Visit, text: str) -> None:
    write(desk, visit, "Neck stiff")
    index_changes(desk)

    assert find_visits(desk, text) == ()
