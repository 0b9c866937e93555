"""Papers belong to an order, and carry the digest and the size of their content."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns to the table of attachments, into which nothing could be put so far."""
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(sa.Column("referral_id", sa.Text(), nullable=True))
        attachments.add_column(sa.Column("digest", sa.Text(), nullable=False, server_default=""))
        attachments.add_column(sa.Column("size", sa.Integer(), nullable=False, server_default="0"))
        attachments.create_foreign_key(
            op.f("fk_attachments_referral_id_referrals"), "referrals", ["referral_id"], ["id"]
        )
        attachments.create_index(op.f("ix_attachments_referral_id"), ["referral_id"], unique=False)
