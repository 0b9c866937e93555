"""Pain over the visits of a case, as the chart draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.visit import Visit, VisitStatus


@dataclass(frozen=True, slots=True)
class PainPoint:
    """One visit's pain, NPRS 0 to 10, before and after treatment; at least one of them is known."""

    visit_id: VisitId
    number: int
    day: date
    before: int | None
    after: int | None


def pain_points(visits: Iterable[Visit]) -> tuple[PainPoint, ...]:
    """The visits on which pain was asked for, in their order."""
    return tuple(
        PainPoint(visit.id, visit.number, visit.service_date, visit.note.pain_before, visit.note.pain_after)
        for visit in visits
        if visit.status is not VisitStatus.PLANNED
        and (visit.note.pain_before is not None or visit.note.pain_after is not None)
    )


def change_before(points: Iterable[PainPoint]) -> tuple[int, int] | None:
    """The first and the last score before treatment, like against like; None with fewer than two."""
    scores = [point.before for point in points if point.before is not None]
    return (scores[0], scores[-1]) if len(scores) > 1 else None
