"""The scores of a case's earlier visits, against which one of today is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from therapist_desk.domain.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierScore:
    """The first and the last score of a measure, by its id, before today; they may be the same one."""

    measure: str
    first: Decimal
    first_on: date
    last: Decimal
    last_on: date


def earlier_scores(visits: Sequence[Visit]) -> tuple[EarlierScore, ...]:
    """Gather the first and the last score of each measure from visits in their order."""
    first: dict[str, tuple[Decimal, date]] = {}
    last: dict[str, tuple[Decimal, date]] = {}
    for name, score, day in _scores(visits):
        first.setdefault(name, (score, day))
        last[name] = score, day
    return tuple(
        EarlierScore(
            measure=name, first=first[name][0], first_on=first[name][1], last=last[name][0], last_on=last[name][1]
        )
        for name in first
    )


def own_activities(visits: Sequence[Visit]) -> tuple[str, ...]:
    """Give the activities that the client named for the PSFS when it was last taken."""
    for visit in reversed(visits):
        for measurement in visit.measurements:
            if measurement.measure == "PSFS" and measurement.answers:
                return tuple(answer.asked for answer in measurement.answers if answer.asked.strip())
    return ()


def by_measure(scores: Iterable[EarlierScore]) -> Mapping[str, EarlierScore]:
    """Find earlier scores by the id of their measure."""
    return {each.measure: each for each in scores}


def _scores(visits: Sequence[Visit]) -> Iterable[tuple[str, Decimal, date]]:
    for visit in visits:
        for measurement in visit.measurements:
            if measurement.measure and measurement.before is not None:
                yield measurement.measure, measurement.before, visit.service_date
