"""Units: what the minutes of one client's day come to under the payer's rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.procedures import PROCEDURES, Timing

_UNIT_MINUTES: Final = 15


class UnitRule(StrEnum):
    """How a payer turns minutes into units of fifteen.

    CMS_EIGHT_MINUTE pools all timed minutes of the day, then shares the units out (Medicare Claims Processing
    Manual, 100-04, chapter 5, 20.2). MIDPOINT takes each number alone: a further unit once more than half of its
    fifteen minutes has passed.
    """

    CMS_EIGHT_MINUTE = "eight-minute"
    MIDPOINT = "midpoint"


class UnknownCodeError(ExpectedError):
    """Minutes under numbers that the table of procedures does not have."""

    code = "unknown_procedure"
    sentence = "Not in the table of procedure numbers: {codes}. Please correct the number of these minutes."


class NegativeMinutesError(ExpectedError):
    """Fewer than no minutes under a number."""

    code = "negative_minutes"
    sentence = "The minutes under {procedure} are below zero. Please correct their times."


class ChoiceOutsideTiesError(ExpectedError):
    """A choice for a number that no longer ties, got its unit already, or comes when no unit is left."""

    code = "choice_outside_ties"
    sentence = "No unit is open for {procedure}. The minutes may have changed since; please choose again."


@dataclass(frozen=True, slots=True)
class UnitAllocation:
    """The units of one day.

    `units` names only numbers that are billed, untimed ones too; any other number reads as 0. `total` counts the
    timed units allowed, those still open included. `ties` are the numbers, in order, with equal claim to the open
    units; each may get one. Empty when nothing is left to choose.
    """

    units: Mapping[str, int]
    total: int
    ties: Sequence[str] = ()

    @property
    def unassigned(self) -> int:
        """How many of `ties` are to be chosen; always fewer than there are."""
        return self.total - sum(count for code, count in self.units.items() if PROCEDURES[code] is Timing.TIMED)


class _Units(Counter[str]):
    """Units by number, equal to every mapping that reads the same: a zero may be written out or left out."""

    __hash__ = None  # type: ignore[assignment]  # as every counter

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and super().__eq__(Counter(other))


def timed_units(minutes: Mapping[str, int], rule: UnitRule, choice: Sequence[str] = ()) -> UnitAllocation:
    """Turn one client's whole minutes of one calendar day, by procedure number, into units.

    A number that is not timed gives one unit, outside `total`, for any minutes at all. `choice` names the tied
    numbers that the therapist gave the open units to; one that settles only some leaves the rest in `ties`.

    Raises:
        UnknownCodeError: a number is not in the table.
        NegativeMinutesError: minutes are below zero.
        ChoiceOutsideTiesError: a choice is not among the ties, repeats itself or exceeds the open units.
        TypeError: minutes are not whole numbers, or the rule is none (a bug of the caller).
    """
    if not isinstance(rule, UnitRule):
        raise TypeError(rule)
    _check(minutes)
    timed = {code: minutes[code] for code in sorted(minutes) if PROCEDURES[code] is Timing.TIMED}
    allocation = _each_alone(timed) if rule is UnitRule.MIDPOINT else _pooled(timed)
    for code in choice:
        allocation = _settled(allocation, code)
    once = Counter(code for code, spent in minutes.items() if code not in timed and spent)
    billed = once + Counter(allocation.units)  # the sum of two counters drops what is zero
    return replace(allocation, units=MappingProxyType(_Units(dict(sorted(billed.items())))))


def _check(minutes: Mapping[str, int]) -> None:
    unknown = sorted(code for code in minutes if code not in PROCEDURES)
    if unknown:
        raise UnknownCodeError(codes=", ".join(unknown))
    for code, spent in minutes.items():
        if type(spent) is not int:
            raise TypeError(f"minutes under {code} are no whole number: {spent!r}")
        if spent < 0:
            raise NegativeMinutesError(procedure=code)


def _rounded(minutes: int) -> int:
    # The eighth minute opens a unit: more than half of fifteen, counted in whole minutes.
    return (minutes + _UNIT_MINUTES // 2) // _UNIT_MINUTES


def _each_alone(timed: Mapping[str, int]) -> UnitAllocation:
    units = Counter({code: _rounded(spent) for code, spent in timed.items()})
    return UnitAllocation(units, units.total())


def _pooled(timed: Mapping[str, int]) -> UnitAllocation:
    """Give each number its full fifteens, then the units left over, one each, to the largest remainders."""
    units = Counter({code: spent // _UNIT_MINUTES for code, spent in timed.items()})
    total = _rounded(sum(timed.values()))
    left = total - units.total()
    if not left:
        return UnitAllocation(units, total)
    # n remainders of at most 14 leave (14n + 7) // 15 <= n units: each finds a remainder, and none goes to a zero.
    remainders = {code: spent % _UNIT_MINUTES for code, spent in timed.items()}
    last = sorted(remainders.values(), reverse=True)[left - 1]
    ahead = [code for code, remainder in remainders.items() if remainder > last]
    level = [code for code, remainder in remainders.items() if remainder == last]
    if len(ahead) + len(level) == left:
        return UnitAllocation(units + Counter(ahead + level), total)
    return UnitAllocation(units + Counter(ahead), total, tuple(level))


def _settled(allocation: UnitAllocation, code: str) -> UnitAllocation:
    if code not in allocation.ties:
        raise ChoiceOutsideTiesError(procedure=code)
    ties = tuple(tied for tied in allocation.ties if tied != code) if allocation.unassigned > 1 else ()
    return replace(allocation, units=Counter(allocation.units) + Counter([code]), ties=ties)
