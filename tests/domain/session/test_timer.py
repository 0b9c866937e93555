from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.builders import DEEP, RELEASE, at, event
from therapist_desk.domain.ids import SegmentId
from therapist_desk.domain.session.technique import INTAKE, REST
from therapist_desk.domain.session.timer import (
    EventKind,
    OverlapError,
    Question,
    Segment,
    SegmentSource,
    TimeOrderError,
    TimerEvent,
    TimerRefusedError,
    TimerState,
    check_by_hand,
    check_event,
    effective,
    fit_by_hand,
    hands_on_seconds,
    read_timer,
    state_of,
)

START, SWITCH, PAUSE, RESUME, STOP, CONFIRM = EventKind


def test_before_its_start_the_timer_shows_nothing() -> None:
    reading = read_timer((), at(0), 60)

    assert reading.state is TimerState.IDLE
    assert (reading.elapsed, reading.remaining, reading.segments) == (0, 3600, ())


def test_pauses_are_left_out_and_each_technique_has_its_segment() -> None:
    events = (
        event(START, 0, INTAKE),
        event(SWITCH, 6, DEEP),
        event(PAUSE, 20),
        event(RESUME, 25),
        event(SWITCH, 30, RELEASE),
        event(STOP, 50),
    )

    reading = read_timer(events, at(90), 60)

    assert reading.state is TimerState.STOPPED
    assert reading.elapsed == 45 * 60
    assert [(part.technique, part.minutes) for part in reading.segments] == [
        (INTAKE, 6),
        (DEEP, 14),
        (DEEP, 5),
        (RELEASE, 20),
    ]
    assert hands_on_seconds(reading.segments) == 39 * 60


def test_setting_the_clock_back_changes_no_minutes() -> None:
    ended = replace(event(STOP, 40), at=at(40, clock_set_back=60))

    assert read_timer((event(START, 0, DEEP), ended), at(40), 60).elapsed == 40 * 60


def test_across_a_restart_of_the_machine_the_wall_clock_counts() -> None:
    events = (event(START, 0, DEEP, boot="monday"), event(STOP, 30, boot="tuesday"))

    assert read_timer(events, at(40, boot="tuesday"), 60).elapsed == 30 * 60


def test_a_session_across_midnight_keeps_its_minutes() -> None:
    # given a clock eight hours behind UTC, 11:50 pm is 7:50 am UTC: 1190 minutes after noon
    events = (event(START, 1190, DEEP), event(STOP, 1220))

    reading = read_timer(events, at(1230), 60)

    assert reading.elapsed == 30 * 60
    assert reading.started is not None
    assert reading.stopped is not None
    assert reading.started.day != reading.stopped.day


def test_a_timer_ten_minutes_past_its_plan_asks() -> None:
    events = (event(START, 0, DEEP),)

    assert read_timer(events, at(69), 60).question is None
    assert read_timer(events, at(70), 60).question is Question.PAST_PLAN


def test_still_working_answers_for_half_an_hour() -> None:
    events = (event(START, 0, DEEP), event(CONFIRM, 71))

    assert read_timer(events, at(80), 60).question is None
    assert read_timer(events, at(102), 60).question is Question.PAST_PLAN


def test_a_confirmation_before_the_plan_ran_out_answers_nothing_later() -> None:
    events = (event(START, 0, DEEP), event(CONFIRM, 5))

    assert read_timer(events, at(70), 60).question is Question.PAST_PLAN


def test_a_timer_found_running_after_a_restart_asks_until_answered() -> None:
    running = (event(START, 0, DEEP),)

    assert read_timer(running, at(20), 60, attended_since=at(10)).question is Question.FOUND_RUNNING
    assert read_timer((*running, event(CONFIRM, 21)), at(22), 60, attended_since=at(10)).question is None


def test_the_end_entered_afterwards_is_labelled_so() -> None:
    events = (event(START, 0, DEEP), event(STOP, 55, by_hand=True))

    segment = read_timer(events, at(90), 60).segments[0]

    assert segment.minutes == 55
    assert segment.source is SegmentSource.BY_HAND


@pytest.mark.parametrize("kind", [SWITCH, PAUSE, RESUME, STOP, CONFIRM])
def test_nothing_but_a_start_fits_an_idle_timer(kind: EventKind) -> None:
    with pytest.raises(TimerRefusedError):
        check_event((), event(kind, 0, DEEP), at(0))


def test_a_time_entered_by_hand_lies_after_the_last_event_and_not_in_the_future() -> None:
    events = (event(START, 10, DEEP),)

    for minutes in (5, 61):
        with pytest.raises(TimeOrderError):
            check_event(events, event(STOP, minutes, by_hand=True), at(60))
    check_event(events, event(STOP, 40, by_hand=True), at(60))


def test_a_correction_stands_in_for_the_original_which_stays() -> None:
    events = (event(START, 0, DEEP), event(STOP, 30))
    timed = read_timer(events, at(30), 60).segments
    corrected = _by_hand("fixed", 0, 25, replaces=timed[0].id)

    counted = effective(timed, (corrected,))

    assert [part.minutes for part in counted] == [25]
    assert timed[0].minutes == 30


def test_a_segment_may_be_split_in_two_and_one_half_corrected_again() -> None:
    timed = read_timer((event(START, 0, DEEP), event(STOP, 30)), at(30), 60).segments
    first = _by_hand("first", 0, 10, replaces=timed[0].id)
    second = _by_hand("second", 10, 30, replaces=timed[0].id)
    again = _by_hand("again", 10, 28, replaces=second.id)

    assert [part.minutes for part in effective(timed, (first, second, again))] == [10, 18]


