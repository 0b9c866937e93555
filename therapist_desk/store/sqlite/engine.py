"""Connections to the encrypted charts file: key, pragmas and transactions, in the one right order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from therapist_desk.store.errors import EngineTooOldError, StoreNotEncryptedError

CHARTS_FILE: Final = "charts.db"
# 3.51.3 mends the WAL-reset defect that could lose a committed transaction: https://www.sqlite.org/wal.html.
OLDEST: Final = (3, 51, 3)
_PLAIN_HEADER: Final = b"SQLite format 3\x00"
# More than the program has: the driver throws out its newest statements first when it runs out of room.
_STATEMENTS: Final = 512
# Seconds a transaction waits for the one before it.
_WAIT: Final = 5
# Reading holds nobody up: a list may be read while another one is.
_READERS_BESIDE: Final = 3
_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    # Otherwise a row that REPLACE removes is removed without asking the guards.
    "recursive_triggers = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"busy_timeout = {_WAIT * 1000}",
)


def writing_engine(file: Path, key: bytes) -> Engine:
    """Make the engine of the one connection that writes; each of its transactions takes the write lock at once."""
    return _engine(file, key, "BEGIN IMMEDIATE", read_only=False, beside=0)


def reading_engine(file: Path, key: bytes) -> Engine:
    """Make the engine of the second connection, which can't change anything."""
    return _engine(file, key, "BEGIN", read_only=True, beside=_READERS_BESIDE)


def connect(file: Path, key: bytes, *, read_only: bool = False) -> dbapi2.Connection:
    """Open the file with its 32-byte key.

    Raises:
        EngineTooOldError: the SQLite at hand is older than `OLDEST`.
        StoreNotEncryptedError: the file is plain, or this SQLite would write it so.
        dbapi2.Error: the file can't be opened or read; see `results`.
    """
    if dbapi2.sqlite_version_info < OLDEST:
        wanted = ".".join(str(part) for part in OLDEST)
        raise EngineTooOldError(found=dbapi2.sqlite_version, wanted=wanted)
    refuse_plain(file)
    connection = dbapi2.connect(
        str(file), isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS
    )
    try:
        _prepare(connection, key, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def refuse_plain(file: Path) -> None:
    """Refuse a file that begins as an unencrypted database does.

    Raises:
        StoreNotEncryptedError: it does.
    """
    if not file.exists():
        return
    with file.open("rb") as stream:
        if stream.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise StoreNotEncryptedError


def _prepare(connection: dbapi2.Connection, key: bytes, *, read_only: bool) -> None:
    # The log would name files and pages on standard error; it must be silent before the first failure.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = ON")
    # Without a working cipher a new file would silently be a plain one.
    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise StoreNotEncryptedError
    # The first read: a wrong key fails here, before any pragma can write.
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")


def _engine(file: Path, key: bytes, begin: str, *, read_only: bool, beside: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=_creator(file, key, read_only=read_only),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=beside,
        pool_timeout=_WAIT,
        hide_parameters=True,
    )

    def begin_transaction(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_transaction)
    return engine


def _creator(file: Path, key: bytes, *, read_only: bool) -> Callable[[], dbapi2.Connection]:
    def create() -> dbapi2.Connection:
        return connect(file, key, read_only=read_only)

    return create
