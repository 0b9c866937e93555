"""Times of day as somebody types them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from typing import Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.timer import LONGEST_SESSION, Segment
from therapist_desk.domain.visit import Visit

_MIDNIGHT: Final = clock_time(23, 59, 59)
_NINE: Final = clock_time(9)
_MORNING: Final = 6


def latest(time: clock_time, now: Instant) -> datetime:
    """The last moment at which the clock showed `time`: today, or yesterday where today's is yet to come."""
    local = now.local
    moment = local.replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)
    return moment if moment <= local else moment - timedelta(days=1)


def end_of_work(time: clock_time, touched: Instant) -> datetime:
    """When work ended that went on at `touched`, if the clock showed `time`: on that day, or in the night after."""
    begun = touched.local
    moment = begun.replace(hour=time.hour, minute=time.minute, second=0, microsecond=0)
    after = moment + timedelta(days=1)
    return after if moment < begun and after - begun <= timedelta(minutes=LONGEST_SESSION) else moment


def last_of_day(day: date, now: Instant) -> Instant:
    """The last moment of a day that is over, with the offset of that day; `now` on any other."""
    if day >= now.day:
        return now
    end = datetime.combine(day, _MIDNIGHT).astimezone()
    offset = end.utcoffset()
    return Instant(end.astimezone(UTC), round(offset.total_seconds() / 60) if offset is not None else 0)


def began_on(visit: Visit, now: Instant) -> Instant:
    """When a visit of a day that is over may have begun: as it was planned, else at nine."""
    planned = visit.planned_for
    clock = planned.local.time() if planned is not None else _NINE
    end = last_of_day(visit.service_date, now)
    return end.shifted(
        (end.local.replace(hour=clock.hour, minute=clock.minute, second=0) - end.local).total_seconds()
    )


def stretch_day(stretch: Segment, day: date) -> date:
    """The day that the times of a stretch are typed for: the visit's own, or the night that follows it."""
    after = stretch.start.day == day + timedelta(days=1) and stretch.start.local.hour < _MORNING
    return stretch.start.day if after else day


def at_second_of(moment: datetime, exact: Instant | None) -> datetime:
    """`exact` where it lies in the minute that `moment` names: a time that nobody changed keeps its seconds."""
    if exact is not None and exact.local.replace(second=0, microsecond=0) == moment:
        return exact.local
    return moment
