"""The initial evaluation read back: the first visit as physician and payer need it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports import samples
from reports.courses import record_of
from reports.pdfs import flat, overlaps, words
from reports.test_strain import strained, text_of
from therapist_desk.domain.care.treatment import PlanLine, PlanTerms
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.evaluation import initial_evaluation
from therapist_desk.reports.layout.page import Paper


def evaluation(record: VisitRecord, paper: Paper = Paper.LETTER, *, signed: bool = True) -> bytes:
    return initial_evaluation(Sealed(record, samples.seal() if signed else None), paper, samples.atlas())


def test_it_tells_how_it_began_and_what_makes_it_worse() -> None:
    record = record_of(1)
    said = flat(evaluation(replace(record, case=replace(record.case, prior_care="Two weeks of rest."))))

    assert "Began Aug 21, 2026. How: vehicle crash." in said
    assert "Care before: Two weeks of rest." in said
    assert "Worse with desk work, looking over the right shoulder." in said
    assert "Consent signed Oct 21, 2026" in said


def test_the_plan_has_its_lines_terms_and_home_program_above_the_signature() -> None:
    record = record_of(1)
    lines = (
        PlanLine(treatment="Myofascial release", where="R neck", code="97140", least_minutes=15, most_minutes=25),
        PlanLine(treatment="Massage", how_often="Each visit"),
    )
    case = replace(record.case, plan_lines=lines, terms=PlanTerms(frequency="2 a week", visits=12), home_care="a\nb")

    said = flat(evaluation(replace(record, case=case)))

    plan = said.split("Plan of care", 1)[1]
    assert "Planned: 2 a week, 12 visits in all." in plan
    assert "Myofascial release R neck 97140 15–25 Massage Each visit" in plan
    assert "To what end" not in plan
    assert "1 a 2 b Electronically signed by" in plan


def test_a_first_visit_without_goals_and_plan_says_so_and_a_draft_is_one() -> None:
    record = record_of(1, marks=())
    bare = replace(record, case=replace(record.case, goals=(), home_care="", plan=""))

    said = flat(evaluation(bare, signed=False))

    assert "No goal was set at this visit." in said
    assert "DRAFT, not signed" in said


@pytest.mark.parametrize("paper", list(Paper))
def test_much_of_everything_is_set_without_loss_or_overlap(paper: Paper) -> None:
    record = replace(
        strained([300, 100, 300, 50], 40, 8, 12), client=samples.client("דנה", "כהן-" + text_of(12, "n"))
    )

    pdf = evaluation(record, paper)

    said = flat(pdf)
    assert all(f"w0n{at}" in said for at in range(300))
    assert all(f"d{at}n7" in said for at in range(12))
    assert all(overlaps(page) == [] for page in words(pdf))
