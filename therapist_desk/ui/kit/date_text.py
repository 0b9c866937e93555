"""Reading a date as people type it."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QDate, QLocale

_SHOWN = "d MMM yyyy"
_WORDY = ("d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "d MMM yy", "MMM d yy")
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
    order of `locale`. A year of two digits is the latest one that is not after `newest_year`.
    """
    text = " ".join(typed.replace(",", " ").replace(".", " ").split())
    if match := _ISO.fullmatch(text) or _EIGHT.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return _date(year, month, day)
    if match := _NUMERIC.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        day, month = (first, second) if _day_comes_first(locale) else (second, first)
        return _date(_full_year(year, newest_year), month, day)
    return _read_words(text, locale, newest_year)


def _read_words(text: str, locale: QLocale, newest_year: int) -> dt.date | None:
    for language in (locale, QLocale.c()):
        for form in _WORDY:
            found = language.toDate(_title(text), form)
            if found.isValid():
                year = found.year() if form.endswith("yyyy") else _full_year(found.year() % _CENTURY, newest_year)
                return _date(year, found.month(), found.day())
    return None


def _title(text: str) -> str:
    return " ".join(word.capitalize() for word in text.split(" "))


def _day_comes_first(locale: QLocale) -> bool:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
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
