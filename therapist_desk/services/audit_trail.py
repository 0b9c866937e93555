"""The audit trail as a person reads it: who did what to whose record, when."""

from __future__ import annotations

from dataclasses import dataclass

from therapist_desk.domain.audit import AuditEvent
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import CaseId, ClientId, TherapistId, VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An event, whose doing it was (empty: nobody's), and what it is about: a client, or a therapist, by name."""

    event: AuditEvent
    by: str
    about: str
    visit_number: int | None = None


def audit_lines(desk: Desk, limit: int = 500) -> tuple[AuditLine, ...]:
    """Read the last lines of the trail, the latest first."""
    with desk.store.reading() as charts:
        names = {therapist.id: therapist.name for therapist in charts.therapists.all()}
        known: dict[str, tuple[str, int | None]] = {}
        lines = []
        for event in charts.audit.recent(limit):
            if event.subject not in known:
                known[event.subject] = _about(charts, event.subject, names)
            about, number = known[event.subject]
            by = names.get(event.therapist_id, "") if event.therapist_id else ""
            lines.append(AuditLine(event, by, about, number))
    return tuple(lines)


def _about(charts: Charts, subject: str, names: dict[TherapistId, str]) -> tuple[str, int | None]:
    """Find out what an id names; nothing where what it named is gone."""
    if not subject:
        return "", None
    if TherapistId(subject) in names:
        return names[TherapistId(subject)], None
    visit = charts.visits.find(VisitId(subject))
    try:
        if visit is not None:
            return charts.clients.get(visit.client_id).name, visit.number
        return charts.clients.get(ClientId(subject)).name, None
    except NotFoundError:
        pass
    try:
        return charts.clients.get(charts.cases.get(CaseId(subject)).client_id).name, None
    except NotFoundError:
        return "", None
