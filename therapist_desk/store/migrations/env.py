"""What Alembic runs: the steps, on the connection and in the transaction it is handed."""

from __future__ import annotations

from alembic import context

from therapist_desk.store.rows.registry import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata(),
    render_as_batch=True,
    # SQLite can do this, and a crash in the middle of a step must leave the step undone.
    transactional_ddl=True,
)
context.run_migrations()
