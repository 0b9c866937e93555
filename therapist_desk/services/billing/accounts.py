"""Accounts: what came in for a visit, how its bill is settled, and what its claims say beside the chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.billing import ChoiceOutsideTiesError
from therapist_desk.domain.claims.bill import Bill, BillBasis, make_bill, open_units
from therapist_desk.domain.claims.details import ClaimDetails, details_problems
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.claims.ledger import Account, EntryKind, LedgerEntry, Method, entry_problems
from therapist_desk.domain.claims.terms import BillingTerms, ChosenUnit, ClaimReference, Pointing, check_terms
from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import ClientId, LedgerEntryId, PayerId, VisitId
from therapist_desk.services.desk import Desk, new_id
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.sources import References, source_for

_NEW_CLAIM: Final = ClaimReference()


class CorrectedAlreadyError(ExpectedError):
    """A correction of an entry in whose place another stands already."""

    code = "corrected_already"
    sentence = "This entry was corrected already. Correct the one that took its place."


@dataclass(frozen=True, slots=True)
class BillFile:
    """A visit's bill with its account. `held` says why there is no `bill` yet."""

    basis: BillBasis
    bill: Bill | None
    held: BillHeldError | None
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """A line of an account as it is typed."""

    kind: EntryKind
    on: date
    cents: int
    method: Method | None = None
    note: str = ""


def open_bill(desk: Desk, visit_id: VisitId, references: References) -> BillFile:
    """Read a visit's bill as it stands, with everything that came in for it.

    Raises:
        NotFoundError: there is no such visit.
        UnreadableRecordError: signed bytes cannot be read.
    """
    basis = source_for(desk, DocumentKind.SUPERBILL, visit_id, references).bill
    assert basis is not None  # noqa: S101 - source_for gives it for a bill
    try:
        bill = make_bill(basis)
    except BillHeldError as held:
        return BillFile(basis, None, held, Account(None, basis.entries))
    return BillFile(basis, bill, None, bill.account)


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


def settle_bill(
    desk: Desk,
    visit_id: VisitId,
    references: References,
    *,
    place: str,
    pointing: tuple[Pointing, ...],
    unit_choice: tuple[ChosenUnit, ...],
    claim: ClaimReference = _NEW_CLAIM,
) -> BillingTerms:
    """Settle what a bill leaves open. What was signed stays as it is; earlier terms stay to be seen.

    Raises:
        UnknownPlaceError, PointersError, ClaimReferenceError: no bill can say that.
        ChoiceOutsideTiesError: a chosen number has no claim to an open unit of its day.
        NotFoundError: there is no such visit.
    """
    basis = open_bill(desk, visit_id, references).basis
    check_terms(place, pointing, len(basis.diagnoses), claim)
    _check_choice(basis, unit_choice)
    terms = BillingTerms(
        visit_id=visit_id,
        place=place,
        pointing=pointing,
        unit_choice=unit_choice,
        claim=claim,
        settled_at=desk.clock.now(),
        therapist_id=desk.therapist_id,
    )
    with desk.store.writing() as charts:
        charts.billing.add_terms(terms)
        desk.audit(charts, AuditAction.BILL_SETTLED, visit_id, _told(terms))
    return terms


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


def _check_choice(basis: BillBasis, choice: tuple[ChosenUnit, ...]) -> None:
    ties = open_units(basis)
    for day in {each.day for each in choice}:
        chosen = [each.code for each in choice if each.day == day]
        units = ties.get(day)
        outside = [code for code in chosen if units is None or code not in units.ties or chosen.count(code) > 1]
        if outside or (units is not None and len(chosen) > units.unassigned):
            raise ChoiceOutsideTiesError(procedure=(outside or chosen)[-1])


def _told(terms: BillingTerms) -> str:
    said = [f"place {terms.place}"] if terms.place else []
    said += [f"{each.code} to {each.letters}" for each in terms.pointing]
    said += [f"unit of {each.day.isoformat()} to {each.code}" for each in terms.unit_choice]
    if terms.claim.resubmission:
        said.append(f"claim sent again, code {terms.claim.resubmission.value}")
    return "; ".join(said) or "as usual"
