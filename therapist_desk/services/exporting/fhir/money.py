"""What came in for a visit: payments, write-offs and other charges, corrected ones too."""

from __future__ import annotations

from collections.abc import Iterable

from therapist_desk.domain.claims.ledger import Account, EntryKind, LedgerEntry
from therapist_desk.domain.visit import Visit
from therapist_desk.services.exporting.fhir.parts import (
    TERMS,
    Part,
    Resource,
    coded,
    identity,
    moment,
    money,
    reference,
    remarks,
    resource,
    words,
)

_URI = "urn:ietf:rfc:3986"


def account_resources(
    visit: Visit, entries: tuple[LedgerEntry, ...], *, billed: bool, payer_id: str
) -> Iterable[Resource]:
    """Give a visit's account, entry by entry: money and write-offs as reconciliations, other charges as items.

    `billed` says that the visit's claim is in the same bundle, `payer_id` whose organization is, if any.
    """
    account = Account(None, entries)
    for entry in entries:
        if entry.kind is EntryKind.CHARGE:
            yield _charge(visit, account, entry)
        else:
            yield _payment(visit, account, entry, billed=billed, payer_id=payer_id)


def _payment(visit: Visit, account: Account, entry: LedgerEntry, *, billed: bool, payer_id: str) -> Resource:
    # A refund goes the other way; for what is written off no money moves.
    cents = -entry.cents if entry.kind is EntryKind.REFUND else entry.cents
    written_off = entry.kind is EntryKind.WRITTEN_OFF
    kind = coded(f"{TERMS}/payment-type", "adjustment" if written_off else "payment", text=entry.kind.value)
    paid_by_payer = entry.kind is EntryKind.PAYER_PAID and payer_id
    notes = (entry.note, f"Corrects an earlier entry: {entry.reason}" if entry.replaces else "")
    return resource(
        "PaymentReconciliation",
        entry.id,
        identifier=[_identifier(entry.id)],
        status=_status(account, entry),
        created=moment(entry.entered_at),
        paymentIssuer=reference("Organization", payer_id) if paid_by_payer else {},
        requestor=reference("Practitioner", entry.therapist_id),
        outcome="complete",
        disposition=", ".join(part for part in (entry.kind.value, entry.method) if part),
        paymentDate=moment(entry.on),
        paymentAmount=money(0 if written_off else cents),
        detail=[
            {
                "identifier": _identifier(entry.id),
                "predecessor": _identifier(entry.replaces) if entry.replaces else {},
                "type": kind,
                "request": reference("Claim", visit.id) if billed else reference("Encounter", visit.id),
                "date": moment(entry.on),
                "amount": money(cents),
            }
        ],
        processNote=[{"type": "display"} | note for note in remarks(*notes)],
    )


def _charge(visit: Visit, account: Account, entry: LedgerEntry) -> Resource:
    wrong = account.correction_of(entry) is not None
    return resource(
        "ChargeItem",
        entry.id,
        identifier=[_identifier(entry.id)],
        status="entered-in-error" if wrong else ("billable" if entry.cents else "aborted"),
        code=words(entry.note or entry.kind.value),
        subject=reference("Patient", visit.client_id),
        context=reference("Encounter", visit.id),
        occurrenceDateTime=moment(entry.on),
        priceOverride=money(entry.cents),
        overrideReason=entry.reason,
        enterer=reference("Practitioner", entry.therapist_id),
        enteredDate=moment(entry.entered_at),
    )


def _status(account: Account, entry: LedgerEntry) -> str:
    """Tell what counts from what was corrected, and from what only takes another back."""
    if account.correction_of(entry) is not None:
        return "entered-in-error"
    return "active" if entry.cents else "cancelled"


def _identifier(entry_id: str) -> Part:
    return {"system": _URI, "value": f"urn:uuid:{identity('LedgerEntry', entry_id)}"}
