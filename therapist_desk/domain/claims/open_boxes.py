"""What is still open on a claim form, box by box, with where it is entered once for all claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.claims.bill import Bill
from therapist_desk.domain.claims.form import tax_id_kind
from therapist_desk.domain.claims.people import insured_of
from therapist_desk.domain.claims.terms import HOME, OFFICE

_CLAIM: Final = "Claim details"
_CASE: Final = "Case & plan"
_SETTINGS: Final = "Settings, Billing"
_ADDRESS: Final = "Profile & consent"


@dataclass(frozen=True, slots=True)
class OpenBox:
    """A box that nobody has said anything for. `where` names the place to say it; empty means on the form alone."""

    box: str
    what: str
    where: str = ""


def open_boxes(bill: Bill) -> tuple[OpenBox, ...]:
    """List what is open, in the form's own order."""
    return (*_insured(bill), *_condition(bill), *_signatures(bill), *_billing(bill))


def _insured(bill: Bill) -> Iterator[OpenBox]:
    claim, coverage, details = bill.basis.claim, bill.record.case.coverage, bill.record.client.details
    if coverage is None or not coverage.insured_id:
        yield OpenBox("1a", "the insured’s ID", f"{_CASE}, Payer")
    if claim.client_sex is None:
        yield OpenBox("3", "the client’s sex, if the payer wants it", _CLAIM)
    if not (details.address.street and details.address.city and details.address.postal_code):
        yield OpenBox("5", "the client’s address", _ADDRESS)
    insured = insured_of(bill)
    if insured is None:
        yield OpenBox("4, 6, 7, 11a", "who is insured", _CLAIM)
    elif not insured.address.street:
        yield OpenBox("7", "the insured’s address", _CLAIM)


def _condition(bill: Bill) -> Iterator[OpenBox]:
    case, claim = bill.record.case, bill.basis.claim
    if case.mechanism is Mechanism.UNKNOWN:
        yield OpenBox("10a–c", "what the condition is related to", f"{_CASE}, how it began")
    if case.mechanism is Mechanism.MOTOR_VEHICLE and not claim.accident_state:
        yield OpenBox("10b", "the state of the car accident", _CLAIM)
    if claim.other_plan is None and not claim.no_other_plan:
        yield OpenBox("9, 11d", "whether another plan may pay", _CLAIM)


def _signatures(bill: Bill) -> Iterator[OpenBox]:
    claim = bill.basis.claim
    if claim.released_on is None:
        yield OpenBox("12", "the client’s signature to release records", _CLAIM)
    if claim.assigned_on is None:
        yield OpenBox("13", "the insured’s signature to pay the practice", _CLAIM)
    onset = bill.record.case.onset or (bill.record.case.coverage and bill.record.case.coverage.date_of_injury)
    if onset is None and claim.last_period_on is None:
        yield OpenBox("14", "when it began", _CASE)


def _billing(bill: Bill) -> Iterator[OpenBox]:
    if bill.record.referral is not None and not bill.record.referral.physician.npi:
        yield OpenBox("17b", "the NPI of who referred", f"{_CASE}, Order")
    if tax_id_kind(bill) is None:
        yield OpenBox("25", "whether the tax ID is an SSN or an EIN", _SETTINGS)
    if bill.basis.claim.accepts_assignment is None:
        yield OpenBox("27", "whether assignment is accepted", _CLAIM)
    if bill.basis.seal is None:
        yield OpenBox("31", "the therapist’s signature: the visit is not signed", "")
    if bill.basis.place not in (OFFICE, HOME):
        yield OpenBox("32", "name and address of the place", "")
