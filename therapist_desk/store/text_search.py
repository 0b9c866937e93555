"""What a search through the visits means: our own reading of the text, before any of it comes near a query."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from therapist_desk.domain.names import fold, fold_words
from therapist_desk.store.search import without_dates

_PHRASE: Final = re.compile(r'"([^"]*)"')
_MONTH_OF_YEAR: Final = re.compile(r"(?<!\w)([a-z]{3,9})\.? +((?:19|20)\d\d)(?!\w)")
_YEAR: Final = re.compile(r"(?<!\w)(?:19|20)\d\d(?!\w)")
_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»", '"'))


@dataclass(frozen=True, slots=True)
class TextSearch:
    """What was asked for; all of it must hold.

    `words` are folded and whole; `phrases` are folded words that follow each other; `beginning` is how the word
    last typed begins, which may go on. A visit must lie within one of `spans`, the first and the last day of each
    counted; None where no date was typed.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    beginning: str = ""
    spans: tuple[tuple[date, date], ...] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was asked for."""
        return self == TextSearch()

    @property
    def sought(self) -> tuple[str, ...]:
        """All words asked for, the beginning last."""
        inside = (word for phrase in self.phrases for word in phrase)
        return (*self.words, *inside, *((self.beginning,) if self.beginning else ()))


def read_text_search(text: str) -> TextSearch:
    """Read "piriformis 2026", 'juniper "jump sign" nov 2026' or "trap": words, phrases, and when.

    A phrase stands in quotation marks; of one that is not closed yet the last word may go on, and stands anywhere. A
    blank behind the last word says that it is whole. A date written in numbers is read day first and month first, as
    far as each is a date.
    """
    rest = fold(text.translate(_QUOTES))
    if rest.count('"') % 2:
        before, _, unfinished = rest.rpartition('"')
        said, _, last = unfinished.rpartition(" ")
        rest = f'{before} "{said}" {last}'
    phrases = tuple(words for found in _PHRASE.finditer(rest) if (words := fold_words(found.group(1))))
    rest = _PHRASE.sub(" ", rest)
    open_end = re.search(r"\w+$", rest)
    rest, days = without_dates(rest)
    spans = [(day, day) for day in days]
    rest = _without_months(rest, spans)
    rest = _without_years(rest, spans)
    words = fold_words(rest)
    # A date taken out was the last word: the one before it is whole.
    beginning = words[-1] if words and open_end and open_end.group() == words[-1] else ""
    return TextSearch(
        words=words[:-1] if beginning else words,
        phrases=phrases,
        beginning=beginning,
        spans=tuple(dict.fromkeys(spans)) if spans else None,
    )


def _without_months(rest: str, spans: list[tuple[date, date]]) -> str:
    for found in _MONTH_OF_YEAR.finditer(rest):
        month, year = _month(found.group(1)), int(found.group(2))
        if month:
            spans.append((date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])))
            rest = rest.replace(found.group(0), " ")
    return rest


def _month(word: str) -> int:
    return next((number for number, name in enumerate(_MONTHS, start=1) if name.startswith(word)), 0)


def _without_years(rest: str, spans: list[tuple[date, date]]) -> str:
    spans.extend((date(int(year), 1, 1), date(int(year), 12, 31)) for year in _YEAR.findall(rest))
    return _YEAR.sub(" ", rest)
