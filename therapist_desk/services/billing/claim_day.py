"""The day of a claim: the visits of one client whose minutes count together, and what was settled for their bill."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.claims.pool import same_claim, same_payer
from therapist_desk.domain.claims.terms import ChosenUnit, settled_units
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.progress.series import treated
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.visit import Visit, VisitHead
from therapist_desk.services.records import read_visit
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True)
class Beside:
    """The other visits of a client's day.

    `signed` are on the claim of the one asked for, of its case or another; `unsigned` are how many more there are.
    `apart` go to the same payer under a claim number of their own.
    """

    signed: tuple[VisitRecord, ...] = ()
    unsigned: int = 0
    apart: tuple[VisitRecord, ...] = ()


def signed_beside(charts: Charts, record: VisitRecord, cases: Sequence[Case] | None = None) -> Beside:
    """Read the other visits of the day of one that share its claim, or at least its payer.

    `cases` are all of the client, for whoever has read them already.

    Raises:
        UnreadableRecordError: the signed bytes of one cannot be read.
    """
    own = record.visit
    cases = charts.cases.of_client(own.client_id) if cases is None else cases
    coverage = record.case.coverage or next(case.coverage for case in cases if case.id == own.case_id)
    together, apart, unsigned = [], [], 0
    for case, head in _of_client(charts, own, [own.service_date], cases):
        signed = charts.records.of_visit(head.id)
        other = None if signed is None else read_visit(signed)
        theirs = (other.case.coverage if other else None) or case.coverage
        if case.id == own.case_id or same_claim(coverage, theirs):
            together += [other] if other else []
            unsigned += other is None
        elif other is not None and same_payer(coverage, theirs):
            apart.append(other)
    return Beside(tuple(together), unsigned, tuple(apart))


def beside_course(charts: Charts, records: Sequence[VisitRecord]) -> tuple[VisitRecord, ...]:
    """Read the signed visits of other cases that share claim and day with some visit of a case."""
    last = records[-1]
    days = {record.visit.service_date for record in records}
    coverage = last.case.coverage or charts.cases.get(last.visit.case_id).coverage
    found = []
    for case, head in _of_client(charts, last.visit, days):
        signed = None if case.id == last.visit.case_id else charts.records.of_visit(head.id)
        other = None if signed is None else read_visit(signed)
        if other is not None and same_claim(coverage, other.case.coverage or case.coverage):
            found.append(other)
    return tuple(found)


def claim_day(charts: Charts, visit: Visit) -> frozenset[VisitId]:
    """Name the visits of a day that share the claim of one, it included, as the cases stand now."""
    coverage = charts.cases.get(visit.case_id).coverage
    return frozenset(
        {visit.id}
        | {
            head.id
            for case, head in _of_client(charts, visit, [visit.service_date])
            if case.id == visit.case_id or same_claim(coverage, case.coverage)
        }
    )


def shared_day(charts: Charts, visit: Visit) -> tuple[VisitId, ...]:
    """Name the visits of other cases that share the claim and the day of one, as the cases stand now."""
    coverage = charts.cases.get(visit.case_id).coverage
    found = _of_client(charts, visit, [visit.service_date])
    return tuple(head.id for case, head in found if case.id != visit.case_id and same_claim(coverage, case.coverage))


def settled_in(charts: Charts, visits: Collection[VisitHead | Visit]) -> tuple[ChosenUnit, ...]:
    """Give the units that were given to a number when the bills of some visits were made."""
    days = {visit.id: visit.service_date for visit in visits}
    return settled_units(charts.billing.terms_of_all(days.keys()), days)


def _of_client(
    charts: Charts, own: Visit, days: Collection[date], cases: Sequence[Case] | None = None
) -> Iterator[tuple[Case, VisitHead]]:
    """Give the other visits of a client on some days that took place, with their cases, its own case first."""
    found = charts.cases.of_client(own.client_id) if cases is None else cases
    for case in sorted(found, key=lambda case: (case.id != own.case_id, case.id)):
        for head in treated(charts.visits.heads(case.id, days)):
            if head.id != own.id:
                yield case, head
