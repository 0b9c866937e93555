"""What may be told in words or in fields: either does, and half of it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.checklist.corpus import AROUND, TODAY, facts_of, note, segment, visit
from therapist_desk.domain.care.case import Case, Mechanism
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.table import missing
from therapist_desk.domain.missing import Severity, Target
from therapist_desk.domain.notes.note import Note


def test_a_response_in_words_is_one_though_no_score_was_taken_after() -> None:
    told = facts_of(written(assessment="Tolerated well; turns further than before.", pain_after=None, response=None))
    silent = facts_of(written(assessment="Right neck, third visit.", pain_after=None, response=None))

    assert found(told, "A-01") == {Severity.HINT}
    assert found(silent, "A-01") == {Severity.TO_FIX}


@pytest.mark.parametrize(
    ("fields", "subjective", "says"),
    [
        ({}, "Right neck pain.", {"no_onset"}),
        ({"mechanism": Mechanism.WORK}, "Right neck pain, worse at the desk.", {"no_course"}),
        ({"onset": date(2026, 10, 1)}, "Right neck pain; heat helps.", {"no_course"}),
        ({"onset": date(2026, 10, 1), "easing": "heat"}, "Right neck pain when driving.", set()),
        ({}, "Right neck pain since a fall; hurts to turn, ibuprofen takes the edge off.", set()),
    ],
)
def test_how_it_began_and_what_makes_it_worse_and_better_are_asked_at_first(
    fields: dict[str, Any], subjective: str, says: set[str]
) -> None:
    bare: dict[str, Any] = {"onset": None, "mechanism": Mechanism.UNKNOWN, "aggravating": "", "easing": ""}
    facts = around(
        facts_of(written(subjective=subjective), first=True),
        case=replace(AROUND.case, **(bare | {"title": "Neck", "complaint": ""} | fields)),
    )

    assert {item.code for item in missing(facts) if item.rule == "S-04"} == says


def test_a_second_visit_of_a_day_wants_the_doctors_reason_in_the_plan() -> None:
    facts = facts_of(written(plan="Weekly. Stretch at home."))
    again = around(facts, earlier=(*AROUND.earlier, visit(3, TODAY, by_hand=())))
    by_order = facts_of(written(plan="Second visit today, per Dr. Raman after the flare. Weekly, stretch at home."))
    reasoned = around(by_order, earlier=(*AROUND.earlier, visit(3, TODAY, by_hand=())))

    assert [item.target for item in missing(again) if item.rule == "RX-06"] == [Target.PLAN]
    assert [item for item in missing(reasoned) if item.rule == "RX-06"] == []


@pytest.mark.parametrize(
    ("plan", "target"),
    [("Weekly.", Target.PLANNED_VISITS), ("Weekly for 4 weeks.", None), ("Stretch daily.", Target.FREQUENCY)],
)
def test_how_long_is_asked_as_well_as_how_often(plan: str, target: Target | None) -> None:
    assert AROUND.referral is not None
    endless = replace(AROUND.referral, visits_allowed=None, expires_on=None)
    case: Case = replace(AROUND.case, goals=())
    facts = around(facts_of(written(plan=plan)), case=case, referral=endless, orders=(endless,))

    assert [item.target for item in missing(facts) if item.rule == "P-02"] == ([target] if target else [])


@pytest.mark.parametrize(
    ("objective", "says"),
    [
        ("Massage given.", {"O-01", "T-08"}),
        ("Worked on the tight spots.", {"O-01", "T-08"}),
        ("Good session, client relaxed.", {"O-01", "T-08"}),
        ("Right upper trapezius ropy, tender 3/4.", {"T-08"}),
        ("Hypertonic erectors L>R. Deep tissue to both erectors, MFR to the QL.", set()),
        ("TTP R LS 2+; STM and TrP release to R LS, UT.", set()),
        ("Cuello tenso a la derecha, dolor en el trapecio.", {"T-08"}),
    ],
)
def test_findings_and_areas_may_be_told_in_words_that_say_them(objective: str, says: set[str]) -> None:
    bare = facts_of(
        note("Right neck, worse driving, heat helps.", objective, "Tolerated well.", "Weekly. Heat at home.")
    )
    facts = replace(bare, visit=replace(bare.visit, marks=(), by_hand=(segment(0, 47),)))

    assert {item.rule for item in missing(facts)} & {"O-01", "T-08"} == says


@pytest.mark.parametrize(
    "objective", ["R UT 3/4.", "QL 2; flexion 40/48.", "Splenius 2+ on the left.", "Suboccipitals, both - moderate."]
)
def test_a_muscle_with_its_grade_is_a_finding(objective: str) -> None:
    bare = replace(facts_of(written(objective=objective)).visit, marks=(), measurements=())

    assert found(replace(facts_of(written()), visit=bare), "O-01") == set()


def test_the_side_may_stand_with_the_findings() -> None:
    facts = facts_of(written(subjective="Neck stiff when driving.", objective="Suboccipitals tender, left more."))
    bare = around(facts, case=replace(AROUND.case, title="Neck", complaint=""))

    assert found(replace(bare, visit=replace(bare.visit, marks=())), "S-01") == set()


def test_what_the_history_gives_on_a_physicians_word_may_be_named_below() -> None:
    told = facts_of(
        written(subjective="PMH: osteoporosis, per Dr. Shaw.", assessment="Light pressure for osteoporosis.")
    )
    feared = facts_of(written(subjective="Client fears osteoporosis.", assessment="Light pressure for osteoporosis."))

    assert found(told, "A-05") == set()
    assert found(feared, "A-05") == {Severity.ADVICE}


@pytest.mark.parametrize("line", ["None", "n/a", "No limitations.", "Pain", "Neck pain 6/10", "-"])
def test_a_line_that_limits_nothing_is_no_limitation(line: str) -> None:
    assert found(facts_of(written(subjective="Right neck is stiff.", limitation=line)), "S-03") == {Severity.TO_FIX}


@pytest.mark.parametrize(
    "line", ["gardening", "cannot check the blind spot", "violin 20 min", "neck pain when driving"]
)
def test_a_line_of_what_is_limited_is_one(line: str) -> None:
    assert found(facts_of(written(subjective="Right neck is stiff.", limitation=line)), "S-03") == set()


@pytest.mark.parametrize(
    "objective",
    ["Treatment 10:00-11:00, right upper trapezius tender.", "Start 1:15 pm, stop 2:30 pm. Right trapezius tender."],
)
def test_clock_times_in_the_text_may_not_be_longer_than_the_timer(objective: str) -> None:
    assert found(facts_of(told_found(objective)), "T-04") == {Severity.PAYER}


@pytest.mark.parametrize(
    "objective",
    ["Massage from 11:40 to 12:27, right trapezius tender.", "Right trapezius tender. Client works 8:00-5:30."],
)
def test_clock_times_of_the_visit_and_of_other_things_are_left_alone(objective: str) -> None:
    assert found(facts_of(told_found(objective)), "T-04") == set()


def told_found(objective: str) -> Note:
    return note("Right neck, worse driving, heat helps.", objective, "Tolerated well.", "Weekly. Heat at home.")


def written(
    *,
    subjective: str = "Right neck stiff since May, worse driving, heat helps.",
    objective: str = "",
    assessment: str = "Tolerated well.",
    plan: str = "Weekly. Heat at home.",
    **details: Any,
) -> Note:
    return note(subjective, objective, assessment, plan, **details)


def around(facts: Facts, **details: Any) -> Facts:
    assert facts.around is not None
    return replace(facts, around=replace(facts.around, **details))


def found(facts: Facts, rule: str) -> set[Severity]:
    return {item.severity for item in missing(facts) if item.rule == rule}
