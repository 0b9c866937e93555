"""What a visit has before it can be signed beside its note: a history, a consent, and the question of the day."""

from __future__ import annotations

from dataclasses import replace

from therapist_desk.domain.ids import VisitId
from therapist_desk.services import health
from therapist_desk.services.clients import edit_client, get_client
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit.visits import open_visit


def tell_health(desk: Desk, visit_id: VisitId) -> None:
    """Take the history where there is none, note a consent signed on paper, and that nothing changed since."""
    file = open_visit(desk, visit_id)
    client_id, day = file.visit.client_id, file.visit.service_date
    version = file.background.version
    if file.background.history is None:
        version = health.take_history(desk, client_id, (), (), seen=0).version
    if not file.background.consent_on(day).standing.holds:
        client = get_client(desk, client_id)
        edit_client(desk, client, replace(client.details, consent_on=day))
    health.put_check(desk, visit_id, health.new_check(desk, changed=False, version=version))
