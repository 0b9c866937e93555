"""Safe copies: the whole store in one file, encrypted as it stands in its folder.

A copy is a ZIP archive, so that it can be looked into for as long as there are computers: the charts file, still
encrypted under the store's own key; the key file, in which that key lies under each passphrase and the recovery code;
the head of the chain of signed records; and a list of these with their digests, under a code that only a holder of
the master key can make. Restoring unpacks it into an empty folder, which then opens with what opened it that day.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import hashlib
import hmac
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.store.anchor import ANCHOR_FILE
from therapist_desk.store.errors import StoreExistsError, StoreFolderError
from therapist_desk.store.files import for_the_owner, sync_folder
from therapist_desk.store.folder import make_folder
from therapist_desk.store.keys import MasterKey, Purpose
from therapist_desk.store.presence import KEY_FILE, has_store
from therapist_desk.store.sqlite.engine import CHARTS_FILE
from therapist_desk.store.sqlite.snapshot import check_snapshot, write_snapshot
from therapist_desk.store.trouble import told_plainly

ENDING: Final = ".tdcopy"
FORMAT: Final = 1
_LIST: Final = "copy.json"
_IN_ORDER: Final = (CHARTS_FILE, ANCHOR_FILE, KEY_FILE)
_NEEDED: Final = frozenset({CHARTS_FILE, KEY_FILE})
_BLOCK: Final = 1 << 20
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_SCRATCH: Final = ".copy-"
_LONGEST_LIST: Final = 100_000


class CopyDamagedError(ExpectedError):
    """A file that is no safe copy, or one that did not arrive whole."""

    code = "copy_damaged"
    sentence = "{file} is not a whole safe copy of charts. Choose another copy; nothing was changed."


class CopyNewerError(ExpectedError):
    """A safe copy made by a later version of the program."""

    code = "copy_newer"
    sentence = "{file} was made by a newer version of Therapist Desk. Install that version to restore it."


class CopyFolderError(ExpectedError):
    """The folder for safe copies can't be used."""

    code = "copy_folder"
    sentence = (
        "The safe copy could not be written to {folder}: {reason}. Connect the drive, or choose another folder in "
        "Settings. Your charts themselves are not affected."
    )


class CopyFullError(ExpectedError):
    """The drive for safe copies is full."""

    code = "copy_full"
    sentence = (
        "There is not enough room in {folder} for a safe copy. Make room there, or choose another folder in "
        "Settings. Your charts themselves are not affected, and older copies are as they were."
    )


class CopyNoRoomError(ExpectedError):
    """The drive of the charts has no room to prepare a copy on."""

    code = "copy_no_room"
    sentence = (
        "No safe copy could be made: it is prepared beside the charts in {folder}, and there is not enough room "
        "there. Make room on that drive, for twice what the charts take. Your charts themselves are not affected."
    )


class CopyNotReadError(ExpectedError):
    """A safe copy was written but did not read back as it should; it was thrown away."""

    code = "copy_not_read"
    sentence = (
        "The safe copy in {folder} did not read back whole and was thrown away. Check that drive, or choose another "
        "folder in Settings."
    )


@dataclasses.dataclass(frozen=True, slots=True)
class SafeCopy:
    """A copy that was written and read back: where, and how large (bytes)."""

    path: Path
    size: int


def write_copy(folder: Path, master: MasterKey, target: Path) -> SafeCopy:
    """Write the store in `folder` as `target`, read it back, and only then give it its name.

    The charts may be in use meanwhile: the copy holds one moment of them.

    Raises:
        CopyFolderError, CopyFullError: nothing can be written there. The folder is not made: where it is missing, the
            drive that held it is not connected.
        CopyNoRoomError: there is no room beside the charts to prepare the copy.
        CopyNotReadError: what was written did not read back; no file of that name is left.
    """
    unfinished = target.with_name(f".{target.name}.new")
    try:
        with _room_in(folder, CopyNoRoomError), _scratch(folder) as scratch:
            charts = scratch / CHARTS_FILE
            write_snapshot(folder / CHARTS_FILE, charts, master.subkey(Purpose.DATABASE))
            with _written_to(target.parent):
                _pack(folder, charts, master, unfinished)
            charts.unlink()
            _check(unfinished, scratch, master)
        with _written_to(target.parent):
            size = unfinished.stat().st_size
            unfinished.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        raise _folder_error(target.parent, error) from error
    finally:
        # Where it got its name there is nothing of this one any more.
        with contextlib.suppress(OSError):
            unfinished.unlink()
    return SafeCopy(target, size)


