from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.next_visit import likely_next

at = datetime.fromisoformat
WEEK = timedelta(days=7)
MOMENTS = st.datetimes(min_value=at("2000-01-01"), max_value=at("2100-01-01"))


def test_a_week_after_the_last_visit() -> None:
    now = at("2026-11-23 09:52")

    assert likely_next(at("2026-11-18 14:30"), now) == at("2026-11-25 14:30")
    assert likely_next(at("2026-11-18 14:26"), now) == at("2026-11-25 14:30")


def test_the_next_such_weekday_where_the_last_visit_is_long_ago() -> None:
    assert likely_next(at("2026-06-03 09:00"), at("2026-11-23 09:52")) == at("2026-11-25 09:00")


def test_a_planned_visit_is_followed_by_one_a_week_later() -> None:
    assert likely_next(at("2026-12-02 09:00"), at("2026-11-23 09:52")) == at("2026-12-09 09:00")


def test_without_a_last_visit_the_next_half_hour_also_over_midnight() -> None:
    assert likely_next(None, at("2026-11-23 09:52")) == at("2026-11-23 10:00")
    assert likely_next(None, at("2026-11-23 23:40")) == at("2026-11-24 00:00")


@given(last=MOMENTS, now=MOMENTS)
def test_it_lies_whole_weeks_after_the_last_visit_and_in_the_next_week_or_one_after_it(
    last: datetime, now: datetime
) -> None:
    found = likely_next(last, now)

    off = (found - last) % WEEK
    assert min(off, WEEK - off) <= timedelta(minutes=7.5)
    assert found > now
    assert found >= last + WEEK - timedelta(minutes=7.5)
    assert found - max(now, last) <= WEEK + timedelta(minutes=7.5)
    assert found.minute % 15 == found.second == found.microsecond == 0
