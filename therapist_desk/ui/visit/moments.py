"""Times of day as somebody types them, and stretches as a stopwatch shows them."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QTime

from therapist_desk.domain.clock import Instant


def minutes_and_seconds(seconds: int) -> str:
    """A stretch as a stopwatch shows it: 38:12, and 68:12 past the hour."""
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def latest(time: QTime, now: Instant) -> datetime:
    """The last moment at which the clock showed `time`: today, or yesterday where today's is yet to come."""
    local = now.local
    moment = local.replace(hour=time.hour(), minute=time.minute(), second=0, microsecond=0)
    return moment if moment <= local else moment - timedelta(days=1)


def at_second_of(moment: datetime, exact: Instant | None) -> datetime:
    """`exact` where it lies in the minute that `moment` names: a time that nobody changed keeps its seconds."""
    if exact is not None and exact.local.replace(second=0, microsecond=0) == moment:
        return exact.local
    return moment
