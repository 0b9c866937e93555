from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.billing import (
    ChoiceOutsideTiesError,
    NegativeMinutesError,
    UnitAllocation,
    UnitRule,
    UnknownCodeError,
    timed_units,
)
from therapist_desk.domain.procedures import PROCEDURES, Timing

CMS, MIDPOINT = UnitRule.CMS_EIGHT_MINUTE, UnitRule.MIDPOINT
RESOURCES = Path(__file__).parents[2] / "resources"
TIMED = sorted(code for code, timing in PROCEDURES.items() if timing is Timing.TIMED)
BILLED_ONCE = sorted(code for code, timing in PROCEDURES.items() if timing is not Timing.TIMED)

minutes_of = st.integers(0, 130)
timed_days = st.dictionaries(st.sampled_from(TIMED), minutes_of, max_size=8)
days = st.dictionaries(st.sampled_from(sorted(PROCEDURES)), minutes_of, max_size=10)
rules = st.sampled_from(UnitRule)


@pytest.mark.parametrize(
    ("minutes", "units"),
    [
        pytest.param({"97112": 24, "97110": 23}, {"97112": 2, "97110": 1}, id="example 1"),
        pytest.param({"97110": 33, "97140": 7}, {"97110": 2, "97140": 1}, id="example 3"),
        pytest.param(
            {"97110": 18, "97140": 13, "97116": 10, "97035": 8},
            {"97110": 1, "97140": 1, "97116": 1},
            id="example 4",
        ),
    ],
)
def test_the_manual_s_examples_come_out_as_published(minutes: dict[str, int], units: dict[str, int]) -> None:
    # Medicare Claims Processing Manual, 100-04, chapter 5, 20.2 C
    assert timed_units(minutes, CMS) == UnitAllocation(units=units, total=3, ties=())


def test_the_manual_s_two_codes_of_twenty_minutes_leave_the_third_unit_to_the_therapist() -> None:
    # example 2
    minutes = {"97112": 20, "97110": 20}

    still_open = timed_units(minutes, CMS)
    settled = timed_units(minutes, CMS, ("97112",))

    assert still_open == UnitAllocation(units={"97112": 1, "97110": 1}, total=3, ties=("97110", "97112"))
    assert still_open.unassigned == 1
    assert settled == UnitAllocation(units={"97112": 2, "97110": 1}, total=3, ties=())


@pytest.mark.parametrize("chosen", ["97110", "97112", "97140"])
def test_the_manual_s_three_codes_of_seven_minutes_share_one_unit(chosen: str) -> None:
    # example 5
    minutes = {"97112": 7, "97110": 7, "97140": 7}

    assert timed_units(minutes, CMS) == UnitAllocation(units={}, total=1, ties=("97110", "97112", "97140"))
    assert timed_units(minutes, CMS, (chosen,)) == UnitAllocation(units={chosen: 1}, total=1, ties=())


@pytest.mark.parametrize(
    ("minutes", "units", "total"),
    [
        # The manual in words: at least 15 minutes are at least one unit, at least 30 at least two.
        pytest.param({"97110": 15, "97140": 30}, {"97110": 1, "97140": 2}, 3, id="full fifteens alone"),
        # "the total of the two is 8 minutes or greater, then bill one unit for the service performed for the most
        # minutes"
        pytest.param({"97110": 7, "97140": 6}, {"97110": 1}, 1, id="two of seven or less, the longer"),
        pytest.param({"97110": 1, "97140": 7}, {"97140": 1}, 1, id="two of seven or less, eight together"),
        pytest.param({"97110": 7, "97140": 8}, {"97140": 1}, 1, id="fifteen together, one unit to the longer"),
        pytest.param({"97110": 20, "97140": 18}, {"97110": 2, "97140": 1}, 3, id="remainders of five and three"),
        pytest.param({"97110": 18, "97140": 20}, {"97110": 1, "97140": 2}, 3, id="remainders of three and five"),
        pytest.param({"97110": 22, "97140": 15}, {"97110": 1, "97140": 1}, 2, id="remainder of seven alone"),
        pytest.param({"97110": 23, "97140": 15}, {"97110": 2, "97140": 1}, 3, id="remainder of eight alone"),
        pytest.param(
            {"97110": 30, "97140": 15, "97035": 8, "97014": 15},
            {"97110": 2, "97140": 1, "97035": 1, "97014": 1},
            4,
            id="an untimed number beside three timed ones",
        ),
        pytest.param(
            {"97110": 16, "97140": 16, "97112": 16}, {"97110": 1, "97140": 1, "97112": 1}, 3, id="ones left over"
        ),
        pytest.param(
            {"97110": 33, "97140": 7, "97112": 5}, {"97110": 2, "97140": 1}, 3, id="three remainders, one unit"
        ),
    ],
)
def test_mixed_remainders_are_pooled_as_the_manual_words_it(
    minutes: dict[str, int], units: dict[str, int], total: int
) -> None:
    # Medicare Claims Processing Manual, 100-04, chapter 5, 20.2 C, and its reading at chirocode.com, article 25388
    assert timed_units(minutes, CMS) == UnitAllocation(units=units, total=total, ties=())