def restore_copy(file: Path, folder: Path) -> None:
    """Unpack a safe copy into `folder`, which must be empty or not there; it opens like any store.

    Raises:
        CopyDamagedError, CopyNewerError: the file is no whole copy that this version reads; nothing was written.
        StoreExistsError, StoreFolderError: the folder holds charts, or something else.
        StoreReadOnlyError, StoreFullError: the folder can't be written.
    """
    if has_store(folder) or (folder / CHARTS_FILE).exists():
        raise StoreExistsError(folder=str(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreFolderError(folder=str(folder))
    with _opened(file) as (archive, listed):
        make_folder(folder)
        try:
            with told_plainly():
                # The key file comes last: a crash before it leaves nothing that looks like a store.
                for name in sorted(listed, key=_IN_ORDER.index):
                    _unpack(archive, name, listed[name], folder, file)
                sync_folder(folder)
        except BaseException:
            for name in _IN_ORDER:
                (folder / name).unlink(missing_ok=True)
            raise


def _pack(folder: Path, charts: Path, master: MasterKey, path: Path) -> None:
    sources = {CHARTS_FILE: charts, KEY_FILE: folder / KEY_FILE, ANCHOR_FILE: folder / ANCHOR_FILE}
    there = {name: source for name, source in sources.items() if source.exists()}
    digests = {name: _digest(source) for name, source in there.items()}
    with open(path, "wb", opener=for_the_owner) as stream:
        # Encrypted bytes do not grow smaller.
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_LIST, _listing(digests, master))
            for name, source in there.items():
                archive.write(source, name)
        stream.flush()
        os.fsync(stream.fileno())


def _listing(digests: dict[str, str], master: MasterKey) -> bytes:
    body = {"format": FORMAT, "parts": digests}
    return json.dumps(body | {"mac": _mac(body, master)}, indent=1, sort_keys=True).encode()


def _mac(body: dict[str, Any], master: MasterKey) -> str:
    message = json.dumps(body, sort_keys=True).encode()
    return hmac.digest(master.subkey(Purpose.BACKUP), message, "sha256").hex()


def _check(path: Path, scratch: Path, master: MasterKey) -> None:
    if not _reads_back(path, scratch, master):
        raise CopyNotReadError(folder=str(path.parent))


def _reads_back(path: Path, scratch: Path, master: MasterKey) -> bool:
    try:
        with _opened(path) as (archive, listed):
            body = {"format": FORMAT, "parts": listed}
            written = json.loads(archive.read(_LIST))["mac"]
            for name, digest in listed.items():
                _unpack(archive, name, digest, scratch, path)
    except CopyDamagedError:
        return False
    genuine = hmac.compare_digest(_mac(body, master), str(written))
    return genuine and check_snapshot(scratch / CHARTS_FILE, master.subkey(Purpose.DATABASE))


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, str]]]:
    """Open an archive and give its parts with their digests; nothing in it is believed before that."""
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo(_LIST).file_size > _LONGEST_LIST:
                raise CopyDamagedError(file=file.name)
            listing = json.loads(archive.read(_LIST))
            if int(listing["format"]) > FORMAT:
                raise CopyNewerError(file=file.name)
            parts = {str(name): str(digest) for name, digest in listing["parts"].items()}
            if not _NEEDED <= parts.keys() <= set(_IN_ORDER):
                raise CopyDamagedError(file=file.name)
            yield archive, parts
    except (
        zipfile.BadZipFile,
        EOFError,
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        NotImplementedError,
    ) as bad:
        raise CopyDamagedError(file=file.name) from bad


def _unpack(archive: zipfile.ZipFile, name: str, digest: str, folder: Path, file: Path) -> None:
    path = folder / name
    hashed = hashlib.sha256()
    with archive.open(name) as source, open(path, "wb", opener=for_the_owner) as target:
        while block := source.read(_BLOCK):
            hashed.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    if not hmac.compare_digest(hashed.hexdigest(), digest):
        raise CopyDamagedError(file=file.name)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextlib.contextmanager
def _room_in(folder: Path, full: type[CopyNoRoomError | CopyFullError]) -> Iterator[None]:
    """Say of a full drive what `full` says: one of the charts is another than one of the copies."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise full(folder=str(folder)) from error
        raise


@contextlib.contextmanager
def _written_to(folder: Path) -> Iterator[None]:
    try:
        with _room_in(folder, CopyFullError):
            yield
    except OSError as error:
        raise _folder_error(folder, error) from error


def _folder_error(folder: Path, error: OSError) -> CopyFolderError:
    return CopyFolderError(folder=str(folder), reason=error.strerror or str(error))


@contextlib.contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Give a folder beside the charts, on their own disk; only encrypted bytes are ever written to it.

    What a copy left there when the computer stopped goes first: whoever has the charts open makes one at a time.
    """
    for left in folder.glob(f"{_SCRATCH}*"):
        shutil.rmtree(left, ignore_errors=True)
    path = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=folder))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
