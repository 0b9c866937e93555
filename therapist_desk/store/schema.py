"""The schema's revision: read without Alembic, brought up to date with it only when it is behind."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Engine, column, inspect, select, table

from therapist_desk.store.database import Database
from therapist_desk.store.errors import StoreNewerError

REVISIONS: Final = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
)
"""Every revision there has been, oldest first. A test holds this against the migrations themselves."""
HEAD: Final = REVISIONS[-1]
LOCATION: Final = "therapist_desk.store:migrations"
_VERSION: Final = table("alembic_version", column("version_num"))


def revision_of(engine: Engine) -> str | None:
    """Read the revision of an open database; None while it has no tables."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_VERSION.name):
            return None
        found = connection.scalar(select(_VERSION.c.version_num))
        return None if found is None else str(found)


def bring_up_to_date(database: Database, *, revisions: tuple[str, ...] = REVISIONS, location: str = LOCATION) -> None:
    """Run the migrations at `location` that are missing; a copy is kept first.

    Raises:
        StoreNewerError: the revision is none of `revisions`.
        StoreCorruptError: a reference leads nowhere after the migration; everything is as before.
    """
    found = revision_of(database.writer)
    if found == revisions[-1]:
        return
    if found is not None:
        if found not in revisions:
            raise StoreNewerError
        database.keep_copy(f"before-{found}")
    upgrade(database, revisions[-1], location=location)


def upgrade(database: Database, revision: str, *, location: str = LOCATION) -> None:
    """Migrate to `revision` in one transaction."""
    with database.migrating() as connection:
        _migrate(connection, revision, location)


def _migrate(connection: Connection, revision: str, location: str) -> None:
    # A quarter of a second that most starts do not need.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", location)
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
