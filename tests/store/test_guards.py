"""What is signed can't be changed, not even by whoever holds the key and speaks SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlcipher3 import dbapi2

from store.conftest import Made
from store.samples import NOON, THERAPIST, VISIT, ZEROS, link, mark
from therapist_desk.domain.findings.measurement import Answer, Measurement, MeasurementKind
from therapist_desk.domain.findings.observation import Observation, ObservationKind, Result
from therapist_desk.domain.health.history import HealthHistory
from therapist_desk.domain.health.screening import Choice, Decision, HealthCheck
from therapist_desk.domain.ids import (
    AddendumId,
    DecisionId,
    HistoryId,
    MarkId,
    MeasurementId,
    ObservationId,
    SegmentId,
    TimerEventId,
)
from therapist_desk.domain.notes.note import Note, Paragraph, Section
from therapist_desk.domain.record import Addendum, AddendumText, SealedKind
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.session.timer import EventKind, Segment, TimerEvent
from therapist_desk.domain.visit import SignedError, VisitStatus
from therapist_desk.store.charts import Charts
from therapist_desk.store.keys import Purpose
from therapist_desk.store.sqlite import guards
from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect
from therapist_desk.store.sqlite.results import SIGNED
from therapist_desk.store.store import Store

MEASUREMENT = Measurement(
    id=MeasurementId("rotation"), kind=MeasurementKind.SCORE, name="rotation", answers=(Answer("How much?", 3),)
)
OBSERVATION = Observation(id=ObservationId("test"), kind=ObservationKind.TEST, name="Slump", result=Result.NEGATIVE)
EVENT = TimerEvent(id=TimerEventId("event"), kind=EventKind.START, at=NOON, technique=INTAKE)
SEGMENT = Segment(
    id=SegmentId("segment"), technique=INTAKE, start=NOON, stop=NOON.shifted(60), seconds=60, regions=("neck",)
)
HISTORY = HealthHistory(
    id=HistoryId("history"), client_id=VISIT.client_id, version=1, taken_at=NOON, therapist_id=THERAPIST.id
)
CHECK = HealthCheck(changed=False, at=NOON, therapist_id=THERAPIST.id, history_version=1)
DECISION = Decision(
    id=DecisionId("decision"),
    choice=Choice.PROCEED,
    on=("fever",),
    reason="gone since Friday",
    at=NOON,
    therapist_id=THERAPIST.id,
)
NOTE = Note(pain_before=6, paragraphs=(Paragraph(Section.SUBJECTIVE, "Stiff since Monday"),))


@pytest.fixture
def signed(made: Made) -> Iterator[Store]:
    """An open store whose one visit has every part, an addendum, and is signed."""
    store = Store.open(made.folder, made.master)
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("mark"))
        charts.visits.put_measurement(VISIT.id, MEASUREMENT)
        charts.visits.put_observation(VISIT.id, OBSERVATION)
        charts.visits.add_event(VISIT.id, EVENT)
        charts.visits.add_segment(VISIT.id, SEGMENT)
        charts.visits.put_note(VISIT.id, NOTE)
        charts.health.add_history(HISTORY)
        charts.visits.put_screening(VISIT.id, CHECK, ("fracture/knee/left",))
        charts.visits.add_decision(VISIT.id, DECISION)
        charts.records.append(link(1, ZEROS))
        second = link(2, link(1, ZEROS).seal.digest, kind=SealedKind.ADDENDUM)
        content = AddendumText(
            id=AddendumId("addendum"), visit_id=VISIT.id, number=1, reason="late", text="x", therapist=THERAPIST
        )
        charts.records.add_addendum(Addendum(content, second.seal), second)
    yield store
    store.close()


@pytest.fixture
def by_hand(signed: Store, made: Made) -> Iterator[dbapi2.Connection]:
    """A connection of somebody who has the key and writes SQL."""
    connection = connect(signed.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))
    yield connection
    connection.close()


def test_signing_locks_the_visit(signed: Store) -> None:
    with signed.reading() as charts:
        visit = charts.visits.get(VISIT.id)
        assert visit.status is VisitStatus.SIGNED
        assert charts.records.of_visit(VISIT.id) == link(1, ZEROS)
        assert [addendum.content.text for addendum in charts.records.addenda_of(VISIT.id)] == ["x"]


def _head(charts: Charts) -> None:
    visit = charts.visits.get(VISIT.id)
    charts.visits.save_head(replace(visit, service_date=date(2026, 1, 1)))


def _reopen(charts: Charts) -> None:
    visit = charts.visits.get(VISIT.id)
    charts.visits.save_head(replace(visit, status=VisitStatus.DRAFT))


@pytest.mark.parametrize(
    "change",
    [
        _head,
        _reopen,
        lambda charts: charts.visits.put_mark(VISIT.id, mark("another")),
        lambda charts: charts.visits.put_mark(VISIT.id, mark("mark", before=0)),
        lambda charts: charts.visits.put_mark(VISIT.id, mark("mark", refers_to=mark("mark").regions)),
        lambda charts: charts.visits.drop_mark(VISIT.id, MarkId("mark")),
        lambda charts: charts.visits.put_measurement(VISIT.id, replace(MEASUREMENT, name="flexion")),
        lambda charts: charts.visits.put_measurement(VISIT.id, replace(MEASUREMENT, answers=(Answer("How much?"),))),
        lambda charts: charts.visits.drop_measurement(VISIT.id, MEASUREMENT.id),
        lambda charts: charts.visits.put_observation(VISIT.id, replace(OBSERVATION, result=Result.POSITIVE)),
        lambda charts: charts.visits.put_observation(VISIT.id, replace(OBSERVATION, id=ObservationId("later"))),
        lambda charts: charts.visits.drop_observation(VISIT.id, OBSERVATION.id),
        lambda charts: charts.visits.add_event(VISIT.id, replace(EVENT, id=TimerEventId("later"))),
        lambda charts: charts.visits.add_segment(VISIT.id, replace(SEGMENT, id=SegmentId("later"))),
        lambda charts: charts.visits.put_screening(VISIT.id, None, ()),
        lambda charts: charts.visits.add_decision(VISIT.id, replace(DECISION, id=DecisionId("later"))),
        lambda charts: charts.visits.put_note(VISIT.id, replace(NOTE, pain_before=1)),
        lambda charts: charts.visits.put_note(VISIT.id, replace(NOTE, paragraphs=())),
    ],
)
def test_no_part_of_a_signed_visit_changes(signed: Store, change: object) -> None:
    assert callable(change)
    with signed.reading() as charts:
        before = charts.visits.get(VISIT.id)

    with pytest.raises(SignedError), signed.writing() as charts:
        change(charts)

    with signed.reading() as charts:
        assert charts.visits.get(VISIT.id) == before


TABLES = (
    "signed_records",
    "addenda",
    "visits",
    *guards.PARTS,
    *(table for table, _column, _part in guards.PARTS_OF_PARTS),
)


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_update_a_signed_row(by_hand: dbapi2.Connection, table: str) -> None:
    column = by_hand.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]

    with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
        by_hand.execute(f'UPDATE {table} SET "{column}" = "{column}"')  # noqa: S608 - names of our own tables


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_delete_a_signed_row(by_hand: dbapi2.Connection, table: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
        by_hand.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables


@pytest.mark.parametrize("table", TABLES)
def test_replacing_a_signed_row_is_refused_too(by_hand: dbapi2.Connection, table: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
        by_hand.execute(f"REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608 - names of our own tables


def test_nothing_is_taken_out_of_the_audit_trail(by_hand: dbapi2.Connection) -> None:
    by_hand.execute("INSERT INTO audit_events VALUES (1, '2026-11-23T12:00:00.000000', 0, 0, '', NULL, 'x', '', '')")

    for statement in ("DELETE FROM audit_events", "UPDATE audit_events SET detail = 'y'"):
        with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
            by_hand.execute(statement)


def test_a_signed_mark_cannot_be_replaced_by_one_of_another_visit(by_hand: dbapi2.Connection) -> None:
    _copy_as_draft(by_hand)
    names = [row[1] for row in by_hand.execute("PRAGMA table_info(marks)")]
    moved = ", ".join(f'"{name}"' if name != "visit_id" else "'draft'" for name in names)
    other = ", ".join({"id": "'other'", "visit_id": "'draft'"}.get(name, f'"{name}"') for name in names)

    with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
        by_hand.execute(f"REPLACE INTO marks SELECT {moved} FROM marks")  # noqa: S608 - names of our own table

    by_hand.execute(f"INSERT INTO marks SELECT {other} FROM marks")  # noqa: S608 - names of our own table
    with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
        by_hand.execute("UPDATE OR REPLACE marks SET id = 'mark' WHERE id = 'other'")


def test_a_part_of_another_visit_cannot_be_moved_into_a_signed_one(by_hand: dbapi2.Connection) -> None:
    _copy_as_draft(by_hand)
    by_hand.execute("INSERT INTO notes (visit_id, limitation) VALUES ('draft', '')")

    with pytest.raises(dbapi2.IntegrityError, match=SIGNED):
        by_hand.execute("UPDATE notes SET visit_id = 'visit' WHERE visit_id = 'draft'")


def test_a_visit_is_signed_once(signed: Store) -> None:
    with pytest.raises(SignedError), signed.writing() as charts:
        charts.records.append(link(3, link(2, ZEROS).seal.digest))

    with signed.reading() as charts:
        assert [record.seal.sequence for record in charts.records.after(0, 9)] == [1, 2]


def test_no_visit_calls_itself_signed_without_a_record(store: Store) -> None:
    with pytest.raises(SignedError), store.writing() as charts:
        charts.visits.save_head(replace(VISIT, status=VisitStatus.SIGNED))


def _copy_as_draft(connection: dbapi2.Connection) -> None:
    names = [row[1] for row in connection.execute("PRAGMA table_info(visits)")]
    copied = ", ".join({"id": "'draft'", "status": "'draft'"}.get(name, name) for name in names)
    connection.execute(f"INSERT INTO visits SELECT {copied} FROM visits")  # noqa: S608 - names of our own table
