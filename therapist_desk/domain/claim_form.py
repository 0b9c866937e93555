"""The values of the CMS-1500 claim form (02/12), box by box, with where each stands on its grid.

The grid is 80 columns at 10 to the inch and 66 lines at 6 to the inch. Lines and columns were read in a public
implementation: OpenEMR, src/Billing/Hcfa1500.php.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.bill import Bill, tax_id
from therapist_desk.domain.case import Mechanism
from therapist_desk.domain.charges import ServiceLine
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.people import Address

MOST_SERVICES: Final = 6
MOST_DIAGNOSES: Final = 12
_FIRST_SERVICE_LINE: Final = 44
_AREA_DIGITS: Final = 3
_PHONE_DIGITS: Final = 10


class FormFullError(ExpectedError):
    """More services or diagnoses than one form takes."""

    code = "claim_form_full"
    sentence = (
        "One CMS-1500 takes {services} services and {diagnoses} diagnoses, and this bill has more. "
        "Send the superbill, or write a second form by hand."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of the form. `box` is its number, `line` and `column` count from 1, `width` is in characters.

    `means` says of a cross what is ticked.
    """

    box: str
    value: str
    line: int
    column: int
    width: int
    means: str = ""

    @property
    def shown(self) -> str:
        """The value as a reader takes it: a cross by its meaning."""
        return self.means or self.value.strip()

    @property
    def fits(self) -> bool:
        """Whether the whole value has room in its box."""
        return len(self.value) <= self.width


BY_HAND: Final = (
    ("1", "another kind of coverage than “other”, where the payer wants it"),
    ("3", "sex"),
    ("4, 7, 11a–d", "the insured, where it is not the client"),
    ("6", "relationship to the insured"),
    ("10b", "state of the accident, where it was one by car"),
    ("12, 13", "signatures of the client"),
    ("14", "qualifier of the date"),
    ("25", "whether the tax ID is an SSN or an EIN"),
    ("27", "whether assignment is accepted"),
    ("29", "amount paid"),
    ("31", "signature of the therapist and date"),
)
"""What the charts do not hold: boxes and what belongs there."""


def entries(bill: Bill) -> tuple[Entry, ...]:
    """Give the values of the form, by line and column; empty ones are left out.

    Raises:
        FormFullError: one form does not hold them.
    """
    if len(bill.lines) > MOST_SERVICES or len(bill.record.case.diagnoses) > MOST_DIAGNOSES:
        raise FormFullError(services=MOST_SERVICES, diagnoses=MOST_DIAGNOSES)
    found = (*_payer(bill), *_client(bill), *_case(bill), *_referral(bill), *_services(bill), *_provider(bill))
    kept = [entry for entry in found if entry.value]
    return tuple(sorted(kept, key=lambda entry: (entry.line, entry.column)))


def _at(box: str, line: int, column: int, width: int, value: str) -> Entry:
    return Entry(box=box, value=value.strip().upper(), line=line, column=column, width=width)


def _cross(box: str, line: int, column: int, means: str) -> Entry:
    return Entry(box=box, value="X", line=line, column=column, width=1, means=means)


def _payer(bill: Bill) -> Iterator[Entry]:
    payer, coverage = bill.record.payer, bill.record.case.coverage
    if payer is not None:
        yield _at("payer", 2, 41, 31, payer.name)
        yield _at("payer", 4, 41, 31, payer.address.street)
        yield _at("payer", 5, 41, 31, _town(payer.address))
        yield _cross("1", 8, 45, "other")
    if coverage is not None:
        yield _at("1a", 8, 50, 28, coverage.insured_id)
        yield _at("11", 18, 50, 28, coverage.group_number)
        if coverage.claim_number:
            yield _at("11b", 22, 50, 28, f"Y4 {coverage.claim_number}")


def _client(bill: Bill) -> Iterator[Entry]:
    details = bill.record.client.details
    yield _at("2", 10, 1, 28, details.sorted_name)
    yield from _day("3", 10, (31, 34, 37), details.date_of_birth)
    yield _at("5", 12, 1, 28, details.address.street)
    yield _at("5", 14, 1, 24, details.address.city)
    yield _at("5", 14, 26, 3, details.address.state)
    yield _at("5", 16, 1, 12, details.address.postal_code)
    yield from _phone("5", 16, (15, 19), details.phone)


