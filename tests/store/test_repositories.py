from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.samples import CASE, CLIENT, NOON, VISIT, ZEROS, link, mark
from therapist_desk.domain.client import Client
from therapist_desk.domain.errors import ChangedElsewhereError, NotFoundError
from therapist_desk.domain.ids import CaseId, ClientId, MarkId, TimerEventId, VisitId
from therapist_desk.domain.notes.note import Note
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.session.timer import EventKind, TimerEvent
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.store.charts import Charts
from therapist_desk.store.errors import ChainBrokenError
from therapist_desk.store.store import Store


def client(number: int, given_name: str, family_name: str, born: date = date(1990, 5, 17)) -> Client:
    details = replace(CLIENT.details, given_name=given_name, family_name=family_name, date_of_birth=born)
    return Client(id=ClientId(f"client-{number}"), record_number=f"TD-{number:06}", details=details)


def found(store: Store, text: str, *, archived: bool = False) -> list[str]:
    with store.reading() as charts:
        return [each.name for each in charts.clients.find(text, archived=archived)]


@pytest.fixture
def crowd(store: Store) -> Store:
    with store.writing() as charts:
        for each in (
            client(2, "Nguyễn", "Thị Hoa"),
            client(3, "Мария", "Иванова"),
            client(4, "محمد", "عبد الله"),
            client(5, "O'Neil", "Jo_hn%", date(1962, 1, 2)),
            client(12, "राम", "", date(2001, 2, 3)),
        ):
            charts.clients.add(each)
        charts.clients.add(replace(client(13, "Gone", "Żółć"), archived=True))
    return store


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("zolc luk", "Łukasz Żółć"),
        ("ŁUKASZ", "Łukasz Żółć"),
        ("hoa nguyen", "Nguyễn Thị Hoa"),
        ("мар", "Мария Иванова"),
        ("محمد", "محمد عبد الله"),
        ("राम", "राम"),
        ("neil", "O'Neil Jo_hn%"),
        ("7.3.1984", "Łukasz Żółć"),
        ("zolc 1984-03-07", "Łukasz Żółć"),
        ("zolc 1984", "Łukasz Żółć"),
        ("1962", "O'Neil Jo_hn%"),
        ("TD-000012", "राम"),
        ("12", "राम"),
    ],
)
def test_a_client_is_found(crowd: Store, typed: str, name: str) -> None:
    assert found(crowd, typed) == [name]


@pytest.mark.parametrize("typed", ["zolc hoa", "zolc 1985", "%", "_", "zo%c", "1.1.1901", "TD-99"])
def test_nobody_is_found_by_what_does_not_all_hold(crowd: Store, typed: str) -> None:
    assert found(crowd, typed) == []


def test_archived_clients_are_found_only_when_asked_for(crowd: Store) -> None:
    assert found(crowd, "zolc") == ["Łukasz Żółć"]
    assert found(crowd, "zolc", archived=True) == ["Łukasz Żółć", "Gone Żółć"]


def test_no_text_lists_everybody_by_family_name(crowd: Store) -> None:
    assert found(crowd, " ")[:3] == ["O'Neil Jo_hn%", "Nguyễn Thị Hoa", "Łukasz Żółć"]


def test_a_renamed_client_is_found_by_the_new_name_only(store: Store) -> None:
    with store.writing() as charts:
        renamed = replace(CLIENT.details, family_name="Kowalska")
        charts.clients.save(replace(CLIENT, details=renamed))

    assert found(store, "kowal") == ["Łukasz Kowalska"]
    assert found(store, "zolc") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(typed=st.text(max_size=30))
def test_no_text_can_break_a_search(store: Store, typed: str) -> None:
    with store.reading() as charts:
        charts.clients.find(typed)


def test_record_numbers_go_up(store: Store) -> None:
    with store.writing() as charts:
        assert charts.clients.next_record_number() == "TD-000002"
        charts.clients.add(client(40, "A", "B"))
        assert charts.clients.next_record_number() == "TD-000041"


def test_an_empty_store_begins_with_one(store: Store) -> None:
    with store.reading() as charts:
        assert charts.clients.count() == 1


def test_a_change_made_on_an_older_state_is_refused(store: Store) -> None:
    with store.writing() as charts:
        charts.clients.save(CLIENT)
        charts.cases.save(CASE)
        charts.visits.save_head(replace(VISIT, planned_minutes=30))

    def client_again(charts: Charts) -> None:
        charts.clients.save(CLIENT)

    def case_again(charts: Charts) -> None:
        charts.cases.save(CASE)

    def visit_again(charts: Charts) -> None:
        charts.visits.save_head(VISIT)

    for again in (client_again, case_again, visit_again):
        with pytest.raises(ChangedElsewhereError), store.writing() as charts:
            again(charts)


