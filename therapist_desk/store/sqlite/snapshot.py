"""A charts file as it is at one moment, written beside those who use it, and looked through again."""

from __future__ import annotations

import errno
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from therapist_desk.store.sqlite.engine import connect

_FULL: Final = "database or disk is full"
"""SQLite's own words for its result 13: copying gives no code."""
_PAGES: Final = 256
"""Pages copied at a time: others may write in between."""


def write_snapshot(source: Path, target: Path, key: bytes) -> None:
    """Copy an encrypted charts file that may be in use; the copy is encrypted under the same key.

    Raises:
        OSError: it can't be written.
    """
    try:
        with closing(connect(source, key, read_only=True)) as reading, closing(connect(target, key)) as writing:
            writing.execute("PRAGMA journal_mode = DELETE")
            reading.backup(writing, pages=_PAGES)
    except dbapi2.OperationalError as error:
        raise OSError(errno.ENOSPC if str(error) == _FULL else None, str(error)) from error


def check_snapshot(path: Path, key: bytes) -> bool:
    """Tell whether every page of a copy is authentic and every table and index whole."""
    try:
        with closing(connect(path, key)) as connection:
            damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            return not damaged and connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except dbapi2.Error:
        return False
