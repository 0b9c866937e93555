"""Charts into tables."""

from __future__ import annotations

from typing import Any, Final

from therapist_desk.services.exporting.reading import ClientChart, Common, VisitChart
from therapist_desk.services.exporting.tables import billing, care, people, visits
from therapist_desk.services.exporting.tables.people import Of, OfHistory
from therapist_desk.services.exporting.tables.table import Table
from therapist_desk.services.exporting.tables.visits import AuditOf
from therapist_desk.services.exporting.tables.writer import TableWriter

TABLES: Final[tuple[Table[Any], ...]] = (
    people.PRACTICE,
    people.THERAPISTS,
    people.PHRASES,
    people.PAYERS,
    people.FEES,
    billing.USUAL_FEES,
    people.CLIENTS,
    people.CAUTIONS,
    people.HEALTH_ANSWERS,
    people.HEALTH_ITEMS,
    people.CONSENTS,
    people.PAPERS,
    care.CASES,
    care.DIAGNOSES,
    care.GOALS,
    care.PLAN,
    care.CHECKS,
    care.REFERRALS,
    visits.VISITS,
    visits.NOTES,
    visits.SEGMENTS,
    visits.TIMER_EVENTS,
    visits.MARKS,
    visits.MEASUREMENTS,
    visits.ANSWERS,
    visits.TESTS,
    visits.DECISIONS,
    visits.ADDENDA,
    visits.SIGNATURES,
    billing.CLAIMS,
    billing.BILLS,
    billing.BILL_LINES,
    billing.PAYMENTS,
    visits.AUDIT,
)
"""All tables, in the order of the dictionary."""


def put_common(writer: TableWriter, common: Common) -> None:
    """Write the practice and its people."""
    writer.dictionary(TABLES)
    writer.add(people.PRACTICE, [common.practice])
    writer.add(people.THERAPISTS, common.therapists)
    writer.add(people.PHRASES, common.phrases)
    writer.add(people.PAYERS, common.payers)
    writer.add(people.FEES, (Of(payer.id, fee) for payer in common.payers for fee in payer.fees))
    writer.add(billing.USUAL_FEES, common.practice.fees)


def put_client(writer: TableWriter, chart: ClientChart) -> None:
    """Write a client without the visits."""
    writer.add(people.CLIENTS, [chart.client])
    writer.add(people.CAUTIONS, (Of(chart.client.id, caution) for caution in chart.client.details.cautions))
    for history in reversed(chart.histories):
        writer.add(people.HEALTH_ANSWERS, (OfHistory(history, answer) for answer in history.answers))
        writer.add(people.HEALTH_ITEMS, (OfHistory(history, item) for item in history.items))
    writer.add(people.CONSENTS, chart.consents)
    writer.add(people.PAPERS, chart.papers)
    writer.add(billing.CLAIMS, (billing.ClaimDetailsOf(chart.client.id, *each) for each in chart.claims))
    writer.add(care.CASES, chart.cases)
    writer.add(care.REFERRALS, chart.referrals)
    for case in chart.cases:
        writer.add(care.DIAGNOSES, (Of(case.id, it, place) for place, it in enumerate(case.diagnoses, 1)))
        writer.add(care.GOALS, (Of(case.id, it, place) for place, it in enumerate(case.goals, 1)))
        writer.add(care.PLAN, (Of(case.id, it, place) for place, it in enumerate(case.plan_lines, 1)))
        writer.add(care.CHECKS, (Of(case.id, it, place) for place, it in enumerate(case.checks, 1)))


def put_visit(writer: TableWriter, read: VisitChart) -> None:
    """Write a visit."""
    writer.add(visits.VISITS, [read.visit])
    writer.add(visits.SIGNATURES, read.links)
    writer.add(billing.BILLS, read.bills)
    writer.add(billing.PAYMENTS, read.payments)
    if read.bill is not None:
        bill = read.bill
        writer.add(
            billing.BILL_LINES, (billing.LineOf(read.visit.id, it, bill.pointed(it.code)) for it in bill.lines)
        )
    if read.source is None:
        return
    visit = read.source.record.visit
    writer.add(visits.NOTES, [visit])
    writer.add(visits.SEGMENTS, (Of(visit.id, it) for it in read.source.record.segments))
    writer.add(visits.TIMER_EVENTS, (Of(visit.id, it, place) for place, it in enumerate(visit.events, 1)))
    writer.add(visits.MARKS, (Of(visit.id, it, place) for place, it in enumerate(visit.marks, 1)))
    writer.add(visits.MEASUREMENTS, (Of(visit.id, it) for it in visit.measurements))
    for item in visit.measurements:
        writer.add(visits.ANSWERS, (Of(item.id, it, place) for place, it in enumerate(item.answers, 1)))
    writer.add(visits.TESTS, (Of(visit.id, it) for it in visit.observations))
    writer.add(visits.DECISIONS, (Of(visit.id, it) for it in visit.screening.decisions))
    writer.add(visits.ADDENDA, read.source.addenda)


def put_audit(writer: TableWriter, lines: tuple[AuditOf, ...]) -> None:
    """Write lines of the audit trail."""
    writer.add(visits.AUDIT, lines)
