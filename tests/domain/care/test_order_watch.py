"""What to see to on an order: its visits, its end, its weekly limit, and what it does not cover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from therapist_desk.domain.care.order_watch import (
    Notice,
    day_notices,
    expires_soon,
    first_days_too_early,
    nearly_used,
    order_notices,
    overlapping,
    week_is_full,
    weekly_reach,
)
from therapist_desk.domain.care.referral import Referral, covers
from therapist_desk.domain.ids import CaseId, ReferralId
from therapist_desk.domain.people import Physician

TODAY = date(2026, 11, 23)
ORDER = Referral(
    id=ReferralId("order"),
    case_id=CaseId("case"),
    physician=Physician(name="Ilse Placeholder"),
    ordered_on=date(2026, 10, 12),
    starts_on=date(2026, 10, 12),
    expires_on=date(2026, 12, 30),
    visits_allowed=12,
    visits_per_week=2,
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
orders = st.builds(
    lambda name, start, length: replace(
        ORDER,
        id=ReferralId(name),
        starts_on=start,
        expires_on=None if length is None else start + timedelta(days=length),
    ),
    st.text(min_size=1, max_size=3),
    days,
    st.none() | st.integers(0, 200),
)


def notices(used: int, today: date = TODAY) -> list[Notice]:
    return [each.notice for each in order_notices(ORDER, used, today)]


def test_a_weekly_pace_that_leaves_visits_unused_is_said() -> None:
    [short] = order_notices(ORDER, 5, TODAY)

    assert (short.notice, dict(short.values)) == (Notice.FALLS_SHORT, {"reached": 10, "allowed": 12})
    assert notices(8) == []


def test_four_fifths_used_two_weeks_left_and_the_end_are_said() -> None:
    assert notices(10) == [Notice.NEARLY_USED]
    assert notices(12) == [Notice.USED_UP]
    assert notices(11, date(2026, 12, 16)) == [Notice.NEARLY_USED, Notice.EXPIRES_SOON]
    assert notices(3, date(2026, 12, 31)) == [Notice.EXPIRED]


@given(allowed=st.integers(1, 60), used=st.integers(0, 80))
def test_nearly_used_is_eighty_percent_and_never_ends_again(allowed: int, used: int) -> None:
    assert nearly_used(allowed, used) == (100 * used >= 80 * allowed)
    assert not nearly_used(allowed, used) or nearly_used(allowed, used + 1)


@given(allowed=st.integers(1, 60), used=st.integers(0, 80), left=st.integers(-5, 400))
def test_a_weekly_pace_uses_no_more_than_allowed_and_no_less_than_used(allowed: int, used: int, left: int) -> None:
    reached = weekly_reach(allowed, used, TODAY + timedelta(days=left), TODAY)

    assert used <= reached <= max(allowed, used)
    assert weekly_reach(allowed, used, TODAY + timedelta(days=left + 7), TODAY) >= reached
    # Played through week by week it comes to the same.
    coming = [
        day for day in (TODAY + timedelta(days=7 * week) for week in range(1, 80)) if (day - TODAY).days <= left
    ]
    assert reached == max(used, min(allowed, used + len(coming)))


@given(st.integers(-30, 60))
def test_an_order_ends_soon_for_its_last_fifteen_days(left: int) -> None:
    assert expires_soon(TODAY + timedelta(days=left), TODAY) == (left in range(15))


@given(st.lists(days, max_size=6), days, st.integers(1, 4))
def test_a_week_goes_from_monday_to_sunday(others: list[date], day: date, limit: int) -> None:
    same = [each for each in others if each.isocalendar()[:2] == day.isocalendar()[:2]]

    assert week_is_full(limit, others, day) == (len(same) >= limit)
    assert not week_is_full(None, others, day)


@given(orders, orders)
def test_orders_overlap_where_one_day_lies_in_both(one: Referral, other: Referral) -> None:
    other = replace(other, id=ReferralId("other than " + one.id))
    common = max(one.starts_on, other.starts_on)

    assert bool(overlapping(one, [one, other])) == (covers(one, common) and covers(other, common))
    assert bool(overlapping(one, [other])) == bool(overlapping(other, [one]))
    assert overlapping(one, [one]) == ()


def test_a_day_outside_of_every_order_and_a_full_week_are_called_out() -> None:
    tuesday = TODAY + timedelta(days=1)

    def found(day: date, *others: date) -> list[tuple[Notice, date | None]]:
        return [(each.notice, each.day) for each in day_notices([ORDER], others, day)]

    assert found(TODAY) == []
    assert found(TODAY, tuesday, tuesday) == [(Notice.WEEK_FULL, None)]
    assert found(TODAY, TODAY - timedelta(days=1), tuesday) == []
    assert found(date(2026, 10, 11)) == [(Notice.BEFORE_ORDER, ORDER.starts_on)]
    assert found(date(2027, 1, 4)) == [(Notice.EXPIRED, ORDER.expires_on)]
    assert day_notices([], [TODAY], TODAY) == ()
    assert ORDER.visits_allowed is not None
    assert day_notices([ORDER], [], TODAY, ORDER.visits_allowed - 1) == ()
    [used_up] = day_notices([ORDER], [], TODAY, ORDER.visits_allowed)
    assert used_up.notice is Notice.USED_UP


def test_visits_before_the_first_order_are_named() -> None:
    early = date(2026, 10, 1)

    assert first_days_too_early([ORDER], [TODAY, early]) == (early,)
    assert first_days_too_early([], [early]) == ()
