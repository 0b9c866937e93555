"""Visits in lists: one line each, without reading what they hold."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, select
from sqlalchemy.orm import aliased, selectinload

from therapist_desk.domain.client import ClientDetails
from therapist_desk.domain.clock import Instant
from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.ids import CaseId, ClientId, TherapistId, VisitId
from therapist_desk.domain.session.timer import EventKind, Segment, settled_seconds, settled_segments
from therapist_desk.domain.visit import VisitHead, VisitStatus, VisitSummary
from therapist_desk.store.mapping.visits import event_of, segment_of
from therapist_desk.store.repositories.base import Repository
from therapist_desk.store.rows.cases import CaseRow
from therapist_desk.store.rows.clients import ClientRow
from therapist_desk.store.rows.marks import MarkRow
from therapist_desk.store.rows.notes import NoteRow
from therapist_desk.store.rows.visits import SegmentRow, TimerEventRow, VisitRow

_TIMES = (selectinload(VisitRow.events), selectinload(VisitRow.segments).selectinload(SegmentRow.regions))


class Summaries(Repository):
    """Lists of visits."""

    def heads(self, case_id: CaseId, days: Collection[date] | None = None) -> tuple[VisitHead, ...]:
        """Say of the visits of a case, all or those of some days, where they stand, the first one first."""
        columns = (VisitRow.id, VisitRow.number, VisitRow.service_date, VisitRow.planned_for, VisitRow.status)
        order = (VisitRow.service_date, VisitRow.number)
        wanted = select(*columns).where(VisitRow.case_id == case_id).order_by(*order)
        rows = self._session.execute(wanted if days is None else wanted.where(VisitRow.service_date.in_(days)))
        return tuple(
            VisitHead(id=VisitId(visit_id), number=number, service_date=day, planned_for=planned, status=status)
            for visit_id, number, day, planned, status in rows
        )

    def case_of(self, visit_id: VisitId) -> CaseId:
        """Name the case of a visit.

        Raises:
            NotFoundError: there is none of this id.
        """
        case_id = self._session.scalar(select(VisitRow.case_id).where(VisitRow.id == visit_id))
        if case_id is None:
            raise NotFoundError(what="visit")
        return CaseId(case_id)

    def of_case(self, case_id: CaseId) -> tuple[VisitSummary, ...]:
        """List a case's visits, the latest first."""
        return self._list(VisitRow.case_id == case_id)

    def of_client(self, client_id: ClientId) -> tuple[VisitSummary, ...]:
        """List a client's visits, the latest first."""
        return self._list(VisitRow.client_id == client_id)

    def on(self, day: date) -> tuple[VisitSummary, ...]:
        """List the visits of a day in the order they are planned; unplanned ones come last."""
        found = self._list(VisitRow.service_date == day)
        return tuple(sorted(found, key=lambda visit: (visit.planned_for is None, _utc_text(visit.planned_for))))

    def unsigned(self) -> tuple[VisitSummary, ...]:
        """List the drafts, the oldest first: each still lacks its signature."""
        return self._list(VisitRow.status == VisitStatus.DRAFT)[::-1]

    def in_session(self) -> frozenset[VisitId]:
        """Give the drafts whose timer has begun and not been stopped."""
        later = aliased(TimerEventRow)
        is_last = ~exists().where(later.visit_id == TimerEventRow.visit_id, later.position > TimerEventRow.position)
        query = (
            select(TimerEventRow.visit_id)
            .join(VisitRow, VisitRow.id == TimerEventRow.visit_id)
            .where(VisitRow.status == VisitStatus.DRAFT, TimerEventRow.kind != EventKind.STOP, is_last)
        )
        return frozenset(VisitId(visit_id) for visit_id in self._session.scalars(query))

    def given_in_case(self, case_id: CaseId, most: int) -> tuple[tuple[Segment, ...], ...]:
        """Give the segments that count of a case's last `most` signed visits, the latest visit first."""
        return self._given(VisitRow.case_id == case_id, most)

    def given_by(self, therapist_id: TherapistId, most: int) -> tuple[tuple[Segment, ...], ...]:
        """Give the segments that count of the last `most` visits that a therapist signed, the latest first."""
        return self._given(VisitRow.therapist_id == therapist_id, most)

    def _given(self, condition: ColumnElement[bool], most: int) -> tuple[tuple[Segment, ...], ...]:
        query = (
            select(VisitRow)
            .where(condition, VisitRow.status == VisitStatus.SIGNED)
            .order_by(VisitRow.service_date.desc(), VisitRow.number.desc(), VisitRow.id)
            .limit(most)
            .options(*_TIMES)
        )
        rows = self._session.scalars(query, execution_options={"populate_existing": True})
        return tuple(
            settled_segments([event_of(event) for event in row.events], map(segment_of, row.segments)) for row in rows
        )

    def _list(self, condition: ColumnElement[bool]) -> tuple[VisitSummary, ...]:
        marks = select(func.count()).select_from(MarkRow).where(MarkRow.visit_id == VisitRow.id).scalar_subquery()
        query = (
            select(
                VisitRow,
                ClientRow.given_name,
                ClientRow.family_name,
                ClientRow.date_of_birth,
                CaseRow.title,
                NoteRow.pain_before,
                NoteRow.pain_after,
                marks.label("mark_count"),
            )
            .join(ClientRow, ClientRow.id == VisitRow.client_id)
            .join(CaseRow, CaseRow.id == VisitRow.case_id)
            .outerjoin(NoteRow, NoteRow.visit_id == VisitRow.id)
            .where(condition)
            .order_by(VisitRow.service_date.desc(), VisitRow.number.desc(), VisitRow.id)
            .options(*_TIMES)
        )
        rows = self._session.execute(query, execution_options={"populate_existing": True})
        return tuple(_summary(row) for row in rows)


def _summary(row: Row[Any]) -> VisitSummary:
    visit: VisitRow = row[0]
    events = [event_of(event) for event in visit.events]
    treated = settled_seconds(events, map(segment_of, visit.segments))
    client = ClientDetails(given_name=row.given_name, family_name=row.family_name, date_of_birth=row.date_of_birth)
    return VisitSummary(
        id=VisitId(visit.id),
        client_id=ClientId(visit.client_id),
        case_id=CaseId(visit.case_id),
        client_name=client.name,
        case_title=row.title,
        number=visit.number,
        service_date=visit.service_date,
        planned_for=visit.planned_for,
        planned_minutes=visit.planned_minutes,
        status=visit.status,
        therapist_id=TherapistId(visit.therapist_id),
        begun=next((event.at for event in events if event.kind is EventKind.START), None),
        hands_on_minutes=None if treated is None else treated // 60,
        pain_before=row.pain_before,
        pain_after=row.pain_after,
        mark_count=row.mark_count,
    )


def _utc_text(moment: Instant | None) -> str:
    return "" if moment is None else moment.utc.isoformat()
