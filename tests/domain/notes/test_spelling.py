from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.notes.spelling import like, one_slip, plain, words_to_check


def test_abbreviations_and_what_has_digits_are_not_looked_up() -> None:
    text = "ROM of C5-C6 R UT: TrP 7/10, 2x15 chin tucks; the client’s neck"

    assert [word for _, word in words_to_check(text)] == ["of", "chin", "tucks", "the", "client’s", "neck"]


@given(st.text())
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    for start, word in words_to_check(text):
        assert text[start : start + len(word)] == word


def test_a_possessive_and_a_capital_change_nothing() -> None:
    assert plain("Heller’s") == "heller"
    assert like("headache", "Hedache") == "Headache"
    assert like("headache", "hedache") == "headache"


@given(st.text("abcdefg", min_size=2, max_size=9), st.integers(0, 8), st.sampled_from("xyz"))
def test_every_single_slip_is_undone(word: str, place: int, letter: str) -> None:
    at = place % len(word)
    slips = (
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )

    assert all(word in set(one_slip(slip)) for slip in slips)
