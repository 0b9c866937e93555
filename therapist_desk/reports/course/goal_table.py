"""The goals of a case as one visit shows them."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.care.goal import Goal, GoalStatus, Standing, progress, readings
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.course.table import written
from therapist_desk.reports.layout.flow import Block
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import Rich, bold, phrase, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.formats import day, short_day

_ONE_DIGIT: Final = 9
_SETTLED: Final = MappingProxyType({Standing.MET: GoalStatus.MET, Standing.DROPPED: GoalStatus.DROPPED})
_NOW: Final = 3
"""The column of a goal that is left out where nothing was measured at this visit."""


def number_width(goals: Sequence[Goal]) -> float:
    """Give the width of the column of goals' numbers, "G1" or "G10"."""
    return (7 if len(goals) <= _ONE_DIGIT else 9) * MM


def goal_table(record: VisitRecord, *, today: bool = True) -> Table:
    """Set the goals; with `today` what was measured at this visit stands before the target."""
    visit = record.visit
    values = [_measured(goal, record) if today else "" for goal in record.case.goals]
    dated = any(goal.due and goal.due.year != visit.service_date.year for goal in record.case.goals)
    widths = [number_width(record.case.goals), 0.0, 15 * MM, 13 * MM, 20 * MM, (22 if dated else 15) * MM, 12 * MM]
    shape = [Column(head, width) for head, width in zip(say.GOAL_HEADS, widths, strict=True)]
    rows: list[list[Rich | Block]] = []
    for number, (goal, now) in enumerate(zip(record.case.goals, values, strict=True), 1):
        named = (
            phrase(say.GOAL_MEASURE, text=goal.text, measure=goal.measure)
            if goal.measure
            else phrase(say.GOAL_WORDS, text=goal.text)
        )
        due = "" if goal.due is None else day(goal.due) if dated else short_day(goal.due)
        told = say.GOAL_STATES[_state(goal, record)]
        rows.append(
            [bold(f"G{number}"), named, value(goal.baseline), bold(now) if now else "", value(goal.target), due, told]
        )
    if not any(values):
        shape.pop(_NOW)
        for cells in rows:
            cells.pop(_NOW)
    return Table(shape, [Row(tuple(cells)) for cells in rows], pad=2.2)


def _state(goal: Goal, record: VisitRecord) -> GoalStatus:
    """Tell whether a goal is met, by what was said of it or measured by this visit, as the progress report does."""
    standing = progress(goal, (record.visit,), record.visit.service_date).standing
    return _SETTLED.get(standing, GoalStatus.OPEN)


def _measured(goal: Goal, record: VisitRecord) -> str:
    """Write what a goal's measure was on the day of the visit, by the record alone."""
    if goal.aim is None:
        return ""
    day_of_visit = record.visit.service_date
    taken = [reading for reading in readings(goal.aim, (record.visit,)) if reading.day == day_of_visit]
    return written(taken[-1].value, goal.aim.unit) if taken else ""
