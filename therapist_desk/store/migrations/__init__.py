"""Alembic's side of the store: one module per revision. Loaded only when a schema is new or behind."""
