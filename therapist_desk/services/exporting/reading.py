"""What an export reads, one client and one visit at a time: nothing holds the charts open for long."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.audit import AuditEvent
from therapist_desk.domain.canonical import UnreadableRecordError
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.claims.bill import Bill, BillBasis, make_bill
from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.held import BillHeldError
from therapist_desk.domain.claims.ledger import LedgerEntry
from therapist_desk.domain.claims.terms import BillingTerms
from therapist_desk.domain.client import Client
from therapist_desk.domain.health.consent import Consent
from therapist_desk.domain.health.history import HealthHistory
from therapist_desk.domain.ids import CaseId, ClientId, PayerId, VisitId
from therapist_desk.domain.notes.phrase import Phrase
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.domain.record import SignedRecord
from therapist_desk.domain.visit import Visit, VisitStatus
from therapist_desk.services.billing.bill import Around, bill_basis, unit_basis
from therapist_desk.services.billing.claim_day import settled_in
from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.services.documents.sources import (
    CaseNotClosedError,
    References,
    Source,
    read_source,
    source_for,
    source_of,
)
from therapist_desk.services.exporting.tables.people import Of
from therapist_desk.services.exporting.tables.visits import AuditOf
from therapist_desk.services.practice import practice_of

_AUDIT_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Common:
    """What is the practice's and no client's."""

    practice: Practice
    therapists: tuple[Therapist, ...]
    payers: tuple[Payer, ...]
    phrases: tuple[Of[Phrase], ...]
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class ClientChart:
    """A client with everything but the visits, which are named alone."""

    client: Client
    cases: tuple[Case, ...]
    referrals: tuple[Referral, ...]
    papers: tuple[Attachment, ...]
    histories: tuple[HealthHistory, ...]
    consents: tuple[Consent, ...]
    visits: tuple[VisitId, ...]
    claims: tuple[tuple[PayerId, ClaimDetails], ...] = ()

    def around(self, common: Common) -> Around:
        """Give who stands around all visits of the client."""
        return Around(
            practice=common.practice,
            therapists={therapist.id: therapist for therapist in common.therapists},
            payers={payer.id: payer for payer in common.payers},
            cases=self.cases,
            claims=dict(self.claims),
        )

    def case(self, case_id: CaseId) -> Case:
        """Give one of the cases."""
        return next(case for case in self.cases if case.id == case_id)

    def referrals_of(self, case_id: CaseId) -> tuple[Referral, ...]:
        """Give the orders of a case."""
        return tuple(referral for referral in self.referrals if referral.case_id == case_id)


@dataclass(frozen=True, slots=True)
class VisitChart:
    """A visit. `source` is what documents are drawn from, None while only planned; `links` are its signed bytes.

    `bills` is all that was settled for its bill, `payments` all that came in, corrected entries too; `bill` is the
    bill itself, and `held` says what it waits for where it waits. `closing` is what its discharge summary is
    drawn from, where it is the last visit of a discharge that holds.
    """

    visit: Visit
    source: Source | None
    links: tuple[SignedRecord, ...]
    bills: tuple[BillingTerms, ...] = ()
    payments: tuple[LedgerEntry, ...] = ()
    bill: Bill | None = None
    held: BillHeldError | None = None
    closing: Source | None = None


def read_common(desk: Desk, client_id: ClientId | None) -> Common:
    """Read the practice; beside one client alone only who pays for their cases, and nobody's phrases."""
    with desk.store.reading() as charts:
        therapists, payers, logo = charts.therapists.all(), charts.payers.all(), charts.practice.logo()
        if client_id is None:
            phrases = tuple(Of(who.id, phrase) for who in therapists for phrase in charts.writing.phrases(who.id))
            return Common(practice_of(charts), therapists, payers, phrases, logo)
        paying = {case.coverage.payer_id for case in charts.cases.of_client(client_id) if case.coverage}
        theirs = tuple(payer for payer in payers if payer.id in paying)
        return Common(practice_of(charts), therapists, theirs, (), logo)


def clients_to_read(desk: Desk, client_id: ClientId | None) -> tuple[tuple[ClientId, ...], int]:
    """Give the clients of an export, and how many visits they have altogether."""
    with desk.store.reading() as charts:
        chosen = charts.clients.all_ids() if client_id is None else (client_id,)
        return chosen, charts.visits.count(client_id)


