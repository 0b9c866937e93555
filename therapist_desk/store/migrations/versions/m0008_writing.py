"""Own versions of generated sentences; what each therapist has set for writing: wording, phrases, known words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column to the paragraphs, and the tables of a therapist's writing."""
    op.add_column("paragraphs", sa.Column("followed", sa.Text(), nullable=True))
    op.create_table(
        "writing_habits",
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_writing_habits_therapist_id_therapists")
        ),
        sa.PrimaryKeyConstraint("therapist_id", name=op.f("pk_writing_habits")),
    )
    op.create_table(
        "phrases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sections", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["therapist_id"], ["therapists.id"], name=op.f("fk_phrases_therapist_id_therapists")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrases")),
    )
    op.create_index(op.f("ix_phrases_therapist_id"), "phrases", ["therapist_id"], unique=False)
    op.create_table(
        "known_words",
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_known_words_therapist_id_therapists")
        ),
        sa.PrimaryKeyConstraint("therapist_id", "word", name=op.f("pk_known_words")),
    )
