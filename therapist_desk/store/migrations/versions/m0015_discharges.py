"""Discharges in the chain: nothing to change, but a program of before could not read such a link."""

from __future__ import annotations

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change nothing: the kind of a link is a word."""
