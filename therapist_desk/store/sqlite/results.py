"""SQLite's result codes in the store's words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

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


def expected(error: Exception) -> StoreError | SignedError | None:
    """Name a driver's error, or give None for what can only be a bug."""
    if str(error) == SIGNED:
        return SignedError()
    result = getattr(error, "sqlite_errorcode", None)
    kind = _BY_RESULT.get(result & 0xFF) if isinstance(result, int) else None
    return None if kind is None else kind()
