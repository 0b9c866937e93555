from __future__ import annotations

from datetime import UTC, date, datetime

from therapist_desk.domain.clock import Instant
from therapist_desk.reports.wording.formats import day_near, times


def at(hour: int, minute: int, offset: int) -> Instant:
    return Instant(datetime(2026, 11, 1, hour, minute, tzinfo=UTC), offset)


def test_times_of_one_half_of_the_day_name_it_once() -> None:
    assert times(at(14, 4, 0), at(14, 18, 0)) == "2:04–2:18 pm"
    assert times(at(11, 50, 0), at(12, 10, 0)) == "11:50 am–12:10 pm"


def test_times_across_a_change_of_the_clocks_say_so() -> None:
    # given 42 minutes in the night in which New York's clocks go back
    assert times(at(5, 30, -240), at(6, 12, -300)) == "1:30–1:12 am (UTC−4, then UTC−5)"


def test_a_day_of_another_year_says_which() -> None:
    told = date(2026, 11, 15)
    assert day_near(date(2026, 1, 7), told) == "Jan 7"
    assert day_near(date(2025, 12, 29), told) == "Dec 29, 2025"
    assert day_near(date(2027, 1, 12), told) == "Jan 12, 2027"
