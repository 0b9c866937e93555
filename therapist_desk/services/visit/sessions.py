"""Sessions under way, for whoever watches their clocks."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.client import Client
from therapist_desk.domain.visit import Visit
from therapist_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class RunningVisit:
    """An unsigned visit whose timer runs or is paused, and whose it is."""

    visit: Visit
    client: Client


def running_visits(desk: Desk) -> tuple[RunningVisit, ...]:
    """Read the sessions under way, the one begun last first."""
    with desk.store.reading() as charts:
        visits = sorted(
            (charts.visits.get(visit_id) for visit_id in charts.visits.in_session()),
            key=lambda visit: visit.events[0].at.utc,
            reverse=True,
        )
        return tuple(RunningVisit(visit, charts.clients.get(visit.client_id)) for visit in visits)
