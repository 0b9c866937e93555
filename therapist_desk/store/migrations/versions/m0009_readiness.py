"""Readiness: which number the therapist gave an open unit to, and when progress was last reported."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns; nothing was chosen or reported before."""
    op.add_column("visits", sa.Column("unit_choice", sa.Text(), nullable=False, server_default=""))
    op.add_column("cases", sa.Column("reported_on", sa.Date(), nullable=True))
