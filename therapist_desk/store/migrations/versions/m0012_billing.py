"""Payments, settled bills, what claims ask beside the chart, and the practice's usual fees."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; a practice of before has its visits in its office, and nobody said whose its tax ID is."""
    _make_ledger()
    _make_terms()
    op.create_table(
        "claim_details",
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("payer_id", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_claim_details_client_id_clients")),
        sa.ForeignKeyConstraint(["payer_id"], ["payers.id"], name=op.f("fk_claim_details_payer_id_payers")),
        sa.PrimaryKeyConstraint("client_id", "payer_id", name=op.f("pk_claim_details")),
    )
    op.create_table(
        "usual_fees",
        sa.Column("practice_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practice.id"], name=op.f("fk_usual_fees_practice_id_practice")),
        sa.PrimaryKeyConstraint("practice_id", "position", name=op.f("pk_usual_fees")),
    )
    op.add_column("practice", sa.Column("tax_id_kind", sa.Text(), nullable=True))
    op.add_column("practice", sa.Column("place_of_service", sa.Text(), nullable=False, server_default="11"))


def _make_ledger() -> None:
    op.create_table(
        "ledger_entries",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("entered_at_utc", sa.Text(), nullable=False),
        sa.Column("entered_at_offset", sa.Integer(), nullable=False),
        sa.Column("entered_at_steady", sa.BigInteger(), nullable=False),
        sa.Column("entered_at_boot", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_ledger_entries_visit_id_visits")),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_ledger_entries_therapist_id_therapists")
        ),
        sa.ForeignKeyConstraint(
            ["replaces"], ["ledger_entries.id"], name=op.f("fk_ledger_entries_replaces_ledger_entries")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("id", name=op.f("uq_ledger_entries_id")),
        sa.UniqueConstraint("replaces", name=op.f("uq_ledger_entries_replaces")),
    )
    op.create_index(op.f("ix_ledger_entries_visit_id"), "ledger_entries", ["visit_id"], unique=False)


def _make_terms() -> None:
    op.create_table(
        "billing_terms",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("pointing", sa.Text(), nullable=False),
        sa.Column("unit_choice", sa.Text(), nullable=False),
        sa.Column("settled_at_utc", sa.Text(), nullable=False),
        sa.Column("settled_at_offset", sa.Integer(), nullable=False),
        sa.Column("settled_at_steady", sa.BigInteger(), nullable=False),
        sa.Column("settled_at_boot", sa.Text(), nullable=False),
        sa.Column("therapist_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_billing_terms_visit_id_visits")),
        sa.ForeignKeyConstraint(
            ["therapist_id"], ["therapists.id"], name=op.f("fk_billing_terms_therapist_id_therapists")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_billing_terms")),
    )
    op.create_index(op.f("ix_billing_terms_visit_id"), "billing_terms", ["visit_id"], unique=False)
