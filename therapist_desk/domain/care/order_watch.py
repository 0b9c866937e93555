"""What to see to on a physician's order: visits running out, its end, its weekly limit, days outside of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from therapist_desk.domain.care.referral import Referral, covers

EXPIRY_WARNING: Final = timedelta(days=14)
_WEEK: Final = timedelta(days=7)


class Notice(StrEnum):
    """What there is to see to."""

    USED_UP = "used up"
    NEARLY_USED = "nearly used"
    EXPIRES_SOON = "expires soon"
    FALLS_SHORT = "falls short"
    EXPIRED = "expired"
    BEFORE_ORDER = "before the order"
    WEEK_FULL = "week full"
    BEFORE_BIRTH = "before birth"


@dataclass(frozen=True, slots=True)
class OrderNotice:
    """One thing to see to; `values` and `day` fill its sentence."""

    notice: Notice
    values: Mapping[str, int] = field(default_factory=dict)
    day: date | None = None


def order_notices(referral: Referral, used: int, today: date) -> tuple[OrderNotice, ...]:
    """List what to see to on an order of which `used` visits are used, today's included, the most pressing first."""
    found: list[OrderNotice] = []
    allowed, expires = referral.visits_allowed, referral.expires_on
    if expires is not None and expires < today:
        return (OrderNotice(Notice.EXPIRED, day=expires),)
    if allowed is not None and used >= allowed:
        found.append(OrderNotice(Notice.USED_UP, {"allowed": allowed}))
    elif allowed is not None and nearly_used(allowed, used):
        found.append(OrderNotice(Notice.NEARLY_USED, {"used": used, "allowed": allowed}))
    if expires is not None and expires_soon(expires, today):
        found.append(OrderNotice(Notice.EXPIRES_SOON, {"days": (expires - today).days}, expires))
    if allowed is not None and expires is not None and today >= referral.starts_on:
        reached = weekly_reach(allowed, used, expires, today)
        if reached < allowed:
            found.append(OrderNotice(Notice.FALLS_SHORT, {"reached": reached, "allowed": allowed}))
    return tuple(found)


def current_order(referrals: Iterable[Referral], today: date) -> Referral | None:
    """Find the order in force today, the one that began last where several are; else the latest there was."""
    return max(referrals, key=lambda order: (covers(order, today), order.starts_on), default=None)


def nearly_used(allowed: int, used: int) -> bool:
    """Tell whether four fifths of the visits, or more, are used."""
    return used * 5 >= allowed * 4


def expires_soon(expires: date, today: date) -> bool:
    """Tell whether an order in force ends within two weeks."""
    return timedelta(0) <= expires - today <= EXPIRY_WARNING


def weekly_reach(allowed: int, used: int, expires: date, today: date) -> int:
    """Count the visits that will be used if one a week follows those used so far, today's included."""
    weeks = max(0, (expires - today) // _WEEK)
    return min(allowed, used + weeks) if used < allowed else used


def week_is_full(limit: int | None, days: Iterable[date], day: date) -> bool:
    """Tell whether another visit on `day` would pass the weekly limit; `days` are those of the other visits.

    A week goes from Monday to Sunday.
    """
    return limit is not None and sum(_monday(each) == _monday(day) for each in days) >= limit


def order_in_force(referrals: Iterable[Referral], day: date) -> Referral | None:
    """Find the order that a visit on `day` counts on: of several the one that began last."""
    in_force = [referral for referral in referrals if covers(referral, day)]
    return max(in_force, key=lambda referral: referral.starts_on, default=None)


def day_notices(
    referrals: Sequence[Referral], visit_days: Iterable[date], day: date, used: int = 0
) -> tuple[OrderNotice, ...]:
    """List what speaks against a visit on `day`.

    `visit_days` are the days of the case's other visits, `used` how many the order in force has used without it.
    """
    order = order_in_force(referrals, day)
    if order is not None:
        found = []
        if order.visits_allowed is not None and used >= order.visits_allowed:
            found.append(OrderNotice(Notice.USED_UP, {"allowed": order.visits_allowed}))
        if week_is_full(order.visits_per_week, visit_days, day):
            found.append(OrderNotice(Notice.WEEK_FULL, {"limit": order.visits_per_week or 0}))
        return tuple(found)
    to_come = [referral.starts_on for referral in referrals if referral.starts_on > day]
    ended = [referral.expires_on for referral in referrals if referral.expires_on and referral.expires_on < day]
    if ended:
        return (OrderNotice(Notice.EXPIRED, day=max(ended)),)
    return (OrderNotice(Notice.BEFORE_ORDER, day=min(to_come)),) if to_come else ()


def overlapping(referral: Referral, others: Iterable[Referral]) -> tuple[Referral, ...]:
    """Give the other orders of the case that are in force on a day on which `referral` is, too."""
    return tuple(other for other in others if other.id != referral.id and _overlap(referral, other))


def first_days_too_early(referrals: Iterable[Referral], visit_days: Iterable[date]) -> tuple[date, ...]:
    """Give the days of visits that came before the first order began, earliest first; none without an order."""
    begin = min((referral.starts_on for referral in referrals), default=date.min)
    return tuple(sorted(day for day in visit_days if day < begin))


def _overlap(one: Referral, other: Referral) -> bool:
    one_ends, other_ends = one.expires_on or date.max, other.expires_on or date.max
    return one.starts_on <= other_ends and other.starts_on <= one_ends


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
