"""The measures that a client reports by: pain and questionnaires, first visit against today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from therapist_desk.domain.care.earlier_scores import EarlierScore, by_measure
from therapist_desk.domain.findings.measurement import Measurement, MeasurementKind
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.sentences.assessment import points_words, value_words
from therapist_desk.reports.layout.flow import Block
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.strip import StripCell
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.pointers import pointed
from therapist_desk.reports.typography.rich import Align, bold, value
from therapist_desk.reports.wording import soap as say
from therapist_desk.reports.wording.formats import change, day_near

_SCORES: Final = frozenset({MeasurementKind.QUESTIONNAIRE, MeasurementKind.SCORE})
_PAIN: Final = "NPRS"
_ACTIVITIES: Final = "PSFS"


def reported(measurements: Sequence[Measurement]) -> tuple[Measurement, ...]:
    """Give what the client reported, and not the therapist measured."""
    return tuple(item for item in measurements if item.kind in _SCORES)


def reported_table(record: VisitRecord, pointer: str = "") -> Block:
    """Set pain and every questionnaire with the first score of the case and the one of today.

    `pointer` names, beside the pain scores, what corrects them.
    """
    note, baseline = record.visit.note, record.baseline
    first = "" if baseline is None or baseline.pain_before is None else str(baseline.pain_before)
    rows = [
        Row((pointed(say.PAIN_BEFORE, pointer), first, bold(_pain(note.pain_before)))),
        Row((pointed(say.PAIN_AFTER, pointer), "", bold(_pain(note.pain_after)))),
    ]
    known = by_measure(record.earlier_scores)
    started = baseline.service_date if baseline else None
    for item in reported(record.visit.measurements):
        rows += _rows(item, known.get(item.measure), started)
    dated = started is not None or any(item.measure in known for item in reported(record.visit.measurements))
    today = record.visit.service_date
    head = f"{say.BASELINE}\n{day_near(started, today)}" if started else say.BASELINE if dated else ""
    shape = (
        Column(say.REPORTED),
        Column(head, 16 * MM, Align.RIGHT),
        Column(say.TODAY, 14 * MM, Align.RIGHT),
    )
    return Table(shape, rows, pad=2)


def score_cells(record: VisitRecord) -> list[StripCell]:
    """Give a cell for each questionnaire with its first score of the case against today's."""
    return [StripCell(course.label, course.span, say.BASELINE_TODAY) for course in _courses(record)]


def score_words(record: VisitRecord, *, after: int) -> str:
    """Say in a line what `score_cells` says in its cells from the one after `after` on, with what change matters."""
    told = ("; ".join(filter(None, (f"{each.label} {each.span}", each.judged))) for each in _courses(record)[after:])
    return " ".join(f"{words}." for words in told)


def judged_words(record: VisitRecord, *, until: int) -> str:
    """Say what change matters in the cells of `score_cells` up to `until`."""
    judged = [each for each in _courses(record)[:until] if each.judged]
    return " ".join(say.SCORE_JUDGED.format(name=each.name, judged=each.judged) for each in judged)


class _Course(NamedTuple):
    """A measure's first score of the case against today's, and what change of it matters."""

    name: str
    label: str
    span: str
    judged: str


def _courses(record: VisitRecord) -> list[_Course]:
    known = by_measure(record.earlier_scores)
    courses = []
    for item in reported(record.visit.measurements):
        earlier = known.get(item.measure)
        if earlier is None or item.before is None or item.measure == _PAIN:
            continue
        label = say.STRIP_SCORE_SINCE.format(
            name=item.measure, day=day_near(earlier.first_on, record.visit.service_date)
        )
        span = change(value_words(item, earlier.first).removesuffix(item.unit), value_words(item, item.before))
        courses.append(_Course(item.measure, label, span, item.judged_by))
    return courses


def _rows(item: Measurement, earlier: EarlierScore | None, started: date | None) -> list[Row]:
    if item.measure == _PAIN:  # the pain now stands above, before treatment
        asked = [answer for answer in item.answers[1:] if answer.given is not None]
        return [Row((value(answer.asked), "", bold(str(answer.given)))) for answer in asked]
    first = ""
    if earlier is not None:
        first = _points(item, earlier.first)
        if earlier.first_on != started:
            first = f"{first}\n{day_near(earlier.first_on, started or earlier.first_on)}"
    today = say.NO_SCORE if item.before is None else _points(item, item.before)
    rows = [Row((value(item.name), value(first), bold(today)))]
    if item.measure == _ACTIVITIES:
        rows += [
            Row((value(say.ACTIVITY.format(name=answer.asked.strip())), "", str(answer.given)))
            for answer in item.answers
            if answer.given is not None and answer.asked.strip()
        ]
    return rows


def _points(item: Measurement, score: Decimal) -> str:
    """Say a score so that its percent, where it has one, goes under it as a whole in a narrow column."""
    return points_words(item, score).replace(" %", "\N{NO-BREAK SPACE}%")


def _pain(score: int | None) -> str:
    return say.NOT_TAKEN if score is None else str(score)
