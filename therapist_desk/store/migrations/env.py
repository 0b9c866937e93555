"""What Alembic runs: the steps on the connection it is handed, with the guards made anew after each one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection, inspect

from therapist_desk.store import guards
from therapist_desk.store.rows.registry import metadata

connection: Connection = context.config.attributes["connection"]


def renew_guards(
    ctx: MigrationContext, step: MigrationInfo, heads: Collection[Any], run_args: Mapping[str, Any]
) -> None:
    """Make the guards of all tables that stand after this step."""
    del ctx, step, heads, run_args
    guards.install(connection.exec_driver_sql, inspect(connection).get_table_names())


context.configure(
    connection=connection,
    target_metadata=metadata(),
    render_as_batch=True,
    # SQLite can do this, and a crash in the middle of a step must leave the step undone.
    transactional_ddl=True,
    on_version_apply=renew_guards,
)
context.run_migrations()
