"""Which part of its note an addendum corrects."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the part; addenda of before name none."""
    op.add_column("addenda", sa.Column("corrects", sa.Text(), nullable=True))
