"""The units of a note: what its minutes come to by the payer's rule, and what is said where nobody has stated one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from therapist_desk.domain.billing import ChoiceOutsideTiesError, UnitAllocation, UnitRule, UnknownCodeError
from therapist_desk.domain.claims.charges import allocations
from therapist_desk.domain.claims.terms import ChosenUnit
from therapist_desk.domain.record import VisitRecord
from therapist_desk.domain.rule_cards.card import Source
from therapist_desk.domain.session.minutes import minutes_by_day


@dataclass(frozen=True, slots=True)
class UnitBasis:
    """By which rule the units of a note are counted, and why: both None where the payer's card names none.

    `same_day` are the other signed visits of the claim on the day, whose minutes are counted together. `settled` are
    the units that were open when the visit was signed and given to a number when its bill was made.
    """

    rule: UnitRule | None = None
    source: Source | None = None
    same_day: tuple[VisitRecord, ...] = ()
    settled: tuple[ChosenUnit, ...] = ()

    def settled_on(self, day: date) -> tuple[str, ...]:
        """Give the numbers that got the open units of a day when its bill was made."""
        return tuple(each.code for each in self.settled if each.day == day)


@dataclass(frozen=True, slots=True)
class DayUnits:
    """One day: its whole minutes by number, and the units by the rule, or by each rule where they differ.

    `settled` says that an open unit was given to a number when the bill was made, not in the visit.
    """

    day: date
    minutes: Mapping[str, int]
    found: tuple[UnitAllocation, ...]
    settled: bool = False

    @property
    def sure(self) -> UnitAllocation | None:
        """The units where there is one answer; None where it depends on a rule that nobody has stated."""
        return self.found[0] if len(self.found) == 1 else None


def note_units(record: VisitRecord, basis: UnitBasis) -> tuple[DayUnits, ...]:
    """Reckon each day of a note; none where nobody pays, without time, or with a number that the table lacks."""
    if record.payer is None:
        return ()
    records = (*basis.same_day, record)
    by_day = minutes_by_day(segment for each in records for segment in each.segments)
    chosen = tuple(code for each in records for code in each.visit.unit_choice)
    try:
        return tuple(
            _day_units(day, minutes, basis, chosen if day == record.visit.service_date else ())
            for day, minutes in by_day.items()
            if any(minutes.values())
        )
    except UnknownCodeError:
        return ()


def units_by_code(days: Iterable[DayUnits]) -> Mapping[str, int] | None:
    """Add the units of the days up; None unless each is sure."""
    total: Counter[str] = Counter()
    for each in days:
        if each.sure is None:
            return None
        total.update(each.sure.units)
    return total


def _day_units(day: date, minutes: Mapping[str, int], basis: UnitBasis, chosen: Sequence[str]) -> DayUnits:
    settled = basis.settled_on(day)
    found = _found(minutes, basis.rule, settled or chosen)
    return DayUnits(day, minutes, found, settled=bool(settled) and settled != tuple(chosen))


def _found(minutes: Mapping[str, int], rule: UnitRule | None, choice: Sequence[str]) -> tuple[UnitAllocation, ...]:
    try:
        return allocations(minutes, rule, choice)
    except ChoiceOutsideTiesError:
        return allocations(minutes, rule, ())