@pytest.mark.parametrize(
    ("minutes", "units", "total", "ties"),
    [
        # Worked by hand after the manual: total minutes give the units, full fifteens come first, then remainders.
        pytest.param(
            {"97110": 17, "97112": 18, "97140": 20},
            {"97110": 1, "97112": 1, "97140": 2},
            4,
            (),
            id="55 minutes, 2 3 5 left over",
        ),
        pytest.param(
            {"97110": 10, "97112": 10, "97140": 10},
            {},
            2,
            ("97110", "97112", "97140"),
            id="30 minutes, ten each, two units among three",
        ),
        pytest.param(
            {"97110": 24, "97140": 9, "97112": 8, "97035": 8, "97124": 4},
            {"97110": 2, "97140": 1},
            4,
            ("97035", "97112"),
            id="53 minutes, five numbers, the fourth unit between two",
        ),
        pytest.param(
            {"97110": 20, "97112": 20, "97140": 20, "97530": 20, "97124": 20},
            {"97110": 1, "97112": 1, "97140": 1, "97530": 1, "97124": 1},
            7,
            ("97110", "97112", "97124", "97140", "97530"),
            id="100 minutes, twenty each, two units among five",
        ),
        pytest.param(
            {"97110": 7, "97112": 6, "97140": 5, "97530": 4, "97124": 3},
            {"97110": 1, "97112": 1},
            2,
            (),
            id="25 minutes, none of them eight",
        ),
        pytest.param(
            {"97110": 31, "97140": 16, "97112": 14, "97124": 14},
            {"97110": 2, "97140": 1, "97112": 1, "97124": 1},
            5,
            (),
            id="75 minutes, fourteen and fourteen before one and one",
        ),
        pytest.param(
            {"97124": 38, "97140": 23, "97010": 10},
            {"97124": 2, "97140": 1, "97010": 1},
            4,
            ("97124", "97140"),
            id="61 timed minutes, eight and eight left over, packs beside them",
        ),
    ],
)
def test_three_to_five_numbers_worked_by_hand(
    minutes: dict[str, int], units: dict[str, int], total: int, ties: tuple[str, ...]
) -> None:
    assert timed_units(minutes, CMS) == UnitAllocation(units=units, total=total, ties=ties)


@pytest.mark.parametrize("wrong", [7.5, 8.0, True, "8", None])
@pytest.mark.parametrize("rule", UnitRule)
def test_minutes_that_are_no_whole_number_are_a_bug_and_never_rounded(rule: UnitRule, wrong: Any) -> None:
    with pytest.raises(TypeError):
        timed_units({"97124": wrong}, rule)


def test_a_rule_that_is_none_is_never_taken_for_one() -> None:
    nothing: Any = None
    with pytest.raises(TypeError):
        timed_units({"97124": 30}, nothing)


def test_what_was_reckoned_cannot_be_changed_afterwards() -> None:
    minutes = {"97110": 20, "97112": 20}
    allocation = timed_units(minutes, CMS)
    units: Any = allocation.units

    with pytest.raises(TypeError):
        units["97110"] = 9
    minutes["97110"] = 60
    assert allocation.units == {"97110": 1, "97112": 1}
    assert isinstance(allocation.ties, tuple)


