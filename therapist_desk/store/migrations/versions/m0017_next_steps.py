"""What a client says of the time since the last visit, home care, and what the next visit is for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the answers to the notes; those of before have none."""
    for answer in ("since_last", "home_done"):
        op.add_column("notes", sa.Column(answer, sa.Text(), nullable=True))
    for words in ("reported", "home_care", "next_visit"):
        op.add_column("notes", sa.Column(words, sa.Text(), nullable=False, server_default=""))
