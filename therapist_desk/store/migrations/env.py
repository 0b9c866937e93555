"""What Alembic runs: the steps on the connection it is handed, between lifting the guards and making them anew.

Rebuilding a table drops its guards, and those of other tables that look into it stand in the way meanwhile.
All of it is one transaction: no state without guards is ever seen from outside.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, inspect

from therapist_desk.store import guards
from therapist_desk.store.rows.registry import metadata

connection: Connection = context.config.attributes["connection"]

context.configure(
    connection=connection,
    target_metadata=metadata(),
    render_as_batch=True,
    # SQLite can do this, and a crash in the middle of a step must leave the step undone.
    transactional_ddl=True,
)
guards.lift(connection.exec_driver_sql)
context.run_migrations()
guards.install(connection.exec_driver_sql, inspect(connection).get_table_names())
