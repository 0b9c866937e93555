"""What there is to see to on an order, in sentences."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapist_desk.domain.care.order_watch import Notice, OrderNotice
from therapist_desk.domain.care.referral import Referral
from therapist_desk.ui.dates import near_day_text


def notice_words(notice: OrderNotice, today: date) -> str:
    """The sentence of a notice."""
    template = {
        Notice.USED_UP: _tr("All {allowed} visits are used. Ask for a new order."),
        Notice.NEARLY_USED: _tr("{used} of {allowed} visits are used. Ask for a renewal."),
        Notice.EXPIRES_SOON: _tr("Expires {day}, in {days} days. Ask for a renewal."),
        Notice.FALLS_SHORT: _tr("At one visit a week, {reached} of {allowed} are used by its end"),
        Notice.EXPIRED: _tr("The order expired {day}. A visit after that is on no order."),
        Notice.BEFORE_ORDER: _tr("The order begins {day}. A visit before that is on no order."),
        Notice.WEEK_FULL: _tr("The order allows {limit} visits a week. This one would be more."),
        Notice.BEFORE_BIRTH: _tr("The client's date of birth, {day}, is later than the visit. Check both dates."),
    }[notice.notice]
    if notice.notice is Notice.WEEK_FULL and notice.values["limit"] == 1:
        template = _tr("The order allows 1 visit a week. This one would be more.")
    day = near_day_text(notice.day, today) if notice.day else ""
    return template.format(**notice.values, day=day)


def overlap_words(others: tuple[Referral, ...], today: date) -> str:
    """The sentence about orders that hold on the same days."""
    spans = ", ".join(span_words(other, today) for other in others)
    words = _tr("Overlaps the order of {spans}. A visit counts on the one that began last.")
    return words.format(spans=spans)


def early_words(days: tuple[date, ...], today: date) -> str:
    """The sentence about visits that came before the first order."""
    if len(days) == 1:
        return _tr("The visit of {day} came before the first order began.").format(day=near_day_text(days[0], today))
    words = _tr("{n} visits, the first on {day}, came before the first order began.")
    return words.format(n=len(days), day=near_day_text(days[0], today))


def span_words(referral: Referral, today: date) -> str:
    """From when to when an order holds."""
    starts = near_day_text(referral.starts_on, today)
    if referral.expires_on is None:
        return _tr("from {start}").format(start=starts)
    return _tr("{start} to {end}").format(start=starts, end=near_day_text(referral.expires_on, today))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Referral", text)
