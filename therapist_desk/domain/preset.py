"""Presets: what is usual for a condition, offered item by item and never forced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.care.treatment import CheckKind, PlanLine, PlannedCheck
from therapist_desk.domain.outcomes.measure import Basis


class PresetKind(StrEnum):
    """What accepting an item makes: something to measure or to test, a line of the plan, or a goal."""

    MEASURE = "measure"
    TEST = "test"
    TREATMENT = "treatment"
    GOAL = "goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetItem:
    """One thing on offer.

    `key` is the id of a measure or a test, the technique of a treatment (whose `name` is where), or the measure of a
    goal. A goal is an example of wording: its numbers are the client's own. `source` is empty for known practice.
    """

    kind: PresetKind
    key: str
    name: str
    code: str = ""
    basis: Basis
    source: str = ""


@dataclass(frozen=True, slots=True)
class Preset:
    """What is usual for one condition."""

    id: str
    name: str
    items: tuple[PresetItem, ...]


def accept(case: Case, items: Iterable[PresetItem]) -> Case:
    """Give `case` with the items in its goals, its plan and what is to be measured; none stands there twice."""
    for item in items:
        case = _with(case, item)
    return case


def _with(case: Case, item: PresetItem) -> Case:
    if item.kind is PresetKind.GOAL:
        known = any(goal.text == item.name for goal in case.goals)
        return case if known else replace(case, goals=(*case.goals, Goal(text=item.name, measure=item.key)))
    if item.kind is PresetKind.TREATMENT:
        known = any((line.treatment, line.where) == (item.key, item.name) for line in case.plan_lines)
        line = PlanLine(treatment=item.key, where=item.name, code=item.code)
        return case if known else replace(case, plan_lines=(*case.plan_lines, line))
    check = PlannedCheck(kind=CheckKind(item.kind.value), key=item.key, name=item.name)
    return case if check in case.checks else replace(case, checks=(*case.checks, check))
