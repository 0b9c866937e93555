"""Tables on disk: each as CSV and as JSON, written row by row, with a dictionary of all columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any, BinaryIO, Final

from therapist_desk.services.exporting.place import Place
from therapist_desk.services.exporting.tables.table import Table, Thing, as_plain, as_text

_MARK: Final = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8


class TableWriter:
    """Opens a table's files with its first row, so that nothing empty lies about; `close` completes them all."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._files = ExitStack()
        self._open: dict[str, tuple[BinaryIO, BinaryIO]] = {}

    def add(self, table: Table[Thing], things: Iterable[Thing]) -> None:
        """Write rows."""
        for thing in things:
            begun = table.name in self._open
            as_csv, as_json = self._open[table.name] if begun else self._begin(table)
            cells = table.cells(thing)
            as_csv.write(_line(as_text(cell) for cell in cells))
            row = dict(zip(table.heads, map(as_plain, cells), strict=True))
            as_json.write((b",\n" if begun else b"\n") + json.dumps(row, ensure_ascii=False).encode())

    def dictionary(self, tables: Iterable[Table[Any]]) -> None:
        """Write what each column of each table means."""
        with self._place.create("tables/data_dictionary.csv") as stream:
            stream.write(_MARK + _line(("table", "column", "meaning")))
            for table in tables:
                stream.write(_line((table.name, "", table.about)))
                for column in table.columns:
                    stream.write(_line((table.name, column.name, column.meaning)))

    def close(self) -> None:
        """Complete all files."""
        for _, as_json in self._open.values():
            as_json.write(b"\n]\n")
        self._files.close()

    def drop(self) -> None:
        """Let go of files that nobody will read."""
        self._files.close()

    def _begin(self, table: Table[Thing]) -> tuple[BinaryIO, BinaryIO]:
        as_csv = self._files.enter_context(self._place.create(f"tables/csv/{table.name}.csv"))
        as_json = self._files.enter_context(self._place.create(f"tables/json/{table.name}.json"))
        as_csv.write(_MARK + _line(table.heads))
        as_json.write(b"[")
        self._open[table.name] = as_csv, as_json
        return as_csv, as_json


def _line(cells: Iterable[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(list(cells))
    return text.getvalue().encode()
