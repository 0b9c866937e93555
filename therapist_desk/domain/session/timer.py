"""The session timer: a state machine over stored events. Elapsed time is always derived, never counted up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.clock import Instant, seconds_between
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import SegmentId, TimerEventId
from therapist_desk.domain.session.technique import Technique

PLANNED_LENGTHS: Final = (30, 45, 60, 75, 90)
"""The session lengths offered, in minutes."""
LONGEST_SESSION: Final = 600
"""Minutes that no session is longer than: a timer that says more was left running."""
_GRACE_SECONDS: Final = 10 * 60
_ASK_AGAIN_SECONDS: Final = 30 * 60
_TYPED_TO_SECONDS: Final = 60


class TimerState(StrEnum):
    """What the timer is doing."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class EventKind(StrEnum):
    """What happened to the timer. CONFIRM answers "still working" to a timer that looked forgotten."""

    START = "start"
    SWITCH = "switch"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    CONFIRM = "confirm"


_NEXT: Final = MappingProxyType(
    {
        (TimerState.IDLE, EventKind.START): TimerState.RUNNING,
        (TimerState.RUNNING, EventKind.SWITCH): TimerState.RUNNING,
        (TimerState.RUNNING, EventKind.PAUSE): TimerState.PAUSED,
        (TimerState.RUNNING, EventKind.STOP): TimerState.STOPPED,
        (TimerState.RUNNING, EventKind.CONFIRM): TimerState.RUNNING,
        (TimerState.PAUSED, EventKind.RESUME): TimerState.RUNNING,
        (TimerState.PAUSED, EventKind.SWITCH): TimerState.RUNNING,
        (TimerState.PAUSED, EventKind.STOP): TimerState.STOPPED,
        (TimerState.STOPPED, EventKind.RESUME): TimerState.RUNNING,
    }
)


class TimerRefusedError(ExpectedError):
    """An event that the timer cannot take in its state."""

    code = "timer_refused"
    sentence = "The timer is {state}, so it cannot {event} now."


class TimeOrderError(ExpectedError):
    """A stop before its start, or a time outside the session."""

    code = "time_order"
    sentence = "The end must come after the start, and neither may lie in the future."


class OverlapError(ExpectedError):
    """Times entered by hand that lie over others which count: no minute is billed twice. Both are local, as 14:05."""

    code = "overlap"
    sentence = "These times overlap {start} to {stop}, which count already. Correct those first, or change these."


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerEvent:
    """One thing that happened. `at` is when it held; `by_hand` says that somebody entered that time afterwards."""

    id: TimerEventId
    kind: EventKind
    at: Instant
    technique: Technique | None = None
    by_hand: bool = False


