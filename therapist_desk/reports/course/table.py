"""How each measure of a case went: first value, every visit as a dot, last value, target, and what change matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from therapist_desk.domain.care.condition import judged_for
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.findings.measurement import MEASUREMENT_ERROR
from therapist_desk.domain.outcomes.change import Verdict, change_verdict, minimal_change, stricter_change
from therapist_desk.domain.outcomes.measure import Better, MinimalChange
from therapist_desk.domain.progress.series import (
    Series,
    body_series,
    function_series,
    other_pain_series,
    pain_series,
)
from therapist_desk.domain.progress.targets import targets_of
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import INK, MM, PAPER
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import NOTE, Align, Rich, bold, phrase, value
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording.common import CONTINUED, SIDE_LETTERS
from therapist_desk.reports.wording.formats import day_near, number, plural, short_day, signed

_SUPERSCRIPTS: Final = "¹²³⁴⁵⁶⁷⁸"
_SPARK: Final = 42 * MM


@dataclass(frozen=True, slots=True)
class Line:
    """A measure that was taken more than once: its values in order, and how the change is judged.

    `improved` is None where nothing says how much change matters; `stricter` is the largest change that somebody
    else published.
    """

    series: Series
    first: Decimal
    last: Decimal
    target: Decimal | None
    least: MinimalChange | None
    improved: bool | None
    stricter: MinimalChange | None = None

    @property
    def better_by(self) -> Decimal:
        """How far the last value is better than the first."""
        way = self.last - self.first
        return -way if self.series.better is Better.LOWER else way

    @property
    def reached(self) -> bool:
        """Whether the last value is as good as the target."""
        if self.target is None:
            return False
        return self.last <= self.target if self.series.better is Better.LOWER else self.last >= self.target


def course_lines(course: CaseCourse) -> tuple[Line, ...]:
    """Give what was taken at two visits or more: pain, function, then the body, what a goal aims at first."""
    visits, measures = course.visits, course.measures
    pain = (pain_series(visits, measures), *other_pain_series(visits, measures))
    function, body = function_series(visits, measures), body_series(visits)
    lines = []
    for group in (pain, function, body):
        found = [line for series in group if (line := _line(series, group, course)) is not None]
        lines += sorted(found, key=lambda line: line.target is None)
    return tuple(lines)


def _line(series: Series, among: Sequence[Series], course: CaseCourse) -> Line | None:
    change = series.change()
    if change is None:
        return None
    first, last = change
    target = next((each.value for each in targets_of(series, among, course.last.case.goals)), None)
    measure = series.measure
    if measure is not None and measure.unchanged is None:
        condition = judged_for(measure, course.last.case)
        verdict = change_verdict(measure, first, last, condition).verdict
        improved = None if verdict is Verdict.NOT_JUDGED else verdict is Verdict.IMPROVED
        least = minimal_change(measure, condition)
        stricter = least and stricter_change(measure, least)
        return Line(series, first, last, target, least, improved, stricter)
    if series.unit == "°" and series.better is Better.HIGHER:
        return Line(series, first, last, target, None, last - first >= MEASUREMENT_ERROR)
    return Line(series, first, last, target, None, None)


def course_section(lines: Sequence[Line], course: CaseCourse, most: int) -> Section:
    """Set the table of measures, at most so many of them, with its footnotes."""
    shown = lines[:most]
    first, last = course.first.visit, course.last.visit
    lowest, highest = course.numbers
    shape = (
        Column(say.MEASURE),
        Column(day_near(first.service_date, last.service_date), 16 * MM, Align.RIGHT, gap=14),
        Column(say.VISITS_HEAD.format(first=lowest, last=highest), _SPARK, gap=10),
        Column(short_day(last.service_date), 16 * MM, Align.RIGHT),
        Column(say.TARGET, 15 * MM, Align.RIGHT),
        Column(say.CHANGE, 15 * MM, Align.RIGHT),
        Column(say.IMPORTANT, 15 * MM, Align.RIGHT),
    )
    notes: list[str] = []
    rows = [_row(line, course, notes) for line in shown]
    if any(line.least is not None or line.improved is not None for line in shown):
        notes.insert(0, say.IMPORTANT_FROM)
    lower = [short_name(line.series) for line in shown if line.series.better is Better.LOWER]
    if lower:
        notes.insert(0, say.LOWER_BETTER.format(names=", ".join(lower)))
    if len(lines) > len(shown):
        more = plural(len(lines) - len(shown), "more measure is", "more measures are")
        notes.append(say.MORE_MEASURED.format(count=more))
    blocks: list[Block] = [Table(shape, rows, pad=1.4, middle=True), Text(value(" ".join(notes)), NOTE, above=2)]
    return Section(say.COURSE, blocks, aside=say.COURSE_ASIDE, carried=CONTINUED)


def _row(line: Line, course: CaseCourse, notes: list[str]) -> Row:
    series = line.series
    taken = [reading for reading in series.taken if reading.before is not None] or list(series.taken)
    days = (taken[0].day, taken[-1].day)
    ends = (course.first.visit.service_date, course.last.visit.service_date)
    first, last = (
        value(written(amount, series.unit) if day == end else f"{written(amount, series.unit)}\n{short_day(day)}")
        for amount, day, end in zip((line.first, line.last), days, ends, strict=True)
    )
    aim = say.AT_MOST if series.better is Better.LOWER else say.AT_LEAST
    target = "" if line.target is None else aim.format(value=written(line.target, series.unit))
    change = f"{signed(line.last - line.first)}{_sign(series.unit)}"
    return Row(
        (
            _name(series),
            first,
            Sparkline(line),
            tuple(bold(written(line.last, series.unit))) if days[1] == ends[1] else last,
            target,
            bold(change) if line.improved else change,
            _important(line, notes),
        )
    )


def _important(line: Line, notes: list[str]) -> str:
    if line.least is None:
        return f"{number(MEASUREMENT_ERROR)}°" if line.improved is not None else say.NOT_KNOWN
    amount = f"{number(line.least.amount)}{'%' if line.least.percent else ''}"
    at = sum(1 for note in notes if note[:1] in _SUPERSCRIPTS)
    mark = _SUPERSCRIPTS[at]
    notes.append(say.CITED.format(mark=mark, citation=line.least.citation.rstrip("."), basis=line.least.basis.value))
    if (other := line.stricter) is not None and not other.percent:
        template = say.STRICTER_PAST if line.better_by >= other.amount else say.STRICTER_NOT_PAST
        context, citation = (words.partition(",")[0] for words in (other.context, other.citation))
        told = template.format(amount=number(other.amount), context=context, citation=citation)
        notes[-1] = f"{notes[-1][:-1]}; {told}"
    return f"{amount} {mark}"


def written(amount: Decimal, unit: str) -> str:
    """Write a value with its unit."""
    return f"{number(amount)}{_sign(unit)}"


def _sign(unit: str) -> str:
    return unit if unit in {"°", "%", ""} else f" {unit}"


def _name(series: Series) -> Rich:
    if series.measure is not None and series.name == series.measure.id and series.name == "NPRS":
        return phrase(say.PAIN)
    if series.measure is not None:
        return phrase(say.SCORE, id=series.measure.id, name=series.measure.name)
    if series.highest is not None:
        return phrase(say.OTHER_PAIN, name=series.name)
    name = short_name(series)
    return bold(name[:1].upper() + name[1:])


def short_name(series: Series) -> str:
    """Name a series in a sentence: "pain", "NDI", "cervical rotation R"."""
    if series.name == "NPRS":
        return say.PAIN_SHORT
    side = f" {SIDE_LETTERS[series.side]}" if series.side is not None else ""
    name, passive, _ = series.name.partition(", passive")
    return f"{name}{side}{passive}"


class Sparkline(Block):
    """Every visit's value as a dot: ring first, large dot last, dashed line at the target."""

    _HEIGHT: Final = 16.0
    _MARGIN: Final = 2.8

    def __init__(self, line: Line) -> None:
        self._line = line
        before = any(reading.before is not None for reading in line.series.readings)
        values = [reading.before if before else reading.after for reading in line.series.readings]
        self._values = values

    def height(self, width: float) -> float:
        """Give room for the slope to be seen."""
        return self._HEIGHT

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the target, the line and the dots."""
        known = [amount for amount in self._values if amount is not None]
        target = self._line.target
        among = [*known, *([target] if target is not None else [])]
        lowest, highest = min(among), max(among)
        reach = float(highest - lowest) or 1.0
        room = self._HEIGHT - 2 * self._MARGIN
        step = (width - 2 * self._MARGIN) / max(1, len(self._values) - 1)

        def at(amount: Decimal) -> float:
            if highest == lowest:
                return top - self._HEIGHT / 2
            return top - self._HEIGHT + self._MARGIN + room * float(amount - lowest) / reach

        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        if target is not None:
            canvas.setLineWidth(0.7)
            canvas.setDash(2.4, 2.0)
            canvas.line(x, at(target), x + width, at(target))
            canvas.setDash()
        dots = [
            (x + self._MARGIN + step * place, at(amount))
            for place, amount in enumerate(self._values)
            if amount is not None
        ]
        canvas.setLineWidth(1.0)
        for (x0, y0), (x1, y1) in pairwise(dots):
            canvas.line(x0, y0, x1, y1)
        for place_x, y in dots[1:-1]:
            canvas.circle(place_x, y, 1.3, stroke=0, fill=1)
        canvas.circle(*dots[-1], 2.4, stroke=0, fill=1)
        canvas.setFillColor(PAPER)
        canvas.circle(*dots[0], 2.0, stroke=1, fill=1)
        canvas.setFillColor(INK)
