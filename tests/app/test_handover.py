from __future__ import annotations

import json

from desks import HandClock
from therapist_desk.app.handover import VARIABLE, Handover, take_handover, write_handover
from therapist_desk.domain.ids import TimerEventId, VisitId
from therapist_desk.domain.session.technique import Technique
from therapist_desk.domain.session.timer import EventKind, TimerEvent
from therapist_desk.ui.shell.session import Session

RELEASE = Technique("release", "Myofascial release", "97140")


def a_session(clock: HandClock) -> Session:
    start = TimerEvent(id=TimerEventId("1"), kind=EventKind.START, at=clock.now(), technique=RELEASE)
    clock.wait(20)
    pause = TimerEvent(id=TimerEventId("2"), kind=EventKind.PAUSE, at=clock.now())
    clock.wait(5)
    resume = TimerEvent(id=TimerEventId("3"), kind=EventKind.RESUME, at=clock.now())
    return Session(
        visit_id=VisitId("visit"), planned_minutes=60, events=(start, pause, resume), client_name="Juniper Sample"
    )


def test_the_clock_goes_on_in_the_next_process() -> None:
    clock = HandClock()
    session = a_session(clock)
    environment = write_handover(Handover(clock.now(), (session,)))
    clock.wait(10)

    taken = take_handover(environment)

    assert taken is not None
    assert taken.sessions[0].reading(clock.now()).elapsed == session.reading(clock.now()).elapsed == 30 * 60
    assert taken.sessions[0].key == session.key


def test_nothing_but_times_is_handed_over() -> None:
    clock = HandClock()

    environment = write_handover(Handover(clock.now(), (a_session(clock),)))

    assert list(environment) == [VARIABLE]
    for word in ("Juniper", "Sample", "visit", "release", "Myofascial", "97140"):
        assert word not in environment[VARIABLE]


def test_a_hand_over_is_read_once() -> None:
    clock = HandClock()
    environment = write_handover(Handover(clock.now(), ()))

    assert take_handover(environment) is not None
    assert take_handover(environment) is None


def test_a_hand_over_that_makes_no_sense_is_left_out() -> None:
    for text in ("{", "[]", json.dumps({"watched_since": [], "sessions": []}), json.dumps({"sessions": 3})):
        assert take_handover({VARIABLE: text}) is None
