"""The ledger, settled bills and claim details."""

from __future__ import annotations

import json
from datetime import date

from therapist_desk.domain.canonical import from_plain, to_plain
from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.ledger import LedgerEntry
from therapist_desk.domain.claims.terms import BillingTerms, ChosenUnit, ClaimReference, Pointing
from therapist_desk.domain.ids import ClientId, LedgerEntryId, PayerId, TherapistId, VisitId
from therapist_desk.store.rows.billing import BillingTermsRow, ClaimDetailsRow, LedgerEntryRow


def entry_of(row: LedgerEntryRow) -> LedgerEntry:
    """Read a line of an account."""
    return LedgerEntry(
        id=LedgerEntryId(row.id),
        visit_id=VisitId(row.visit_id),
        kind=row.kind,
        on=row.on,
        cents=row.cents,
        method=row.method,
        note=row.note,
        entered_at=row.entered_at,
        therapist_id=TherapistId(row.therapist_id),
        replaces=None if row.replaces is None else LedgerEntryId(row.replaces),
        reason=row.reason,
    )


def entry_row(entry: LedgerEntry) -> LedgerEntryRow:
    """Write a line of an account."""
    return LedgerEntryRow(
        id=entry.id,
        visit_id=entry.visit_id,
        kind=entry.kind,
        on=entry.on,
        cents=entry.cents,
        method=entry.method,
        note=entry.note,
        entered_at=entry.entered_at,
        therapist_id=entry.therapist_id,
        replaces=entry.replaces,
        reason=entry.reason,
    )


def terms_of(row: BillingTermsRow) -> BillingTerms:
    """Read what was settled for a bill."""
    return BillingTerms(
        visit_id=VisitId(row.visit_id),
        place=row.place,
        pointing=tuple(Pointing(*_pair(line)) for line in row.pointing.splitlines()),
        unit_choice=tuple(
            ChosenUnit(date.fromisoformat(day), code) for day, code in map(_pair, row.unit_choice.splitlines())
        ),
        claim=ClaimReference(row.claim_codes, row.resubmission, row.original_reference),
        settled_at=row.settled_at,
        therapist_id=TherapistId(row.therapist_id),
    )


def terms_row(terms: BillingTerms) -> BillingTermsRow:
    """Write what was settled for a bill: a line for each service, and one for each unit."""
    return BillingTermsRow(
        visit_id=terms.visit_id,
        place=terms.place,
        pointing="\n".join(f"{each.code} {each.letters}" for each in terms.pointing),
        unit_choice="\n".join(f"{each.day.isoformat()} {each.code}" for each in terms.unit_choice),
        claim_codes=terms.claim.codes,
        resubmission=terms.claim.resubmission,
        original_reference=terms.claim.original,
        settled_at=terms.settled_at,
        therapist_id=terms.therapist_id,
    )


def details_of(row: ClaimDetailsRow) -> ClaimDetails:
    """Read what claims ask beside the chart."""
    return from_plain(ClaimDetails, json.loads(row.content))


def details_row(client_id: ClientId, payer_id: PayerId, details: ClaimDetails) -> ClaimDetailsRow:
    """Write what claims ask beside the chart."""
    content = json.dumps(to_plain(details), ensure_ascii=False)
    return ClaimDetailsRow(client_id=client_id, payer_id=payer_id, content=content)


def _pair(line: str) -> tuple[str, str]:
    first, _, second = line.partition(" ")
    return first, second
