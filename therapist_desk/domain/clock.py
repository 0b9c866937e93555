"""Moments: wall-clock times with their offset, and a steady count beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment as the computer knew it.

    `utc` is aware and in UTC, `offset_minutes` the local offset then. `steady_ms` counts the milliseconds since
    the machine's start `boot`, sleep included, and does not move when somebody sets the clock; `boot` is
    empty where no such count was taken (a time entered by hand).
    """

    utc: datetime
    offset_minutes: int = 0
    steady_ms: int = 0
    boot: str = ""

    @property
    def local(self) -> datetime:
        """The wall-clock time there and then, aware."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_minutes)))

    @property
    def day(self) -> date:
        """The local date."""
        return self.local.date()

    def shifted(self, seconds: float) -> Instant:
        """Give the moment `seconds` later, without a steady count: nobody measured it."""
        return Instant(self.utc + timedelta(seconds=seconds), self.offset_minutes)


class Clock(Protocol):
    """Where moments come from; the domain has no clock of its own."""

    def now(self) -> Instant:
        """Give the present moment."""
        ...


def seconds_between(start: Instant, stop: Instant) -> float:
    """Time passed from `start` to `stop` in seconds, never negative.

    Within one run of the machine the steady count decides, so that setting the clock changes no minutes; across a
    restart, or where a time was entered by hand, the wall clock is all there is.
    """
    if start.boot and start.boot == stop.boot:
        return max(0.0, (stop.steady_ms - start.steady_ms) / 1000)
    return max(0.0, (stop.utc - start.utc).total_seconds())
