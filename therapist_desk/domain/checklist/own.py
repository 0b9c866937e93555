"""What the program asks for beside the checklist."""

from __future__ import annotations

from collections.abc import Iterator

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.findings.review import unreviewed
from therapist_desk.domain.missing import Target
from therapist_desk.domain.notes.note import Section, joined
from therapist_desk.domain.visit import Visit


def plan(facts: Facts) -> Iterator[Finding]:
    """A visit ends with what comes next."""
    note = facts.visit.note
    if not note.of(Section.PLAN) and not note.next_visit.strip():
        yield Finding("no_plan", Target.PLAN)


def review(facts: Facts) -> Iterator[Finding]:
    """What the last visit found is looked at again."""
    if facts.last is None:
        return
    waiting = len(unreviewed(facts.last.marks, facts.visit.marks, facts.visit.id))
    if waiting:
        yield Finding("unreviewed", Target.REVIEW, {"count": waiting})


def red_tests(facts: Facts) -> Iterator[Finding]:
    """A red test is answered in the plan."""
    unanswered = len(unplanned_red_tests(facts.visit))
    if unanswered:
        yield Finding("red_test", Target.RED_TEST, {"count": unanswered})


def unplanned_red_tests(visit: Visit) -> tuple[Observation, ...]:
    """Give the positive tests that call for a referral, of which the plan says nothing yet."""
    said = joined(visit.note.of(Section.PLAN)).casefold()
    return tuple(each for each in visit.observations if each.red and each.name.casefold() not in said)
