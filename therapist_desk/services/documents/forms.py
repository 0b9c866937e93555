"""Forms of health and consent, to print: blank, with what the chart knows, or as signed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.health.condition import Checklist
from therapist_desk.domain.ids import ClientId
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.services.practice import practice_of


class FormKind(StrEnum):
    """Which form: two to fill in, and the consent as it was signed."""

    HISTORY = "health-history"
    CONSENT = "consent"
    SIGNED_CONSENT = "signed-consent"


class NothingSignedError(ExpectedError):
    """The signed consent of a client whose consent is not kept here."""

    code = "nothing_signed"
    sentence = "No consent was signed here for this client. Sign one, or print the form to be signed."


@dataclass(frozen=True, slots=True)
class FormMade:
    """A form as a PDF. `name` is the file name to suggest: it has a record number, never a client's name."""

    data: bytes
    name: str


def make_form(desk: Desk, client_id: ClientId, kind: FormKind, checklist: Checklist, paper: PaperSize) -> FormMade:
    """Draw a form for a client as a PDF: with the answers that are known, or as it was signed last.

    Raises:
        NothingSignedError: the signed consent is wanted and there is none.
        GlyphsMissingError: a name has characters that no font here can write.
    """
    from therapist_desk.reports import consent_form, history_form  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.letterhead import letterhead  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.page import Paper  # noqa: PLC0415 - heavy

    with desk.store.reading() as charts:
        practice, client, logo = practice_of(charts), charts.clients.get(client_id), charts.practice.logo()
        history = charts.health.history_of(client_id)
        consents = charts.health.consents_of(client_id)
        if kind is FormKind.SIGNED_CONSENT and not consents:
            raise NothingSignedError
        consent = consents[0] if kind is FormKind.SIGNED_CONSENT else None
        therapist = charts.therapists.get(consent.therapist_id) if consent else None
    size = Paper[paper.name]
    with letterhead(logo):
        if kind is FormKind.HISTORY:
            data = history_form.history_form(practice, client, history, checklist, size)
        elif consent is not None and therapist is not None:
            data = consent_form.signed_consent(practice, client, consent, therapist, size)
        else:
            data = consent_form.consent_form(practice, client, size)
    return FormMade(data, f"{client.record_number}-{kind.value}.pdf")


def blank_form(desk: Desk, kind: FormKind, checklist: Checklist, paper: PaperSize) -> FormMade:
    """Draw a form for anybody as a PDF."""
    from therapist_desk.reports import consent_form, history_form  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.letterhead import letterhead  # noqa: PLC0415 - heavy
    from therapist_desk.reports.layout.page import Paper  # noqa: PLC0415 - heavy

    with desk.store.reading() as charts:
        practice, logo = practice_of(charts), charts.practice.logo()
    size = Paper[paper.name]
    with letterhead(logo):
        if kind is FormKind.HISTORY:
            data = history_form.history_form(practice, None, None, checklist, size)
        else:
            data = consent_form.consent_form(practice, None, size)
    return FormMade(data, f"blank-{kind.value}.pdf")


def log_form(desk: Desk, client_id: ClientId, kind: FormKind, how: str) -> None:
    """Write into the audit trail that a form with a client's data left the store: saved or printed."""
    with desk.store.writing() as charts:
        desk.audit(charts, AuditAction.DOCUMENT_MADE, client_id, f"{kind.value} form {how}")
