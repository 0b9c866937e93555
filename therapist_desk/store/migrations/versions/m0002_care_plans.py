"""Goals with numbers, plans line by line, and how care ended. What stood there in words stays as it is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, and the tables of plan lines and planned checks."""
    for column in (
        sa.Column("discharged", sa.Text(), nullable=True),
        sa.Column("discharge_summary", sa.Text(), nullable=False, server_default=""),
        sa.Column("frequency", sa.Text(), nullable=False, server_default=""),
        sa.Column("session_minutes", sa.Integer(), nullable=True),
        sa.Column("planned_visits", sa.Integer(), nullable=True),
        sa.Column("review_at", sa.Integer(), nullable=True),
    ):
        op.add_column("cases", column)
    for name, kind in (
        ("met_on", sa.Date()),
        ("judged", sa.Text()),
        ("aim_kind", sa.Text()),
        ("aim_name", sa.Text()),
        ("aim_side", sa.Text()),
        ("aim_unit", sa.Text()),
        ("aim_direction", sa.Text()),
        ("aim_first", sa.Text()),
        ("aim_wanted", sa.Text()),
        ("aim_first_on", sa.Date()),
        ("aim_latest", sa.Text()),
        ("aim_latest_on", sa.Date()),
    ):
        op.add_column("goals", sa.Column(name, kind, nullable=True))
    op.create_table(
        "plan_lines",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("treatment", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("least_minutes", sa.Integer(), nullable=True),
        sa.Column("most_minutes", sa.Integer(), nullable=True),
        sa.Column("how_often", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_plan_lines_case_id_cases")),
        sa.PrimaryKeyConstraint("case_id", "position", name=op.f("pk_plan_lines")),
    )
    op.create_table(
        "planned_checks",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_planned_checks_case_id_cases")),
        sa.PrimaryKeyConstraint("case_id", "position", name=op.f("pk_planned_checks")),
    )
