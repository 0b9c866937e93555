"""Times of day as somebody types them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from typing import Final

from therapist_desk.domain.clock import Instant
from therapist_desk.domain.session.timer import LONGEST_SESSION, Segment
from therapist_desk.domain.visit import Visit

_MIDNIGHT: Final = clock_time(23, 59, 59)
_NINE: Final = clock_time(9)
_MORNING: Final = 6


def at_clock(day: date, time: clock_time, now: Instant, *, again: bool = False) -> datetime:
    """The moment at which the clock showed `time` on `day`; `again`, the second one, where it was set back then.

    This computer's zone knows when clocks are set; where `now` has another offset than it, that holds for all times.
    A time that was left out when the clock was set forward is as much later.
    """
    shown = datetime.combine(day, time)
    if not _is_of_this_zone(now):
        return shown.replace(tzinfo=now.local.tzinfo)
    first, second = (shown.replace(fold=fold).astimezone() for fold in (0, 1))
    return second if again and second > first else first


def clock_after(moment: datetime, minutes: int, now: Instant) -> clock_time:
    """What the clock shows `minutes` after `moment`."""
    later = moment + timedelta(minutes=minutes)
    return (later.astimezone() if _is_of_this_zone(now) else later).time()


def latest(time: clock_time, now: Instant) -> datetime:
    """The moment, first of two, at which the clock showed `time`: today, or yesterday where today's is to come."""
    moment = at_clock(now.day, time, now)
    return moment if moment <= now.utc else at_clock(now.day - timedelta(days=1), time, now)


def ends_of(start: datetime, time: clock_time, now: Instant) -> tuple[datetime, ...]:
    """The moments within a session after `start` at which the clock shows `time`, the earliest first."""
    days = (start.date(), start.date() + timedelta(days=1))
    shown = {at_clock(day, time, now, again=again) for day in days for again in (False, True)}
    longest = timedelta(minutes=LONGEST_SESSION)
    return tuple(sorted(each for each in shown if timedelta() <= each - start <= longest))


def end_of_work(time: clock_time, touched: Instant) -> datetime:
    """When work ended that went on at `touched`, if the clock showed `time`: on that day, or in the night after."""
    return [*ends_of(touched.local, time, touched), at_clock(touched.day, time, touched)][0]


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
    if exact is not None and _on_the_wall(exact.local) == _on_the_wall(moment):
        return exact.local
    return moment


def _on_the_wall(moment: datetime) -> datetime:
    """What calendar and clock show to the minute, whether or not the clock shows it twice."""
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _is_of_this_zone(now: Instant) -> bool:
    return now.utc.astimezone().utcoffset() == now.local.utcoffset()
