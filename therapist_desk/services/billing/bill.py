"""Billing: gather what the bill of a visit is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.claims.bill import BillBasis, completed
from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.claims.terms import ChosenUnit
from therapist_desk.domain.code_regions import CodeRegions
from therapist_desk.domain.ids import ClientId, PayerId, TherapistId, VisitId
from therapist_desk.domain.note_units import UnitBasis
from therapist_desk.domain.payer import Payer
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.domain.record import Seal, VisitRecord
from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.services.billing.claim_day import signed_beside
from therapist_desk.services.billing.rule_cards import RuleCards
from therapist_desk.services.practice import practice_of
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True)
class Around:
    """The practice with its therapists and payers, and all cases and claims of one client, as they stand now."""

    practice: Practice
    therapists: Mapping[TherapistId, Therapist]
    payers: Mapping[PayerId, Payer]
    cases: tuple[Case, ...]
    claims: Mapping[PayerId, ClaimDetails]

    def today(self, record: VisitRecord) -> VisitRecord:
        """Give a record with everybody around the visit, and its case, as they stand now."""
        case = next(case for case in self.cases if case.id == record.visit.case_id)
        payer = self.payers.get(case.coverage.payer_id) if case.coverage else None
        therapist = self.therapists[record.visit.therapist_id]
        return replace(record, therapist=therapist, practice=self.practice, case=case, payer=payer)


def around_of(charts: Charts, client_id: ClientId) -> Around:
    """Read who stands around all visits of a client now."""
    return Around(
        practice=practice_of(charts),
        therapists={therapist.id: therapist for therapist in charts.therapists.all()},
        payers={payer.id: payer for payer in charts.payers.all()},
        cases=charts.cases.of_client(client_id),
        claims=dict(charts.billing.claims_of(client_id)),
    )


def bill_basis(
    charts: Charts, record: VisitRecord, seal: Seal | None, cards: RuleCards, regions: CodeRegions, around: Around
) -> BillBasis:
    """Gather the basis of a visit's bill; what its record lacks is filled in from `around`, as the charts stand now.

    Raises:
        UnreadableRecordError: the signed bytes of another visit of the day cannot be read.
    """
    own = record.visit
    beside = signed_beside(charts, record, around.cases)
    filled, added = completed(record, around.today(record))
    visits = {own.id, *(record.visit.id for record in beside.signed)}
    payer = filled.payer
    return BillBasis(
        record=filled,
        seal=seal,
        card=card_for(charts, payer, cards, around.payers),
        same_day=beside.signed,
        unsigned=beside.unsigned,
        apart=beside.apart,
        amended=_amended(charts, visits),
        added=added,
        entries=charts.billing.entries_of(visits),
        terms=charts.billing.terms_of(visits),
        claim=around.claims.get(payer.id, ClaimDetails()) if payer else ClaimDetails(),
        regions=regions,
    )


def _amended(charts: Charts, visits: set[VisitId]) -> tuple[date, ...]:
    days = {record.seal.signed_at.day for visit in visits for record in charts.records.addendum_records(visit)}
    return tuple(sorted(days))


def card_for(
    charts: Charts, payer: Payer | None, cards: RuleCards, payers: Mapping[PayerId, Payer] | None = None
) -> RuleCard | None:
    """Give the card of the payer of a record: the one it was signed under, else today's where that alone has a rule.

    How a payer counts units is often found out after the first visits are signed. `payers` are those of today, for
    whoever has read some of them already.
    """
    if payer is None:
        return None
    card = cards.of(payer)
    if card is not None and card.units is not None:
        return card
    known = payers.get(payer.id) if payers else None
    today = cards.of(known or charts.payers.get(payer.id))
    return today if today is not None and today.units is not None else card


def unit_basis(
    same_day: tuple[VisitRecord, ...], settled: tuple[ChosenUnit, ...], card: RuleCard | None
) -> UnitBasis:
    """Say by which rule the units of a note are counted, with the other signed visits of its claim and day."""
    if card is None or card.units is None:
        return UnitBasis(same_day=same_day, settled=settled)
    return UnitBasis(card.units.rule, card.units.source, same_day, settled)
