from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.store.search import ClientSearch, read_search

MARCH_7 = date(1984, 3, 7)
JULY_3 = date(1984, 7, 3)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1984-03-07", {MARCH_7}),
        ("1984/3/7", {MARCH_7}),
        ("19840307", {MARCH_7}),
        ("7.3.1984", {MARCH_7, JULY_3}),
        ("03/07/1984", {MARCH_7, JULY_3}),
        ("13/3/1984", {date(1984, 3, 13)}),
        ("3/13/1984", {date(1984, 3, 13)}),
        ("7.3.84", {MARCH_7, JULY_3, date(2084, 3, 7), date(2084, 7, 3)}),
        ("7 March 1984", {MARCH_7}),
        ("7. mar 1984", {MARCH_7}),
        ("Mar 7, 1984", {MARCH_7}),
        ("March 7 1984", {MARCH_7}),
    ],
)
def test_a_date_of_birth_is_read_in_several_forms(typed: str, found: set[date]) -> None:
    search = read_search(f"Zolc {typed}")

    assert set(search.births or ()) == found
    assert search.words == ("zolc",)


@pytest.mark.parametrize("typed", ["TD-000012", "td12", "td 12", "TD-12"])
def test_a_record_number_is_read_with_and_without_zeros(typed: str) -> None:
    assert read_search(typed) == ClientSearch(numbers=(12,))


def test_a_bare_number_is_a_record_number_or_a_year() -> None:
    assert read_search("garcia 1984") == ClientSearch(words=("garcia",), loose=(1984,))


def test_words_are_folded() -> None:
    assert read_search("  ŻÓŁĆ,  Łukasz ").words == ("zolc", "lukasz")


def test_a_date_that_cannot_be_is_no_date() -> None:
    assert read_search("31.2.1984").births is None


@given(st.text(max_size=40))
def test_any_text_can_be_read(typed: str) -> None:
    search = read_search(typed)

    assert all(word.isalnum() or "_" in word or not word.isascii() for word in search.words)
