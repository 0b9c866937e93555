"""The words that were signed with each consent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the words; of consents from before nobody kept them."""
    op.add_column("consents", sa.Column("statements", sa.Text(), nullable=False, server_default=""))
