"""When the next visit of a client is likely to be."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

_WEEK: Final = timedelta(days=7)
_QUARTER: Final = timedelta(minutes=15)
_HALF_HOUR: Final = timedelta(minutes=30)


def likely_next(last: datetime | None, now: datetime) -> datetime:
    """Give the same weekday and time as `last`, one week on, or the first such week that is still to come.

    Both are times on the wall clock. The clock of the last visit counts to the quarter of an hour, for nobody plans
    one at 9:52. Without a last visit it is the next half hour.
    """
    if last is None:
        return _floor(now, _HALF_HOUR) + _HALF_HOUR
    planned = _floor(last + _QUARTER / 2, _QUARTER) + _WEEK
    if planned > now:
        return planned
    return planned + ((now - planned) // _WEEK + 1) * _WEEK


def _floor(moment: datetime, step: timedelta) -> datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (moment - midnight) // step * step
