"""What each visit said, and every word there is: the index of words is made anew from all visits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty the index, which is made with the triggers after every migration, and let every visit wait for it."""
    op.execute("DROP TABLE IF EXISTS visit_words")
    op.execute("DELETE FROM indexed_visits")
    op.add_column("indexed_visits", sa.Column("lines", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "indexed_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_indexed_words")),
    )
    op.execute("INSERT OR IGNORE INTO stale_visits (visit) SELECT id FROM visits")
