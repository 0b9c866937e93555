"""Progress reports: whether one is due for a case, by the card of whoever pays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.report_due import ReportDue, report_due
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.payer import Payer
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.store.charts import Charts


def report_of(
    case: Case, payer: Payer | None, cards: RuleCards, visit_days: Iterable[date], today: date
) -> ReportDue | None:
    """Tell what is due for an open case; `visit_days` are those of its visits that took place."""
    card = cards.of(payer) if payer is not None else None
    if card is None or card.report is None or case.closed_on is not None:
        return None
    return report_due(card.report, visit_days, case.reported_on, today)


def note_report(charts: Charts, visit_id: VisitId, today: date) -> None:
    """Remember that a report of progress up to a visit went out today, unless the last one went out after it."""
    case, day = charts.cases.get(charts.visits.case_of(visit_id)), charts.visits.get(visit_id).service_date
    if case.reported_on is None or case.reported_on < day:
        charts.cases.save(replace(case, reported_on=today))
