"""The rows of a CSV file, one after the other: memory stays small, and one bad row costs one row."""

from __future__ import annotations

import csv
import unicodedata
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TextIO

from therapist_desk.services.importing.errors import (
    LineTooLongError,
    QuoteNotClosedError,
    RowError,
    RowNotTextError,
)

_LONGEST_LINE: Final = 32_768
_MOST_LINES: Final = 25  # an address or a remark in quotes may go over lines; a quote that is never closed, over all
_FIELD_LIMIT: Final = _LONGEST_LINE * (_MOST_LINES + 1)
_LINE_ENDS: Final = ("\n", "\r")
_UNDECODED: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class Record:
    """A row with the number of its first line; its cells are empty where `trouble` says why it cannot be read."""

    line: int
    cells: tuple[str, ...] = ()
    trouble: RowError | None = None

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return self.trouble is None and not any(cell.strip() for cell in self.cells)


def read_records(stream: TextIO, delimiter: str) -> Iterator[Record]:
    """Read one row after the other; `stream` leaves the ends of lines as they are.

    A quotation mark that is never closed costs its own line alone: reading goes on with the next one.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    lines = _Lines(stream)
    while (first := lines.take()) is not None:
        yield _record(first, lines, delimiter)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    too_long: bool


class _Lines:
    """Numbered lines, of which some may be given back."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._back: deque[_Line] = deque()
        self._number = 0

    def take(self) -> _Line | None:
        if self._back:
            return self._back.popleft()
        text = self._stream.readline(_LONGEST_LINE)
        if not text:
            return None
        self._number += 1
        too_long = len(text) >= _LONGEST_LINE and not text.endswith(_LINE_ENDS)
        if too_long:
            self._skip_rest()
        return _Line(self._number, text, too_long)

    def give_back(self, lines: list[_Line]) -> None:
        self._back.extendleft(reversed(lines))

    def _skip_rest(self) -> None:
        while (rest := self._stream.readline(_LONGEST_LINE)) and not rest.endswith(_LINE_ENDS):
            pass


class _Feed:
    """Gives a row's lines to the reader as it asks for them; `ran_out` once it asked for more than there may be."""

    def __init__(self, first: _Line, lines: _Lines) -> None:
        self.taken = [first]
        self.ran_out = False
        self._lines = lines
        self._begun = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self._begun:
            self._begun = True
            return self.taken[0].text
        following = self._lines.take() if len(self.taken) < _MOST_LINES else None
        if following is None or following.too_long:
            if following is not None:
                self._lines.give_back([following])
            self.ran_out = True
            raise StopIteration
        self.taken.append(following)
        return following.text


def _record(first: _Line, lines: _Lines, delimiter: str) -> Record:
    if first.too_long:
        return Record(first.number, trouble=LineTooLongError())
    feed = _Feed(first, lines)
    try:
        cells = next(csv.reader(feed, delimiter=delimiter), [])
    except csv.Error:
        return Record(first.number, trouble=RowNotTextError())
    if feed.ran_out:
        lines.give_back(feed.taken[1:])
        return Record(first.number, trouble=QuoteNotClosedError())
    if not all(_is_text(cell) for cell in cells):
        return Record(first.number, trouble=RowNotTextError())
    return Record(first.number, tuple(map(_bare, cells)))


def _bare(cell: str) -> str:
    """Give what a cell says: spreadsheets keep the noughts of ="02134" by writing it so."""
    return cell[2:-1] if len(cell) >= len('=""') and cell.startswith('="') and cell.endswith('"') else cell


def _is_text(cell: str) -> bool:
    if cell.isprintable():
        return _UNDECODED not in cell
    return not any(
        char == _UNDECODED or (unicodedata.category(char) == "Cc" and char not in "\t\r\n") for char in cell
    )
