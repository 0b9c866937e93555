"""The plan of a case: what is to be done, where, how long and to what end; how often, how many visits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.treatment import PlanLine
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.typography.rich import Align, bold, value
from therapist_desk.reports.wording import course as say

_HEADS: Final = ("Planned treatment", "Where", "Number", "Minutes", "How often", "To what end")
_WIDTHS: Final = (0.0, 50 * MM, 15 * MM, 16 * MM, 22 * MM, 34 * MM)
_MINUTES: Final = 3


def plan_table(lines: Sequence[PlanLine]) -> Table:
    """Set the lines of a plan; a column that none of them fills is left out."""
    rows = [(line.treatment, line.where, line.code, minutes(line), line.how_often, line.purpose) for line in lines]
    used = [at for at in range(len(_HEADS)) if not at or any(row[at].strip() for row in rows)]
    shape = [
        Column(
            _HEADS[at],
            _WIDTHS[at],
            Align.RIGHT if at == _MINUTES else Align.LEFT,
            gap=12 if at == _MINUTES else 7,
        )
        for at in used
    ]
    return Table(shape, [Row(tuple(value(row[at]) if at else bold(row[at]) for at in used)) for row in rows], pad=1.6)


def minutes(line: PlanLine) -> str:
    """Write "15–20", "15", or nothing."""
    known = [str(each) for each in (line.least_minutes, line.most_minutes) if each is not None]
    return "–".join(dict.fromkeys(known))


def home_items(case: Case) -> list[str]:
    """Give the home programme, one thing each."""
    return [line.strip() for line in case.home_care.splitlines() if line.strip()]


def agreed(record: VisitRecord) -> list[str]:
    """Give what was agreed for home at a visit; where nothing was, what is planned for its case."""
    return list(record.visit.note.home_care) or home_items(record.case)


def plan_terms(case: Case) -> str:
    """Say how often and for how long care is planned; empty where nobody said."""
    terms = case.terms
    parts = [terms.frequency.strip()]
    if terms.visits is not None:
        parts.append(say.TERM_VISITS.format(count=terms.visits))
    if terms.session_minutes is not None:
        parts.append(say.TERM_MINUTES.format(minutes=terms.session_minutes))
    if terms.review_at is not None:
        parts.append(say.TERM_REVIEW.format(number=terms.review_at))
    return ", ".join(part for part in parts if part)
