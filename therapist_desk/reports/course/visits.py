"""The visits of a case with their minutes and units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.billing import UnitAllocation, UnitRule
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.session.minutes import minutes_by_code, minutes_by_day
from therapist_desk.domain.session.reckoning import units_of_day
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.heads import Section
from therapist_desk.reports.layout.ink import LIVE_WIDTH, MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import NOTE, Align, Rich, bold
from therapist_desk.reports.wording import course as say
from therapist_desk.reports.wording.common import CONTINUED
from therapist_desk.reports.wording.formats import change, day

_VISIT: Final = 14 * MM
_DATE: Final = 24 * MM
_PAIN: Final = 38 * MM
_MINUTES: Final = 25 * MM
"""The widest that a number's minutes stand; many numbers stand closer."""
_CLOSE: Final = 4


@dataclass(frozen=True, slots=True)
class _Day:
    """A visit with its minutes; units stand with the last visit of a day, for each day it reaches into.

    There are none without a rule, or with a number that the table lacks.
    """

    record: VisitRecord
    minutes: Mapping[str, int]
    units: tuple[UnitAllocation, ...] = ()


def visits_section(course: CaseCourse, most: int) -> Section:
    """List the visits, the latest of more than `most`, with a total over all of them."""
    days = _days(course)
    codes = sorted({code for each in days for code in each.minutes})
    units = [Column(say.UNITS, 16 * MM, Align.RIGHT)] if course.rule else []
    room = LIVE_WIDTH - _VISIT - _DATE - _PAIN - sum(column.width for column in units)
    each_code = min(_MINUTES, room / max(1, len(codes)))
    shape = [
        Column(say.VISIT, _VISIT),
        Column(say.DATE),
        *(Column(say.CODE_MINUTES.format(code=code), each_code, Align.RIGHT, gap=_CLOSE) for code in codes),
        *units,
        Column(say.PAIN_PAIR, _PAIN, Align.RIGHT),
    ]
    left_out = max(0, len(days) - most)
    rows = [_row(each, codes, course.rule) for each in days[left_out:]]
    rows.append(_total(days, codes, course))
    notes = _notes(days, left_out, course)
    blocks: list[Block] = [Table(shape, rows, pad=1.6)]
    if notes:
        blocks.append(Text(" ".join(notes), NOTE, above=2))
    aside = say.RULES[course.rule] if course.rule else say.NO_RULE if course.last.payer else ""
    return Section(say.VISITS_DONE, blocks, aside=aside, carried=CONTINUED)


def _days(course: CaseCourse) -> list[_Day]:
    by_day: dict[date, list[VisitRecord]] = {}
    for record in course.records:
        by_day.setdefault(record.visit.service_date, []).append(record)
    out = []
    for on, records in by_day.items():
        out += [_Day(record, minutes_by_code(record.segments)) for record in records[:-1]]
        out.append(_Day(records[-1], minutes_by_code(records[-1].segments), _reckoned(course, on, records)))
    return out


def _reckoned(course: CaseCourse, on: date, records: Sequence[VisitRecord]) -> tuple[UnitAllocation, ...]:
    """Reckon the units of the visits of one day, those of other cases on the claim included."""
    together = [*records, *_beside(course, on)]
    chosen = tuple(code for record in together for code in record.visit.unit_choice)
    found = []
    for each, minutes in minutes_by_day(segment for record in together for segment in record.segments).items():
        settled = tuple(unit.code for unit in course.settled if unit.day == each)
        units = units_of_day(minutes, course.rule, settled or (chosen if each == on else ()))
        if units is None:
            return ()
        found.append(units)
    return tuple(found)


def _beside(course: CaseCourse, on: date) -> list[VisitRecord]:
    return [record for record in course.beside if record.visit.service_date == on]


def _row(each: _Day, codes: Sequence[str], rule: UnitRule | None) -> Row:
    visit, note = each.record.visit, each.record.visit.note
    pair = [str(score) if score is not None else "–" for score in (note.pain_before, note.pain_after)]
    told = note.pain_before is not None or note.pain_after is not None
    return Row(
        (
            str(visit.number),
            day(visit.service_date),
            *(str(each.minutes[code]) if code in each.minutes else "" for code in codes),
            *([_units(each.units)] if rule else []),
            change(*pair) if told else "",
        )
    )


def _units(units: Sequence[UnitAllocation]) -> str:
    if not units:
        return ""
    return f"{_count(units)}{'*' if any(each.ties for each in units) else ''}"


def _count(units: Sequence[UnitAllocation]) -> int:
    return sum(sum(each.units.values()) + each.unassigned for each in units)


def _total(days: Sequence[_Day], codes: Sequence[str], course: CaseCourse) -> Row:
    minutes = sum((Counter(each.minutes) for each in days), Counter[str]())
    use = course.referral_use
    of_order = say.OF_ALLOWED.format(number=use.number, allowed=use.allowed) if use and use.allowed else ""
    units = sum(_count(each.units) for each in days)
    cells: list[Rich] = [bold(say.TOTAL), bold(of_order), *(bold(str(minutes[code])) for code in codes)]
    if course.rule:
        cells.append(bold(str(units)))
    return Row((*cells, ""), total=True)


def _notes(days: Sequence[_Day], left_out: int, course: CaseCourse) -> list[str]:
    notes = []
    if left_out:
        notes.append(say.FIRST_VISIT_LEFT_OUT if left_out == 1 else say.OLDER_VISITS.format(count=left_out))
    numbers = [each.record.visit.number for each in days]
    if numbers != sorted(numbers):
        notes.append(say.CHARTED_LATE)
    if len({each.record.visit.service_date for each in days}) < len(days):
        notes.append(say.SHARED_DAY)
    shared = sorted({record.visit.service_date for record in course.beside})
    if shared and course.rule:
        notes.append(say.SHARED_CLAIM.format(days=", ".join(day(each) for each in shared)))
    if any(units.ties for each in days for units in each.units):
        notes.append(say.OPEN_UNITS)
    if course.unsigned:
        notes.append(say.LEFT_OUT.format(count=course.unsigned))
    return notes
