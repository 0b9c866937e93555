"""The bill of a visit: opened as it stands, and settled in what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.billing import ChoiceOutsideTiesError
from therapist_desk.domain.claims.bill import Bill, BillBasis, make_bill, open_units
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.claims.ledger import Account
from therapist_desk.domain.claims.terms import BillingTerms, ChosenUnit, ClaimReference, Pointing, check_terms
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.sources import References, source_for

_NEW_CLAIM: Final = ClaimReference()


@dataclass(frozen=True, slots=True)
class BillFile:
    """A visit's bill with its account. `held` says why there is no `bill` yet."""

    basis: BillBasis
    bill: Bill | None
    held: BillHeldError | None
    account: Account


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
