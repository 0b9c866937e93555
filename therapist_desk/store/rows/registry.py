"""Every table, in one place: importing this module is what makes the metadata complete."""

from __future__ import annotations

from typing import Final

from sqlalchemy import MetaData

from therapist_desk.store.rows import (
    billing,
    cases,
    clients,
    health,
    marks,
    notes,
    payers,
    people,
    records,
    seals,
    search,
    visits,
    writing,
)
from therapist_desk.store.rows.base import Base

TABLES: Final = (
    people,
    clients,
    payers,
    billing,
    cases,
    visits,
    marks,
    notes,
    health,
    records,
    search,
    seals,
    writing,
)


def metadata() -> MetaData:
    """Give the whole schema as the rows declare it."""
    return Base.metadata
