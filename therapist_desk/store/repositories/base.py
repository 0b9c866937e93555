"""What every repository has: the session of its unit of work."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Table
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.orm.attributes import flag_modified

from therapist_desk.domain.errors import ChangedElsewhereError, NotFoundError
from therapist_desk.store.rows.base import Base

Row = TypeVar("Row", bound=Base)


class Repository:
    """A collection of one kind of thing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _row(self, kind: type[Row], key: str, what: str) -> Row:
        row = self._session.get(kind, key)
        if row is None:
            raise NotFoundError(what=what)
        return row

    def _touch(self, row: Base, column: InstrumentedAttribute[str]) -> None:
        """Count the change as one of `row` even when only its parts changed."""
        flag_modified(row, column.key)


def table_of(kind: type[Base]) -> Table:
    """Give the table that a row class maps, for statements that need no rows."""
    table = kind.__table__
    assert isinstance(table, Table)  # noqa: S101 - every row class here maps a plain table
    return table


def check_version(found: int, known: int, what: str) -> None:
    """Refuse a change made on an older state.

    Raises:
        ChangedElsewhereError: the versions differ.
    """
    if found != known:
        raise ChangedElsewhereError(what=what)
