"""Home: what today holds and what waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import Goal, Standing, progress
from therapist_desk.domain.care.order_watch import Notice, current_order, order_notices
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.care.report_due import ReportDue
from therapist_desk.domain.client import Client
from therapist_desk.domain.health.consent import ConsentStanding, consent_state
from therapist_desk.domain.ids import CaseId
from therapist_desk.domain.visit import VisitStatus, VisitSummary
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.care.orders import visits_used
from therapist_desk.services.care.reports_due import report_of
from therapist_desk.services.copies import CopyState, copy_state
from therapist_desk.services.desk import Desk
from therapist_desk.store.charts import Charts

_ORDER_CODES: Final = MappingProxyType(
    {
        Notice.USED_UP: "referral_used_up",
        Notice.NEARLY_USED: "referral_nearly_used",
        Notice.EXPIRES_SOON: "referral_expires",
        Notice.EXPIRED: "referral_expired",
    }
)
_CONSENT_CODES: Final = MappingProxyType(
    {
        ConsentStanding.EXPIRED: "consent_old",
        ConsentStanding.EXPIRES_SOON: "consent_ends",
        ConsentStanding.WITHDRAWN: "consent_withdrawn",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something to see to: `code` names the sentence; a referral, a goal or a report of a case, or a consent.

    `used` counts the visits of the referral that took place; `since` is the day of a consent, `goal` is past its day;
    `report` is due to `payer`.
    """

    code: str
    client: Client
    case_id: CaseId | None = None
    referral: Referral | None = None
    used: int = 0
    goal: Goal | None = None
    since: date | None = None
    report: ReportDue | None = None
    payer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What Home shows. `in_session` are drafts of today whose timer has begun; unsigned ones come oldest first."""

    unsigned: tuple[VisitSummary, ...]
    in_session: tuple[VisitSummary, ...]
    planned: tuple[VisitSummary, ...]
    signed_today: tuple[VisitSummary, ...]
    attention: tuple[Attention, ...]
    recent: tuple[tuple[Client, VisitSummary | None], ...]
    copy: CopyState


def read_board(desk: Desk, cards: RuleCards | None = None) -> Board:
    """Gather what Home shows. Without `cards` no report is known to be due."""
    today = desk.today()
    with desk.store.reading() as charts:
        drafts = charts.visits.unsigned()
        running = charts.visits.in_session()
        on_day = charts.visits.on(today)
        recent = charts.clients.recent(6)
        lasts = {client.id: next(iter(charts.visits.of_client(client.id)), None) for client in recent}
        attention = list[Attention]()
        for case in charts.cases.open():
            client = charts.clients.get(case.client_id)
            if client.archived:
                continue
            attention.extend(_orders(charts, client, case, today))
            attention.extend(_goals(charts, client, case, today))
            attention.extend(_report(charts, client, case, cards or RuleCards(), today))
        attention.extend(_consents(charts, today))
    return Board(
        unsigned=tuple(visit for visit in drafts if visit.id not in running),
        in_session=tuple(visit for visit in drafts if visit.id in running),
        planned=tuple(visit for visit in on_day if visit.status is VisitStatus.PLANNED),
        signed_today=tuple(visit for visit in on_day if visit.status is VisitStatus.SIGNED),
        attention=tuple(attention),
        recent=tuple((client, lasts[client.id]) for client in recent),
        copy=copy_state(desk),
    )


def _orders(charts: Charts, client: Client, case: Case, today: date) -> Iterator[Attention]:
    """Give what presses most on the order in force, or else on the latest one; as its card in the chart says."""
    referral = current_order(charts.cases.referrals_of(case.id), today)
    if referral is None:
        return
    used = visits_used(charts, referral)
    codes = (_ORDER_CODES.get(notice.notice) for notice in order_notices(referral, used, today))
    code = next((code for code in codes if code), None)
    if code is not None:
        yield Attention(code=code, client=client, case_id=case.id, referral=referral, used=used)


def _goals(charts: Charts, client: Client, case: Case, today: date) -> Iterator[Attention]:
    """Give the goals whose day has passed and which are neither met nor given up."""
    late = [goal for goal in case.goals if goal.due is not None and goal.due < today]
    history = charts.visits.history(case.id) if late else ()
    for goal in late:
        if progress(goal, history, today).standing not in (Standing.MET, Standing.DROPPED):
            yield Attention(code="goal_due", client=client, case_id=case.id, goal=goal)


def _report(charts: Charts, client: Client, case: Case, cards: RuleCards, today: date) -> Iterator[Attention]:
    """Give the report of progress that the payer's card wants by now."""
    if case.coverage is None:
        return
    taken = [visit for visit in charts.visits.of_case(case.id) if visit.status is not VisitStatus.PLANNED]
    payer = charts.payers.get(case.coverage.payer_id)
    due = report_of(case, payer, cards, (visit.service_date for visit in taken), today)
    if due is not None:
        yield Attention(code="report_due", client=client, case_id=case.id, report=due, payer=payer.name)


def _consents(charts: Charts, today: date) -> Iterator[Attention]:
    """Give the consents to renew: those that have ended or soon will, and those withdrawn."""
    signed = charts.health.all_consents()
    clients = {client.id: client for client in charts.clients.consent_before(today + timedelta(days=1))}
    clients |= {client_id: charts.clients.get(client_id) for client_id in signed if client_id not in clients}
    for client in clients.values():
        state = consent_state(signed.get(client.id, ()), client.details.consent_on, today)
        code = _CONSENT_CODES.get(state.standing)
        if code is not None:
            yield Attention(code=code, client=client, since=state.withdrawn_on or state.signed_on)
