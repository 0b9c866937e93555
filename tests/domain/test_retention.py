from __future__ import annotations

from datetime import date

from therapist_desk.domain.retention import keep_until


def test_a_record_is_kept_ten_years_from_the_last_visit() -> None:
    assert keep_until(date(2026, 11, 23), date(1987, 3, 14)) == date(2036, 11, 23)
    assert keep_until(date(2028, 2, 29), date(1987, 3, 14)) == date(2038, 3, 1)


def test_that_of_a_minor_ten_years_from_coming_of_age() -> None:
    assert keep_until(date(2026, 11, 23), date(2012, 5, 1)) == date(2040, 5, 1)