def _case(bill: Bill) -> Iterator[Entry]:
    case = bill.record.case
    for box, line, mechanism in (
        ("10a", 20, Mechanism.WORK),
        ("10b", 22, Mechanism.MOTOR_VEHICLE),
        ("10c", 24, Mechanism.INJURY),
    ):
        if case.mechanism is not Mechanism.UNKNOWN:
            related = case.mechanism is mechanism
            yield _cross(box, line, 35 if related else 41, "yes" if related else "no")
    injured = (case.coverage.date_of_injury if case.coverage else None) or case.onset
    if injured is not None:
        yield from _day("14", 32, (2, 5, 8), injured)


def _referral(bill: Bill) -> Iterator[Entry]:
    referral = bill.record.referral
    if referral is not None:
        yield _at("17", 34, 1, 2, "DN")
        yield _at("17", 34, 4, 25, referral.physician.signature_name.replace(",", ""))
        yield _at("17b", 34, 33, 15, referral.physician.npi)
        yield _at("23", 40, 50, 28, referral.authorization)
    yield _at("21", 37, 42, 1, "0")
    for at, diagnosis in enumerate(bill.record.case.diagnoses):
        yield _at("21", 38 + at // 4, 3 + 13 * (at % 4), 8, diagnosis.code.replace(".", ""))


def _services(bill: Bill) -> Iterator[Entry]:
    for at, service in enumerate(bill.lines):
        yield from _service(_FIRST_SERVICE_LINE + 2 * at, service, bill)
    yield _money("28", 56, 52, bill.cents)


def _service(line: int, service: ServiceLine, bill: Bill) -> Iterator[Entry]:
    yield from _day("24A", line, (1, 4, 7), service.day, century=False)
    yield from _day("24A", line, (10, 13, 16), service.day, century=False)
    yield _at("24B", line, 19, 2, bill.basis.place)
    yield _at("24D", line, 25, 7, service.code)
    yield _at("24D", line, 33, 11, " ".join(service.modifiers))
    yield _at("24E", line, 45, 4, "".join(bill.pointed(service.code)))
    yield _money("24F", line, 50, service.charge)
    yield _at("24G", line, 59, 3, str(service.units))
    yield _at("24J", line, 68, 10, bill.record.therapist.npi)


def _provider(bill: Bill) -> Iterator[Entry]:
    record, practice = bill.record, bill.record.practice
    yield _at("25", 56, 1, 15, tax_id(record).replace("-", ""))
    yield _at("26", 56, 23, 14, record.client.record_number.replace("-", ""))
    yield from _phone("33", 57, (66, 70), practice.phone)
    for box, column, width in (("32", 23, 26), ("33", 50, 28)):
        yield _at(box, 58, column, width, practice.name)
        yield _at(box, 59, column, width, practice.address.street)
        yield _at(box, 60, column, width, _town(practice.address))
        yield _at(f"{box}a", 61, column, 10, practice.npi or record.therapist.npi)


def _day(box: str, line: int, columns: tuple[int, int, int], day: date, *, century: bool = True) -> Iterator[Entry]:
    year = f"{day.year:04d}" if century else f"{day.year % 100:02d}"
    for column, part in zip(columns, (f"{day.month:02d}", f"{day.day:02d}", year), strict=True):
        yield _at(box, line, column, len(part), part)


def _phone(box: str, line: int, columns: tuple[int, int], phone: str) -> Iterator[Entry]:
    digits = "".join(char for char in phone if char.isdecimal())
    digits = digits.removeprefix("1") if len(digits) > _PHONE_DIGITS else digits
    if len(digits) == _PHONE_DIGITS:
        yield _at(box, line, columns[0], _AREA_DIGITS, digits[:_AREA_DIGITS])
        yield _at(box, line, columns[1], 8, f"{digits[3:6]}-{digits[6:]}" if box == "33" else digits[3:])
    else:
        yield _at(box, line, columns[1], 8, digits)


def _money(box: str, line: int, column: int, cents: int) -> Entry:
    """Set dollars and cents apart by the form's own line, which stands where the point would."""
    dollars, rest = divmod(cents, 100)
    text = f"{dollars:>5} {rest:02d}"
    return Entry(box=box, value=text, line=line, column=column, width=8)


def _town(address: Address) -> str:
    return " ".join(part for part in (address.city, address.state, address.postal_code) if part)
