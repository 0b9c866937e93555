"""The goals of a case with the way that was made to each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from therapist_desk.domain.care.goal import Goal, Progress, Standing, progress
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.reports.course.goal_table import number_width
from therapist_desk.reports.course.table import written
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import INK, MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import BODY, CELL, NOTE, Align, Rich, bold, phrase, value
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording.common import CONTINUED
from therapist_desk.reports.wording.formats import day_near, plural
from therapist_desk.reports.wording.soap import GOAL_MEASURE, GOAL_WORDS


def standings(course: CaseCourse) -> tuple[tuple[Goal, Progress], ...]:
    """Judge the goals on the day of the last record."""
    today = course.last.visit.service_date
    return tuple((goal, progress(goal, course.visits, today)) for goal in course.last.case.goals)


def state_words(course: CaseCourse) -> Mapping[Standing, str]:
    """Give the words of where goals stand: once care has ended, whether they were reached."""
    return say.STANDINGS if course.closed is None else say.STANDINGS_AT_END


def goals_section(course: CaseCourse, most: int | None = None) -> Section:
    """Set goals with their first value, the last one, their target with its day, and the share of the way.

    All of them stand in the table, or the first `most`; the others are counted.
    """
    told = state_words(course)
    judged = standings(course)
    if not judged:
        return Section(say.GOALS, (Text(say.NO_GOALS, BODY),), carried=CONTINUED)
    shape = (
        Column("", number_width(course.last.case.goals)),
        Column(say.GOAL),
        Column(say.BASELINE, 19 * MM, Align.RIGHT),
        Column(say.TODAY, 17 * MM, Align.RIGHT),
        Column(say.DUE, 22 * MM, Align.RIGHT, gap=12),
        Column(say.STATE, 23 * MM),
        Column(say.WAY, 26 * MM),
    )
    seen = course.last.visit.service_date
    rows = [_row(number, goal, state, told[state.standing], seen) for number, (goal, state) in enumerate(judged, 1)]
    blocks: list[Block] = [Table(shape, rows[:most], pad=2.0)]
    if left_out := len(rows) - len(rows[:most]):
        counted = plural(left_out, "more goal is", "more goals are")
        blocks.append(Text(say.MORE_GOALS.format(count=counted), NOTE, above=2))
    return Section(say.GOALS, blocks, carried=CONTINUED)


def _row(number: int, goal: Goal, state: Progress, told: str, seen: date) -> Row:
    named = (
        phrase(GOAL_MEASURE, text=goal.text, measure=goal.measure)
        if goal.measure
        else phrase(GOAL_WORDS, text=goal.text)
    )
    aim, latest = goal.aim, state.latest
    first: Rich = value(goal.baseline) if aim is None else written(aim.first, aim.unit)
    now: Rich = "" if aim is None or latest is None else bold(written(latest.value, aim.unit))
    target = goal.target.strip()
    if goal.due is not None:
        target = say.BY_DAY.format(target=target, day=day_near(goal.due, seen))
    way = None if aim is None or latest is None else float(aim.way_made(latest.value))
    return Row((bold(f"G{number}"), named, first, now, value(target), told, WayBar(way)))


class WayBar(Block):
    """The share of the way as a bar with its number; empty where there is none. Nothing under 0 or over 100 %."""

    _LONG: Final = 15 * MM
    _HIGH: Final = 6.5

    def __init__(self, share: float | None) -> None:
        self._share = None if share is None else max(0.0, min(1.0, share))

    def height(self, width: float) -> float:
        """One line."""
        return 10.8

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw frame, bar and number."""
        if self._share is None:
            return
        bottom = top - 9.2
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(0.6)
        canvas.rect(x, bottom, self._LONG, self._HIGH, stroke=1, fill=0)
        canvas.rect(x, bottom, self._LONG * self._share, self._HIGH, stroke=0, fill=1)
        draw_words(canvas, f"{round(100 * self._share)}%", CELL, x + self._LONG + 5, top - 8.6)
