"""The index of the words of visits: every visit there is waits to be read into it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables beside the index; the index itself is made with the triggers, after every migration."""
    op.create_table(
        "indexed_visits",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("visit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_indexed_visits")),
        sa.UniqueConstraint("visit", name=op.f("uq_indexed_visits_visit")),
    )
    op.create_table(
        "stale_visits",
        sa.Column("visit", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_stale_visits")),
    )
    op.execute("INSERT INTO stale_visits (visit) SELECT id FROM visits")
