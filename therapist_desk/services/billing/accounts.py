"""Accounts: what came in for a visit, and what the claims of a client say beside the chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.claims.details import ClaimDetails, details_problems
from therapist_desk.domain.claims.ledger import EntryKind, LedgerEntry, Method, entry_problems
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import ClientId, LedgerEntryId, PayerId, VisitId
from therapist_desk.services.desk import Desk, new_id


class CorrectedAlreadyError(ExpectedError):
    """A correction of an entry in whose place another stands already."""

    code = "corrected_already"
    sentence = "This entry was corrected already. Correct the one that took its place."


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """A line of an account as it is typed."""

    kind: EntryKind
    on: date
    cents: int
    method: Method | None = None
    note: str = ""


def enter(desk: Desk, visit_id: VisitId, draft: EntryDraft) -> LedgerEntry:
    """Add a payment, or another line, to a visit's account.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
        NotFoundError: there is no such visit.
    """
    entry = _entry(desk, visit_id, draft)
    with desk.store.writing() as charts:
        charts.visits.get(visit_id)
        charts.billing.add_entry(entry)
        desk.audit(charts, AuditAction.PAYMENT_ENTERED, visit_id, f"{entry.kind.value}: {entry.cents} cents")
    return entry


def correct(desk: Desk, entry_id: LedgerEntryId, draft: EntryDraft, reason: str) -> LedgerEntry:
    """Put a corrected line in the place of one that was wrong, which stays to be seen; an amount of 0 takes it back.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
        CorrectedAlreadyError: another correction took its place.
        NotFoundError: there is no such entry.
    """
    with desk.store.writing() as charts:
        wrong = charts.billing.entry(entry_id)
        if any(other.replaces == entry_id for other in charts.billing.entries_of([wrong.visit_id])):
            raise CorrectedAlreadyError
        entry = _entry(desk, wrong.visit_id, draft, entry_id, reason)
        charts.billing.add_entry(entry)
        told = f"{wrong.kind.value}: {wrong.cents} cents, now {entry.kind.value}: {entry.cents} cents"
        desk.audit(charts, AuditAction.PAYMENT_CORRECTED, wrong.visit_id, told)
    return entry


def keep_claim_details(desk: Desk, client_id: ClientId, payer_id: PayerId, details: ClaimDetails) -> ClaimDetails:
    """Keep what all claims of a client to a payer say beside the chart.

    Raises:
        InvalidError: it cannot be taken; each problem names its field.
    """
    problems = details_problems(details, desk.today())
    if problems:
        raise InvalidError(problems)
    with desk.store.writing() as charts:
        charts.billing.put_claim_details(client_id, payer_id, details)
        desk.audit(charts, AuditAction.CLAIM_DETAILS_KEPT, client_id)
    return details


def _entry(
    desk: Desk, visit_id: VisitId, draft: EntryDraft, replaces: LedgerEntryId | None = None, reason: str = ""
) -> LedgerEntry:
    entry = LedgerEntry(
        id=LedgerEntryId(new_id()),
        visit_id=visit_id,
        kind=draft.kind,
        on=draft.on,
        cents=draft.cents,
        method=draft.method if draft.kind.moves_money else None,
        note=draft.note.strip(),
        entered_at=desk.clock.now(),
        therapist_id=desk.therapist_id,
        replaces=replaces,
        reason=reason.strip(),
    )
    problems = entry_problems(entry, desk.today())
    if problems:
        raise InvalidError(problems)
    return entry
