"""The bill of a visit: what was done on its day, by whom and for whom, at which charge; or what it waits for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from therapist_desk.domain.billing import ChoiceOutsideTiesError, UnitAllocation, UnitRule, UnknownCodeError
from therapist_desk.domain.care.case import Diagnosis
from therapist_desk.domain.claims.charges import ServiceLine, allocations, service_lines, total, without_fee
from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.held import BillHeldError, Lack, Wanting, wanting
from therapist_desk.domain.claims.ledger import Account, LedgerEntry
from therapist_desk.domain.claims.pointing import letters_of, pointers_for
from therapist_desk.domain.claims.terms import OFFICE, BillingTerms, ClaimReference
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.fee import Fee, fees_over
from therapist_desk.domain.payer import Payer, PayerKind
from therapist_desk.domain.procedures import PROCEDURES
from therapist_desk.domain.record import Seal, VisitRecord
from therapist_desk.domain.rule_cards.card import Modifier, RuleCard
from therapist_desk.domain.session.minutes import minutes_by_day


@dataclass(frozen=True, slots=True, kw_only=True)
class BillBasis:
    """What a bill is drawn from.

    `record` is the visit as signed, with `added` filled in from today where it had nothing. `same_day` are the other
    signed visits of its claim on its day, `unsigned` how many more there are; `apart` are those that the same payer
    knows by another claim number, which have a bill of their own. `seal` is None for a draft.
    `amended` are the days of addenda, which may correct what the bill is drawn from.
    `entries` are the payments of all these visits; `terms` and `claim` were settled for the bill and are no part of
    what was signed. `regions` tells which parts of the body a diagnosis is about.
    """

    record: VisitRecord
    seal: Seal | None
    card: RuleCard | None = None
    same_day: tuple[VisitRecord, ...] = ()
    unsigned: int = 0
    apart: tuple[VisitRecord, ...] = ()
    amended: tuple[date, ...] = ()
    added: tuple[str, ...] = ()
    entries: tuple[LedgerEntry, ...] = ()
    terms: BillingTerms | None = None
    claim: ClaimDetails = field(default_factory=ClaimDetails)
    regions: CodeRegions = field(default_factory=CodeRegions)

    @property
    def place(self) -> str:
        """The place of service, by its code: the visit's own, else the practice's usual one."""
        return (self.terms.place if self.terms else "") or self.record.practice.place_of_service or OFFICE

    @property
    def self_paid(self) -> bool:
        """Whether the client pays alone: there is no payer whose rules hold."""
        payer = self.record.payer
        return payer is None or payer.kind is PayerKind.SELF_PAY

    @property
    def rule(self) -> UnitRule | None:
        """By which rule units are counted: the payer's; the numbers' own, each alone, where the client pays."""
        if self.card is not None and self.card.units is not None:
            return self.card.units.rule
        return UnitRule.MIDPOINT if self.self_paid else None

    @property
    def reference(self) -> ClaimReference:
        """What the claim says of an earlier one."""
        return self.terms.claim if self.terms else ClaimReference()

    def choice(self, day: date) -> tuple[str, ...]:
        """Give the numbers that get the open units of a day: as settled for the bill, else as chosen in visits."""
        settled = tuple(each.code for each in (self.terms.unit_choice if self.terms else ()) if each.day == day)
        visits = [each.visit for each in self.records if each.visit.service_date == day]
        return settled or tuple(code for visit in visits for code in visit.unit_choice)

    @property
    def diagnoses(self) -> tuple[Diagnosis, ...]:
        """The diagnoses that the bill is for, each code once, in the order that gives their letters."""
        found: dict[str, Diagnosis] = {}
        for record in self.records:
            for diagnosis in record.case.diagnoses:
                found.setdefault(diagnosis.code, diagnosis)
        return tuple(found.values())

    @property
    def fees(self) -> tuple[Fee, ...]:
        """What is charged: the payer's fees, and the practice's own for other numbers."""
        payer = self.record.payer
        return fees_over(payer.fees if payer else (), self.record.practice.fees)

    @property
    def records(self) -> tuple[VisitRecord, ...]:
        """All records that the bill is of, by visit number: the same order whichever visit is asked."""
        return tuple(sorted((*self.same_day, self.record), key=lambda record: (record.visit.number, record.visit.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill that is complete. `rules` are those by which the units come out as they stand."""

    basis: BillBasis
    lines: tuple[ServiceLine, ...]
    rules: tuple[UnitRule, ...]
    loose: tuple[Modifier, ...] = ()
    pointing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def record(self) -> VisitRecord:
        """The visit that the bill is of."""
        return self.basis.record

    @property
    def cents(self) -> int:
        """All charges."""
        return total(self.lines)

    @property
    def units(self) -> int:
        """All units."""
        return sum(line.units for line in self.lines)

    @property
    def pointers(self) -> tuple[str, ...]:
        """A letter for each diagnosis, in order; the claim form has twelve."""
        return letters_of(len(self.basis.diagnoses))

    @property
    def account(self) -> Account:
        """What the visits cost and what came in."""
        return Account(self.cents, self.basis.entries)

    def pointed(self, code: str) -> tuple[str, ...]:
        """Give the letters of the diagnoses that a procedure number points to, the main one first."""
        return self.pointing.get(code, ())


def tax_id(record: VisitRecord) -> str:
    """Give our tax ID as the payer knows it, else the practice's own."""
    return (record.payer.billing_tax_id if record.payer else "") or record.practice.tax_id


