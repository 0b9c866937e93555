"""Health histories, consents, and what visits hold of both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; a date of consent from before stays with its client."""
    _make_histories()
    _make_consents()
    _make_screenings()


def _make_histories() -> None:
    op.create_table(
        "health_histories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("taken_at_utc", sa.Text(), nullable=False),
        sa.Column("taken_at_offset", sa.Integer(), nullable=False),
        sa.Column("taken_at_steady", sa.BigInteger(), nullable=False),
        sa.Column("taken_at_boot", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_health_histories_client_id_clients")),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_health_histories_therapist_id_therapists")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_health_histories")),
    )
    op.create_index(
        "ix_health_histories_client_id_version", "health_histories", ["client_id", "version"], unique=True
    )


def _make_consents() -> None:
    op.create_table(
        "consents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("on_paper", sa.Boolean(), nullable=False),
        sa.Column("recorded_at_utc", sa.Text(), nullable=False),
        sa.Column("recorded_at_offset", sa.Integer(), nullable=False),
        sa.Column("recorded_at_steady", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at_boot", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawal_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_consents_client_id_clients")),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_consents_therapist_id_therapists")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_client_id"), "consents", ["client_id"], unique=False)


def _make_screenings() -> None:
    op.create_table(
        "screenings",
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=True),
        sa.Column("asked_at_utc", sa.Text(), nullable=True),
        sa.Column("asked_at_offset", sa.Integer(), nullable=True),
        sa.Column("asked_at_steady", sa.BigInteger(), nullable=True),
        sa.Column("asked_at_boot", sa.Text(), nullable=True),
        sa.Column("therapist_id", sa.Text(), nullable=True),
        sa.Column("history_version", sa.Integer(), nullable=True),
        sa.Column("drawn", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_screenings_therapist_id_therapists")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_screenings_visit_id_visits")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_screenings")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("physician", sa.Text(), nullable=False),
        sa.Column("cleared_on", sa.Date(), nullable=True),
        sa.Column("at_utc", sa.Text(), nullable=False),
        sa.Column("at_offset", sa.Integer(), nullable=False),
        sa.Column("at_steady", sa.BigInteger(), nullable=False),
        sa.Column("at_boot", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_decisions_therapist_id_therapists")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_decisions_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_visit_id"), "decisions", ["visit_id"], unique=False)
