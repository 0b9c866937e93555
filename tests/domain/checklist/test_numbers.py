"""Minutes and goals that don't add up, and those that only look so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.builders import DEEP, RELEASE
from domain.checklist.corpus import AROUND, facts_of, good_notes, note, said, segment
from therapist_desk.domain.care.goal import Goal, GoalStatus
from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.table import missing
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.note import Section
from therapist_desk.domain.session.timer import Segment

HOT_PACK = replace(DEEP, id="hot_pack", name="Hot pack", code="97010")
WORDS = Goal(text="Sit", measure="sitting", target="longer", due=date(2026, 12, 30))


@pytest.mark.parametrize(
    "times",
    [
        (segment(0, 25, DEEP, "neck"), segment(45, 22, RELEASE, "neck")),
        (replace(segment(0, 60, DEEP, "neck"), seconds=45 * 60),),
        (segment(0, 30, DEEP, "neck"), segment(0, 15, HOT_PACK, "neck")),
    ],
    ids=["a pause between", "a pause within", "a hot pack beside"],
)
def test_minutes_that_fit_the_clock_are_left_alone(times: tuple[Segment, ...]) -> None:
    assert found(timed(*times), "T-04") == []


@pytest.mark.parametrize(
    "times",
    [
        (replace(segment(0, 30, DEEP, "neck"), seconds=45 * 60),),
        (segment(0, 30, DEEP, "neck"), segment(0, 30, RELEASE, "neck")),
        (segment(0, 30, DEEP, "neck"), segment(15, 30, RELEASE, "neck"), segment(100, 10, RELEASE, "neck")),
    ],
    ids=["more than its span", "two at once", "over one another before a gap"],
)
def test_minutes_that_count_twice_are_told(times: tuple[Segment, ...]) -> None:
    assert found(timed(*times), "T-04") == [("minutes_beyond_span", Target.TIMES)]


def test_minutes_with_a_stroke_are_minutes() -> None:
    facts = said(Section.OBJECTIVE, "MFR 30', STM 30' R UT, TTP 3/4.")(plain())

    assert found(facts, "T-04") == [("minutes_told_beyond", Target.OBJECTIVE)]


@pytest.mark.parametrize(
    "words",
    [
        "Billed 97140 x 2.",
        "97124: 1 unit, 97140: 2 units.",
        "2 units of manual therapy (97140), R UT.",
        "MT 97140 x2u R UT TTP 3/4.",
        "97112 x 1 unit.",
    ],
)
def test_units_in_words_are_those_of_the_minutes(words: str) -> None:
    assert found(said(Section.OBJECTIVE, words)(plain()), "T-06") == [("units_told_otherwise", Target.OBJECTIVE)]


@pytest.mark.parametrize(
    "words",
    [
        "97124 x 2, 97140 x 1.",
        "97140 x 22 min, 97124 x 25 min.",
        "Manual therapy 97140, 1 unit; massage 97124, 2 units.",
        "Insurer authorized 24 units of 97140.",
        "97140 x 4 units were denied last month.",
        "Plan: 97140 x 2 weeks.",
        "Dysfunction of 97 percent, 2 units of insulin taken.",
    ],
)
def test_units_of_the_minutes_or_of_another_day_are_left_alone(words: str) -> None:
    assert found(said(Section.OBJECTIVE, words)(plain()), "T-06") == []


@pytest.mark.parametrize("target", ["60 min", "a full shift", "without stopping", "two flights"])
def test_a_goal_in_words_has_a_number_or_an_end_that_can_be_seen(target: str) -> None:
    assert found(aiming(replace(WORDS, target=target)), "P-01") == []
    assert found(aiming(WORDS), "P-01") == [("goal_not_measurable", Target.GOAL_NUMBER)]


def test_goals_whose_days_are_past_expect_nothing_unless_met() -> None:
    past = replace(WORDS, target="60 min", due=date(2026, 11, 1))

    assert found(aiming(past), "A-04") == [("no_expectation", Target.GOAL_DAY)]
    assert found(aiming(replace(past, status=GoalStatus.MET, met_on=date(2026, 11, 1))), "A-04") == []
    assert found(aiming(past, replace(past, text="Walk", due=date(2026, 12, 1))), "A-04") == []


def plain() -> Facts:
    return list(good_notes())[1]


def timed(*times: Segment) -> Facts:
    facts = facts_of(note("Right neck, worse driving, heat helps.", "", "Tolerated well.", "Weekly. Heat at home."))
    return replace(facts, visit=replace(facts.visit, by_hand=times))


def aiming(*goals: Goal) -> Facts:
    return replace(plain(), around=replace(AROUND, case=replace(AROUND.case, goals=goals)))


def found(facts: Facts, rule: str) -> list[tuple[str, Target]]:
    return [(item.code, item.target) for item in missing(facts) if item.rule == rule]
