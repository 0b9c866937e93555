"""Assessment: how a motion was tested, answers of questionnaires, observations without a number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what a measurement says of itself, then the tables of answers and observations."""
    with op.batch_alter_table("measurements") as measurements:
        measurements.add_column(sa.Column("movement", sa.Text()))
        for name in ("pain_on_motion", "kept"):
            measurements.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
        for name in ("measure", "scoring", "judged_by"):
            measurements.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "answers",
        sa.Column("measurement_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("given", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["measurement_id"], ["measurements.id"], name=op.f("fk_answers_measurement_id_measurements")
        ),
        sa.PrimaryKeyConstraint("measurement_id", "position", name=op.f("pk_answers")),
    )
    texts = ("name", "side", "result", "view", "grade", "place", "note", "suggests", "source")
    op.create_table(
        "observations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=name in {"side", "result", "view"}) for name in texts),
        sa.Column("refer_if_positive", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name=op.f("fk_observations_visit_id_visits")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observations")),
    )
    op.create_index(op.f("ix_observations_visit_id"), "observations", ["visit_id"], unique=False)
