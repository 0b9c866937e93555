"""Files that come with the program."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import InvalidOperation
from typing import Final

from therapist_desk.domain.errors import ExpectedError

_DAMAGED: Final = (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError, InvalidOperation)
"""What reading a file meets that is not as it was: bytes, text and shape are all taken as given."""


class ResourceDamagedError(ExpectedError):
    """A file that came with the program is missing or altered."""

    code = "resource_damaged"
    sentence = "The file {file} that came with Therapist Desk is damaged. Install Therapist Desk again."


@contextmanager
def whole(file: str) -> Iterator[None]:
    """Read what a file holds inside: whatever fails there is damage to the file.

    Raises:
        ResourceDamagedError: it is missing or altered.
    """
    try:
        yield
    except _DAMAGED as error:
        raise ResourceDamagedError(file=file) from error
