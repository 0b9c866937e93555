"""How the cases of a client go: everything that is drawn of it, read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.anatomy import View
from therapist_desk.domain.atlas import Atlas
from therapist_desk.domain.atlas.extent import PainExtent, pain_extent
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.findings.mark import MarkKind, Point
from therapist_desk.domain.ids import CaseId, ClientId, VisitId
from therapist_desk.domain.progress.series import treated
from therapist_desk.domain.visit import Visit
from therapist_desk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProgress:
    """A case over its visits, and among the client's other cases.

    `visits` are those of all cases that took place or are under way, earliest first; `extents` tell for each of them
    how much of the figure was marked as pain, in each view in which a case has any.
    """

    case: Case
    titles: Mapping[CaseId, str]
    today: date
    visits: tuple[Visit, ...]
    extents: Mapping[VisitId, tuple[PainExtent, ...]]

    @property
    def own(self) -> tuple[Visit, ...]:
        """The visits of the case itself."""
        return tuple(visit for visit in self.visits if visit.case_id == self.case.id)


def read_progress(desk: Desk, atlas: Atlas, client_id: ClientId, case_id: CaseId) -> CaseProgress:
    """Read how a case went. What is signed is read as it stands in the chart, as everywhere on screen.

    Raises:
        NotFoundError: there is no such case.
        AtlasDamagedError: the figures cannot be read.
    """
    with desk.store.reading() as charts:
        case = charts.cases.get(case_id)
        cases = charts.cases.of_client(client_id)
        visits = treated(visit for each in cases for visit in charts.visits.history(each.id))
    views = [view for view in View if any(_spreads(visit, view) for visit in visits)]
    return CaseProgress(
        case=case,
        titles={each.id: each.title for each in cases},
        today=desk.today(),
        visits=visits,
        extents={visit.id: _extents(atlas, visit, views) for visit in visits} if views else {},
    )


def _extents(atlas: Atlas, visit: Visit, views: Sequence[View]) -> tuple[PainExtent, ...]:
    return tuple(
        pain_extent(atlas.view(visit.figure, view), visit.marks) if _spreads(visit, view) else PainExtent(view, 0.0)
        for view in views
    )


def _spreads(visit: Visit, view: View) -> bool:
    """Tell whether pain was marked over more than a point: only that has an extent, and measuring takes a moment."""
    pains = (mark for mark in visit.marks if mark.kind is MarkKind.PAIN and mark.sight is view)
    return any(not isinstance(mark.shape, Point) for mark in pains)
