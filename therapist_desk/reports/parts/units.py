"""How units follow from minutes, worked out in words under the treatment table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.billing import UnitAllocation, UnitRule
from therapist_desk.domain.note_units import DayUnits, UnitBasis
from therapist_desk.domain.procedures import PROCEDURES, Timing
from therapist_desk.reports.typography.rich import Rich, joined, phrase
from therapist_desk.reports.wording.formats import plural, short_day

RULE_NAMES: Final[Mapping[UnitRule, str]] = MappingProxyType(
    {UnitRule.CMS_EIGHT_MINUTE: "CMS eight-minute rule", UnitRule.MIDPOINT: "midpoint rule, each number alone"}
)
_BY_RULE: Final = "**Units by the payer’s rule: {rule}** ({source})."
_BY_BOTH: Final = (
    "**Units: the same by the CMS eight-minute rule and by the midpoint rule.** This payer’s rule is not on file "
    "with a source."
)
_DIFFER: Final = (
    "**Units are left open:** this payer’s rule is not on file with a source, and the rules differ. By the {one}: "
    "{first}. By the {other}: {second}."
)
_WHOLE_DAY: Final = "Counted for the whole day, with visit {numbers}."
_SUM: Final = "{minutes} min in all: {units} (a unit is 15 min, the last one needs 8)."
_PART: Final = "{code}: {minutes} = {whole} × 15 + {rest}"
_LEFT: Final = "the {left} to {codes}, the larger remainder"
_LEFT_CHOSEN: Final = "the {left} to {codes}, chosen among equal remainders"
_LEFT_BILLED: Final = "the {left} to {codes}, chosen among equal remainders when the bill was made"
_OPEN: Final = "**{left} still to be chosen** between {codes}, which have equal remainders"
_ALONE: Final = "{code}: {minutes} = {whole} × 15 + {rest}, {units}"
_UNTIMED: Final = "{code} is not timed: one unit"
_BLOCK: Final = 15
_ON: Final = "{day}: "


def unit_words(days: Sequence[DayUnits], basis: UnitBasis) -> Rich:
    """Say which rule was used and how the units follow; nothing where no unit can be told."""
    if not days:
        return ""
    parts: list[Rich] = [_rule(days, basis)]
    if basis.same_day:
        numbers = " and ".join(str(record.visit.number) for record in basis.same_day)
        parts.append(phrase(_WHOLE_DAY, numbers=numbers))
    for each in days:
        if each.sure is not None:
            told = _worked(each, each.sure, basis.rule or UnitRule.CMS_EIGHT_MINUTE)
            parts.append(joined([_ON.format(day=short_day(each.day)), told], "") if len(days) > 1 else told)
    return joined(parts, " ")


def units_told(units: Mapping[str, int]) -> str:
    """Write "97140 × 3 · 97124 × 1"."""
    return " · ".join(f"{code} × {count}" for code, count in units.items() if count) or "none"


def _rule(days: Sequence[DayUnits], basis: UnitBasis) -> Rich:
    if basis.rule is not None:
        source = basis.source.words if basis.source else ""
        return phrase(_BY_RULE, rule=RULE_NAMES[basis.rule], source=source)
    open_day = next((each for each in days if each.sure is None), None)
    if open_day is None:
        return phrase(_BY_BOTH)
    (one, other), (first, second) = RULE_NAMES.values(), open_day.found
    return phrase(_DIFFER, one=one, other=other, first=units_told(first.units), second=units_told(second.units))


def _worked(each: DayUnits, units: UnitAllocation, rule: UnitRule) -> Rich:
    timed = {code: spent for code, spent in each.minutes.items() if PROCEDURES[code] is Timing.TIMED and spent}
    untimed = [code for code, spent in each.minutes.items() if PROCEDURES[code] is not Timing.TIMED and spent]
    parts: list[Rich] = []
    if timed and rule is UnitRule.MIDPOINT:
        parts += [
            _ALONE.format(
                code=code,
                minutes=spent,
                whole=spent // _BLOCK,
                rest=spent % _BLOCK,
                units=plural(units.units.get(code, 0), "unit", "units"),
            )
            for code, spent in timed.items()
        ]
    elif timed:
        parts += _pooled(timed, units, _LEFT_BILLED if each.settled else _LEFT_CHOSEN)
    parts += [_UNTIMED.format(code=code) for code in untimed]
    told = joined(parts, "; ")
    if timed and rule is UnitRule.CMS_EIGHT_MINUTE:
        head = _SUM.format(minutes=sum(timed.values()), units=plural(units.total, "unit", "units"))
        return joined([head, joined([told, "."], "")], " ") if len(timed) > 1 or untimed else head
    return joined([told, "."], "")


def _pooled(timed: Mapping[str, int], units: UnitAllocation, chosen: str) -> list[Rich]:
    """Show whole fifteens and remainders, and where the units left over went; `chosen` words a choice."""
    if len(timed) == 1:
        return []
    parts: list[Rich] = [
        _PART.format(code=code, minutes=spent, whole=spent // _BLOCK, rest=spent % _BLOCK)
        for code, spent in timed.items()
    ]
    more = [code for code, spent in timed.items() if units.units.get(code, 0) > spent // _BLOCK]
    level = {timed[code] % _BLOCK for code in more} & {timed[code] % _BLOCK for code in timed if code not in more}
    if more:
        left = plural(len(more), "unit left", "units left")
        parts.append((chosen if level else _LEFT).format(left=left, codes=" and ".join(more)))
    if units.ties:
        left = plural(units.unassigned, "unit is", "units are")
        parts.append(phrase(_OPEN, left=left, codes=" and ".join(units.ties)))
    return parts
