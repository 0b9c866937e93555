"""The one place where errors of the disk and the database become the store's own."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from sqlcipher3 import dbapi2

from therapist_desk.domain.visit import SignedError
from therapist_desk.store.errors import (
    StoreBusyError,
    StoreCorruptError,
    StoreError,
    StoreFullError,
    StoreKeyError,
    StoreReadOnlyError,
    StoreUnreliableError,
)

SIGNED: Final = "therapist-desk: signed"
"""What the guards in the database say when they refuse; never shown."""

# Primary result codes, https://www.sqlite.org/rescode.html: an extended code's low byte is its primary code.
_BY_RESULT: Final[Mapping[int, type[StoreError]]] = MappingProxyType(
    {
        5: StoreBusyError,
        6: StoreBusyError,
        8: StoreReadOnlyError,
        10: StoreUnreliableError,
        11: StoreCorruptError,
        13: StoreFullError,
        14: StoreReadOnlyError,
        26: StoreKeyError,
    }
)
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
    except StoreError:
        raise
    except OSError as error:
        known = _BY_ERRNO.get(error.errno or 0)
        if known is None:
            raise
        raise known from error
    except dbapi2.Error as error:
        known_error = of_database(error)
        if known_error is None:
            raise
        raise known_error from error
    except Exception as error:
        # SQLAlchemy wraps the driver's error and keeps it as `orig`; not importing it here keeps unlocking light.
        original = getattr(error, "orig", None)
        known_error = of_database(original) if isinstance(original, dbapi2.Error) else None
        if known_error is None:
            raise
        raise known_error from error


def of_database(error: Exception) -> StoreError | SignedError | None:
    """Name a driver's error in the store's words, or give None for what can only be a bug."""
    if str(error) == SIGNED:
        return SignedError()
    result = getattr(error, "sqlite_errorcode", None)
    kind = _BY_RESULT.get(result & 0xFF) if isinstance(result, int) else None
    return None if kind is None else kind()
