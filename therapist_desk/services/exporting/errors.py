"""What can keep an export from being written; nothing of it is left then."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from therapist_desk.domain.errors import ExpectedError


class ExportFolderError(ExpectedError):
    """The folder can't be written."""

    code = "export_folder"
    sentence = "Nothing can be written in {folder}: {reason}. Choose another folder; nothing was left there."


class ExportFullError(ExpectedError):
    """The drive is full."""

    code = "export_full"
    sentence = (
        "There is not enough room in {folder} for this export. Make room, or choose another folder; nothing was left "
        "there."
    )


class NothingChosenError(ExpectedError):
    """An export of nothing."""

    code = "export_of_nothing"
    sentence = "Choose at least one thing to export."


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def told_of(folder: Path) -> Iterator[None]:
    """Turn what the system says within into sentences.

    Raises:
        ExportFullError, ExportFolderError: the system refused to write.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise ExportFullError(folder=str(folder)) from error
        raise ExportFolderError(folder=str(folder), reason=error.strerror or str(error)) from error
