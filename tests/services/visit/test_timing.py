from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE, HandClock
from domain.builders import DEEP, RELEASE
from therapist_desk.domain.sentences.narrative import treatment_sentence
from therapist_desk.domain.session.timer import (
    OverlapError,
    Question,
    SegmentSource,
    TimeOrderError,
    TimerRefusedError,
    TimerState,
)
from therapist_desk.domain.visit import Visit
from therapist_desk.services import opening
from therapist_desk.services.desk import Desk
from therapist_desk.services.visit import timing, visits


def test_the_clock_is_right_after_the_program_was_killed(
    desk: Desk, visit: Visit, clock: HandClock, tmp_path: Path
) -> None:
    # given a session whose program goes away and comes back
    timing.start(desk, visit.id, DEEP)
    clock.wait(20)
    desk.store.close()
    clock.wait(5)
    again = opening.unlock(tmp_path / "charts", desk.therapist_id, PASSPHRASE, clock)
    clock.wait(5)

    # when the visit is opened again
    kept = visits.open_visit(again, visit.id).visit
    reading = kept.timer(clock.now(), attended_since=again.opened_at)

    # then the time is right, and the minutes wait for an answer
    assert reading.state is TimerState.RUNNING
    assert reading.elapsed == 30 * 60
    assert reading.question is Question.FOUND_RUNNING
    answered = timing.confirm_working(again, visit.id)
    assert answered.timer(clock.now(), attended_since=again.opened_at).question is None
    again.close()


def test_a_locked_program_hands_its_watch_over(desk: Desk, visit: Visit, clock: HandClock, tmp_path: Path) -> None:
    timing.start(desk, visit.id, DEEP)
    desk.store.close()

    again = opening.unlock(tmp_path / "charts", desk.therapist_id, PASSPHRASE, clock, watched_since=desk.opened_at)

    kept = visits.open_visit(again, visit.id).visit
    assert kept.timer(clock.now(), attended_since=again.opened_at).question is None
    again.close()


def test_setting_the_clock_back_while_treating_changes_no_minutes(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(30)
    clock.set_back(60)
    clock.wait(10)

    stopped = timing.stop(desk, visit.id)

    assert stopped.timer(clock.now()).elapsed == 40 * 60


def test_a_tap_on_a_technique_starts_switches_and_resumes(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.switch(desk, visit.id, DEEP)
    clock.wait(10)
    timing.switch(desk, visit.id, RELEASE)
    clock.wait(10)
    timing.stop(desk, visit.id)
    clock.wait(10)
    timing.switch(desk, visit.id, DEEP)
    clock.wait(5)

    segments = visits.open_visit(desk, visit.id).visit.segments(clock.now())

    assert [(part.technique, part.minutes) for part in segments] == [(DEEP, 10), (RELEASE, 10), (DEEP, 5)]


def test_times_entered_afterwards_count_and_are_labelled(desk: Desk, visit: Visit, clock: HandClock) -> None:
    clock.wait(60)

    entered = timing.add_by_hand(desk, visit.id, DEEP, NOON, NOON + timedelta(minutes=45))

    (segment,) = entered.segments(clock.now())
    assert (segment.minutes, segment.source) == (45, SegmentSource.BY_HAND)
    assert "entered by hand" in treatment_sentence((segment,))


def test_a_correction_keeps_the_original(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(60)
    (original,) = timing.stop(desk, visit.id).segments(clock.now())

    corrected = timing.add_by_hand(
        desk,
        visit.id,
        DEEP,
        NOON,
        NOON + timedelta(minutes=50),
        replaces=original.id,
        reason="clock left running",
    )

    assert [segment.minutes for segment in corrected.segments(clock.now())] == [50]
    assert corrected.timer(clock.now()).segments == (original,)
    assert corrected.by_hand[0].reason == "clock left running"


def test_times_over_others_are_refused_and_nothing_is_kept(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(30)
    timing.stop(desk, visit.id)

    with pytest.raises(OverlapError, match="overlap 12:00 to 12:30"):
        timing.add_by_hand(desk, visit.id, RELEASE, NOON + timedelta(minutes=20), NOON + timedelta(minutes=30))

    assert visits.open_visit(desk, visit.id).visit.by_hand == ()


def test_a_stretch_typed_to_the_minute_begins_when_the_timer_stopped(
    desk: Desk, visit: Visit, clock: HandClock
) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(30.5)
    timing.stop(desk, visit.id)
    clock.wait(30)

    entered = timing.add_by_hand(desk, visit.id, RELEASE, NOON + timedelta(minutes=30), NOON + timedelta(minutes=40))

    timed, added = entered.segments(clock.now())
    assert timed.stop is not None
    assert (added.start.utc, added.seconds) == (timed.stop.utc, 570)


def test_a_segment_is_split_by_two_corrections_that_meet(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(30)
    (whole,) = timing.stop(desk, visit.id).segments(clock.now())

    for technique, begun, ended in ((DEEP, 0, 10), (RELEASE, 10, 30)):
        split = timing.add_by_hand(
            desk,
            visit.id,
            technique,
            NOON + timedelta(minutes=begun),
            NOON + timedelta(minutes=ended),
            replaces=whole.id,
            reason="forgot to switch",
        )

    assert [(part.technique, part.minutes) for part in split.segments(clock.now())] == [(DEEP, 10), (RELEASE, 20)]


def test_a_correction_needs_its_reason(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(60)
    (original,) = timing.stop(desk, visit.id).segments(clock.now())

    with pytest.raises(timing.ReasonMissingError):
        timing.add_by_hand(desk, visit.id, DEEP, NOON, NOON + timedelta(minutes=5), replaces=original.id)


def test_the_end_of_a_forgotten_session_is_entered(desk: Desk, visit: Visit, clock: HandClock) -> None:
    timing.start(desk, visit.id, DEEP)
    clock.wait(240)

    ended = timing.ended_at(desk, visit.id, NOON + timedelta(minutes=55))

    assert [segment.minutes for segment in ended.segments(clock.now())] == [55]


@pytest.mark.parametrize(("begun", "ended"), [(30, 10), (0, 999)])
def test_impossible_times_are_refused(desk: Desk, visit: Visit, begun: int, ended: int) -> None:
    with pytest.raises(TimeOrderError):
        timing.add_by_hand(desk, visit.id, DEEP, NOON + timedelta(minutes=begun), NOON + timedelta(minutes=ended))


def test_a_stopped_clock_cannot_be_paused(desk: Desk, visit: Visit) -> None:
    with pytest.raises(TimerRefusedError):
        timing.pause(desk, visit.id)
