"""The schema's revision: read without Alembic, brought up to date with it only when it is behind."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine

from therapist_desk.store.errors import StoreCorruptError, StoreNewerError
from therapist_desk.store.files import sync_folder

REVISIONS: Final = ("0001",)
"""Every revision there has been, oldest first. A test holds this against the migrations themselves."""
HEAD: Final = REVISIONS[-1]
LOCATION: Final = "therapist_desk.store:migrations"


def revision_of(engine: Engine) -> str | None:
    """Read the revision of an open file; None while it has no tables."""
    with engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
        if tables.first() is None:
            return None
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return None if row is None else str(row[0])


def bring_up_to_date(
    engine: Engine, file: Path, *, revisions: tuple[str, ...] = REVISIONS, location: str = LOCATION
) -> None:
    """Run the migrations at `location` that are missing; a copy of the file (encrypted as it is) is kept first.

    Raises:
        StoreNewerError: the revision is none of `revisions`.
        StoreCorruptError: a reference leads nowhere after the migration; everything is as before.
    """
    found = revision_of(engine)
    if found == revisions[-1]:
        return
    if found is not None:
        if found not in revisions:
            raise StoreNewerError
        _keep_copy(engine, file, found)
    upgrade(engine, revisions[-1], location=location)


def upgrade(engine: Engine, revision: str, *, location: str = LOCATION) -> None:
    """Migrate to `revision` in one transaction."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # noqa: S101 - a live connection always has one
        # Rebuilding a table drops it for a moment; the setting can't change within a transaction.
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                _migrate(connection, revision, location)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise StoreCorruptError
        finally:
            raw.execute("PRAGMA foreign_keys = ON")
    # A fresh connection: this one's cache is full of statements that are never run again.
    engine.dispose()


def _migrate(connection: Connection, revision: str, location: str) -> None:
    # A quarter of a second that most starts do not need.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", location)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _keep_copy(engine: Engine, file: Path, revision: str) -> None:
    """Copy the file beside itself as it was, whole or not at all. Nobody else has it open: the lock is held."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # noqa: S101 - a live connection always has one
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    kept = file.with_name(f"{file.name}.before-{revision}")
    unfinished = file.with_name(f".{kept.name}.new")
    try:
        shutil.copyfile(file, unfinished)
        with unfinished.open("rb+") as stream:
            os.fsync(stream.fileno())
        unfinished.replace(kept)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)
