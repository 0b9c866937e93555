"""Dates and times as they are shown, in the language of the windows."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


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


def _format(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
