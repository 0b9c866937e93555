"""What the minutes of a visit come to under its payer's rule, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.billing import (
    ChoiceOutsideTiesError,
    UnitAllocation,
    UnitRule,
    UnknownCodeError,
    timed_units,
)
from therapist_desk.domain.session.minutes import minutes_by_day
from therapist_desk.domain.session.timer import Segment


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One day's whole minutes by procedure number, and its units; None where the rule is unknown, or a number is."""

    day: date
    minutes: Mapping[str, int]
    units: UnitAllocation | None


def reckon(
    segments: Iterable[Segment], day: date, rule: UnitRule | None, choice: Sequence[str] = ()
) -> tuple[Reckoning, ...]:
    """Reckon each day that `segments` reach into, the earliest first.

    `choice` was made for `day`; one that no longer fits the minutes counts as none, so that it is asked for again.
    """
    return tuple(
        Reckoning(each, minutes, units_of_day(minutes, rule, choice if each == day else ()))
        for each, minutes in minutes_by_day(segments).items()
    )


def units_of_day(minutes: Mapping[str, int], rule: UnitRule | None, choice: Sequence[str]) -> UnitAllocation | None:
    """Give the units of a day; None where the rule is unknown or a number is. An idle choice is none."""
    if rule is None:
        return None
    try:
        return timed_units(minutes, rule, choice)
    except ChoiceOutsideTiesError:
        return timed_units(minutes, rule)
    except UnknownCodeError:
        return None
