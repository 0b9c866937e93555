"""Whether a report of progress is due, by the cadence on the payer's card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.rule_cards.card import ReportCadence


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report that is due: `visits` and `days` since the last one, or since care began. `since` is that day.

    `late` from the next visit, or the next day, on.
    """

    visits: int
    days: int
    since: date
    late: bool = False


def report_due(
    cadence: ReportCadence, visit_days: Iterable[date], reported_on: date | None, today: date
) -> ReportDue | None:
    """Tell what is due; None while nothing is, and before the first visit.

    `visit_days` are those of visits that took place. Visits after the day of the last report are counted, and days
    since it; without one, all visits, and the days since the first.
    """
    days = sorted(day for day in visit_days if day <= today)
    counted = [day for day in days if reported_on is None or day > reported_on]
    if not counted:
        return None
    since = reported_on or counted[0]
    visits, elapsed = len(counted), (today - since).days
    if not cadence.is_due(visits, elapsed):
        return None
    return ReportDue(visits, elapsed, since, late=cadence.is_due(visits - 1, elapsed - 1))
