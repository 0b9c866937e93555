"""Reading a date as people type it."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QDate, QLocale

_SHOWN = "d MMM yyyy"
_NAME_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_LEAST_LETTERS = 3
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>\D+) (?P<year>\d{2}|\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>\D+) (?P<day>\d{1,2}) (?P<year>\d{2}|\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CENTURY = 100


def date_words(date: dt.date, locale: QLocale) -> str:
    """`date` with its month as a word, which no reader can take for another date: 14 Mar 1987."""
    return locale.toString(QDate(date.year, date.month, date.day), _SHOWN)


def read_date(typed: str, locale: QLocale, newest_year: int) -> dt.date | None:
    """The date that `typed` means, or None.

    Understands 2026-11-23, 20261123, month names in the language of `locale` or in English, and numbers in the
    order of `locale`, or in the other order where only that makes a date (3/14/1987: no month is the fourteenth). A
    year of two digits is the latest one that is not after `newest_year`.
    """
    shown = locale.toDate(typed, _SHOWN)
    if shown.isValid():
        return _date(shown.year(), shown.month(), shown.day())
    text = " ".join(typed.replace(",", " ").replace(".", " ").split())
    if match := _ISO.fullmatch(text) or _EIGHT.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return _date(year, month, day)
    if match := _NUMERIC.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        year = _full_year(year, newest_year)
        day, month = (first, second) if _day_comes_first(locale) else (second, first)
        return _date(year, month, day) or _date(year, day, month)
    return _read_words(text, locale, newest_year)


def _read_words(text: str, locale: QLocale, newest_year: int) -> dt.date | None:
    if not (match := _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)):
        return None
    month = _month(match["month"], locale)
    return _date(_full_year(int(match["year"]), newest_year), month, int(match["day"])) if month else None


def _month(word: str, locale: QLocale) -> int:
    """The only month whose name begins with `word`, in the language of `locale` or in English; 0 if there is none."""
    begun = word.casefold()
    for language in (locale, QLocale.c()):
        names = [(_plain(language.monthName(month, form)), month) for month in range(1, 13) for form in _NAME_FORMS]
        found = {month for name, month in names if name == begun}
        if not found and len(begun) >= _LEAST_LETTERS:
            found = {month for name, month in names if name.startswith(begun)}
        if len(found) == 1:
            return found.pop()
    return 0


def _plain(name: str) -> str:
    return name.replace(".", "").casefold()


def _day_comes_first(locale: QLocale) -> bool:
    # A computer without a country speaks C, which is American here as in the language of the windows.
    short = "M d" if locale == QLocale.c() else locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short.find("d") < short.find("M")


def _full_year(year: int, newest_year: int) -> int:
    if year >= _CENTURY:
        return year
    latest = newest_year - newest_year % _CENTURY + year
    return latest if latest <= newest_year else latest - _CENTURY


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
