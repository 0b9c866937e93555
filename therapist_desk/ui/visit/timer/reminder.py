"""When the planned time draws to its end: derived from the timer, so that it is right after a sleep."""

from __future__ import annotations

from enum import Enum

from therapist_desk.domain.session.timer import TimerReading, TimerState


class Reminder(Enum):
    """What to say, with the seconds left at which it is said."""

    FIVE_MINUTES = 300
    TIME_IS_UP = 0


class Reminders:
    """Tells each reminder once. A longer plan brings back those it has moved into the future."""

    def __init__(self) -> None:
        self._told: set[Reminder] | None = None

    def begin(self) -> None:
        """Forget the visit before; what has passed when the new one is first read is not told."""
        self._told = None

    def due(self, reading: TimerReading) -> Reminder | None:
        """The latest reminder passed and not yet told, if the timer runs."""
        passed = {each for each in Reminder if reading.remaining <= each.value}
        if self._told is None:
            self._told = passed if reading.started is not None else set()
            return None
        fresh = passed - self._told
        self._told &= passed
        if not fresh or reading.state is not TimerState.RUNNING:
            return None
        self._told |= passed
        return min(fresh, key=_seconds)


def _seconds(reminder: Reminder) -> int:
    return reminder.value
