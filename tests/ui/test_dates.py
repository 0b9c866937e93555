from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from therapist_desk.ui.dates import day_text, parse_day

TODAY = date(2026, 11, 23)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.mark.parametrize(
    "typed",
    ["1987-03-14", "14 Mar 1987", "14 march 1987", "March 14, 1987", "14.3.1987", "14.03.87", "3/14/87", "14/3/1987"],
)
def test_a_date_is_read_in_any_usual_form(typed: str) -> None:
    assert parse_day(typed, TODAY, AMERICAN) == date(1987, 3, 14)


def test_slashes_are_read_in_the_countrys_own_order() -> None:
    assert parse_day("3/4/1987", TODAY, AMERICAN) == date(1987, 3, 4)
    assert parse_day("3/4/1987", TODAY, BRITISH) == date(1987, 4, 3)


def test_months_are_read_in_the_users_language_and_in_english() -> None:
    assert parse_day("14 März 1987", TODAY, GERMAN) == date(1987, 3, 14)
    assert parse_day("14 March 1987", TODAY, GERMAN) == date(1987, 3, 14)


def test_a_year_of_two_digits_is_a_near_one() -> None:
    assert parse_day("1.2.45", TODAY) == date(2045, 2, 1)
    assert parse_day("1.2.46", TODAY) == date(1946, 2, 1)


@pytest.mark.parametrize("typed", ["", "yesterday", "31 Feb 1987", "14 3", "1 2 3 4", "Ma 4 1987", "may june 1987"])
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_day(typed, TODAY, AMERICAN) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 31)))
def test_a_date_as_shown_can_be_typed(day: date) -> None:
    assert parse_day(day_text(day), TODAY) == day


@given(st.text())
def test_no_text_at_all_makes_trouble(text: str) -> None:
    parse_day(text, TODAY)