@pytest.mark.parametrize(
    ("minutes", "units", "total", "ties"),
    [
        pytest.param({}, {}, 0, (), id="nothing"),
        pytest.param({"97124": 0}, {}, 0, (), id="no minutes"),
        pytest.param({"97124": 7}, {}, 0, (), id="under eight"),
        pytest.param({"97124": 5, "97140": 2}, {}, 0, (), id="under eight together"),
        pytest.param({"97124": 5, "97140": 3}, {"97124": 1}, 1, (), id="eight together"),
        pytest.param({"97124": 4, "97140": 4}, {}, 1, ("97124", "97140"), id="four and four"),
        pytest.param({"97124": 7, "97140": 7}, {}, 1, ("97124", "97140"), id="seven and seven"),
        pytest.param({"97124": 8, "97140": 8}, {}, 1, ("97124", "97140"), id="eight and eight, one unit"),
        pytest.param({"97124": 8, "97140": 15}, {"97124": 1, "97140": 1}, 2, (), id="full unit and eight"),
        pytest.param({"97124": 7, "97140": 15}, {"97140": 1}, 1, (), id="full unit and seven"),
        pytest.param(
            {"97124": 30, "97140": 8}, {"97124": 2, "97140": 1}, 3, (), id="none to a code without remainder"
        ),
        pytest.param({"97124": 45, "97140": 15}, {"97124": 3, "97140": 1}, 4, (), id="no remainders"),
        pytest.param({"97124": 14, "97140": 14}, {"97124": 1, "97140": 1}, 2, (), id="level, and a unit for each"),
        pytest.param(
            {"97124": 10, "97140": 10, "97110": 5, "97112": 5, "97530": 5},
            {"97124": 1, "97140": 1},
            2,
            (),
            id="level below the last unit",
        ),
        pytest.param(
            {"97124": 12, "97140": 12, "97110": 7, "97112": 7},
            {"97124": 1, "97140": 1},
            3,
            ("97110", "97112"),
            id="two level groups, one open",
        ),
        pytest.param(
            {"97124": 22, "97140": 7}, {"97124": 1}, 2, ("97124", "97140"), id="remainders tie, not whole times"
        ),
        pytest.param(
            {"97124": 8, "97140": 8, "97110": 8}, {}, 2, ("97110", "97124", "97140"), id="two units among three"
        ),
    ],
)
def test_units_go_first_to_full_fifteens_then_to_the_largest_remainders(
    minutes: dict[str, int], units: dict[str, int], total: int, ties: tuple[str, ...]
) -> None:
    assert timed_units(minutes, CMS) == UnitAllocation(units=units, total=total, ties=ties)


def test_a_choice_that_settles_only_some_leaves_the_rest_open() -> None:
    minutes = {"97110": 8, "97124": 8, "97140": 8}

    half = timed_units(minutes, CMS, ("97124",))
    whole = timed_units(minutes, CMS, ("97124", "97110"))

    assert half == UnitAllocation(units={"97124": 1}, total=2, ties=("97110", "97140"))
    assert half.unassigned == 1
    assert whole == UnitAllocation(units={"97110": 1, "97124": 1}, total=2, ties=())


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param(("97140",), id="not among the ties"),
        pytest.param(("97035",), id="no minutes"),
        pytest.param(("97010",), id="untimed"),
        pytest.param(("12345",), id="unknown"),
        pytest.param(("97110", "97110"), id="twice"),
        pytest.param(("97110", "97112"), id="more than the open units"),
    ],
)
def test_a_choice_outside_the_ties_is_refused(choice: tuple[str, ...]) -> None:
    with pytest.raises(ChoiceOutsideTiesError, match=choice[-1]):
        timed_units({"97110": 20, "97112": 20, "97140": 15, "97010": 10}, CMS, choice)


def test_a_choice_that_corrected_minutes_made_idle_is_refused() -> None:
    with pytest.raises(ChoiceOutsideTiesError):
        timed_units({"97110": 21, "97112": 20}, CMS, ("97112",))


def test_nothing_is_to_choose_under_the_midpoint_rule() -> None:
    assert timed_units({"97110": 20, "97112": 20}, MIDPOINT) == UnitAllocation(
        units={"97110": 1, "97112": 1}, total=2, ties=()
    )
    with pytest.raises(ChoiceOutsideTiesError):
        timed_units({"97110": 20, "97112": 20}, MIDPOINT, ("97110",))


