"""Charts into a FHIR bundle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.record import SealedKind
from therapist_desk.services.exporting.fhir.bundle import BundleWriter
from therapist_desk.services.exporting.fhir.care import case_resources
from therapist_desk.services.exporting.fhir.claim import claim
from therapist_desk.services.exporting.fhir.discharge import discharge_composition, discharge_key
from therapist_desk.services.exporting.fhir.documents import (
    discharge_document,
    note_document,
    paper_document,
    record_document,
)
from therapist_desk.services.exporting.fhir.findings import finding_resources
from therapist_desk.services.exporting.fhir.health import consent_resource, flags, history_resources
from therapist_desk.services.exporting.fhir.money import account_resources
from therapist_desk.services.exporting.fhir.parts import Resource
from therapist_desk.services.exporting.fhir.people import (
    coverage,
    organization,
    patient,
    payer_organization,
    practitioner,
    referring,
)
from therapist_desk.services.exporting.fhir.trail import audit_event
from therapist_desk.services.exporting.fhir.visit import (
    addendum_resource,
    composition,
    encounter,
    procedures,
    provenance,
)
from therapist_desk.services.exporting.reading import ClientChart, Common, VisitChart
from therapist_desk.services.exporting.tables.visits import AuditOf
from therapist_desk.services.records import read_discharge


class Bundling:
    """Puts everything of a client into the bundle, with whoever else it speaks of."""

    def __init__(self, writer: BundleWriter, common: Common) -> None:
        self._writer = writer
        self._common = common
        writer.add([organization(common.practice), *map(practitioner, common.therapists)])

    def add_client(self, chart: ClientChart) -> None:
        """Put a client, their cases, health and consents."""
        self._writer.add(self._client(chart))

    def add_visit(
        self, chart: ClientChart, read: VisitChart, pdf: bytes | None, closing: bytes | None = None
    ) -> None:
        """Put a visit, with the PDFs of its note and of its discharge summary where these are signed."""
        self._writer.add(self._visit(chart, read, pdf))
        self._writer.add(_discharges(read, closing))

    def add_paper(self, paper: Attachment, content: bytes | None) -> None:
        """Put a scanned paper; None where its file cannot be read."""
        self._writer.add(paper_document(paper, content))

    def add_audit(self, lines: Iterable[AuditOf]) -> None:
        """Put lines of the audit trail."""
        self._writer.add(audit_event(line.number, line.event) for line in lines)

    def _client(self, chart: ClientChart) -> Iterable[Resource]:
        payers = {payer.id: payer for payer in self._common.payers}
        yield patient(chart.client)
        yield from flags(chart.client, chart.histories)
        yield from history_resources(chart.histories)
        yield from map(consent_resource, chart.consents)
        for case in chart.cases:
            referrals = chart.referrals_of(case.id)
            yield from (referring(referral.physician) for referral in referrals)
            yield from case_resources(case, referrals, chart.papers)
            if case.coverage is not None and case.coverage.payer_id in payers:
                yield payer_organization(payers[case.coverage.payer_id])
                yield coverage(chart.client, case.id, case.coverage, closed=case.closed_on is not None)

    def _visit(self, chart: ClientChart, read: VisitChart, pdf: bytes | None) -> Iterable[Resource]:
        visit, source = read.visit, read.source
        case = chart.case(visit.case_id)
        if source is None:
            yield encounter(visit, diagnoses=case.diagnoses)
            return
        yield encounter(visit, source.record.segments, source.record.case.diagnoses)
        yield from finding_resources(replace(source.record.visit, status=visit.status))
        yield from procedures(visit, source.record.segments)
        yield composition(source)
        payers = {payer.id for payer in self._common.payers}
        payer = source.record.payer.id if source.record.payer else ""
        covered = case.coverage is not None and case.coverage.payer_id == payer and payer in payers
        if read.bill is not None:
            yield claim(read.bill, covered=covered)
        yield from account_resources(
            visit, read.payments, billed=read.bill is not None, payer_id=payer if covered else ""
        )
        if pdf is not None and source.seal is not None:
            yield from note_document(visit, pdf, source.seal.signed_at)
        by_sequence = {addendum.seal.sequence: addendum for addendum in source.addenda}
        for link in read.links:
            if link.kind is SealedKind.DISCHARGE:
                continue
            key = str(visit.id) if link.kind is SealedKind.VISIT else str(by_sequence[link.seal.sequence].content.id)
            if link.kind is SealedKind.ADDENDUM:
                yield addendum_resource(visit, by_sequence[link.seal.sequence])
            yield from record_document(visit, key, link)
            yield provenance(key, link.seal)


def _discharges(read: VisitChart, closing: bytes | None) -> Iterable[Resource]:
    """Give the signed discharges over a visit; the PDF is that of the last one, where it still holds."""
    signed = [link for link in read.links if link.kind is SealedKind.DISCHARGE]
    for link in signed:
        key = discharge_key(link.seal)
        yield discharge_composition(read_discharge(link), link.seal)
        if closing is not None and link is signed[-1]:
            yield from discharge_document(read.visit, key, closing, link.seal.signed_at)
        yield from record_document(read.visit, key, link)
        yield provenance(key, link.seal)
