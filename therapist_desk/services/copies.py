"""Safe copies of the charts: made, kept for a while, asked for when they are due, and brought back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from therapist_desk.domain.audit import AuditAction
from therapist_desk.domain.clock import Instant
from therapist_desk.services.desk import Desk
from therapist_desk.store import backup
from therapist_desk.store.backup import ENDING, restore_copy, write_copy

SafeCopy: TypeAlias = backup.SafeCopy
"""A copy that was written and read back."""
KEPT: Final = 14
"""Copies that stay in a folder: with one a day, two weeks of them."""
REMIND_AFTER: Final = timedelta(days=7)
_NAME: Final = "charts-%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class CopyState:
    """When the last safe copy was made, if ever, its size in bytes, and whether one is due."""

    last: Instant | None
    size: int
    due: bool


def write_copy_into(desk: Desk, folder: Path) -> SafeCopy:
    """Write a safe copy into `folder` and read it back; files are named by the moment alone.

    It only reads the charts: others may write meanwhile. `note_copy` follows it.

    Raises:
        CopyFolderError, CopyFullError: nothing can be written there.
        CopyNoRoomError: there is no room beside the charts to prepare it.
        CopyNotReadError: what was written did not read back.
    """
    return write_copy(desk.folder, desk.master, folder / f"{desk.clock.now().local.strftime(_NAME)}{ENDING}")


def note_copy(desk: Desk, copy: SafeCopy) -> None:
    """Write into the audit trail that a copy was made, and let the oldest ones in its folder go."""
    with desk.store.writing() as charts:
        desk.audit(charts, AuditAction.COPY_MADE, detail=str(copy.size))
    for old in copies_in(copy.path.parent)[KEPT:]:
        # One that cannot be deleted does no harm.
        with suppress(OSError):
            old.unlink()


def make_daily_copy(desk: Desk, folder: Path) -> SafeCopy | None:
    """Make and note a safe copy, unless there is one of today.

    Raises:
        CopyFolderError, CopyFullError, CopyNoRoomError, CopyNotReadError: as for `write_copy_into`.
    """
    last = copy_state(desk).last
    if last is not None and last.day == desk.today():
        return None
    copy = write_copy_into(desk, folder)
    note_copy(desk, copy)
    return copy


def copy_state(desk: Desk) -> CopyState:
    """Say when the last copy was made. One is due a week after it, or a week after the charts were begun."""
    with desk.store.reading() as charts:
        made = charts.audit.last(AuditAction.COPY_MADE)
        begun = charts.audit.last(AuditAction.STORE_CREATED)
    since = made or begun
    late = since is not None and desk.clock.now().utc - since.at.utc >= REMIND_AFTER
    return CopyState(made.at if made else None, int(made.detail) if made else 0, due=late)


def copies_in(folder: Path) -> tuple[Path, ...]:
    """List the safe copies in a folder by their names, the latest first; none where it can't be read."""
    try:
        named = [path for path in folder.iterdir() if _moment(path) is not None]
    except OSError:
        return ()
    return tuple(sorted(named, key=lambda path: path.name, reverse=True))


def restore(file: Path, folder: Path) -> None:
    """Bring charts back from a safe copy into an empty folder; they open with the passphrases of that day.

    Raises:
        CopyDamagedError, CopyNewerError: the file is no whole copy that this version reads.
        StoreError: the folder can't be used; `code` says why.
    """
    restore_copy(file, folder)


def _moment(path: Path) -> datetime | None:
    if path.suffix != ENDING:
        return None
    try:
        return datetime.strptime(path.stem, _NAME)  # noqa: DTZ007 - the wall clock's, for telling names apart
    except ValueError:
        return None
