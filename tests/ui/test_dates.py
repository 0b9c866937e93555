from __future__ import annotations

from datetime import date

from therapist_desk.ui.dates import day_text, near_day_text, weekday_text

TODAY = date(2026, 11, 23)


def test_a_date_names_its_month_so_that_it_cannot_be_misread() -> None:
    assert day_text(date(1987, 3, 4)) == "4 Mar 1987"


def test_a_year_is_left_out_only_where_it_is_this_one() -> None:
    assert near_day_text(date(2026, 12, 30), TODAY) == "30 Dec"
    assert near_day_text(date(2027, 1, 5), TODAY) == "5 Jan 2027"
    assert weekday_text(date(2026, 11, 9), TODAY) == "Mon 9 Nov"
