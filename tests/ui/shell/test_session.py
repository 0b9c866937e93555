from __future__ import annotations

from desks import HandClock
from therapist_desk.domain.ids import TimerEventId, VisitId
from therapist_desk.domain.session.technique import INTAKE
from therapist_desk.domain.session.timer import EventKind, TimerEvent
from therapist_desk.ui.shell.place import PageKind, Place, Trail
from therapist_desk.ui.shell.session import Session, SessionSignal, SignalBook


def started(clock: HandClock, minutes: int = 30) -> Session:
    start = TimerEvent(id=TimerEventId("1"), kind=EventKind.START, at=clock.now(), technique=INTAKE)
    return Session(visit_id=VisitId("v"), planned_minutes=minutes, events=(start,))


def test_five_minutes_before_the_end_is_said_once() -> None:
    clock, book = HandClock(), SignalBook()
    session = started(clock)

    clock.wait(24.9)
    assert book.due(session, clock.now()) is None
    clock.wait(0.2)
    assert book.due(session, clock.now()) is SessionSignal.FIVE_MINUTES
    assert book.due(session, clock.now()) is None


def test_the_end_is_said_once() -> None:
    clock, book = HandClock(), SignalBook()
    session = started(clock)

    clock.wait(30)

    assert book.due(session, clock.now()) is SessionSignal.TIME_IS_UP
    assert book.due(session, clock.now()) is None


def test_a_signal_missed_in_sleep_is_left_out() -> None:
    clock, book = HandClock(), SignalBook()
    session = started(clock)

    clock.wait(45)

    assert book.due(session, clock.now()) is None


def test_the_way_back_leads_through_the_places_visited() -> None:
    trail = Trail()
    home, clients = Place(PageKind.HOME), Place(PageKind.CLIENTS)
    for place in (home, clients, clients):
        trail.go(place)

    assert trail.back() == home
    assert trail.back() is None
    assert trail.here == home
