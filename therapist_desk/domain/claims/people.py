"""Boxes 1 to 13 of the CMS-1500: who pays, who is insured, the client, and what the condition is related to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from therapist_desk.domain.care.case import Mechanism
from therapist_desk.domain.claims.bill import Bill
from therapist_desk.domain.claims.details import Insured, Relationship, Sex
from therapist_desk.domain.claims.grid import Entry, cross, put
from therapist_desk.domain.people import Address

_ON_FILE: Final = "Signature on file"
_AREA: Final = 3
_PHONE: Final = re.compile(r"\D*(?:1\D*)?((?:\d\D*){9}\d)(?:\D.*)?$")
"""Ten digits, after the country's 1 or not; what follows them is an extension or a remark."""


def people(bill: Bill) -> Iterator[Entry]:
    """Give the entries of the upper half of the form; empty values among them are left out later."""
    yield from _payer(bill)
    yield from _client(bill)
    yield from _insured(bill)
    yield from _other_plan(bill)
    yield from _related(bill)
    if bill.basis.claim.released_on is not None:
        yield put("12", _ON_FILE)
    if bill.basis.claim.assigned_on is not None:
        yield put("13", _ON_FILE)


def born_on(box: str, day: date) -> Iterator[Entry]:
    """Give a date of birth, the one kind of date that stands with its century."""
    yield from _dated(box, day, f"{day.year:04d}")


def on_day(box: str, day: date) -> Iterator[Entry]:
    """Give a date as box 24A has room for it: a form may not mix years of two digits with years of four."""
    yield from _dated(box, day, f"{day.year % 100:02d}")


def _dated(box: str, day: date, year: str) -> Iterator[Entry]:
    for part, text in (("month", f"{day.month:02d}"), ("day", f"{day.day:02d}"), ("year", year)):
        yield put(f"{box} {part}", text)


def phone_of(box: str, phone: str) -> Iterator[Entry]:
    """Give a telephone with its area code apart, without an extension; one that has not ten digits as it is."""
    found = _PHONE.match(phone)
    if found is None:
        yield put(f"{box} phone", _digits(phone))
        return
    digits = _digits(found[1])
    yield put(f"{box} area", digits[:_AREA])
    yield put(f"{box} phone", digits[_AREA:])


def joined_up(number: str) -> str:
    """Leave out hyphens and spaces, which the form does not want inside a number."""
    return "".join(number.replace("-", "").split())


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def town(address: Address) -> str:
    """Write the last line of an address without commas, as the form wants it."""
    return " ".join(part for part in (address.city, address.state, address.postal_code) if part)


def plain(text: str) -> str:
    """Leave out the points and commas that the form does not want in addresses."""
    return text.replace(",", "").replace(".", "")


def insured_of(bill: Bill) -> Insured | None:
    """Give who is insured: the client where nobody else is, None as long as nobody has said."""
    claim, details = bill.basis.claim, bill.record.client.details
    if claim.relationship is None:
        return None
    if claim.relationship is not Relationship.SELF:
        return claim.insured
    return Insured(
        family_name=details.family_name,
        given_name=details.given_name,
        date_of_birth=details.date_of_birth,
        sex=claim.client_sex,
        address=details.address,
        phone=details.phone,
    )


def _payer(bill: Bill) -> Iterator[Entry]:
    payer, coverage = bill.record.payer, bill.record.case.coverage
    if payer is not None:
        yield put("payer name", payer.name)
        yield put("payer street", plain(payer.address.street))
        yield put("payer town", town(payer.address))
        yield cross(f"1 {bill.basis.claim.coverage.value}")
    if coverage is not None:
        yield put("1a", coverage.insured_id)
        yield put("11", joined_up(coverage.group_number))
        if coverage.claim_number:
            yield put("11b", f"Y4 {coverage.claim_number}")
    yield put("11c", bill.basis.claim.plan_name)


def _client(bill: Bill) -> Iterator[Entry]:
    details = bill.record.client.details
    yield put("2", details.sorted_name)
    yield from born_on("3", details.date_of_birth)
    yield from _sex("3", bill.basis.claim.client_sex)
    yield from _address("5", details.address)
    yield from phone_of("5", details.phone)


def _insured(bill: Bill) -> Iterator[Entry]:
    insured, relationship = insured_of(bill), bill.basis.claim.relationship
    if insured is None or relationship is None:
        return
    yield cross(f"6 {relationship.value}")
    yield put("4", insured.sorted_name)
    yield from _address("7", insured.address)
    yield from phone_of("7", insured.phone)
    if insured.date_of_birth is not None:
        yield from born_on("11a", insured.date_of_birth)
    yield from _sex("11a", insured.sex)


def _other_plan(bill: Bill) -> Iterator[Entry]:
    claim = bill.basis.claim
    if claim.other_plan is not None:
        yield cross("11d yes")
        yield put("9", claim.other_plan.insured_name)
        yield put("9a", joined_up(claim.other_plan.policy))
        yield put("9d", claim.other_plan.plan_name)
    elif claim.no_other_plan:
        yield cross("11d no")


def _related(bill: Bill) -> Iterator[Entry]:
    mechanism = bill.record.case.mechanism
    if mechanism is Mechanism.UNKNOWN:
        return
    for box, each in (("10a", Mechanism.WORK), ("10b", Mechanism.MOTOR_VEHICLE), ("10c", Mechanism.INJURY)):
        yield cross(f"{box} {'yes' if mechanism is each else 'no'}")
    if mechanism is Mechanism.MOTOR_VEHICLE:
        yield put("10b state", bill.basis.claim.accident_state)


def _sex(box: str, sex: Sex | None) -> Iterator[Entry]:
    if sex is not None:
        yield cross(f"{box} {sex.value}")


def _address(box: str, address: Address) -> Iterator[Entry]:
    yield put(f"{box} street", plain(address.street))
    yield put(f"{box} city", address.city)
    yield put(f"{box} state", address.state)
    yield put(f"{box} postal code", address.postal_code)
