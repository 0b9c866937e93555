"""Physicians' orders of a case, and what there is to see to on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.care.order_watch import Notice, OrderNotice, day_notices, order_in_force
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.desk import Desk
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True)
class Order:
    """A referral with its scanned papers, the latest first."""

    referral: Referral
    papers: tuple[Attachment, ...]


def case_orders(desk: Desk, case_id: CaseId) -> tuple[Order, ...]:
    """List the orders of a case, the latest first, with what hangs on each."""
    with desk.store.reading() as charts:
        return tuple(
            Order(referral, charts.papers.of_referral(referral.id)) for referral in charts.cases.referrals_of(case_id)
        )


def visit_notices(
    desk: Desk, case_id: CaseId, day: date, leave_out: VisitId | None = None
) -> tuple[OrderNotice, ...]:
    """List what speaks against planning a visit on `day`; `leave_out` is that visit, if it is there."""
    with desk.store.reading() as charts:
        others = [visit for visit in charts.visits.of_case(case_id) if visit.id != leave_out]
        return _notices(charts, case_id, day, others)


def start_notices(desk: Desk, case_id: CaseId) -> tuple[OrderNotice, ...]:
    """List what speaks against beginning today's visit of a case; nothing where one is under way.

    Visits that are only planned do not count: each is asked about when it begins.
    """
    today = desk.today()
    with desk.store.reading() as charts:
        visits = charts.visits.of_case(case_id)
        if any(visit.service_date == today and visit.status is VisitStatus.DRAFT for visit in visits):
            return ()
        return _notices(charts, case_id, today, _taken(visits))


def start_planned_notices(desk: Desk, visit_id: VisitId) -> tuple[OrderNotice, ...]:
    """List what speaks against beginning a planned visit today; nothing where it has begun.

    Raises:
        NotFoundError: there is none.
    """
    with desk.store.reading() as charts:
        visit = charts.visits.get(visit_id)
        if visit.status is not VisitStatus.PLANNED:
            return ()
        return _notices(charts, visit.case_id, desk.today(), _taken(charts.visits.of_case(visit.case_id)))


def _notices(charts: Charts, case_id: CaseId, day: date, others: Sequence[VisitSummary]) -> tuple[OrderNotice, ...]:
    born = charts.clients.get(charts.cases.get(case_id).client_id).details.date_of_birth
    if day < born:
        return (OrderNotice(Notice.BEFORE_BIRTH, day=born),)
    referrals = charts.cases.referrals_of(case_id)
    order = order_in_force(referrals, day)
    used = 0 if order is None else order.visits_used_before + _count_on(charts, order, others)
    return day_notices(referrals, [visit.service_date for visit in others], day, used)


def _taken(visits: Sequence[VisitSummary]) -> list[VisitSummary]:
    return [visit for visit in visits if visit.status is not VisitStatus.PLANNED]


def visits_used(charts: Charts, referral: Referral) -> int:
    """Count the visits of an order that took place, the one under way and those used elsewhere before included."""
    return referral.visits_used_before + _count_on(charts, referral, charts.visits.of_case(referral.case_id))


def _count_on(charts: Charts, referral: Referral, visits: Sequence[VisitSummary]) -> int:
    on_it = set(charts.visits.on_referral(referral.id))
    return sum(visit.id in on_it for visit in _taken(visits))
