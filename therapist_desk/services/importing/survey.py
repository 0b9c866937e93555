"""The first look at a file: how it is written, its headings, its first rows; then the order of its dates."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from therapist_desk.services.importing.columns import (
    Meaning,
    guess_meanings,
    has_enough,
    looks_like_headings,
)
from therapist_desk.services.importing.csv_format import CsvFormat, find_format, open_csv
from therapist_desk.services.importing.dates import DateEvidence
from therapist_desk.services.importing.errors import CsvEmptyError, CsvTooLongError, CsvUnreadableError
from therapist_desk.services.importing.records import Record, read_records

MOST_ROWS: Final = 10_000
AT_ONCE: Final = 200
"""Rows read in one go: well under 50 ms, so that whoever searches meanwhile never waits."""
_SAMPLE: Final = 20
_MOST_COLUMNS: Final = 200


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file looks like. `has_headings` and `meanings` are guesses; `first` are its first rows as read."""

    path: Path
    form: CsvFormat
    first: tuple[Record, ...]
    has_headings: bool

    @property
    def width(self) -> int:
        """The number of columns, which the first row tells."""
        return min(_MOST_COLUMNS, len(self.first[0].cells))

    @property
    def headings(self) -> tuple[str, ...]:
        """The name of each column, empty where the file gives none."""
        return (
            tuple(cell.strip() for cell in self.first[0].cells[: self.width])
            if self.has_headings
            else ("",) * self.width
        )

    @property
    def title_lines(self) -> int:
        """How many lines stand above the headings."""
        return self.first[0].line - 1 if self.has_headings else 0

    @property
    def sample(self) -> tuple[Record, ...]:
        """The first rows that are clients."""
        return self.first[1:] if self.has_headings else self.first

    def meanings(self) -> tuple[Meaning, ...]:
        """Guess what the columns mean."""
        return guess_meanings(self.headings)


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are, and what their dates of birth prove."""

    rows: int
    evidence: DateEvidence


def survey(path: Path, form: CsvFormat | None = None) -> Generator[float, None, Survey]:
    """Look at a file, read as `form` says or else as its content tells; yields the share that is done.

    Raises:
        CsvUnreadableError, CsvTooLargeError, CsvNotTextError, CsvEmptyError: there is nothing to import in it.
    """
    form = form or (yield from find_format(path))
    try:
        with open_csv(path, form) as stream:
            rows = (record for record in read_records(stream, form.delimiter) if not record.blank)
            first = tuple(islice(rows, _SAMPLE + 1))
    except OSError as error:
        raise CsvUnreadableError from error
    # A first row that cannot be read names no columns.
    readable = next((place for place, record in enumerate(first) if record.trouble is None), None)
    if readable is None:
        raise CsvEmptyError
    named = [place for place in range(readable, len(first)) if looks_like_headings(first[place].cells)]
    enough = next((place for place in named if has_enough(guess_meanings(first[place].cells))), None)
    if enough is not None or readable in named:
        return Survey(path, form, first[readable if enough is None else enough :], has_headings=True)
    return Survey(path, form, first[readable:], has_headings=False)


def count_rows(found: Survey, meanings: Sequence[Meaning], most: int = MOST_ROWS) -> Generator[float, None, Count]:
    """Read all rows for the order of their dates of birth; yields the share that is done.

    Raises:
        CsvUnreadableError: the file cannot be read to its end.
        CsvTooLongError: there are too many rows.
    """
    column = meanings.index(Meaning.BIRTH) if Meaning.BIRTH in meanings else None
    evidence, count = DateEvidence(), 0
    for record, share in rows_of(found):
        if count >= most:
            raise CsvTooLongError(most=most)
        count += 1
        if column is not None and column < len(record.cells):
            evidence = evidence.with_date(record.cells[column])
        if count % AT_ONCE == 0:
            yield share
    return Count(count, evidence)


def rows_of(found: Survey) -> Generator[tuple[Record, float], None, None]:
    """Give the rows below the headings, without empty ones, each with the share of the file read so far.

    Raises:
        CsvUnreadableError: the file cannot be read to its end.
    """
    # A title above the headings is nobody; what cannot be read there is told of all the same.
    headings = found.first[0].line if found.has_headings else 0
    try:
        size = max(1, found.path.stat().st_size)
        with open_csv(found.path, found.form) as stream:
            for record in read_records(stream, found.form.delimiter):
                above = record.line < headings and record.trouble is None
                if not (above or record.line == headings or record.blank):
                    yield record, min(1.0, stream.buffer.tell() / size)
    except OSError as error:
        raise CsvUnreadableError from error
