"""What each document is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.case_course import CaseCourse
from therapist_desk.domain.claims.account import ClientAccount
from therapist_desk.domain.claims.bill import BillBasis
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.note_units import UnitBasis
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.progress.series import treated
from therapist_desk.domain.record import Addendum, Seal, Sealed, SignedRecord, VisitRecord
from therapist_desk.services.billing.balances import read_bills
from therapist_desk.services.billing.bill import around_of, bill_basis, card_for, unit_basis
from therapist_desk.services.billing.claim_day import beside_course, settled_in, signed_beside
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.care.discharges import signed_discharge
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import OF_A_BILL, OF_A_COURSE, DocumentKind
from therapist_desk.services.records import read_addendum, read_visit
from therapist_desk.services.signing import freeze
from therapist_desk.services.visit.file import next_planned, visit_file
from therapist_desk.store.charts import Charts

_READ_AT_ONCE: Final = 16
"""Records of signed visits that are read with one look into the charts."""


class CaseNotClosedError(ExpectedError):
    """A discharge summary asked for while care goes on."""

    code = "case_not_closed"
    sentence = "Care for this case has not ended. Close the case, with the reason, then make the discharge summary."


@dataclass(frozen=True, slots=True)
class References:
    """What documents look up beside the charts: published measures by id, what payers want, what codes are about."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    cards: RuleCards = field(default_factory=RuleCards)
    regions: CodeRegions = field(default_factory=CodeRegions)


@dataclass(frozen=True, slots=True)
class Source:
    """What a document is drawn from: signed bytes where the visit is signed, else the draft as it stands.

    `course` is there where it was asked for: the case up to the visit, from the signed records of the visits before.
    `bill` is what the visit's bill is drawn from, for documents that ask for money. `units` says by which rule those
    of a note for the payer are counted. `seal` of a discharge is its own, not that of its last visit. `next_visit` is
    when the client is to come again, for the client's copy; `logo` is the practice's today, which no record holds.
    `account` is the client's over all visits, for a statement.
    """

    record: VisitRecord
    seal: Seal | None
    addenda: tuple[Addendum, ...]
    course: CaseCourse | None = None
    bill: BillBasis | None = None
    next_visit: Instant | None = None
    logo: bytes | None = None
    units: UnitBasis | None = None
    account: ClientAccount | None = None

    @property
    def sealed(self) -> Sealed:
        """The record with its seal and addenda."""
        return Sealed(self.record, self.seal, self.addenda)


def read_source(desk: Desk, visit_id: VisitId) -> Source:
    """Read what the documents of one visit are drawn from.

    Raises:
        NotFoundError: there is no such visit.
        UnreadableRecordError: its signed bytes cannot be read.
    """
    with desk.store.reading() as charts:
        return _source(desk, charts, visit_id)


def read_signed(desk: Desk, visit_ids: Sequence[VisitId]) -> Iterator[Source]:
    """Read what the notes of signed visits are drawn from, a few at a time, in the order asked for.

    Raises:
        UnreadableRecordError: the signed bytes of one cannot be read.
    """
    for first in range(0, len(visit_ids), _READ_AT_ONCE):
        some = visit_ids[first : first + _READ_AT_ONCE]
        with desk.store.reading() as charts:
            found, logo = charts.records.of_visits(some), charts.practice.logo()
        for visit_id in some:
            own, *addenda = found[visit_id]
            yield source_of(own, addenda, logo)


def source_of(own: SignedRecord, addenda: Iterable[SignedRecord], logo: bytes | None) -> Source:
    """Give what the documents of a signed visit are drawn from, where its bytes and those of its addenda are read.

    Raises:
        UnreadableRecordError: the signed bytes of one cannot be read.
    """
    told = tuple(Addendum(read_addendum(record), record.seal) for record in addenda)
    return Source(read_visit(own), own.seal, told, logo=logo)


