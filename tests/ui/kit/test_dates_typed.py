from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from therapist_desk.ui.kit import DateEdit, Field, date_words, read_date
from therapist_desk.ui.kit.date_edit import A_BIRTH

AMERICAN = QLocale("en_US")
BRITISH = QLocale("en_GB")
GERMAN = QLocale("de_DE")
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("typed", "locale", "expected"),
    [
        ("2026-11-23", AMERICAN, dt.date(2026, 11, 23)),
        ("20261123", AMERICAN, dt.date(2026, 11, 23)),
        ("14 Mar 1987", AMERICAN, dt.date(1987, 3, 14)),
        ("14 march 1987", GERMAN, dt.date(1987, 3, 14)),
        ("March 14, 1987", AMERICAN, dt.date(1987, 3, 14)),
        ("mar 14 87", AMERICAN, dt.date(1987, 3, 14)),
        ("3/14/1987", AMERICAN, dt.date(1987, 3, 14)),
        ("3/14/87", AMERICAN, dt.date(1987, 3, 14)),
        ("14/3/87", BRITISH, dt.date(1987, 3, 14)),
        ("3/14/87", BRITISH, dt.date(1987, 3, 14)),
        ("14/3/1987", AMERICAN, dt.date(1987, 3, 14)),
        ("3/4/1987", AMERICAN, dt.date(1987, 3, 4)),
        ("3/4/1987", BRITISH, dt.date(1987, 4, 3)),
        ("3/4/1987", QLocale.c(), dt.date(1987, 3, 4)),
        ("14. März 1987", GERMAN, dt.date(1987, 3, 14)),
        ("14.3.1987", GERMAN, dt.date(1987, 3, 14)),
        ("12/30/26", AMERICAN, dt.date(2026, 12, 30)),
        ("  14   Mar 1987 ", AMERICAN, dt.date(1987, 3, 14)),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, locale: QLocale, expected: dt.date) -> None:
    assert read_date(typed, locale, 2036) == expected


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "2026-13-01", "30 Feb 2026", "14/14/1987", "1987", "14 Ju 1987", "14 Smarch 1987", "0000-01-01"],
)
def test_what_is_not_a_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed, AMERICAN, 2036) is None


@given(day=DAYS, locale=st.sampled_from([AMERICAN, BRITISH, GERMAN, QLocale("vi_VN"), QLocale("fr_FR")]))
def test_a_date_is_read_back_as_it_is_shown(day: dt.date, locale: QLocale) -> None:
    assert read_date(date_words(day, locale), locale, 2036) == day
    assert read_date(day.isoformat(), locale, 2036) == day


@given(typed=st.text(max_size=30))
def test_any_text_is_taken_without_a_crash(typed: str) -> None:
    found = read_date(typed, AMERICAN, 2036)

    assert found is None or isinstance(found, dt.date)


@pytest.fixture
def born(qtbot: QtBot) -> DateEdit:
    result = DateEdit(newest_year=2036)
    result.setLocale(AMERICAN)
    qtbot.addWidget(result)
    return result


def test_a_date_is_written_back_with_its_month_as_a_word(born: DateEdit) -> None:
    told: list[dt.date | None] = []
    born.date_changed.connect(told.append)

    QTest.keyClicks(born, "3/14/87\r")

    assert born.text() == "14 Mar 1987"
    assert told == [dt.date(1987, 3, 14)]


def test_a_text_that_is_no_date_stays_and_the_field_says_so(qtbot: QtBot) -> None:
    born = DateEdit()
    field = Field("Born", born)
    qtbot.addWidget(field)
    born.problem_changed.connect(field.set_problem)

    QTest.keyClicks(born, "soon\r")

    assert born.text() == "soon"
    assert "not a date" in field.problem()
    assert born.accessibleDescription() == field.problem()


def test_the_problem_goes_once_the_date_is_right(born: DateEdit) -> None:
    QTest.keyClicks(born, "soon\r")
    born.clear()

    QTest.keyClicks(born, "1987-03-14\r")

    assert born.problem() == ""
    assert born.date() == dt.date(1987, 3, 14)


def test_setting_a_date_tells_nobody(born: DateEdit) -> None:
    told: list[dt.date | None] = []
    born.date_changed.connect(told.append)

    born.set_date(dt.date(1987, 3, 14))
    born.read()

    assert told == []


def test_an_empty_field_shows_a_day_near_today_unless_it_asks_for_a_birth(qtbot: QtBot) -> None:
    due, birth = DateEdit(), DateEdit(example=A_BIRTH)
    for each in (due, birth):
        qtbot.addWidget(each)

    assert due.placeholderText().endswith(str(QDate.currentDate().year()))
    assert birth.placeholderText().endswith("14 Mar 1987")

    QTest.keyClicks(due, "soon\r")
    assert "1987" not in due.problem()
