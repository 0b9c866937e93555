"""The folder of a store, before anything in it is touched."""

from __future__ import annotations

from pathlib import Path

from therapist_desk.store.errors import StoreFolderError, StoreMissingError
from therapist_desk.store.trouble import told_plainly


def check_folder(folder: Path) -> None:
    """Refuse a path that is no folder.

    Raises:
        StoreMissingError: nothing is there.
        StoreFolderError: something else is there.
    """
    if not folder.exists():
        raise StoreMissingError(folder=str(folder))
    if not folder.is_dir():
        raise StoreFolderError(folder=str(folder))


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it, where they are not there yet; only its owner may look into it.

    Raises:
        StoreFolderError: a file stands in the way.
        StoreReadOnlyError, StoreFullError: it can't be made.
    """
    with told_plainly():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise StoreFolderError(folder=str(folder)) from error
