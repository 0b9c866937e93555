"""The one place where errors of the disk and the database become the store's own."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from therapist_desk.store.errors import StoreError, StoreFullError, StoreReadOnlyError, StoreUnreliableError
from therapist_desk.store.sqlite.results import expected

_BY_ERRNO: Final[Mapping[int, type[StoreError]]] = MappingProxyType(
    {
        errno.EACCES: StoreReadOnlyError,
        errno.EPERM: StoreReadOnlyError,
        errno.EROFS: StoreReadOnlyError,
        errno.ENOSPC: StoreFullError,
        errno.EDQUOT: StoreFullError,
        errno.EFBIG: StoreFullError,
        errno.EIO: StoreUnreliableError,
    }
)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn known failures of disk and database, raised within, into the store's types; bugs pass as they are."""
    try:
        yield
    except OSError as error:
        known = _BY_ERRNO.get(error.errno or 0)
        if known is None:
            raise
        raise known from error
    except Exception as error:
        # SQLAlchemy wraps the driver's error and keeps it as `orig`; not importing it here keeps unlocking light.
        known_error = expected(getattr(error, "orig", None) or error)
        if known_error is None:
            raise
        raise known_error from error
