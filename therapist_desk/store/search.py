"""What a search for a client means: our own reading of the text, before any of it comes near a query."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.names import fold, fold_words

_MONTHS: Final = MappingProxyType(
    {
        name: number
        for number, name in enumerate(
            ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
        )
    }
)
_NUMBERS: Final = re.compile(r"(?<![\d\w])(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?!\w)")
_DAY_FIRST: Final = re.compile(r"(?<!\w)(\d{1,2})\.?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4})(?!\w)")
_MONTH_FIRST: Final = re.compile(r"(?<!\w)([a-z]{3,9})\.? +(\d{1,2}),? +(\d{4})(?!\w)")
_COMPACT: Final = re.compile(r"(?<!\w)(\d{4})(\d{2})(\d{2})(?!\w)")
_RECORD: Final = re.compile(r"(?<!\w)td ?-? ?0*(\d{1,12})(?!\w)")


@dataclasses.dataclass(frozen=True, slots=True)
class ClientSearch:
    """What was asked for; all of it must hold.

    `words` are folded beginnings of words of the name; of `births` (None: no date was typed) one must be the
    date of birth; `numbers` are record numbers; `loose` are bare numbers: a record number or a year of birth.
    """

    words: tuple[str, ...] = ()
    births: tuple[date, ...] | None = None
    numbers: tuple[int, ...] = ()
    loose: tuple[int, ...] = ()


def read_search(text: str) -> ClientSearch:
    """Read "garcia jo", "Jo García 7.3.1984", "TD-000012", "Mar 7, 1984" or "garcia 1984".

    A date written in numbers is read day first and month first, as far as each is a date.
    """
    rest, births = without_dates(fold(text))
    numbers = tuple(int(found.group(1)) for found in _RECORD.finditer(rest))
    words = fold_words(_RECORD.sub(" ", rest))
    loose = tuple(int(word) for word in words if word.isascii() and word.isdigit())
    return ClientSearch(
        words=tuple(word for word in words if not (word.isascii() and word.isdigit())),
        births=births or None,
        numbers=numbers,
        loose=loose,
    )


def without_dates(folded: str) -> tuple[str, tuple[date, ...]]:
    """Take the dates out of folded text; gives what remains, and every day that they may mean."""
    days: list[date] = []
    for pattern, reader in _DATES:
        for found in pattern.finditer(folded):
            if meant := list(reader(found)):
                days += meant
                folded = folded.replace(found.group(0), " ")
    return folded, tuple(dict.fromkeys(days))


def _from_numbers(found: re.Match[str]) -> Iterator[date]:
    first, second, third = found.groups()
    if len(first) > 2:  # noqa: PLR2004 - a year of more than two digits leads
        yield from _day(int(first), int(second), int(third))
        return
    for year in _years(third):
        for day, month in dict.fromkeys(itertools.permutations((int(first), int(second)))):
            yield from _day(year, month, day)


def _from_compact(found: re.Match[str]) -> Iterator[date]:
    year, month, day = (int(part) for part in found.groups())
    yield from _day(year, month, day)


def _from_day_first(found: re.Match[str]) -> Iterator[date]:
    day, month, year = found.groups()
    yield from _day(int(year), _MONTHS.get(month[:3], 0), int(day))


def _from_month_first(found: re.Match[str]) -> Iterator[date]:
    month, day, year = found.groups()
    yield from _day(int(year), _MONTHS.get(month[:3], 0), int(day))


def _years(text: str) -> tuple[int, ...]:
    return (1900 + int(text), 2000 + int(text)) if len(text) <= 2 else (int(text),)  # noqa: PLR2004 - two-digit year


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


_DATES: Final = (
    (_NUMBERS, _from_numbers),
    (_DAY_FIRST, _from_day_first),
    (_MONTH_FIRST, _from_month_first),
    (_COMPACT, _from_compact),
)
