from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlcipher3 import dbapi2

from store.conftest import Made
from therapist_desk.store.errors import EngineTooOldError, StoreNotEncryptedError
from therapist_desk.store.keys import Purpose
from therapist_desk.store.sqlite import engine
from therapist_desk.store.sqlite.engine import CHARTS_FILE, connect, reading_engine, writing_engine

KEY = b"k" * 32


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_status", "1"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", 5000),
        ("query_only", 0),
    ],
)
def test_a_connection_is_set_up_to_lose_nothing(tmp_path: Path, pragma: str, value: object) -> None:
    connection = connect(tmp_path / CHARTS_FILE, KEY)

    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    connection.close()


def test_the_file_is_encrypted_from_its_first_byte(tmp_path: Path) -> None:
    connection = connect(tmp_path / CHARTS_FILE, KEY)
    connection.execute("CREATE TABLE secrets (word TEXT)")
    connection.execute("INSERT INTO secrets VALUES ('Sample-Hayes')")
    connection.close()

    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not raw.startswith(b"SQLite format 3")
    assert b"secrets" not in raw
    assert b"Sample-Hayes" not in raw


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    connect(tmp_path / CHARTS_FILE, KEY).close()

    with pytest.raises(dbapi2.DatabaseError, match="not a database"):
        connect(tmp_path / CHARTS_FILE, b"x" * 32)


def test_a_plain_database_is_never_opened(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / CHARTS_FILE)
    plain.execute("CREATE TABLE clients (name TEXT)")
    plain.commit()
    plain.close()

    with pytest.raises(StoreNotEncryptedError):
        connect(tmp_path / CHARTS_FILE, KEY)


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST", (99, 0, 0))

    with pytest.raises(EngineTooOldError, match=r"99\.0\.0"):
        connect(tmp_path / CHARTS_FILE, KEY)
    assert not (tmp_path / CHARTS_FILE).exists()


def test_the_reading_connection_cannot_write(made: Made) -> None:
    reader = reading_engine(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))

    with pytest.raises(OperationalError, match="readonly"), reader.begin() as connection:
        connection.execute(text("DELETE FROM client_words"))
    reader.dispose()


def test_readers_see_one_moment_while_the_writer_goes_on(made: Made) -> None:
    key = made.master.subkey(Purpose.DATABASE)
    writer, reader = (make(made.folder / CHARTS_FILE, key) for make in (writing_engine, reading_engine))
    count = text("SELECT count(*) FROM client_words")

    with reader.begin() as reading:
        before = reading.scalar(count)
        with writer.begin() as writing:
            writing.execute(text("DELETE FROM client_words"))
        assert reading.scalar(count) == before
    with reader.begin() as reading:
        assert reading.scalar(count) == 0
    writer.dispose()
    reader.dispose()


def test_an_error_does_not_tell_what_was_written(made: Made) -> None:
    writer = writing_engine(made.folder / CHARTS_FILE, made.master.subkey(Purpose.DATABASE))

    with pytest.raises(DBAPIError) as failed, writer.begin() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:word)"), {"word": "Sample-Hayes"})

    assert "Sample-Hayes" not in str(failed.value)
    writer.dispose()