def source_for(desk: Desk, kind: DocumentKind, visit_id: VisitId, references: References) -> Source:
    """Read what a document of some kind is drawn from, where `visit_id` was chosen.

    An initial evaluation is of the first visit of that case, and a discharge summary of all, whichever was chosen.

    Raises:
        NotFoundError: there is no such visit.
        UnreadableRecordError: its signed bytes cannot be read.
        CaseNotClosedError: care goes on, and there is nothing to sum up.
    """
    with desk.store.reading() as charts:
        case = charts.cases.get(charts.visits.case_of(visit_id))
        if kind is DocumentKind.DISCHARGE:
            if case.closed_on is None:
                raise CaseNotClosedError
            visit_id = treated(charts.visits.heads(case.id))[-1].id
        elif kind is DocumentKind.EVALUATION:
            visit_id = treated(charts.visits.heads(case.id))[0].id
        source = _source(desk, charts, visit_id)
        if kind in OF_A_BILL:
            around = around_of(charts, case.client_id)
            basis = bill_basis(charts, source.record, source.seal, references.cards, references.regions, around)
            return replace(source, bill=basis)
        if kind is DocumentKind.STATEMENT:
            bills = read_bills(charts, source.record.client.id, references.cards)
            return replace(source, account=ClientAccount(bills, desk.today()))
        if kind is DocumentKind.INSURER:
            return replace(source, units=_units(charts, source.record, references))
        if kind not in OF_A_COURSE:
            return source
        return _of_a_course(charts, source, kind, case, references)


def _units(charts: Charts, record: VisitRecord, references: References) -> UnitBasis:
    beside = signed_beside(charts, record).signed
    settled = settled_in(charts, [each.visit for each in (record, *beside)])
    return unit_basis(beside, settled, card_for(charts, record.payer, references.cards))


def _of_a_course(charts: Charts, source: Source, kind: DocumentKind, case: Case, references: References) -> Source:
    course = _course(charts, source, references)
    if kind is DocumentKind.CLIENT:
        planned = next_planned(charts, case.id)
        return replace(source, course=course, next_visit=planned.planned_for if planned else None)
    if kind is DocumentKind.DISCHARGE:
        return _discharge(charts, source, course, case)
    return replace(source, course=course)


def _discharge(charts: Charts, source: Source, course: CaseCourse, case: Case) -> Source:
    """Give the end of care as it was signed, or the closed case as a draft; the visits are signed either way."""
    signed = signed_discharge(charts, case)
    if signed is None:
        return replace(source, seal=None, course=replace(course, closed=case))
    record, seal = signed
    return replace(source, seal=seal, course=replace(course, closed=record.case, discharged_by=record.therapist))


def _source(desk: Desk, charts: Charts, visit_id: VisitId) -> Source:
    signed, logo = charts.records.of_visit(visit_id), charts.practice.logo()
    if signed is None:
        return Source(freeze(charts, visit_file(charts, visit_id), desk.clock.now()), None, (), logo=logo)
    return source_of(signed, charts.records.addendum_records(visit_id), logo)


def _course(charts: Charts, source: Source, references: References) -> CaseCourse:
    own = source.record.visit
    sources, unsigned = [], 0
    for visit in treated(charts.visits.heads(own.case_id)):
        if (visit.service_date, visit.number) >= (own.service_date, own.number):
            continue
        signed = charts.records.of_visit(visit.id)
        if signed is None:
            unsigned += 1
        else:
            sources.append(source_of(signed, charts.records.addendum_records(visit.id), None))
    course = course_of(charts, source, [each.record for each in sources], unsigned, references)
    return replace(course, addenda=tuple(addendum for each in (*sources, source) for addendum in each.addenda))


def course_of(
    charts: Charts, source: Source, earlier: Sequence[VisitRecord], unsigned: int, references: References
) -> CaseCourse:
    """Give the case up to a visit, from the signed records before it; `unsigned` visits before it are not signed."""
    card = card_for(charts, source.record.payer, references.cards)
    records = (*earlier, source.record)
    beside = beside_course(charts, records)
    return CaseCourse(
        records=records,
        seal=source.seal,
        unsigned=unsigned,
        rule=None if card is None or card.units is None else card.units.rule,
        settled=settled_in(charts, [record.visit for record in (*records, *beside)]),
        beside=beside,
        measures=references.measures,
    )
