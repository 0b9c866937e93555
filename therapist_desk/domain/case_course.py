"""A case over its visits, as the documents that speak of several visits are drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from therapist_desk.domain.billing import UnitRule
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import ReferralUse
from therapist_desk.domain.claims.terms import ChosenUnit
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.people import Therapist
from therapist_desk.domain.record import Addendum, Seal, VisitRecord
from therapist_desk.domain.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCourse:
    """The records of a case from its first visit to the one that a document is of, earliest first.

    All but the last are signed; `seal` is the last one's, None while it is a draft. `addenda` are those to any of
    them; a document that stands beside the notes, which carry them, needs none. `unsigned` counts the visits between
    that are left out because nobody signed them. `rule` is how the payer counts units, None where nobody says so;
    `settled` are the units given to a number when bills were made, and `beside` the signed visits of other cases on
    the same claim and day, whose minutes count together. `measures` are the published ones, by id. `closed` is the
    case as it stands after the last visit, for a document of the end of care; `discharged_by` is who signed that,
    None while nobody has.
    """

    records: tuple[VisitRecord, ...]
    seal: Seal | None
    addenda: tuple[Addendum, ...] = ()
    unsigned: int = 0
    rule: UnitRule | None = None
    settled: tuple[ChosenUnit, ...] = ()
    beside: tuple[VisitRecord, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=dict)
    closed: Case | None = None
    discharged_by: Therapist | None = None

    @property
    def first(self) -> VisitRecord:
        """The earliest record."""
        return self.records[0]

    @property
    def last(self) -> VisitRecord:
        """The record that the document is of."""
        return self.records[-1]

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits, earliest first."""
        return tuple(record.visit for record in self.records)

    @property
    def numbers(self) -> tuple[int, int]:
        """The lowest and the highest number of the visits; one charted late has a high one at an early day."""
        counted = [visit.number for visit in self.visits]
        return min(counted), max(counted)

    @property
    def referral_use(self) -> ReferralUse | None:
        """How far all the visits together use the order of the last one."""
        use, order = self.last.referral_use, self.last.referral
        if use is None or order is None:
            return use
        places = [
            record.referral_use.number
            for record in self.records
            if record.referral_use is not None and record.referral is not None and record.referral.id == order.id
        ]
        return replace(use, number=max(places))
