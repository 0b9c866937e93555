"""What is offered when a visit is planned: whose, for which case, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.client import Client
from therapist_desk.domain.ids import ClientId
from therapist_desk.domain.next_visit import likely_next
from therapist_desk.domain.visit import VisitSummary
from therapist_desk.services.desk import Desk

USUAL_MINUTES: Final = 60
_RECENT: Final = 12
_MOST: Final = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOffer:
    """The open cases of a client, that of the last visit first, and when the next visit is likely to be.

    `moment` is a time on the wall clock.
    """

    cases: tuple[Case, ...]
    moment: datetime
    minutes: int


def clients_to_plan(desk: Desk) -> tuple[Client, ...]:
    """List the clients, those seen last first and then all others by name."""
    with desk.store.reading() as charts:
        recent = charts.clients.recent(_RECENT)
        seen = {client.id for client in recent}
        others = charts.clients.find("", archived=False, limit=_MOST)
    return (*recent, *(client for client in others if client.id not in seen))


def plan_offer(desk: Desk, client_id: ClientId) -> PlanOffer:
    """Offer the cases of a client and the weekday and time of the latest visit, planned ones included, a week on."""
    now = desk.clock.now().local.replace(tzinfo=None)
    with desk.store.reading() as charts:
        cases = [case for case in charts.cases.of_client(client_id) if case.closed_on is None]
        visits = charts.visits.of_client(client_id)
    last = max(visits, key=_when, default=None)
    if last is not None:
        cases.sort(key=lambda case: case.id != last.case_id)
    planned = cases[0].terms.session_minutes if cases else None
    timed = last is not None and (last.planned_for or last.begun) is not None
    return PlanOffer(
        cases=tuple(cases),
        moment=likely_next(_when(last) if last is not None and timed else None, now),
        minutes=planned or (last.planned_minutes if last is not None else USUAL_MINUTES),
    )


def _when(visit: VisitSummary) -> datetime:
    moment = visit.planned_for or visit.begun
    clock = moment.local.time() if moment else time()
    return datetime.combine(visit.service_date, clock)
