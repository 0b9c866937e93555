"""Forms of health and consent, to print: blank, or with what the chart knows."""

from __future__ import annotations

from enum import StrEnum

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents import PaperSize
from therapist_desk.services.visits import practice_of


class FormKind(StrEnum):
    """Which form."""

    HISTORY = "health-history"
    CONSENT = "consent"


def make_form(desk: Desk, client_id: ClientId, kind: FormKind, checklist: Checklist, paper: PaperSize) -> bytes:
    """Draw a form for a client as a PDF; answers that are known are ticked. It is noted in the audit trail.

    Raises:
        GlyphsMissingError: a name has characters that no font here can write.
    """
    from therapist_desk.reports import health_forms  # noqa: PLC0415 - heavy
    from therapist_desk.reports.page import Paper  # noqa: PLC0415 - heavy

    with desk.store.writing() as charts:
        practice, client = practice_of(charts), charts.clients.get(client_id)
        history = charts.health.history_of(client_id)
        desk.audit(charts, AuditAction.DOCUMENT_MADE, client_id, f"{kind.value} form")
    size = Paper[paper.name]
    if kind is FormKind.HISTORY:
        return health_forms.history_form(practice, client, history, checklist, size)
    return health_forms.consent_form(practice, client, size)


def blank_form(desk: Desk, kind: FormKind, checklist: Checklist, paper: PaperSize) -> bytes:
    """Draw a form for anybody as a PDF."""
    from therapist_desk.reports import health_forms  # noqa: PLC0415 - heavy
    from therapist_desk.reports.page import Paper  # noqa: PLC0415 - heavy

    with desk.store.reading() as charts:
        practice = practice_of(charts)
    size = Paper[paper.name]
    if kind is FormKind.HISTORY:
        return health_forms.history_form(practice, None, None, checklist, size)
    return health_forms.consent_form(practice, None, size)
