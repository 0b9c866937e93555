"""Minutes that count for billing: treatment, by procedure number and calendar day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from therapist_desk.domain.session.timer import Segment, effective

_DAY_SECONDS: Final = 24 * 60 * 60


def minutes_by_day(segments: Iterable[Segment]) -> Mapping[date, Mapping[str, int]]:
    """Give whole minutes per local day and procedure number, in order of both.

    Pass all of a client's segments: those of two visits on one day are billed together. Seconds are summed, then
    floored to minutes once. Talk, rest, set-up and techniques without a number are left out, and a corrected
    segment gives way to its correction. A number with less than a minute stands with 0.
    """
    seconds: dict[date, Counter[str]] = {}
    for segment in effective(segments, ()):
        if segment.technique.hands_on and segment.technique.code:
            for day, part in by_day(segment):
                seconds.setdefault(day, Counter())[segment.technique.code] += part
    return {day: {code: spent // 60 for code, spent in sorted(seconds[day].items())} for day in sorted(seconds)}


def minutes_by_code(segments: Iterable[Segment]) -> Mapping[str, int]:
    """Give whole minutes per procedure number, by the same rules.

    Across midnight these are the minutes of the days added up; units are reckoned day by day, from
    `minutes_by_day`.
    """
    minutes: Counter[str] = Counter()
    for of_day in minutes_by_day(segments).values():
        minutes.update(of_day)
    return dict(sorted(minutes.items()))


def by_day(segment: Segment) -> Iterator[tuple[date, int]]:
    """Cut the seconds passed at each midnight, the earliest day first.

    They are laid out from the start by the offset that held there, so that neither a clock set meanwhile nor one
    changed to summer time adds or loses any.
    """
    begun = segment.start.local
    day = begun.date()
    midnight = datetime.combine(day + timedelta(days=1), time(), begun.tzinfo)
    left, room = segment.seconds, int((midnight - begun).total_seconds())
    while left > 0:
        part = min(left, room)
        if part:
            yield day, part
        left, day, room = left - part, day + timedelta(days=1), _DAY_SECONDS
