"""The values of the CMS-1500 claim form (02/12), box by box, form by form.

Boxes that stay empty on purpose, after the NUCC instructions as quoted field by field at support.speedysoftusa.com
and tabled at kb.daisybill.com: 8, 9b, 9c and 30 are reserved; 18 is for services to an inpatient and 20 for what was
bought from a laboratory, where a blank says nothing was; 24C marks an emergency and 24H child screening and family
planning; the shaded part of 24A to 24G is for drugs and the like; 32b would say again what 33b says. The dates of 12
and 13 belong to a signature on the form itself; the form carries "signature on file".

Dates of birth have years of four digits. Those of 14, 16, 19 and 24A must all have as many, and 24A has room for two:
so CMS's instructions as quoted at dmebillingservice.blogspot.com, "Date format of CMS-1500". Policy, group and
authorization numbers and telephones stand without hyphen and space.

Qualifiers of boxes 11b, 14, 15 and 17 as read at findacode.com, "Other CMS-1500 Codes", and in a guide to items 14 to
23 at primecaremedicalbilling.com.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.claims.bill import Bill, tax_id
from therapist_desk.domain.claims.charges import ServiceLine
from therapist_desk.domain.claims.details import may_have_periods
from therapist_desk.domain.claims.grid import (
    Entry,
    cross,
    diagnosis_place,
    entry,
    put,
    service_place,
)
from therapist_desk.domain.claims.people import joined_up, on_day, people, phone_of, plain, town
from therapist_desk.domain.claims.sheets import Sheet, sheets
from therapist_desk.domain.claims.terms import HOME, OFFICE
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.other_id import other_id
from therapist_desk.domain.people import Address, TaxIdKind

_ONSET, _LAST_PERIOD, _ACCIDENT = "431", "484", "439"
_ACCIDENTS: Final = (Mechanism.INJURY, Mechanism.MOTOR_VEHICLE, Mechanism.WORK)
_ICD_10: Final = "0"
_PAGE: Final = "Page {number} of {count}"
_GOES_ON: Final = "Continued"
_SSN_SHAPE: Final = (3, 2, 4)
_EIN_SHAPE: Final = (2, 7)


class NoPayerError(ExpectedError):
    """A claim to nobody."""

    code = "claim_without_payer"
    sentence = "A claim goes to a payer, and this case has none: the client pays. Make the superbill instead."


def forms(bill: Bill) -> tuple[tuple[Entry, ...], ...]:
    """Give the values of each form of the claim, by line and column; empty ones are left out.

    Raises:
        NoPayerError: nobody is asked to pay.
    """
    if bill.record.payer is None:
        raise NoPayerError
    return tuple(_form(bill, sheet) for sheet in sheets(bill))


def _form(bill: Bill, sheet: Sheet) -> tuple[Entry, ...]:
    of_the_claim = (*people(bill), *_case(bill), *_referral(bill), *_provider(bill))
    kept = [each for each in (*of_the_claim, *_diagnoses(bill, sheet), *_services(bill, sheet)) if each.value]
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
    figure = bill.record.client.details.figure
    if claim.last_period_on is not None and may_have_periods(claim.client_sex, figure):
        yield from _dated("14", claim.last_period_on, _LAST_PERIOD)
    elif begun is not None:
        yield from _dated("14", begun, _ONSET)
    if injured is not None and case.mechanism in _ACCIDENTS:
        yield from _dated("15", injured, _ACCIDENT)
    if claim.unable_from is not None:
        yield from on_day("16 from", claim.unable_from)
    if claim.unable_to is not None:
        yield from on_day("16 to", claim.unable_to)
    yield put("19", claim.additional)
    reference = bill.basis.reference
    yield put("10d", reference.codes)
    yield put("22 code", reference.resubmission or "")
    yield put("22 reference", reference.original)


def _dated(box: str, day: date, qualifier: str) -> Iterator[Entry]:
    yield from on_day(box, day)
    yield put(f"{box} qualifier", qualifier)


def _referral(bill: Bill) -> Iterator[Entry]:
    referral = bill.record.referral
    if referral is not None:
        yield put("17 qualifier", bill.basis.claim.referrer.value)
        yield put("17 name", plain(referral.physician.signature_name))
        qualifier, number = other_id(bill.basis.claim.referrer_other)
        yield put("17a qualifier", qualifier)
        yield put("17a number", number)
        yield put("17b", referral.physician.npi)
        yield put("23", joined_up(referral.authorization))


def _diagnoses(bill: Bill, sheet: Sheet) -> Iterator[Entry]:
    yield put("21 indicator", _ICD_10)
    for at, diagnosis in enumerate(sheet.diagnoses(bill)):
        yield entry("21", diagnosis_place(at), diagnosis.code.replace(".", ""))


def _services(bill: Bill, sheet: Sheet) -> Iterator[Entry]:
    if sheet.count > 1 and not sheet.own_claim:
        yield put("page", _PAGE.format(number=sheet.number, count=sheet.count))
    for at, service in enumerate(sheet.lines):
        yield from _service(at, service, bill, sheet)
    yield put("28", _GOES_ON) if sheet.cents is None else _money("28", sheet.cents)
    if sheet.paid > 0:
        yield _money("29", sheet.paid)


def _service(at: int, service: ServiceLine, bill: Bill, sheet: Sheet) -> Iterator[Entry]:
    day, payer = service.day, bill.record.payer
    if payer is not None and payer.rendering_id:
        qualifier, known_as = other_id(payer.rendering_id)
        yield entry("24I", service_place("24I", at), qualifier)
        yield entry("24I", service_place("24J other", at), known_as)
    for end in ("from", "to"):
        for part, number in (("month", day.month), ("day", day.day), ("year", day.year % 100)):
            yield entry("24A", service_place(f"{end} {part}", at), f"{number:02d}")
    yield entry("24B", service_place("24B", at), bill.basis.place)
    yield entry("24D", service_place("24D", at), service.code)
    yield entry("24D", service_place("24D modifiers", at), " ".join(service.modifiers))
    yield entry("24E", service_place("24E", at), sheet.pointed(bill, service.code))
    charge = service_place("24F", at)
    value = _amount(service.charge, charge.width)
    yield Entry(box="24F", value=value, line=charge.line, column=charge.column, width=charge.width)
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
    yield from phone_of("33", practice.phone)
    yield from _site("33", practice.name, practice.address)
    yield put("33a", npi)
    if record.payer is not None:
        yield put("33b", "".join(other_id(record.payer.billing_id)))


def _site(box: str, name: str, address: Address) -> Iterator[Entry]:
    yield put(f"{box} name", name)
    yield put(f"{box} street", plain(address.street))
    yield put(f"{box} town", town(address))


def _money(key: str, cents: int) -> Entry:
    empty = put(key, "")
    value = _amount(cents, empty.width)
    return Entry(box=key, value=value, line=empty.line, column=empty.column, width=empty.width)


def _amount(cents: int, width: int) -> str:
    """Set dollars and cents apart by the form's own line, which stands where the point would."""
    dollars, rest = divmod(cents, 100)
    return f"{dollars:>{width - len(' 00')}} {rest:02d}"
