"""What the store asks of a database beyond plain SQLAlchemy: all that another one would have to offer."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Engine


class Database(Protocol):
    """An open database of charts."""

    @property
    def writer(self) -> Engine:
        """The connection that writes; each of its transactions has the database to itself."""
        ...

    @property
    def reader(self) -> Engine:
        """A second connection, which sees one moment at a time and can't change anything."""
        ...

    def migrating(self) -> AbstractContextManager[Connection]:
        """Give one transaction in which tables may be rebuilt.

        The guards of signed rows are lifted in it and made anew at its end; seen from outside they never go.

        Raises:
            StoreCorruptError: a reference leads nowhere afterwards; everything is as before.
        """
        ...

    def keep_copy(self, label: str) -> None:
        """Keep the database as it is now under `label`, whole or not at all."""
        ...

    def close(self) -> None:
        """Close all connections; doing so twice is fine."""
        ...
