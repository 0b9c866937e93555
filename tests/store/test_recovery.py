from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.store.errors import RecoveryCodeLengthError, RecoveryCodeTypoError
from therapist_desk.store.recovery import ALPHABET, new_recovery_code, read_recovery_code

codes = st.builds(new_recovery_code)


def test_a_code_has_eight_groups_of_four() -> None:
    groups = new_recovery_code().split("-")

    assert [len(group) for group in groups] == [4] * 8
    assert set("".join(groups)) <= set(ALPHABET)


def test_no_two_codes_are_alike() -> None:
    assert len({new_recovery_code() for _ in range(100)}) == 100


@given(codes, st.sampled_from(("", " ", "-", " - ", "\u2013", "\n")))
def test_any_separator_and_any_case_will_do(code: str, separator: str) -> None:
    assert read_recovery_code(code.lower().replace("-", separator)) == code


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    code = next(code for code in iter(new_recovery_code, "") if {"0", "1"} <= set(code))

    assert read_recovery_code(code.replace("0", "o").replace("1", "l")) == code
    assert read_recovery_code(code.replace("0", "O").replace("1", "I")) == code


@given(codes, st.integers(0, 31), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found_in_its_group(code: str, place: int, wrong: str) -> None:
    plain = list(code.replace("-", ""))
    if plain[place] == wrong:
        return
    plain[place] = wrong

    with pytest.raises(RecoveryCodeTypoError) as refused:
        read_recovery_code("".join(plain))
    assert refused.value.values == {"group": place // 4 + 1}


@given(codes, st.integers(0, 7), st.integers(0, 2))
def test_two_swapped_characters_are_found(code: str, group: int, place: int) -> None:
    plain = list(code.replace("-", ""))
    here = group * 4 + place
    if plain[here] == plain[here + 1]:
        return
    plain[here], plain[here + 1] = plain[here + 1], plain[here]

    with pytest.raises(RecoveryCodeTypoError):
        read_recovery_code("".join(plain))


@given(codes, st.permutations(range(8)))
def test_groups_in_another_order_are_found(code: str, order: list[int]) -> None:
    groups = code.split("-")
    if order == list(range(8)):
        return

    with pytest.raises(RecoveryCodeTypoError):
        read_recovery_code("-".join(groups[place] for place in order))


@pytest.mark.parametrize("typed", ["", "ABCD", new_recovery_code() + "A"])
def test_missing_characters_are_counted(typed: str) -> None:
    with pytest.raises(RecoveryCodeLengthError) as refused:
        read_recovery_code(typed)
    assert refused.value.values == {"found": len(typed.replace("-", ""))}


@given(st.text(max_size=60))
def test_any_other_text_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises((RecoveryCodeLengthError, RecoveryCodeTypoError)):
        read_recovery_code(typed)
