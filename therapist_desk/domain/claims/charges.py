"""Charges: the minutes of a day as lines of a bill, in whole cents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.billing import UnitAllocation, UnitRule, timed_units
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.procedures import PROCEDURES, Timing
from therapist_desk.domain.rule_cards.card import Modifier, ModifierUse

_BLOCK_MINUTES: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """What is asked for one procedure number of one day. `cents` is the fee for one unit."""

    day: date
    code: str
    minutes: int
    units: int
    cents: int
    modifiers: tuple[str, ...] = ()

    @property
    def charge(self) -> int:
        """Units times fee, in cents."""
        return self.units * self.cents


def allocations(
    minutes: Mapping[str, int], rule: UnitRule | None, choice: Sequence[str]
) -> tuple[UnitAllocation, ...]:
    """Give the units of a day by the payer's rule; where none is known, by each rule there is, equal ones once.

    One allocation is certain. Several mean that it depends on a rule that nobody has stated.

    Raises:
        UnknownCodeError: a number is not in the table.
        ChoiceOutsideTiesError: the choice no longer fits the minutes.
    """
    if rule is not None:
        return (timed_units(minutes, rule, choice),)
    found: list[UnitAllocation] = []
    for each in UnitRule:
        made = timed_units(minutes, each)
        fits = choice and made.ties and set(choice) <= set(made.ties)
        made = timed_units(minutes, each, choice) if fits else made
        if made not in found:
            found.append(made)
    return tuple(found)


def service_lines(
    day: date,
    minutes: Mapping[str, int],
    units: Mapping[str, int],
    fees: Iterable[Fee],
    modifiers: Sequence[Modifier] = (),
) -> tuple[ServiceLine, ...]:
    """Give the lines of a day, by procedure number; a number without a unit is not billed.

    Each number that is billed must have a fee: see `without_fee`.
    """
    cents = {fee.code: fee.cents for fee in fees}
    billed = [code for code in sorted(units) if units[code]]
    return tuple(
        ServiceLine(
            day=day,
            code=code,
            minutes=minutes[code],
            units=units[code],
            cents=cents[code],
            modifiers=tuple(each.code for each in modifiers if _applies(each, code, billed, minutes)),
        )
        for code in billed
    )


def without_fee(units: Mapping[str, int], fees: Iterable[Fee]) -> tuple[str, ...]:
    """Name the billed numbers that have no fee."""
    priced = {fee.code for fee in fees}
    return tuple(code for code in sorted(units) if units[code] and code not in priced)


def total(lines: Iterable[ServiceLine]) -> int:
    """Add up charges, in cents."""
    return sum(line.charge for line in lines)


def _applies(modifier: Modifier, code: str, billed: Sequence[str], minutes: Mapping[str, int]) -> bool:
    """Tell whether the card puts a modifier beside a number. One whose source names no number goes beside none."""
    if code not in modifier.procedures:
        return False
    if modifier.use is ModifierUse.ALWAYS:
        return True
    whole = [each for each in billed if PROCEDURES[each] is Timing.TIMED and minutes[each] >= _BLOCK_MINUTES]
    return code in whole and len(whole) > 1