class SegmentSource(StrEnum):
    """Who says how long a segment was."""

    TIMER = "timer"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the session with one technique. `stop` is None while it runs; `seconds` is what has passed.

    A segment entered by hand may replace another: `replaces` names it and `reason` says why; the original stays.
    """

    id: SegmentId
    technique: Technique
    start: Instant
    stop: Instant | None
    seconds: int
    regions: tuple[str, ...] = ()
    source: SegmentSource = SegmentSource.TIMER
    replaces: SegmentId | None = None
    reason: str = ""

    @property
    def minutes(self) -> int:
        """Whole minutes passed."""
        return self.seconds // 60


class Question(StrEnum):
    """What a timer that looks forgotten asks before its minutes count."""

    PAST_PLAN = "past plan"
    FOUND_RUNNING = "found running"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerReading:
    """The timer at one moment. `elapsed` leaves pauses out; `remaining` is negative past the plan. Seconds.

    `touched` is when somebody last did something with it: the work cannot have ended before.
    """

    state: TimerState
    elapsed: int
    remaining: int
    segments: tuple[Segment, ...]
    running: Technique | None
    started: Instant | None
    touched: Instant | None
    stopped: Instant | None
    question: Question | None

    @property
    def left_running(self) -> bool:
        """Whether it runs and says more than any session lasts."""
        return self.state is TimerState.RUNNING and self.elapsed > LONGEST_SESSION * 60


def state_of(events: Sequence[TimerEvent]) -> TimerState:
    """Tell the state that `events` lead to."""
    state = TimerState.IDLE
    for event in events:
        state = _NEXT.get((state, event.kind), state)
    return state


def check_event(events: Sequence[TimerEvent], event: TimerEvent, now: Instant) -> None:
    """Refuse an event that does not fit.

    Raises:
        TimerRefusedError: the state has no room for it.
        TimeOrderError: it lies before the last event or in the future (only a time entered by hand can).
    """
    state = state_of(events)
    if (state, event.kind) not in _NEXT:
        raise TimerRefusedError(state=state.value, event=event.kind.value)
    if event.by_hand and (event.at.utc > now.utc or (events and event.at.utc < events[-1].at.utc)):
        raise TimeOrderError


def read_timer(
    events: Sequence[TimerEvent], now: Instant, planned_minutes: int, *, attended_since: Instant | None = None
) -> TimerReading:
    """Derive everything the timer shows at `now` from its events.

    `attended_since` is when this run of the program opened; a timer whose last event is older was found running
    after a restart. None means that somebody has watched all along.
    """
    state = state_of(events)
    segments = tuple(_segments(events, now))
    elapsed = sum(segment.seconds for segment in segments)
    is_running = state is TimerState.RUNNING
    return TimerReading(
        state=state,
        elapsed=elapsed,
        remaining=planned_minutes * 60 - elapsed,
        segments=segments,
        running=segments[-1].technique if is_running else None,
        started=events[0].at if events else None,
        touched=events[-1].at if events else None,
        stopped=events[-1].at if state is TimerState.STOPPED else None,
        question=_question(events, now, planned_minutes, attended_since) if is_running else None,
    )


def effective(timed: Iterable[Segment], by_hand: Iterable[Segment]) -> tuple[Segment, ...]:
    """Give the segments that count, in order of start: corrections stand in for what they replace."""
    everything = (*timed, *by_hand)
    replaced = {segment.replaces for segment in everything if segment.replaces is not None}
    counted = (segment for segment in everything if segment.id not in replaced and segment.seconds > 0)
    return tuple(sorted(counted, key=lambda segment: segment.start.utc))


def hands_on_seconds(segments: Iterable[Segment]) -> int:
    """Sum the seconds of treatment; talk, rest and set-up are not counted."""
    return sum(segment.seconds for segment in segments if segment.technique.hands_on)


def settled_seconds(events: Sequence[TimerEvent], by_hand: Iterable[Segment]) -> int | None:
    """Sum the seconds of treatment that no longer change; None while the timer runs, and before there are any."""
    corrections = tuple(by_hand)
    if state_of(events) is TimerState.RUNNING or not (events or corrections):
        return None
    return hands_on_seconds(settled_segments(events, corrections))


def settled_segments(events: Sequence[TimerEvent], by_hand: Iterable[Segment]) -> tuple[Segment, ...]:
    """Give the segments that count up to the last event, in order of start."""
    timed = _segments(events, events[-1].at) if events else ()
    return effective(timed, by_hand)


def fit_by_hand(segment: Segment, others: Iterable[Segment]) -> Segment:
    """Let a hand-entered segment meet its neighbours among the segments that count.

    Times are typed to the minute: one that falls within the last minute of a neighbour means its end, and one within
    the first its start.
    """
    start, stop = segment.start, segment.stop
    if stop is None or segment.seconds == 0:
        return segment
    for other in others:
        if other.id == segment.replaces or other.stop is None:
            continue
        if other.start.utc < start.utc < other.stop.utc and seconds_between(start, other.stop) < _TYPED_TO_SECONDS:
            start = other.stop.shifted(0)
        if other.start.utc < stop.utc < other.stop.utc and seconds_between(other.start, stop) < _TYPED_TO_SECONDS:
            stop = other.start.shifted(0)
    if stop.utc <= start.utc:
        return segment
    return replace(segment, start=start, stop=stop, seconds=int(seconds_between(start, stop)))


def check_by_hand(segment: Segment, now: Instant, others: Iterable[Segment]) -> None:
    """Refuse a hand-entered segment whose times cannot be. `others` are the segments that count so far.

    Raises:
        TimeOrderError: it ends before it starts or lies in the future.
        OverlapError: it lies over another than the one it replaces.
    """
    if segment.stop is None or segment.stop.utc < segment.start.utc or segment.stop.utc > now.utc:
        raise TimeOrderError
    if segment.seconds == 0:
        return
    for other in others:
        until = other.stop or now
        if other.id != segment.replaces and other.start.utc < segment.stop.utc and segment.start.utc < until.utc:
            raise OverlapError(start=f"{other.start.local:%H:%M}", stop=f"{until.local:%H:%M}")


def _segments(events: Sequence[TimerEvent], now: Instant) -> Iterable[Segment]:
    technique: Technique | None = None
    state = TimerState.IDLE
    open_segment: Segment | None = None
    for event in events:
        state = _NEXT.get((state, event.kind), state)
        technique = event.technique or technique
        if event.kind is EventKind.CONFIRM:
            continue
        if open_segment is not None:
            yield _closed(open_segment, event)
            open_segment = None
        if state is TimerState.RUNNING and technique is not None:
            open_segment = Segment(id=SegmentId(event.id), technique=technique, start=event.at, stop=None, seconds=0)
    if open_segment is not None:
        yield replace(open_segment, seconds=int(seconds_between(open_segment.start, now)))


def _closed(segment: Segment, event: TimerEvent) -> Segment:
    source = SegmentSource.BY_HAND if event.by_hand else segment.source
    seconds = int(seconds_between(segment.start, event.at))
    return replace(segment, stop=event.at, seconds=seconds, source=source)


def _question(
    events: Sequence[TimerEvent], now: Instant, planned_minutes: int, attended_since: Instant | None
) -> Question | None:
    if attended_since is not None and events[-1].at.utc < attended_since.utc:
        return Question.FOUND_RUNNING
    overrun = _elapsed(events, now) - planned_minutes * 60 - _GRACE_SECONDS
    if overrun < 0:
        return None
    answered = _last(events, lambda event: event.kind is EventKind.CONFIRM)
    if answered is None or seconds_between(answered.at, now) > min(overrun, _ASK_AGAIN_SECONDS):
        return Question.PAST_PLAN
    return None


def _elapsed(events: Sequence[TimerEvent], now: Instant) -> int:
    return sum(segment.seconds for segment in _segments(events, now))


def _last(events: Sequence[TimerEvent], test: Callable[[TimerEvent], bool]) -> TimerEvent | None:
    return next((event for event in reversed(events) if test(event)), None)
