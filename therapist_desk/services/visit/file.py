"""A visit with everything that its screen and its documents show."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter

from therapist_desk.domain.client import Client
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.health.background import Background
from therapist_desk.domain.ids import CaseId, VisitId
from therapist_desk.domain.people import Practice, Therapist
from therapist_desk.domain.record import Addendum, Seal
from therapist_desk.domain.sentences.wording import Wording
from therapist_desk.domain.visit import Visit, VisitHead, VisitStatus
from therapist_desk.services.billing.claim_day import shared_day
from therapist_desk.services.cases import CaseFile, case_file
from therapist_desk.services.health import background_of
from therapist_desk.services.practice import practice_of
from therapist_desk.services.records import addenda_of
from therapist_desk.store.charts import Charts


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFile:
    """A visit with all that the visit screen shows. `earlier` are those begun before it in its case, `last` the last.

    `shared` are those of other cases on the same claim and day, whose minutes count together with its own.
    `upcoming` is the first of those planned in its case; `wording` is that of its therapist's generated sentences.
    """

    visit: Visit
    client: Client
    case_file: CaseFile
    therapist: Therapist
    practice: Practice
    last: Visit | None
    seal: Seal | None
    addenda: tuple[Addendum, ...]
    background: Background = field(default_factory=Background)
    earlier: tuple[Visit, ...] = ()
    shared: tuple[Visit, ...] = ()
    wording: Wording = Wording.FULL
    upcoming: VisitHead | None = None

    @property
    def next_on(self) -> Instant | None:
        """When the next visit is planned for."""
        return self.upcoming.planned_for if self.upcoming else None

    @property
    def same_day(self) -> tuple[Visit, ...]:
        """The visits before this one on its claim and day: units are counted over all of them."""
        day = self.visit.service_date
        return (*(each for each in self.earlier if each.service_date == day), *self.shared)


def visit_file(charts: Charts, visit_id: VisitId, history: tuple[Visit, ...] | None = None) -> VisitFile:
    """Gather a visit with everything its screen and its documents show.

    `history` is all visits of its case, for whoever has read them already.
    """
    visit = charts.visits.get(visit_id)
    case = charts.cases.get(visit.case_id)
    earlier = begun_before(charts, visit, history)
    sealed = charts.records.of_visit(visit_id)
    client = charts.clients.get(visit.client_id)
    return VisitFile(
        visit=visit,
        client=client,
        case_file=case_file(charts, case, visit.service_date, number=_place_on_referral(charts, visit)),
        therapist=charts.therapists.get(visit.therapist_id),
        practice=practice_of(charts),
        last=earlier[-1] if earlier else None,
        seal=sealed.seal if sealed else None,
        addenda=addenda_of(charts, visit_id),
        background=background_of(charts, client),
        earlier=earlier,
        shared=tuple(map(charts.visits.get, shared_day(charts, visit))),
        wording=charts.writing.wording(visit.therapist_id),
        upcoming=next_planned(charts, visit.case_id, beside=visit_id),
    )


def next_planned(charts: Charts, case_id: CaseId, beside: VisitId | None = None) -> VisitHead | None:
    """Give the visit of a case that is planned next, `beside` one."""
    planned = [
        (head.planned_for.utc, head)
        for head in charts.visits.heads(case_id)
        if head.status is VisitStatus.PLANNED and head.planned_for is not None and head.id != beside
    ]
    return min(planned, key=itemgetter(0))[1] if planned else None


def begun_before(charts: Charts, visit: Visit, history: tuple[Visit, ...] | None = None) -> tuple[Visit, ...]:
    """Give the visits of the case that came before one by their days; what is only planned has found nothing."""
    place = visit.service_date, visit.number
    return tuple(
        other
        for other in (charts.visits.history(visit.case_id) if history is None else history)
        if other.id != visit.id
        and other.status is not VisitStatus.PLANNED
        and (other.service_date, other.number) < place
    )


def _place_on_referral(charts: Charts, visit: Visit) -> int | None:
    """Count a visit within the order it uses, from 1; None where it uses none."""
    if visit.referral_id is None:
        return None
    return charts.visits.on_referral(visit.referral_id).index(visit.id) + 1
