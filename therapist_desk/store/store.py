"""A chart store: one folder with a key file, an encrypted charts file, and a lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from therapist_desk.domain.errors import ChangedElsewhereError
from therapist_desk.store import schema
from therapist_desk.store.anchor import Anchor, read_anchor, write_anchor
from therapist_desk.store.charts import Charts
from therapist_desk.store.database import Database
from therapist_desk.store.errors import (
    ChainBrokenError,
    StoreBusyError,
    StoreCorruptError,
    StoreExistsError,
    StoreMissingError,
)
from therapist_desk.store.folder import make_folder
from therapist_desk.store.keys import MasterKey, Purpose
from therapist_desk.store.lock import StoreLock
from therapist_desk.store.presence import has_store
from therapist_desk.store.sqlite.charts_file import ChartsFile
from therapist_desk.store.sqlite.engine import CHARTS_FILE, refuse_plain
from therapist_desk.store.trouble import told_plainly


class Store:
    """An open store. `writing` is for one thread at a time; `reading` may go on beside it."""

    def __init__(self, folder: Path, master: MasterKey, lock: StoreLock) -> None:
        self.folder = folder
        self._master = master
        self._lock = lock
        self._database: Database = ChartsFile(folder / CHARTS_FILE, master.subkey(Purpose.DATABASE))

    @classmethod
    def create(cls, folder: Path, master: MasterKey) -> Store:
        """Make a new store's charts file in `folder` (made too, where it is not there) and open it.

        Raises:
            StoreExistsError: there is one already.
            StoreFolderError, StoreReadOnlyError, StoreFullError, StoreInUseError: the folder can't be used.
        """
        make_folder(folder)
        _refuse_second(folder)
        return cls._opened(folder, master, new=True)

    @classmethod
    def open(cls, folder: Path, master: MasterKey) -> Store:
        """Open the charts; where their schema is behind, a copy is kept and the migrations run.

        Raises:
            StoreMissingError, StoreFolderError, StoreReadOnlyError, StoreFullError, StoreInUseError: the
                folder can't be used.
            StoreKeyError, StoreNotEncryptedError, StoreCorruptError, StoreNewerError: the charts file can't.
        """
        return cls._opened(folder, master, new=False)

    @contextmanager
    def writing(self) -> Iterator[Charts]:
        """Give the charts in one transaction, durable when the block ends; an error in it undoes everything.

        Raises:
            SignedError: something of a signed visit was to be changed.
            ChangedElsewhereError: something was changed since it was read.
            StoreError: the disk or the file failed; see its kinds. Nothing of the block was kept.
        """
        anchor: Anchor | None = None
        with _session(self._database.writer) as session:
            charts = Charts(session)
            yield charts
            if charts.records.appended:
                anchor = _head(charts)
        if anchor is not None:
            self._keep_anchor(anchor)

    @contextmanager
    def reading(self) -> Iterator[Charts]:
        """Give the charts as they are at one moment, over the connection that can't write."""
        with _session(self._database.reader) as session:
            yield Charts(session)

    def check_chain(self) -> None:
        """Hold the charts against the head of the chain kept beside the key file, and let that catch up.

        Raises:
            ChainBrokenError: a record that was signed here is missing or different.
        """
        anchor = read_anchor(self.folder, self._master)
        with self.reading() as charts:
            link = None if anchor is None else charts.records.at(anchor.sequence)
            head = _head(charts)
        if anchor is not None and (link is None or link.digest != anchor.digest):
            raise ChainBrokenError
        if head is not None and head != anchor:
            self._keep_anchor(head)

    def close(self) -> None:
        """Close both connections and let go of the lock; doing so twice is fine."""
        self._database.close()
        self._lock.release()

    def _give_up(self, unfinished: Path | None) -> None:
        self._database.close()
        if unfinished is not None:
            for suffix in ("", "-wal", "-shm"):
                unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
        self._lock.release()

    def _keep_anchor(self, anchor: Anchor) -> None:
        # What is signed is signed, even if the anchor can't follow: it may lag behind until the next check.
        with suppress(OSError):
            write_anchor(self.folder, self._master, anchor)

    @classmethod
    def _opened(cls, folder: Path, master: MasterKey, *, new: bool) -> Store:
        lock = StoreLock(folder)
        lock.acquire()
        try:
            with told_plainly():
                file = folder / CHARTS_FILE
                if new:
                    _make_room(folder, file)
                else:
                    _check_file(folder, file)
                store = cls(folder, master, lock)
        except BaseException:
            lock.release()
            raise
        try:
            with told_plainly():
                schema.bring_up_to_date(store._database)
                refuse_plain(file)
        except BaseException:
            store._give_up(file if new else None)
            raise
        return store


def _make_room(folder: Path, file: Path) -> None:
    if not file.exists():
        return
    _refuse_second(folder)
    # A first run that ended before its key file was written: nobody can ever open this, but nothing is deleted.
    number = sum(1 for _ in folder.glob(f"{CHARTS_FILE}.without-key-*")) + 1
    file.rename(folder / f"{CHARTS_FILE}.without-key-{number}")


def _refuse_second(folder: Path) -> None:
    if has_store(folder) and (folder / CHARTS_FILE).exists():
        raise StoreExistsError(folder=str(folder))


def _check_file(folder: Path, file: Path) -> None:
    if not file.exists():
        raise StoreMissingError(folder=str(folder))
    if file.stat().st_size == 0:
        # An empty file would open as a new store, and years of charts would seem never to have been.
        raise StoreCorruptError


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    """Give a session in one transaction; whatever fails in it is named in the store's words."""
    try:
        with told_plainly(), Session(engine, expire_on_commit=False, autoflush=False) as session, session.begin():
            yield session
    except StaleDataError as error:
        raise ChangedElsewhereError(what="record") from error
    except PoolTimeoutError as error:
        raise StoreBusyError from error


def _head(charts: Charts) -> Anchor | None:
    head = charts.records.head()
    return None if head is None else Anchor(head.sequence, head.digest)
