"""A running session as the shell and the locked window watch it, and the moments at which they speak up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.ids import VisitId
from therapist_desk.domain.session.timer import TimerEvent, TimerReading, TimerState, read_timer

_FIVE_MINUTES: Final = 5 * 60
_STILL_NEWS: Final = 60
"""A signal later than this many seconds tells nothing: the program was not there when it was due."""


class SessionSignal(StrEnum):
    """What is said once in a session."""

    FIVE_MINUTES = "five minutes"
    TIME_IS_UP = "time is up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The timer of a visit. Where only its times are known, `visit_id` is None and `client_name` empty."""

    visit_id: VisitId | None
    planned_minutes: int
    events: tuple[TimerEvent, ...]
    client_name: str = ""

    def reading(self, now: Instant) -> TimerReading:
        """Derive what the timer shows."""
        return read_timer(self.events, now, self.planned_minutes)

    @property
    def key(self) -> str:
        """Tell this session from others, also across a lock: when it was started."""
        return self.events[0].at.utc.isoformat() if self.events else ""


class SignalBook:
    """Remembers what has been said, so that each signal comes once for each planned length."""

    def __init__(self) -> None:
        self._said: set[tuple[str, int, SessionSignal]] = set()

    def due(self, session: Session, now: Instant) -> SessionSignal | None:
        """Give the signal to be made now, or None. A signal that was missed is left out."""
        reading = session.reading(now)
        if reading.state is not TimerState.RUNNING:
            return None
        moments = ((SessionSignal.TIME_IS_UP, 0), (SessionSignal.FIVE_MINUTES, _FIVE_MINUTES))
        for signal, left in moments:
            late = left - reading.remaining
            entry = (session.key, session.planned_minutes, signal)
            if 0 <= late < _STILL_NEWS and entry not in self._said:
                self._said.add(entry)
                return signal
        return None
