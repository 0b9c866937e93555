"""The encrypted charts file as the store's database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect

from therapist_desk.store.errors import StoreCorruptError
from therapist_desk.store.files import sync_folder
from therapist_desk.store.sqlite import full_text, guards
from therapist_desk.store.sqlite.engine import reading_engine, writing_engine


class ChartsFile:
    """An open file; nobody else has it open, for the store's lock is held."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._writer = writing_engine(path, key)
        self._reader = reading_engine(path, key)

    @property
    def writer(self) -> Engine:
        """See `Database.writer`."""
        return self._writer

    @property
    def reader(self) -> Engine:
        """See `Database.reader`."""
        return self._reader

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """See `Database.migrating`."""
        with self._writer.connect() as connection:
            raw = _driver_of(connection)
            # Rebuilding a table drops it for a moment; the setting can't change within a transaction.
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    # Rebuilding also drops a table's guards, and those of others that look into it stand in the way.
                    for triggers in (guards, full_text):
                        triggers.lift(connection.exec_driver_sql)
                    yield connection
                    tables = inspect(connection).get_table_names()
                    for triggers in (guards, full_text):
                        triggers.install(connection.exec_driver_sql, tables)
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise StoreCorruptError
            finally:
                raw.execute("PRAGMA foreign_keys = ON")
        # A fresh connection: this one's cache is full of statements that are never run again.
        self._writer.dispose()

    def keep_copy(self, label: str) -> None:
        """Copy the file beside itself, encrypted as it is; see `Database.keep_copy`."""
        with self._writer.connect() as connection:
            _driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        kept = self._path.with_name(f"{self._path.name}.{label}")
        unfinished = self._path.with_name(f".{kept.name}.new")
        try:
            shutil.copyfile(self._path, unfinished)
            with unfinished.open("rb+") as stream:
                os.fsync(stream.fileno())
            unfinished.replace(kept)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        sync_folder(self._path.parent)

    def close(self) -> None:
        """See `Database.close`."""
        self._reader.dispose()
        self._writer.dispose()


def _driver_of(connection: Connection) -> Any:
    """Give the driver's own connection: what runs on it begins no transaction."""
    raw = connection.connection.driver_connection
    assert raw is not None  # noqa: S101 - a live connection always has one
    return raw
