"""Visits: written part by part as things happen, read whole."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import selectinload

from therapist_desk.domain.errors import NotFoundError
from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.findings.observation import Observation
from therapist_desk.domain.health.screening import Decision, HealthCheck, Screening
from therapist_desk.domain.ids import CaseId, ClientId, MarkId, MeasurementId, ObservationId, ReferralId, VisitId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.session.timer import Segment, TimerEvent
from therapist_desk.domain.visit import Visit
from therapist_desk.store.mapping.health import decision_row, screening_row
from therapist_desk.store.mapping.marks import mark_values, region_values
from therapist_desk.store.mapping.observations import observation_row
from therapist_desk.store.mapping.visits import (
    event_row,
    fill_head,
    measurement_row,
    note_row,
    segment_row,
    visit_of,
    visit_row,
)
from therapist_desk.store.repositories.base import check_version, table_of
from therapist_desk.store.repositories.summaries import Summaries
from therapist_desk.store.rows.health import DecisionRow, ScreeningRow
from therapist_desk.store.rows.marks import MarkRegionRow, MarkRow
from therapist_desk.store.rows.notes import NoteRow
from therapist_desk.store.rows.visits import MeasurementRow, ObservationRow, SegmentRow, TimerEventRow, VisitRow

_PARTS = (
    selectinload(VisitRow.note).selectinload(NoteRow.paragraphs),
    selectinload(VisitRow.events),
    selectinload(VisitRow.segments).selectinload(SegmentRow.regions),
    selectinload(VisitRow.marks).selectinload(MarkRow.regions),
    selectinload(VisitRow.measurements),
    selectinload(VisitRow.screening),
    selectinload(VisitRow.decisions),
    selectinload(VisitRow.measurements).selectinload(MeasurementRow.answers),
    selectinload(VisitRow.observations),
)


class Visits(Summaries):
    """Sessions. Every method that writes is refused by the database (SignedError) once the visit is signed."""

    def add(self, visit: Visit) -> Visit:
        """Add a visit with whatever it has already; gives it as kept."""
        row = visit_row(visit)
        self._session.add(row)
        self._session.flush()
        for event in visit.events:
            self.add_event(visit.id, event)
        for segment in visit.by_hand:
            self.add_segment(visit.id, segment)
        for mark in visit.marks:
            self.put_mark(visit.id, mark)
        for measurement in visit.measurements:
            self.put_measurement(visit.id, measurement)
        for observation in visit.observations:
            self.put_observation(visit.id, observation)
        if visit.note != Note():
            self.put_note(visit.id, visit.note)
        if visit.screening != Screening():
            self.put_screening(visit.id, visit.screening.check, visit.screening.drawn)
        for decision in visit.screening.decisions:
            self.add_decision(visit.id, decision)
        return replace(visit, version=row.version)

    def get(self, visit_id: VisitId) -> Visit:
        """Give a visit with all its parts; marks in the order of their positions.

        Raises:
            NotFoundError: there is none of this id.
        """
        visit = self.find(visit_id)
        if visit is None:
            raise NotFoundError(what="visit")
        return visit

    def find(self, visit_id: VisitId) -> Visit | None:
        """Give a visit with all its parts, or None where there is none of this id."""
        query = select(VisitRow).where(VisitRow.id == visit_id).options(*_PARTS)
        row = self._session.scalar(query, execution_options={"populate_existing": True})
        return None if row is None else visit_of(row)

    def history(self, case_id: CaseId) -> tuple[Visit, ...]:
        """Give all visits of a case whole, the first one first."""
        query = (
            select(VisitRow)
            .where(VisitRow.case_id == case_id)
            .order_by(VisitRow.service_date, VisitRow.number)
            .options(*_PARTS)
        )
        rows = self._session.scalars(query, execution_options={"populate_existing": True})
        return tuple(visit_of(row) for row in rows)

    def ids_of(self, client_id: ClientId) -> tuple[VisitId, ...]:
        """Give the visits of a client, the first one first."""
        query = (
            select(VisitRow.id)
            .where(VisitRow.client_id == client_id)
            .order_by(VisitRow.service_date, VisitRow.number, VisitRow.id)
        )
        return tuple(VisitId(visit_id) for visit_id in self._session.scalars(query))

    def count(self, client_id: ClientId | None = None) -> int:
        """Count the visits of a client, or all of them."""
        query = select(func.count()).select_from(VisitRow)
        if client_id is not None:
            query = query.where(VisitRow.client_id == client_id)
        return self._session.scalar(query) or 0

    def save_head(self, visit: Visit) -> Visit:
        """Change what stands in a visit's head, none of its parts; gives it with its new version.

        Raises:
            ChangedElsewhereError: the head was changed since it was read.
            NotFoundError: there is none of this id.
        """
        row = self._row(VisitRow, visit.id, "visit")
        check_version(row.version, visit.version, "visit")
        fill_head(row, visit)
        self._session.flush()
        return replace(visit, version=row.version)

    def remove(self, visit_id: VisitId) -> None:
        """Remove a visit in which nothing was timed, marked or measured; the database refuses it for the others.

        Raises:
            NotFoundError: there is none of this id.
        """
        row = self._row(VisitRow, visit_id, "visit")
        for part in (self._session.get(NoteRow, visit_id), self._session.get(ScreeningRow, visit_id)):
            if part is not None:
                self._session.delete(part)
                self._session.flush()
        self._session.delete(row)
        self._session.flush()

    def next_number(self, case_id: CaseId) -> int:
        """Give the number of a case's next visit, from 1."""
        highest = self._session.scalar(select(func.max(VisitRow.number)).where(VisitRow.case_id == case_id))
        return (highest or 0) + 1

    def on_referral(self, referral_id: ReferralId) -> tuple[VisitId, ...]:
        """Give the visits that use an order, by their numbers: what is signed keeps its place on it."""
        query = select(VisitRow.id).where(VisitRow.referral_id == referral_id).order_by(VisitRow.number)
        return tuple(VisitId(visit_id) for visit_id in self._session.scalars(query))

    def add_event(self, visit_id: VisitId, event: TimerEvent) -> None:
        """Add a timer event after the others."""
        self._session.add(event_row(event, visit_id, self._next_position(TimerEventRow, visit_id)))
        self._session.flush()

    def add_segment(self, visit_id: VisitId, segment: Segment) -> None:
        """Add a segment entered by hand; one that it replaces stays."""
        self._session.add(segment_row(segment, visit_id, self._next_position(SegmentRow, visit_id)))
        self._session.flush()

    def put_mark(self, visit_id: VisitId, mark: Mark, position: int | None = None) -> None:
        """Add a mark at `position` in the visit's list, or change it. Touches nothing else of the visit.

        Without a position a mark that is there stays in its place, and a new one comes last.
        """
        # Straight statements: this runs under the therapist's finger, and nothing of the visit need be read.
        connection = self._session.connection()
        names = {"this_mark": mark.id, "this_visit": visit_id}
        if position is not None:
            self._make_room(visit_id, mark.id, position)
        else:
            position = connection.scalar(_PLACE_OF_MARK, names) or 0
        values = mark_values(mark, position)
        if connection.execute(_CHANGE_MARK, values | names).rowcount:
            connection.execute(_DROP_REGIONS, names)
        else:
            connection.execute(_ADD_MARK, values | {"id": mark.id, "visit_id": visit_id})
        regions = region_values(mark)
        if regions:
            connection.execute(_ADD_REGIONS, regions)

    def drop_mark(self, visit_id: VisitId, mark_id: MarkId) -> None:
        """Remove a mark from a visit.

        Raises:
            NotFoundError: the visit has no such mark.
        """
        connection = self._session.connection()
        names = {"this_mark": mark_id, "this_visit": visit_id}
        connection.execute(_DROP_REGIONS, names)
        gone = connection.execute(_DROP_MARK, names)
        if not gone.rowcount:
            raise NotFoundError(what="mark")

    def put_measurement(self, visit_id: VisitId, measurement: Measurement, position: int | None = None) -> None:
        """Add a measurement at `position`, last without one; change it in its place where it is there."""
        known = self._session.get(MeasurementRow, measurement.id)
        place = self._place(MeasurementRow, known, visit_id, position)
        self._session.merge(measurement_row(measurement, visit_id, place))
        self._session.flush()

    def drop_measurement(self, visit_id: VisitId, measurement_id: MeasurementId) -> None:
        """Remove a measurement from a visit.

        Raises:
            NotFoundError: the visit has no such measurement.
        """
        self._drop(self._row(MeasurementRow, measurement_id, "measurement"), visit_id, "measurement")

    def put_observation(self, visit_id: VisitId, observation: Observation, position: int | None = None) -> None:
        """Add an observation at `position`, last without one; change it in its place where it is there."""
        known = self._session.get(ObservationRow, observation.id)
        place = self._place(ObservationRow, known, visit_id, position)
        self._session.merge(observation_row(observation, visit_id, place))
        self._session.flush()

    def drop_observation(self, visit_id: VisitId, observation_id: ObservationId) -> None:
        """Remove an observation from a visit.

        Raises:
            NotFoundError: the visit has no such observation.
        """
        self._drop(self._row(ObservationRow, observation_id, "observation"), visit_id, "observation")

    def put_note(self, visit_id: VisitId, note: Note) -> None:
        """Keep the note as it is now: structured lines and all paragraphs."""
        self._session.merge(note_row(note, visit_id))
        self._session.flush()

    def put_screening(self, visit_id: VisitId, check: HealthCheck | None, drawn: tuple[str, ...]) -> None:
        """Keep the answer on health, and which closed areas were drawn."""
        self._session.merge(screening_row(visit_id, check, drawn))
        self._session.flush()

    def add_decision(self, visit_id: VisitId, decision: Decision) -> None:
        """Add a decision on a contraindication after the others; none is ever changed."""
        self._session.add(decision_row(decision, visit_id, self._next_position(DecisionRow, visit_id)))
        self._session.flush()

    def _make_room(self, visit_id: VisitId, mark_id: MarkId, position: int) -> None:
        """Number the other marks so that one more fits in as the list counts: whatever was taken off left gaps."""
        connection = self._session.connection()
        others = connection.execute(_OTHER_MARKS, {"this_mark": mark_id, "this_visit": visit_id}).all()
        moved = [
            {"this_mark": other.id, "this_visit": visit_id, "position": place}
            for place, other in zip(
                (place for place in range(len(others) + 1) if place != position), others, strict=False
            )
            if place != other.position
        ]
        if moved:
            connection.execute(_CHANGE_MARK, moved)

    def _place(
        self,
        kind: type[MeasurementRow | ObservationRow],
        known: MeasurementRow | ObservationRow | None,
        visit_id: VisitId,
        position: int | None,
    ) -> int:
        if known is not None:
            return known.position
        return self._next_position(kind, visit_id) if position is None else position

    def _drop(self, row: MeasurementRow | ObservationRow, visit_id: VisitId, what: str) -> None:
        if row.visit_id != visit_id:
            raise NotFoundError(what=what)
        self._session.delete(row)
        self._session.flush()

    def _next_position(
        self,
        kind: type[TimerEventRow | SegmentRow | MeasurementRow | ObservationRow | DecisionRow],
        visit_id: VisitId,
    ) -> int:
        last = self._session.scalar(select(func.max(kind.position)).where(kind.visit_id == visit_id))
        return 0 if last is None else last + 1


_MARKS = table_of(MarkRow)
_REGIONS = table_of(MarkRegionRow)
_THIS_MARK = _MARKS.c.id == bindparam("this_mark")
_THIS_VISIT = _MARKS.c.visit_id == bindparam("this_visit")
_PLACE_OF_MARK = select(
    func.coalesce(
        select(_MARKS.c.position).where(_THIS_MARK).scalar_subquery(),
        select(func.max(_MARKS.c.position) + 1).where(_THIS_VISIT).scalar_subquery(),
        0,
    )
)
_OTHER_MARKS = (
    select(_MARKS.c.id, _MARKS.c.position)
    .where(_THIS_VISIT, _MARKS.c.id != bindparam("this_mark"))
    .order_by(_MARKS.c.position, _MARKS.c.id)
)
_CHANGE_MARK = update(_MARKS).where(_THIS_MARK, _THIS_VISIT)
_ADD_MARK = insert(_MARKS)
_DROP_MARK = delete(_MARKS).where(_THIS_MARK, _THIS_VISIT)
_DROP_REGIONS = delete(_REGIONS).where(_REGIONS.c.mark_id == bindparam("this_mark"))
_ADD_REGIONS = insert(_REGIONS)