def completed(record: VisitRecord, today: VisitRecord) -> tuple[VisitRecord, tuple[str, ...]]:
    """Fill what a signed record lacks for its bill from the same visit as it stands today, and name what was added.

    Nothing that was signed changes: minutes, findings and what had a value stay.
    """
    added: list[str] = []
    if not tax_id(record) and tax_id(today):
        added.append("tax ID")
    known, now = record.practice, today.practice
    usual = fees_over(known.fees, now.fees)
    practice = replace(
        known,
        tax_id=known.tax_id or now.tax_id,
        npi=known.npi or now.npi,
        tax_id_kind=known.tax_id_kind or now.tax_id_kind,
        fees=usual,
    )
    therapist = record.therapist
    if not therapist.npi and today.therapist.npi:
        therapist = replace(therapist, npi=today.therapist.npi)
        added.append("NPI")
    case = record.case
    if not case.diagnoses and today.case.diagnoses:
        case = replace(case, diagnoses=today.case.diagnoses)
        added.append("diagnoses")
    if case.coverage is None and today.case.coverage is not None:
        case = replace(case, coverage=today.case.coverage)
    payer, news = _payer(record.payer, today.payer)
    return replace(record, practice=practice, therapist=therapist, case=case, payer=payer), (*added, *news)


def make_bill(basis: BillBasis) -> Bill:
    """Reckon units and charges.

    Raises:
        BillHeldError: something is missing or open; it says what, all at once.
    """
    record = basis.record
    waits = list(_missing(basis))
    lines: list[ServiceLine] = []
    rule = basis.rule
    modifiers = basis.card.modifiers if basis.card else ()
    by_day = _minutes(basis)
    for day, minutes in by_day.items():
        shown = f"{day:%b} {day.day}"
        try:
            found = allocations(minutes, rule, basis.choice(day))
        except UnknownCodeError as error:
            waits.append(wanting(Lack.PROCEDURE, **error.values))
            continue
        except ChoiceOutsideTiesError:
            waits.append(wanting(Lack.STALE_CHOICE, day=shown))
            continue
        if len(found) > 1:
            waits.append(wanting(Lack.UNITS_RULE, day=shown, one=_told(found[0]), other=_told(found[1])))
            continue
        units = found[0].units
        if found[0].ties:
            waits.append(wanting(Lack.CHOICE, day=shown, codes=" and ".join(found[0].ties)))
        if record.payer is None and not basis.fees:
            continue
        unpriced = without_fee(units, basis.fees)
        if unpriced:
            waits.append(wanting(Lack.FEE, codes=" and ".join(unpriced)))
        else:
            lines += service_lines(day, minutes, units, basis.fees, modifiers)
    if not any(spent for minutes in by_day.values() for spent in minutes.values()):
        waits.append(wanting(Lack.TIME))
    if waits:
        raise BillHeldError(waits)
    used = {modifier for line in lines for modifier in line.modifiers}
    loose = tuple(each for each in modifiers if not each.procedures and each.code not in used)
    chosen = basis.terms.pointing if basis.terms else ()
    pointing = {
        line.code: pointers_for(line.code, basis.diagnoses, basis.records, chosen, basis.regions) for line in lines
    }
    rules = (rule,) if rule else tuple(UnitRule)
    return Bill(basis=basis, lines=tuple(lines), rules=rules, loose=loose, pointing=pointing)


def open_units(basis: BillBasis) -> Mapping[date, UnitAllocation]:
    """Give the days on which numbers have equal claim to a unit by the payer's rule, whatever was chosen."""
    found: dict[date, UnitAllocation] = {}
    for day, minutes in _minutes(basis).items():
        try:
            made = allocations(minutes, basis.rule, ())
        except UnknownCodeError:
            continue
        if len(made) == 1 and made[0].ties:
            found[day] = made[0]
    return found


def billed_codes(basis: BillBasis) -> tuple[str, ...]:
    """Name the procedure numbers with treatment time, whether or not each comes to a unit."""
    found = {code for minutes in _minutes(basis).values() for code, spent in minutes.items() if spent}
    return tuple(sorted(found & PROCEDURES.keys()))


def _minutes(basis: BillBasis) -> Mapping[date, Mapping[str, int]]:
    return minutes_by_day(segment for each in basis.records for segment in each.segments)


def _missing(basis: BillBasis) -> Iterator[Wanting]:
    record = basis.record
    if basis.unsigned:
        yield wanting(Lack.OTHER_VISITS)
    if record.payer is None and not basis.fees:
        yield wanting(Lack.PAYER)
    if basis.self_paid:
        return  # what a payer asks for is not asked of a client
    if not basis.diagnoses:
        yield wanting(Lack.DIAGNOSIS)
    if not tax_id(record):
        yield wanting(Lack.TAX_ID)
    if not (record.therapist.npi or record.practice.npi):
        yield wanting(Lack.NPI)


def _told(allocation: UnitAllocation) -> str:
    return ", ".join(f"{units} × {code}" for code, units in allocation.units.items()) or "none"


def _payer(signed: Payer | None, today: Payer | None) -> tuple[Payer | None, tuple[str, ...]]:
    if signed is None:
        return today, () if today is None else ("payer",)
    if today is None or today.id != signed.id:
        return signed, ()
    known = {fee.code for fee in signed.fees}
    new = tuple(fee for fee in today.fees if fee.code not in known)
    card = signed.rule_card or today.rule_card
    added = (f"fee for {', '.join(fee.code for fee in new)}",) if new else ()
    filled = replace(
        signed,
        fees=(*signed.fees, *new),
        rule_card=card,
        billing_tax_id=signed.billing_tax_id or today.billing_tax_id,
        rendering_id=signed.rendering_id or today.rendering_id,
        billing_id=signed.billing_id or today.billing_id,
    )
    return filled, added