def test_a_mark_does_not_count_as_a_change_of_the_head(store: Store) -> None:
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("a"))

    with store.reading() as charts:
        assert charts.visits.get(VISIT.id).version == VISIT.version


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with store.reading() as charts:
        for get in (
            lambda: charts.clients.get(ClientId("nobody")),
            lambda: charts.cases.get(CaseId("nothing")),
            lambda: charts.visits.get(VisitId("never")),
        ):
            with pytest.raises(NotFoundError):
                get()
    with pytest.raises(NotFoundError), store.writing() as charts:
        charts.visits.drop_mark(VISIT.id, MarkId("nothing"))


def test_clients_seen_last_come_first(store: Store) -> None:
    with store.writing() as charts:
        for number, days in ((2, 1), (3, 5), (4, None)):
            one = charts.clients.add(client(number, f"Client {number}", ""))
            case = charts.cases.add(replace(CASE, id=CaseId(f"case-{number}"), client_id=one.id))
            if days is not None:
                day = VISIT.service_date + timedelta(days=days)
                visit_id = VisitId(f"visit-{number}")
                charts.visits.add(replace(VISIT, id=visit_id, client_id=one.id, case_id=case.id, service_date=day))
        charts.clients.add(client(5, "Client 5", ""))

    with store.reading() as charts:
        seen = [each.record_number for each in charts.clients.recent(4)]

    assert seen == ["TD-000003", "TD-000002", "TD-000001", "TD-000005"]


def test_marks_keep_their_places(store: Store) -> None:
    with store.writing() as charts:
        for name in ("a", "b", "c"):
            charts.visits.put_mark(VISIT.id, mark(name))
        charts.visits.put_mark(VISIT.id, mark("a", before=0))
        charts.visits.drop_mark(VISIT.id, MarkId("b"))

    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("b"), 1)

    with store.reading() as charts:
        assert [each.id for each in charts.visits.get(VISIT.id).marks] == ["a", "b", "c"]


def test_marks_taken_off_together_come_back_in_their_order(store: Store) -> None:
    # given four marks of which three were taken off, each counted in what was left
    with store.writing() as charts:
        for name in ("d", "c", "b", "a"):
            charts.visits.put_mark(VISIT.id, mark(name))
        for name in ("d", "c", "b"):
            charts.visits.drop_mark(VISIT.id, MarkId(name))

    # when they come back, the last one first, each to the front
    with store.writing() as charts:
        for name in ("b", "c", "d"):
            charts.visits.put_mark(VISIT.id, mark(name), 0)
        charts.visits.put_mark(VISIT.id, mark("e"), 4)

    with store.reading() as charts:
        assert [each.id for each in charts.visits.get(VISIT.id).marks] == ["d", "c", "b", "a", "e"]


def test_a_visit_in_a_list_tells_what_it_holds(store: Store) -> None:
    start = TimerEvent(id=TimerEventId("start"), kind=EventKind.START, at=NOON, technique=INTAKE)
    with store.writing() as charts:
        charts.visits.put_mark(VISIT.id, mark("a"))
        charts.visits.put_note(VISIT.id, Note(pain_before=6, pain_after=2))
        charts.visits.add_event(VISIT.id, start)

    with store.reading() as charts:
        (line,) = charts.visits.of_case(CASE.id)
        assert charts.visits.of_client(CLIENT.id) == charts.visits.unsigned() == (line,)
        assert charts.visits.on(VISIT.service_date) == (line,)
        assert charts.visits.on(date(2026, 1, 1)) == ()

    assert (line.client_name, line.case_title) == ("Łukasz Żółć", "Neck after whiplash")
    assert (line.pain_before, line.pain_after, line.mark_count) == (6, 2, 1)
    assert (line.begun, line.status) == (NOON, VisitStatus.DRAFT)


def test_planned_visits_of_a_day_come_in_their_order_and_unplanned_ones_last(store: Store) -> None:
    with store.writing() as charts:
        for name, seconds in (("late", 7200), ("early", 3600)):
            planned = replace(VISIT, id=VisitId(name), planned_for=NOON.shifted(seconds), status=VisitStatus.PLANNED)
            charts.visits.add(planned)

    with store.reading() as charts:
        assert [line.id for line in charts.visits.on(VISIT.service_date)] == ["early", "late", "visit"]
        assert [line.id for line in charts.visits.unsigned()] == ["visit"]


def test_visits_are_numbered_within_their_case(store: Store) -> None:
    with store.reading() as charts:
        assert charts.visits.next_number(CASE.id) == 2
        assert charts.visits.next_number(CaseId("another")) == 1


@pytest.mark.parametrize("wrong", [link(2, ZEROS), link(1, "f" * 64), link(2, "1" * 64)])
def test_a_link_that_does_not_follow_the_head_is_refused(store: Store, wrong: object) -> None:
    with pytest.raises(ChainBrokenError), store.writing() as charts:
        charts.records.append(wrong)  # type: ignore[arg-type]

    with store.reading() as charts:
        assert charts.records.head() is None
        assert not charts.visits.get(VISIT.id).signed
