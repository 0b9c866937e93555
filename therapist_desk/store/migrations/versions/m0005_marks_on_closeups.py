"""Marks on close-ups: which one, and of which side; those made before were all on the whole figure."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns, null for every mark there is."""
    op.add_column("marks", sa.Column("closeup", sa.Text(), nullable=True))
    op.add_column("marks", sa.Column("closeup_side", sa.Text(), nullable=True))