@pytest.mark.parametrize(("begun", "ended"), [(10, 5), (0, 61)])
def test_a_hand_entered_segment_must_be_possible(begun: int, ended: int) -> None:
    with pytest.raises(TimeOrderError):
        check_by_hand(_by_hand("odd", begun, ended), at(60), ())


@pytest.mark.parametrize(("begun", "ended"), [(5, 15), (15, 25), (12, 18), (5, 25), (10, 20)])
def test_times_over_others_that_count_are_refused_by_name(begun: int, ended: int) -> None:
    counted = (_by_hand("there", 10, 20),)

    with pytest.raises(OverlapError) as refused:
        check_by_hand(_by_hand("new", begun, ended), at(60), counted)

    # a clock eight hours behind UTC
    assert refused.value.values == {"start": "04:10", "stop": "04:20"}


@pytest.mark.parametrize(("begun", "ended"), [(0, 10), (20, 30), (15, 15)])
def test_times_beside_others_are_taken_and_an_empty_stretch_lies_over_nothing(begun: int, ended: int) -> None:
    check_by_hand(_by_hand("new", begun, ended), at(60), (_by_hand("there", 10, 20),))


def test_times_over_those_that_still_run_are_refused() -> None:
    running = read_timer((event(START, 30, DEEP),), at(45), 60).segments

    with pytest.raises(OverlapError):
        check_by_hand(_by_hand("new", 20, 40), at(45), running)
    check_by_hand(_by_hand("new", 20, 30), at(45), running)


def test_a_correction_may_lie_over_what_it_replaces_and_over_nothing_else() -> None:
    timed = read_timer((event(START, 0, DEEP), event(SWITCH, 30, RELEASE), event(STOP, 50)), at(60), 60).segments

    check_by_hand(_by_hand("shorter", 0, 25, replaces=timed[0].id), at(60), timed)
    with pytest.raises(OverlapError):
        check_by_hand(_by_hand("longer", 0, 35, replaces=timed[0].id), at(60), timed)


def test_a_minute_typed_meets_the_second_at_which_a_neighbour_ends_or_begins() -> None:
    neighbours = (_by_hand("before", 0, 10.5), _by_hand("after", 20.5, 30))

    fitted = fit_by_hand(_by_hand("new", 10, 21), neighbours)

    assert fitted.stop is not None
    assert (fitted.start.utc, fitted.stop.utc) == (at(10.5).utc, at(20.5).utc)
    assert fitted.seconds == 600
    check_by_hand(fitted, at(60), neighbours)


def test_more_than_the_seconds_of_a_minute_is_never_moved() -> None:
    neighbours = (_by_hand("before", 0, 11),)
    segment = _by_hand("new", 10, 20)

    assert fit_by_hand(segment, neighbours) == segment


def test_a_stretch_within_the_last_minute_of_another_overlaps_it() -> None:
    neighbours = (_by_hand("before", 0, 10),)
    segment = _by_hand("new", 9.25, 9.75)

    with pytest.raises(OverlapError):
        check_by_hand(fit_by_hand(segment, neighbours), at(60), neighbours)


@given(
    st.lists(st.tuples(st.integers(0, 36000), st.integers(0, 3600), st.booleans()), max_size=12),
)
def test_however_segments_are_entered_no_second_counts_twice(typed: list[tuple[int, int, bool]]) -> None:
    # given stretches entered one after the other, some as corrections of the first that counts
    entered: list[Segment] = []
    for number, (begun, length, corrects) in enumerate(typed):
        counted = effective((), entered)
        replaced = counted[0].id if corrects and counted else None
        segment = fit_by_hand(_by_hand(f"{number}", begun / 60, (begun + length) / 60, replaced), counted)
        with suppress(OverlapError):
            check_by_hand(segment, at(700), counted)
            entered.append(segment)

    # then what counts follows one after the other
    counted = effective((), entered)
    for before, after in pairwise(counted):
        assert before.stop is not None
        assert before.stop.utc <= after.start.utc


@given(st.lists(st.tuples(st.sampled_from(list(EventKind)), st.integers(0, 600), st.booleans()), max_size=20))
def test_whatever_happens_elapsed_is_the_sum_of_the_segments_and_fits_the_span(
    steps: list[tuple[EventKind, int, bool]],
) -> None:
    # given any sequence of events that the timer took
    events: list[TimerEvent] = []
    minutes = 0
    for kind, gap, rests in steps:
        minutes += gap
        candidate = event(kind, minutes, REST if rests else DEEP)
        if _fits(events, candidate):
            events.append(candidate)

    # when it is read later
    reading = read_timer(events, at(minutes + 5), 60)

    # then nothing is counted twice and nothing before the start
    assert reading.elapsed == sum(part.seconds for part in reading.segments)
    assert 0 <= reading.elapsed <= (minutes + 5) * 60
    assert reading.state is state_of(events)
    assert hands_on_seconds(reading.segments) <= reading.elapsed


def _fits(events: Sequence[TimerEvent], candidate: TimerEvent) -> bool:
    try:
        check_event(events, candidate, candidate.at)
    except TimerRefusedError:
        return False
    return True


def _by_hand(name: str, begun: float, ended: float, replaces: SegmentId | None = None) -> Segment:
    start, stop = at(begun, boot=""), at(ended, boot="")
    return Segment(
        id=SegmentId(name),
        technique=DEEP,
        start=start,
        stop=stop,
        seconds=max(0, round((ended - begun) * 60)),
        source=SegmentSource.BY_HAND,
        replaces=replaces,
        reason="clock left running" if replaces else "",
    )
