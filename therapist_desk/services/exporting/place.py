"""Where an export is written: under another name beside its place, until all of it is there."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Generator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final

from therapist_desk.store.files import for_the_owner, sync_folder

_BLOCK: Final = 1 << 20
_UNFINISHED: Final = ".unfinished"
_FOR_THE_OWNER: Final = 0o700
MOMENT: Final = "%Y-%m-%d-%H%M%S"
"""How the moment stands in a name, by the clock on the wall."""
_LEFT: Final = re.compile(r"\.[\w-]+-export-(\d{4}-\d\d-\d\d-\d{6})(?:\.zip)?\.unfinished")
_SURELY_OVER: Final = timedelta(hours=12)


class Place:
    """A folder that gets its name, or becomes a ZIP file of that name, once it is whole.

    `stem` is the name without the moment: what an export of the same kind left unfinished when the computer stopped
    is cleared away.
    """

    def __init__(self, folder: Path, stem: str, moment: str) -> None:
        for old in folder.glob(f".{stem}-*{_UNFINISHED}"):
            _remove(old)
        self._folder = folder
        self._name = f"{stem}-{moment}"
        self.root = folder / f".{self._name}{_UNFINISHED}"
        self.root.mkdir(mode=_FOR_THE_OWNER)

    def create(self, name: str) -> BinaryIO:
        """Open a new file of the export; `name` may lead through folders. Only its owner may read it."""
        path = self.root / name
        path.parent.mkdir(mode=_FOR_THE_OWNER, parents=True, exist_ok=True)
        return open(path, "xb", opener=for_the_owner)

    def finish(self) -> Path:
        """Give the folder its name."""
        path = _free(self._folder / self._name)
        self.root.rename(path)
        sync_folder(self._folder)
        return path

    def pack(self) -> Generator[float, None, Path]:
        """Make one ZIP file of the folder; yields the share done."""
        packed = self._folder / f".{self._name}.zip{_UNFINISHED}"
        try:
            files = sorted(path for path in self.root.rglob("*") if path.is_file())
            total, done = sum(path.stat().st_size for path in files) or 1, 0
            with open(packed, "xb", opener=for_the_owner) as stream:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                    for file in files:
                        name = f"{self._name}/{file.relative_to(self.root).as_posix()}"
                        with file.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
                            while block := source.read(_BLOCK):
                                target.write(block)
                                done += len(block)
                                yield done / total
                stream.flush()
                os.fsync(stream.fileno())
            path = _free(self._folder / f"{self._name}.zip")
            packed.rename(path)
            sync_folder(self._folder)
        finally:
            _remove(packed)
        self.clear()
        return path

    def clear(self) -> None:
        """Take away what is not finished."""
        _remove(self.root)


def clear_left(folder: Path, now: datetime) -> None:
    """Take away exports in `folder` that never came to their end and surely do not go on any more.

    When the computer stops in the middle of one, nobody else clears it away, and it is not encrypted. A younger one
    may still be written by another window. `now` is by the clock on the wall, as are the names.
    """
    with suppress(OSError):
        for left in folder.glob(f".*{_UNFINISHED}"):
            begun = _begun(left.name)
            if begun is not None and now.replace(tzinfo=None) - begun >= _SURELY_OVER:
                _remove(left)


def _begun(name: str) -> datetime | None:
    found = _LEFT.fullmatch(name)
    try:
        return datetime.strptime(found[1], MOMENT) if found else None  # noqa: DTZ007 - the wall clock's
    except ValueError:
        return None


def _free(path: Path) -> Path:
    """Give a name that nothing has: what stands there is never replaced."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