@pytest.mark.parametrize("rule", UnitRule)
@pytest.mark.parametrize(
    ("first", "last", "units"),
    # the manual's table of intervals; "the pattern remains the same" beyond two hours
    [
        (0, 7, 0),
        (8, 22, 1),
        (23, 37, 2),
        (38, 52, 3),
        (53, 67, 4),
        (68, 82, 5),
        (83, 97, 6),
        (98, 112, 7),
        (113, 127, 8),
        (128, 142, 9),
        (143, 157, 10),
        (158, 172, 11),
        (173, 187, 12),
        (188, 200, 13),
    ],
)
def test_one_code_alone_follows_the_published_table(rule: UnitRule, first: int, last: int, units: int) -> None:
    for minutes in range(first, last + 1):
        assert timed_units({"97124": minutes}, rule) == UnitAllocation(
            units={"97124": units} if units else {}, total=units, ties=()
        )


def test_however_the_minutes_are_split_pooling_allows_what_one_code_would_get() -> None:
    for whole in range(201):
        alone = timed_units({"97124": whole}, CMS).total
        for part in range(whole + 1):
            assert timed_units({"97124": part, "97140": whole - part}, CMS).total == alone


def test_both_rules_come_to_the_same_where_an_example_of_each_is_published() -> None:
    # University of Texas, MSHBC coding compliance overview, "Calculating time": 28 minutes, two units
    assert timed_units({"97110": 18, "97140": 10}, CMS) == UnitAllocation({"97110": 1, "97140": 1}, total=2)
    # Blue Cross of Idaho, administrative policy PAP228: "15 minutes is attained when 8 minutes have elapsed"
    assert timed_units({"97110": 18, "97140": 10}, MIDPOINT) == UnitAllocation({"97110": 1, "97140": 1}, total=2)


def test_minutes_left_over_of_several_services_count_together_and_alone_do_not() -> None:
    # Highmark, after CMS (triplebbilling.com, 2 March 2016): 49 minutes, no unit for the ultrasound;
    # stratapt.com, "Medicare vs. AMA": each number alone, eight minutes are one
    minutes = {"97110": 18, "97140": 13, "97116": 10, "97035": 8}

    assert timed_units(minutes, CMS) == UnitAllocation({"97110": 1, "97140": 1, "97116": 1, "97035": 0}, total=3)
    assert timed_units(minutes, MIDPOINT) == UnitAllocation(dict.fromkeys(minutes, 1), total=4)


def test_minutes_are_not_pooled_under_the_midpoint_rule() -> None:
    assert timed_units({"97124": 7, "97140": 7}, MIDPOINT) == UnitAllocation(units={}, total=0, ties=())
    assert timed_units({"97124": 8, "97140": 8}, MIDPOINT) == UnitAllocation(
        units={"97124": 1, "97140": 1}, total=2, ties=()
    )
    assert timed_units({"97110": 33, "97140": 7}, MIDPOINT) == UnitAllocation(units={"97110": 2}, total=2, ties=())


@pytest.mark.parametrize("rule", UnitRule)
@pytest.mark.parametrize("code", BILLED_ONCE)
def test_a_code_that_is_not_timed_gives_one_unit_outside_the_total(rule: UnitRule, code: str) -> None:
    for minutes in (1, 7, 60):
        allocation = timed_units({code: minutes, "97124": 7}, rule)
        assert allocation == UnitAllocation(units={code: 1}, total=0, ties=())
    assert timed_units({code: 0, "97124": 30}, rule) == UnitAllocation(units={"97124": 2}, total=2, ties=())


def test_untimed_units_beside_a_tie_do_not_hide_the_open_unit() -> None:
    allocation = timed_units({"97010": 10, "97110": 20, "97112": 20}, CMS)

    assert allocation.units == {"97010": 1, "97110": 1, "97112": 1}
    assert (allocation.total, allocation.unassigned) == (3, 1)


def test_codes_without_a_unit_are_not_listed_and_read_as_zero() -> None:
    units = timed_units({"97124": 30, "97140": 3}, CMS).units

    assert list(units) == ["97124"]
    assert units["97140"] == 0
    assert units == {"97124": 2, "97140": 0}
    assert units != {"97124": 2, "97140": 1}


@pytest.mark.parametrize("rule", UnitRule)
@pytest.mark.parametrize("code", ["", "97999", "97140-59", " 97140", "s8950", "97161-97164", "９７１２４"])
def test_a_code_that_the_table_does_not_have_is_refused_by_name(rule: UnitRule, code: str) -> None:
    for minutes in (0, 30, -1):
        with pytest.raises(UnknownCodeError) as refused:
            timed_units({"97124": 30, code: minutes}, rule)
        assert refused.value.values == {"codes": code}


