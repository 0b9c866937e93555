"""The discharge summary read back: why care ended, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reports import samples
from reports.courses import course
from reports.pdfs import flat, overlaps, page_texts, words
from reports.test_strain import marks_of, text_of
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.care.discharge import DischargeReason
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.reports.discharge_summary import discharge_summary
from therapist_desk.reports.layout.page import Paper


def closed(of: CaseCourse, **details: Any) -> CaseCourse:
    """The same case after care has ended, a week after its last visit."""
    values: dict[str, Any] = {
        "closed_on": of.last.visit.service_date + timedelta(days=7),
        "discharged": DischargeReason.PLATEAU,
        "discharge_reason": "No further progress",
        "discharge_summary": "Drives without pain.\nStill stiff after two hours at the desk.",
        "home_care": "Neck stretch 3 × 30 s\nDesk break each 45 min",
    }
    return replace(of, closed=replace(of.last.case, **(values | details)))


def summary(of: CaseCourse, paper: Paper = Paper.LETTER, *, for_fax: bool = False, signed: bool = True) -> bytes:
    seal = samples.seal() if signed else None
    return discharge_summary(of, seal, paper, samples.atlas(), for_fax=for_fax)


def test_it_says_first_when_and_why_care_ended_and_what_changed() -> None:
    said = flat(summary(closed(course())))

    assert "Discharged Dec 30, 2026: no further progress. Six visits: pain 7 → 3" in said
    assert "none at target." in said
    assert "I ask you" not in said
    assert "Drives without pain." in said


def test_goals_are_reached_or_not_and_the_home_program_is_numbered() -> None:
    reached = course()
    pain = reached.last.visit
    last = replace(reached.last, visit=replace(pain, note=replace(pain.note, pain_before=2)))
    said = flat(summary(closed(replace(reached, records=(*reached.records[:-1], last)))))

    goals = said.split("Goals", 1)[1].split("What daily life shows")[0]
    assert "not reached 44%" in goals
    assert "reached 100%" in goals
    assert "1 Neck stretch 3 × 30 s 2 Desk break each 45 min" in said


def test_it_carries_its_own_signature_with_the_hash_and_says_what_it_is_drawn_from() -> None:
    said = flat(summary(closed(course())))

    assert "Electronically signed" in said
    assert samples.seal().digest[:8] in said
    assert "were signed with this hash" in said
    assert "from the signed records of 6 visits" in said
    assert "DRAFT" not in said


def test_addenda_to_its_notes_stand_in_it() -> None:
    made = replace(course(3), addenda=(samples.addendum(1, "visit-2"),))

    said = flat(summary(closed(made)))

    assert "A1 Addendum 1 to the note of visit 2, Nov" in said
    assert "doses a week: was written as 2, should read 3." in said


def test_one_that_nobody_signed_is_a_draft_on_every_page() -> None:
    pages = page_texts(summary(closed(course()), signed=False))

    assert all("DRAFT" in page for page in pages)
    assert "Electronically signed" not in " ".join(pages)
    assert "as the therapist entered them" in " ".join(" ".join(pages).split())


def test_a_case_without_measures_goals_or_home_program_is_told_as_such() -> None:
    bare = course(1, marks=())
    record = replace(
        bare.last, visit=replace(bare.last.visit, measurements=()), case=replace(bare.last.case, goals=())
    )

    said = flat(summary(closed(replace(bare, records=(record,)), home_care="", discharge_summary="")))

    assert "No goal is set for this case." in said
    assert "No home program is on file." in said
    assert "Where the client stands" not in said


@pytest.mark.parametrize("paper", list(Paper))
def test_whatever_there_is_much_of_nothing_lies_over_anything_else(paper: Paper) -> None:
    much = course(6, marks=marks_of(40))
    twelve = tuple(Diagnosis(code=f"M54.{at}", title=text_of(8, f"d{at}n")) for at in range(12))
    last = replace(much.last, case=replace(much.last.case, diagnoses=twelve), client=samples.client("דנה", "כהן"))
    much = closed(replace(much, records=(*much.records[:-1], last)), discharge_summary=text_of(500, "w"))

    pdf = summary(much, paper)

    assert all(overlaps(page) == [] for page in words(pdf))
    said = flat(pdf)
    assert all(f"w{at}" in said for at in range(500))
    assert all(f"d{at}n7" in said for at in range(12))


def test_the_signature_stands_with_who_prepared_it_and_a_fax_is_lighter() -> None:
    of = closed(course())

    last = page_texts(summary(of))[-1]

    assert "Maren K. Solberg, LMT" in last.replace("\n", " ")
    assert len(summary(of, for_fax=True)) < len(summary(of))
