"""Dates and times as they are shown, and dates as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QTime

_MOST_DIGITS: Final = 2  # in a day, a month, or a year without its century
_YEARS_AHEAD: Final = 19  # "46" is 1946 in 2026, "40" is 2040
_MONTHS: Final = 12
_PARTS: Final = 3
_TOKENS: Final = re.compile(r"\d+|[^\W\d_]+")


def day_text(day: date) -> str:
    """The whole date, never ambiguous: "14 Mar 1987"."""
    return _format(day, "d MMM yyyy")


def near_day_text(day: date, today: date) -> str:
    """A date without its year where that is this year: "30 Dec"."""
    return _format(day, "d MMM" if day.year == today.year else "d MMM yyyy")


def weekday_text(day: date, today: date) -> str:
    """A date with its weekday: "Mon 9 Nov"."""
    return _format(day, "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy")


def short_weekday_text(day: date) -> str:
    """The weekday alone: "Fri"."""
    return _format(day, "ddd")


def long_day_text(day: date) -> str:
    """The day in full words: "Monday 23 November"."""
    return _format(day, "dddd d MMMM")


def time_text(moment: datetime) -> str:
    """The time of day, as the country writes it."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def parse_day(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """Read a typed date: 1987-03-14, 14 Mar 1987, March 14 1987, 14.3.87; 3/14/1987 in the country's own order.

    A year of two digits is the one from 80 years ago to 19 years ahead. None where no date can be made out.
    """
    found = _TOKENS.findall(text)
    if len(found) != _PARTS:
        return None
    locale = locale or QLocale()
    words = [token for token in found if not token.isdecimal()]
    if len(words) > 1:
        return None
    numbers = [token for token in found if token.isdecimal()]
    if words:
        month = _month_named(words[0], locale)
        year_first = len(numbers[0]) > _MOST_DIGITS
        year, day = (numbers[0], numbers[1]) if year_first else (numbers[1], numbers[0])
        return None if month is None else _made(year, month, int(day), today)
    if len(found[0]) > _MOST_DIGITS:
        return _made(found[0], int(found[1]), int(found[2]), today)
    first, second = int(found[0]), int(found[1])
    month_first = "/" in text and _month_comes_first(locale)
    month, day_number = (first, second) if month_first else (second, first)
    if month > _MONTHS:
        month, day_number = day_number, month
    return _made(found[2], month, day_number, today)


def _made(year: str, month: int, day: int, today: date) -> date | None:
    full = int(year)
    if len(year) <= _MOST_DIGITS:
        full += today.year - today.year % 100
        full -= 100 if full > today.year + _YEARS_AHEAD else 0
    try:
        return date(full, month, day)
    except (ValueError, OverflowError):
        return None


def _month_named(word: str, locale: QLocale) -> int | None:
    """Find the month whose name begins as typed, in the user's language or in English."""
    typed = word.casefold()
    for language in (locale, QLocale.c()):
        for month in range(1, _MONTHS + 1):
            names = (language.monthName(month), language.standaloneMonthName(month))
            if len(typed) >= _PARTS and any(name.casefold().startswith(typed) for name in names):
                return month
    return None


def _month_comes_first(locale: QLocale) -> bool:
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern.find("M") < pattern.find("d")


def _format(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
