"""A clock that is set by hand, so that samples have a past."""

from __future__ import annotations

from datetime import UTC, datetime

from therapist_desk.domain.clock import Instant


class SetClock:
    """Shows the time it was set to until it is set again. Nobody counts steadily: the wall clock is all there is."""

    def __init__(self, now: Instant) -> None:
        self._now = Instant(now.utc, now.offset_minutes)

    def now(self) -> Instant:
        """Give the time it was set to."""
        return self._now

    def set(self, when: datetime) -> None:
        """Turn to `when` (aware)."""
        self._now = Instant(when.astimezone(UTC), self._now.offset_minutes)

    def wait(self, minutes: float) -> None:
        """Let time pass."""
        self._now = self._now.shifted(minutes * 60)
