"""One running copy of the program per store."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from therapist_desk.store.errors import StoreFolderError, StoreInUseError
from therapist_desk.store.folder import check_folder
from therapist_desk.store.trouble import told_plainly

LOCK_FILE: Final = "store.lock"


class StoreLock:
    """Held while a store is open; the system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        # The store may be closed by another thread than the one that opened it.
        self._lock = FileLock(folder / LOCK_FILE, timeout=0, thread_local=False, fallback_to_soft=False)
        self._folder = folder

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            StoreInUseError: another process holds it.
            StoreMissingError, StoreFolderError, StoreReadOnlyError, StoreFullError: the folder can't be used.
        """
        check_folder(self._folder)
        with told_plainly():
            try:
                self._lock.acquire()
            except Timeout as error:
                raise StoreInUseError from error
            except NotImplementedError as error:
                # Without locks the database could not keep two programs apart either: some network drives.
                raise StoreFolderError(folder=str(self._folder)) from error

    def release(self) -> None:
        """Let go of the lock; doing so twice is fine."""
        self._lock.release()
