"""Charges in whole cents: they add up, and nothing is billed that was not done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.billing import UnitRule, timed_units
from therapist_desk.domain.claims.charges import ServiceLine, allocations, service_lines, total, without_fee
from therapist_desk.domain.fee import Fee
from therapist_desk.domain.procedures import PROCEDURES
from therapist_desk.domain.rule_cards.card import Modifier, ModifierUse, Source

DAY = date(2026, 11, 18)
SOURCE = Source(words="a letter", noted_on=DAY)
minutes_of = st.dictionaries(st.sampled_from(sorted(PROCEDURES)), st.integers(0, 130), max_size=8)
cents_of = st.fixed_dictionaries({code: st.integers(0, 100_000) for code in PROCEDURES})


def modifier(code: str, use: ModifierUse, *procedures: str) -> Modifier:
    return Modifier(code=code, use=use, procedures=procedures, source=SOURCE)


@given(minutes_of, cents_of, st.sampled_from(UnitRule))
def test_a_bill_is_the_sum_of_units_times_fee_and_has_a_line_for_each_number_billed(
    minutes: dict[str, int], cents: dict[str, int], rule: UnitRule
) -> None:
    units = timed_units(minutes, rule).units

    lines = service_lines(DAY, minutes, units, [Fee(code, amount) for code, amount in cents.items()])

    assert total(lines) == sum(units[code] * cents[code] for code in units)
    assert {line.code: line.units for line in lines} == {code: count for code, count in units.items() if count}
    assert all(isinstance(line.charge, int) and minutes[line.code] > 0 for line in lines)


@given(minutes_of, cents_of)
def test_a_unit_more_never_costs_less(minutes: dict[str, int], cents: dict[str, int]) -> None:
    fees = [Fee(code, amount) for code, amount in cents.items()]
    longer = {code: spent + 15 for code, spent in minutes.items() if spent}

    def charged(spent: dict[str, int]) -> int:
        return total(service_lines(DAY, spent, timed_units(spent, UnitRule.MIDPOINT).units, fees))

    assert charged(longer) >= charged(minutes)


@given(minutes_of)
def test_a_rule_that_is_known_is_certain_and_an_unknown_one_only_where_both_agree(minutes: dict[str, int]) -> None:
    assert [len(allocations(minutes, rule, ())) for rule in UnitRule] == [1, 1]
    both = [timed_units(minutes, rule) for rule in UnitRule]

    assert (len(allocations(minutes, None, ())) == 1) == (both[0] == both[1])


def test_numbers_without_a_fee_are_named_and_those_without_a_unit_are_not() -> None:
    units = timed_units({"97140": 30, "97124": 2, "97110": 20}, UnitRule.CMS_EIGHT_MINUTE).units

    assert without_fee(units, [Fee("97140", 4200)]) == ("97110",)


@pytest.mark.parametrize(
    ("minutes", "wanted"),
    [
        ({"97124": 15, "97140": 30}, ("59",)),
        ({"97124": 14, "97140": 30}, ()),
        ({"97124": 30}, ()),
    ],
)
def test_a_modifier_for_separate_blocks_needs_two_whole_blocks(
    minutes: dict[str, int], wanted: tuple[str, ...]
) -> None:
    card = [modifier("59", ModifierUse.SEPARATE_BLOCKS, "97124")]

    assert _of("97124", minutes, card) == wanted


def test_a_modifier_goes_beside_the_numbers_that_its_card_names_and_no_others() -> None:
    card = [modifier("GP", ModifierUse.ALWAYS, "97140"), modifier("59", ModifierUse.SEPARATE_BLOCKS)]
    minutes = {"97124": 15, "97140": 30}

    assert _of("97140", minutes, card) == ("GP",)
    assert _of("97124", minutes, card) == ()


def _of(code: str, minutes: dict[str, int], card: list[Modifier]) -> tuple[str, ...]:
    units = timed_units(minutes, UnitRule.CMS_EIGHT_MINUTE).units
    lines: tuple[ServiceLine, ...] = service_lines(DAY, minutes, units, [Fee(each, 1) for each in minutes], card)
    return next(line.modifiers for line in lines if line.code == code)
