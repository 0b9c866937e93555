"""The values of the CMS-1500 claim form (02/12), box by box, and what is still open on it.

Qualifiers of boxes 11b, 14, 15 and 17 as read at findacode.com, "Other CMS-1500 Codes", and in a guide to items 14 to
23 at primecaremedicalbilling.com.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from therapist_desk.domain.bill import Bill, tax_id
from therapist_desk.domain.billing_terms import HOME, OFFICE
from therapist_desk.domain.case import Mechanism
from therapist_desk.domain.charges import ServiceLine
from therapist_desk.domain.claim_grid import (
    MOST_DIAGNOSES,
    MOST_SERVICES,
    Entry,
    cross,
    diagnosis_place,
    entry,
    put,
    service_place,
)
from therapist_desk.domain.claim_people import on_day, people, phone_of, plain, town
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.people import Address, TaxIdKind

_ONSET, _LAST_PERIOD, _ACCIDENT = "431", "484", "439"
_ACCIDENTS: Final = (Mechanism.INJURY, Mechanism.MOTOR_VEHICLE, Mechanism.WORK)
_ICD_10: Final = "0"
_SSN_SHAPE: Final = (3, 2, 4)
_EIN_SHAPE: Final = (2, 7)


class FormFullError(ExpectedError):
    """More services or diagnoses than one form takes."""

    code = "claim_form_full"
    sentence = (
        "One CMS-1500 takes {services} services and {diagnoses} diagnoses, and this bill has more. "
        "Send the superbill, or write a second form by hand."
    )


class NoPayerError(ExpectedError):
    """A claim to nobody."""

    code = "claim_without_payer"
    sentence = "A claim goes to a payer, and this case has none: the client pays. Make the superbill instead."


def entries(bill: Bill) -> tuple[Entry, ...]:
    """Give the values of the form, by line and column; empty ones are left out.

    Raises:
        FormFullError: one form does not hold them.
        NoPayerError: nobody is asked to pay.
    """
    if bill.record.payer is None:
        raise NoPayerError
    if len(bill.lines) > MOST_SERVICES or len(bill.basis.diagnoses) > MOST_DIAGNOSES:
        raise FormFullError(services=MOST_SERVICES, diagnoses=MOST_DIAGNOSES)
    found = (*people(bill), *_case(bill), *_referral(bill), *_services(bill), *_provider(bill))
    kept = [each for each in found if each.value]
    return tuple(sorted(kept, key=lambda each: (each.line, each.column)))


def tax_id_kind(bill: Bill) -> TaxIdKind | None:
    """Say whose number the tax ID is: by the shape it is written in, else as the practice has said."""
    parts = tuple(len(part) for part in tax_id(bill.record).split("-"))
    if parts == _SSN_SHAPE:
        return TaxIdKind.SSN
    return TaxIdKind.EIN if parts == _EIN_SHAPE else bill.record.practice.tax_id_kind


def _case(bill: Bill) -> Iterator[Entry]:
    case, claim = bill.record.case, bill.basis.claim
    injured = case.coverage.date_of_injury if case.coverage else None
    begun = case.onset or injured
    if claim.last_period_on is not None:
        yield from _dated("14", claim.last_period_on, _LAST_PERIOD)
    elif begun is not None:
        yield from _dated("14", begun, _ONSET)
    if injured is not None and case.mechanism in _ACCIDENTS:
        yield from _dated("15", injured, _ACCIDENT)


def _dated(box: str, day: date, qualifier: str) -> Iterator[Entry]:
    yield from on_day(box, day)
    yield put(f"{box} qualifier", qualifier)


def _referral(bill: Bill) -> Iterator[Entry]:
    referral = bill.record.referral
    if referral is not None:
        yield put("17 qualifier", bill.basis.claim.referrer.value)
        yield put("17 name", plain(referral.physician.signature_name))
        yield put("17b", referral.physician.npi)
        yield put("23", referral.authorization.replace("-", ""))
    yield put("21 indicator", _ICD_10)
    for at, diagnosis in enumerate(bill.basis.diagnoses):
        yield entry("21", diagnosis_place(at), diagnosis.code.replace(".", ""))


def _services(bill: Bill) -> Iterator[Entry]:
    for at, service in enumerate(bill.lines):
        yield from _service(at, service, bill)
    yield _money("28", bill.cents)
    if bill.account.client_paid > 0:
        yield _money("29", bill.account.client_paid)


def _service(at: int, service: ServiceLine, bill: Bill) -> Iterator[Entry]:
    day = service.day
    for end in ("from", "to"):
        for part, number in (("month", day.month), ("day", day.day), ("year", day.year % 100)):
            yield entry("24A", service_place(f"{end} {part}", at), f"{number:02d}")
    yield entry("24B", service_place("24B", at), bill.basis.place)
    yield entry("24D", service_place("24D", at), service.code)
    yield entry("24D", service_place("24D modifiers", at), " ".join(service.modifiers))
    yield entry("24E", service_place("24E", at), "".join(bill.pointed(service.code)))
    charge = service_place("24F", at)
    yield Entry(box="24F", value=_amount(service.charge), line=charge.line, column=charge.column, width=charge.width)
    yield entry("24G", service_place("24G", at), str(service.units))
    yield entry("24J", service_place("24J", at), bill.record.therapist.npi)


def _provider(bill: Bill) -> Iterator[Entry]:
    record, practice, claim = bill.record, bill.record.practice, bill.basis.claim
    yield put("25", tax_id(record).replace("-", ""))
    if kind := tax_id_kind(bill):
        yield cross(f"25 {kind.value}")
    yield put("26", record.client.record_number.replace("-", ""))
    if claim.accepts_assignment is not None:
        yield cross("27 yes" if claim.accepts_assignment else "27 no")
    seal = bill.basis.seal
    if seal is not None:
        yield put("31 name", plain(record.therapist.signature_name))
        yield put("31 day", f"{seal.signed_at.local:%m %d %y}")
    npi = practice.npi or record.therapist.npi
    if bill.basis.place == OFFICE:
        yield from _site("32", practice.name, practice.address)
        yield put("32a", npi)
    elif bill.basis.place == HOME:
        yield from _site("32", record.client.details.sorted_name, record.client.details.address)
    yield from phone_of("33", practice.phone, dashed=True)
    yield from _site("33", practice.name, practice.address)
    yield put("33a", npi)


def _site(box: str, name: str, address: Address) -> Iterator[Entry]:
    yield put(f"{box} name", name)
    yield put(f"{box} street", plain(address.street))
    yield put(f"{box} town", town(address))


def _money(key: str, cents: int) -> Entry:
    empty = put(key, "")
    return Entry(box=key, value=_amount(cents), line=empty.line, column=empty.column, width=empty.width)


def _amount(cents: int) -> str:
    """Set dollars and cents apart by the form's own line, which stands where the point would."""
    dollars, rest = divmod(cents, 100)
    return f"{dollars:>5} {rest:02d}"