@pytest.mark.parametrize("rule", UnitRule)
@pytest.mark.parametrize("code", ["97140", "97010"])
def test_negative_minutes_are_refused(rule: UnitRule, code: str) -> None:
    with pytest.raises(NegativeMinutesError, match=code):
        timed_units({"97124": 30, code: -1}, rule)


@given(days, rules)
def test_units_and_open_units_make_the_total(minutes: dict[str, int], rule: UnitRule) -> None:
    allocation = timed_units(minutes, rule)

    assert _timed(allocation.units) + allocation.unassigned == allocation.total
    assert bool(allocation.ties) == (allocation.unassigned > 0)
    assert not allocation.ties or allocation.unassigned < len(allocation.ties)


@given(timed_days)
def test_pooling_allows_what_the_whole_time_allows(minutes: dict[str, int]) -> None:
    assert timed_units(minutes, CMS).total == (sum(minutes.values()) + 7) // 15


@given(days, rules)
def test_no_code_gets_a_unit_without_minutes_nor_more_than_one_beyond_its_full_ones(
    minutes: dict[str, int], rule: UnitRule
) -> None:
    allocation = timed_units(minutes, rule)

    for code, units in allocation.units.items():
        assert minutes[code] > 0
        if PROCEDURES[code] is Timing.TIMED:
            full, remainder = divmod(minutes[code], 15)
            assert full <= units <= full + (remainder > 0)
        else:
            assert units == 1
    for code in allocation.ties:
        assert minutes[code] % 15 > 0


@given(days, rules, st.randoms(use_true_random=False))
def test_the_order_of_the_codes_changes_nothing(minutes: dict[str, int], rule: UnitRule, random: Any) -> None:
    shuffled = list(minutes.items())
    random.shuffle(shuffled)

    assert timed_units(dict(shuffled), rule) == timed_units(minutes, rule)


@given(days, rules, st.sampled_from(TIMED), st.integers(1, 40))
def test_more_minutes_never_lower_the_total(minutes: dict[str, int], rule: UnitRule, code: str, more: int) -> None:
    longer = minutes | {code: minutes.get(code, 0) + more}

    assert timed_units(longer, rule).total >= timed_units(minutes, rule).total


@given(timed_days)
def test_no_code_is_passed_over_for_a_smaller_remainder(minutes: dict[str, int]) -> None:
    allocation = timed_units(minutes, CMS)
    extra = {code for code, spent in minutes.items() if allocation.units[code] > spent // 15}
    passed_over = minutes.keys() - extra - set(allocation.ties)

    for code in passed_over:
        assert all(minutes[code] % 15 < minutes[other] % 15 for other in extra | set(allocation.ties))


# Few values for the remainders, so that most days tie.
@given(st.dictionaries(st.sampled_from(TIMED), st.sampled_from([0, 7, 8, 20, 22, 23]), max_size=7))
def test_every_full_choice_in_any_order_leaves_no_ties(minutes: dict[str, int]) -> None:
    before = timed_units(minutes, CMS)
    for chosen in combinations(before.ties, before.unassigned):
        first, *others = [timed_units(minutes, CMS, order) for order in permutations(chosen)][:6]

        assert first.ties == ()
        assert _timed(first.units) == first.total == before.total
        assert {code for code in minutes if first.units[code] > before.units[code]} == set(chosen)
        assert all(other == first for other in others)


def test_the_table_of_procedures_agrees_with_the_rules() -> None:
    listed = _procedures()

    told = {True: Timing.TIMED, False: Timing.UNTIMED, None: Timing.UNSTATED}
    assert {item["code"]: told[item["timed"]] for item in listed} == PROCEDURES
    assert len(listed) == len(PROCEDURES)


def test_every_procedure_says_in_words_where_it_comes_from() -> None:
    for item in _procedures():
        assert item["words"].strip()
        assert item["source"].strip()
        assert item["basis"] in {"source read", "known practice"}


def test_every_technique_is_billed_under_a_number_of_the_table() -> None:
    techniques = json.loads((RESOURCES / "clinical" / "techniques.json").read_text(encoding="utf-8"))["techniques"]

    assert {item["code"] for item in techniques if item["code"]} <= PROCEDURES.keys()


def _procedures() -> list[dict[str, Any]]:
    content = json.loads((RESOURCES / "codes" / "procedures.json").read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = content["procedures"]
    return listed


def _timed(units: Mapping[str, int]) -> int:
    return sum(count for code, count in units.items() if PROCEDURES[code] is Timing.TIMED)