def read_client(desk: Desk, client_id: ClientId) -> ClientChart:
    """Read a client.

    Raises:
        NotFoundError: there is none.
    """
    with desk.store.reading() as charts:
        cases = charts.cases.of_client(client_id)
        return ClientChart(
            client=charts.clients.get(client_id),
            cases=cases,
            referrals=tuple(referral for case in cases for referral in charts.cases.referrals_of(case.id)),
            papers=charts.papers.of_client(client_id),
            histories=charts.health.histories_of(client_id),
            consents=charts.health.consents_of(client_id),
            visits=charts.visits.ids_of(client_id),
            claims=charts.billing.claims_of(client_id),
        )


def read_visit_chart(
    desk: Desk, visit_id: VisitId, references: References, around: Around, logo: bytes | None = None
) -> VisitChart | None:
    """Read a visit, or None where it was removed meanwhile. One that is signed is read from its signed bytes alone.

    `around` is read once for all visits of a client, and the practice's `logo` once for all: their bills and notes
    ask for them again and again.

    Raises:
        UnreadableRecordError: its signed bytes cannot be read.
    """
    with desk.store.reading() as charts:
        own = charts.records.of_visit(visit_id)
        draft = charts.visits.find(visit_id) if own is None else None
        if own is None and draft is None:
            return None
        bills, payments = charts.billing.terms_of_all([visit_id]), charts.billing.entries_of([visit_id])
        discharges = charts.records.discharges_of(visit_id)
        addenda = charts.records.addendum_records(visit_id)
        links = (*((own,) if own else ()), *addenda, *discharges)
    if draft is not None and draft.status is VisitStatus.PLANNED:
        return VisitChart(draft, None, links, bills, payments)
    source = read_source(desk, visit_id) if own is None else source_of(own, addenda, logo)
    # The record was frozen a moment before it was signed.
    visit = draft or replace(source.record.visit, status=VisitStatus.SIGNED)
    if source.seal is None:
        return VisitChart(visit, source, links, bills, payments)
    read = VisitChart(
        visit, source, links, bills, payments, closing=_closing(desk, visit_id, references) if discharges else None
    )
    try:
        with desk.store.reading() as charts:
            basis = bill_basis(charts, source.record, source.seal, references.cards, references.regions, around)
            settled = settled_in(charts, [each.visit for each in basis.records])
    except UnreadableRecordError:
        return read  # another visit of the day, of which it is told in its own place
    bill, held = _bill(basis)
    source = replace(source, units=unit_basis(basis.same_day, settled, basis.card))
    return replace(read, source=source, bill=bill, held=held)


def audit_after(desk: Desk, sequence: int, common: Common) -> tuple[int, tuple[AuditOf, ...]]:
    """Read some lines of the trail after one; gives the number of the last, and none at its end."""
    with desk.store.reading() as charts:
        found = charts.audit.after(sequence, _AUDIT_AT_ONCE)
    return (found[-1][0] if found else sequence), _lines(found, common)


def audit_of(desk: Desk, chart: ClientChart, common: Common) -> tuple[AuditOf, ...]:
    """Read the lines about one client, the first one first."""
    things = (chart.cases, chart.referrals, chart.papers, chart.consents, chart.histories)
    subjects = (chart.client.id, *chart.visits, *(thing.id for group in things for thing in group))
    with desk.store.reading() as charts:
        return _lines(charts.audit.about(subjects), common)


def _lines(found: Iterable[tuple[int, AuditEvent]], common: Common) -> tuple[AuditOf, ...]:
    names = {str(therapist.id): therapist.name for therapist in common.therapists}
    return tuple(AuditOf(number, event, names.get(event.therapist_id or "", "")) for number, event in found)


def _bill(basis: BillBasis) -> tuple[Bill | None, BillHeldError | None]:
    """Make the bill of a signed visit, or say what it waits for; neither where no payer and no fee is known.

    A bill is of all visits of a claim on a day: the first of them has it.
    """
    if basis.record.payer is None and not basis.fees:
        return None, None
    if basis.records[0].visit.id != basis.record.visit.id:
        return None, None
    try:
        return make_bill(basis), None
    except BillHeldError as held:
        return None, held


def _closing(desk: Desk, visit_id: VisitId, references: References) -> Source | None:
    """Read what the discharge summary is drawn from; None where care went on since."""
    with suppress(CaseNotClosedError):
        source = source_for(desk, DocumentKind.DISCHARGE, visit_id, references)
        return source if source.seal is not None and source.record.visit.id == visit_id else None
    return None
