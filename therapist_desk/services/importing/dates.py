"""Dates as other products write them. Which of two numbers is the day, all rows decide together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

_TIME: Final = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?:Z| ?[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NUMBERS: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})" + _TIME)
_DAY_WORD: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-. ]+([A-Za-z]{3,9})[-., ]+(\d{4}|\d{2})")
_WORD_DAY: Final = re.compile(r"([A-Za-z]{3,9})[-. ]+(\d{1,2})(?:st|nd|rd|th)?[-, ]+(\d{4}|\d{2})")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS_IN_YEAR: Final = 12
_CENTURY: Final = 100


class DateOrder(StrEnum):
    """Which of the two numbers before the year is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """How many dates can only be read day first, only month first, or differently in either order."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0

    @property
    def order(self) -> DateOrder | None:
        """The order that the rows prove; None where they prove none, or contradict each other."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return DateOrder.DAY_FIRST if self.day_first else DateOrder.MONTH_FIRST

    @property
    def open(self) -> bool:
        """Whether somebody has to say which order it is."""
        return self.order is None and (self.either > 0 or self.day_first > 0)

    def with_date(self, text: str) -> DateEvidence:
        """Count one more date."""
        found = _NUMBERS.fullmatch(text.strip())
        if found is None or found[1].lstrip("0") == found[2].lstrip("0"):
            return self
        first, second = int(found[1]), int(found[2])
        if first > _MONTHS_IN_YEAR and second > _MONTHS_IN_YEAR:
            return self
        if first > _MONTHS_IN_YEAR:
            return DateEvidence(self.day_first + 1, self.month_first, self.either)
        if second > _MONTHS_IN_YEAR:
            return DateEvidence(self.day_first, self.month_first + 1, self.either)
        return DateEvidence(self.day_first, self.month_first, self.either + 1)


def read_past_date(text: str, order: DateOrder, today: date) -> date | None:
    """Read a date; None where it is none. A year of two digits is the latest one that has begun."""
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(text):
        day, month = (1, 2) if order is DateOrder.DAY_FIRST else (2, 1)
        return _date(_year(found[3], today), int(found[month]), int(found[day]))
    if found := _DAY_WORD.fullmatch(text):
        return _date(_year(found[3], today), _month(found[2]), int(found[1]))
    if found := _WORD_DAY.fullmatch(text):
        return _date(_year(found[3], today), _month(found[1]), int(found[2]))
    return None


def _year(digits: str, today: date) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two-digit year
        return year
    latest = today.year - today.year % _CENTURY + year
    return latest if latest <= today.year else latest - _CENTURY


def _month(word: str) -> int:
    begun = word.casefold()
    return next((number for number, name in enumerate(_MONTHS, start=1) if name.startswith(begun)), 0) or (
        9 if begun == "sept" else 0
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
