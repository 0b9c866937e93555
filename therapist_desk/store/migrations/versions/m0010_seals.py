"""Certificates that seal documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of certificates."""
    op.create_table(
        "seal_certificates",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("made_at_utc", sa.Text(), nullable=False),
        sa.Column("made_at_offset", sa.Integer(), nullable=False),
        sa.Column("made_at_steady", sa.BigInteger(), nullable=False),
        sa.Column("made_at_boot", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_seal_certificates_therapist_id_therapists")
        ),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_seal_certificates")),
    )
    op.create_index(op.f("ix_seal_certificates_therapist_id"), "seal_certificates", ["therapist_id"], unique=False)
