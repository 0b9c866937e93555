"""Claims: the numbers by which a payer knows therapist and practice, and what a claim says of an earlier one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; nothing was said before."""
    op.add_column("payers", sa.Column("rendering_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("payers", sa.Column("billing_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("billing_terms", sa.Column("claim_codes", sa.Text(), nullable=False, server_default=""))
    op.add_column("billing_terms", sa.Column("resubmission", sa.Text(), nullable=True))
    op.add_column("billing_terms", sa.Column("original_reference", sa.Text(), nullable=False, server_default=""))
