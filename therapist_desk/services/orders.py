"""Physicians' orders of a case: the first one, and what there is to see to on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.case import Case, case_problems
from therapist_desk.domain.errors import InvalidError
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.order_watch import OrderNotice, day_notices
from therapist_desk.domain.referral import Referral, referral_problems
from therapist_desk.domain.visit import VisitStatus
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


def open_case_by_order(desk: Desk, case: Case, referral: Referral) -> Case:
    """Open a case with its first order: the two come together or not at all.

    Raises:
        InvalidError: one of them cannot be taken; each problem names its field.
    """
    problems = (*case_problems(case, desk.today()), *referral_problems(referral))
    if problems:
        raise InvalidError(problems)
    with desk.store.writing() as charts:
        kept = charts.cases.add(case)
        charts.cases.put_referral(replace(referral, case_id=case.id))
    return kept


def visit_notices(
    desk: Desk, case_id: CaseId, day: date, leave_out: VisitId | None = None
) -> tuple[OrderNotice, ...]:
    """List what the orders of a case say against a visit on `day`; `leave_out` is that visit, if it is there."""
    with desk.store.reading() as charts:
        referrals = charts.cases.referrals_of(case_id)
        days = [visit.service_date for visit in charts.visits.of_case(case_id) if visit.id != leave_out]
    return day_notices(referrals, days, day)


def visits_used(charts: Charts, referral: Referral) -> int:
    """Count the visits of an order that took place, the one under way and those used elsewhere before included."""
    on_it = set(charts.visits.on_referral(referral.id))
    taken = sum(
        visit.id in on_it and visit.status is not VisitStatus.PLANNED
        for visit in charts.visits.of_case(referral.case_id)
    )
    return referral.visits_used_before + taken
