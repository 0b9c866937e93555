"""How documents write dates, times and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from therapist_desk.domain.clock import Instant

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON: Final = 12
MINUS: Final = "−"
ARROW: Final = "→"


def day(value: date) -> str:
    """Write "Nov 18, 2026"."""
    return f"{short_day(value)}, {value.year}"


def short_day(value: date) -> str:
    """Write "Nov 18"."""
    return f"{_MONTHS[value.month - 1]} {value.day}"


def day_near(value: date, other: date) -> str:
    """Write "Nov 18" where the year is that of a day told in full beside it, else "Nov 18, 2025"."""
    return short_day(value) if value.year == other.year else day(value)


def days(start: date, end: date) -> str:
    """Write "Oct 19 to Dec 30, 2026", or both years where they differ."""
    return f"{day_near(start, end)} to {day(end)}"


def time(value: Instant) -> str:
    """Write the local time: "2:04 pm"."""
    return f"{_hours(value)} {_half(value)}"


def times(start: Instant, stop: Instant) -> str:
    """Write "2:04–2:18 pm", "11:50 am–12:10 pm" across noon, or "1:30–1:12 am (UTC−4, then UTC−5)"."""
    changed = clock_change(start, stop)
    return f"{hours(start, stop)} ({changed})" if changed else hours(start, stop)


def clock_change(start: Instant, stop: Instant) -> str:
    """Write "UTC−4, then UTC−5" where the clocks were changed between, else nothing."""
    if start.offset_minutes == stop.offset_minutes:
        return ""
    return f"{_offset(start.offset_minutes)}, then {_offset(stop.offset_minutes)}"


def hours(start: Instant, stop: Instant) -> str:
    """Write the times of `times` alone."""
    if _half(start) == _half(stop):
        return f"{_hours(start)}–{time(stop)}"
    return f"{time(start)}–{time(stop)}"


def moment(value: Instant) -> str:
    """Write day, time and offset: "Nov 18, 2026, 3:22 pm (UTC−8)"."""
    return f"{day(value.day)}, {time(value)} ({_offset(value.offset_minutes)})"


def change(before: str | int, after: str | int) -> str:
    """Write "7 → 3"."""
    return f"{before} {ARROW} {after}"


def number(value: Decimal) -> str:
    """Write a measured number without needless zeros, with a true minus sign."""
    return f"{value.normalize():f}".replace("-", MINUS)


def signed(value: Decimal) -> str:
    """Write a difference with its sign: "+12", "−3", "0"."""
    return f"+{number(value)}" if value > 0 else number(value)


def money(cents: int) -> str:
    """Write "$1,148.00"; whole cents, never a float."""
    dollars, rest = divmod(abs(cents), 100)
    return f"{MINUS if cents < 0 else ''}${dollars:,}.{rest:02d}"


def plural(count: int, one: str, many: str) -> str:
    """Write a count with its noun, which stay on one line."""
    return f"{count}\u00a0{one if count == 1 else many}"


def grouped(digest: str) -> str:
    """Write hex digits in eights."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))


def short_digest(digest: str) -> str:
    """Write the first 16 and last 4 digits of a record's hash, as footers carry it."""
    return f"{digest[:8]} {digest[8:16]} … {digest[-4:]}"


def _hours(value: Instant) -> str:
    local = value.local
    return f"{local.hour % _NOON or _NOON}:{local.minute:02d}"


def _half(value: Instant) -> str:
    return "am" if value.local.hour < _NOON else "pm"


def _offset(minutes: int) -> str:
    sign = MINUS if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "UTC"
