"""Small files that must be whole or absent, whatever happens meanwhile."""

from __future__ import annotations

import os
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` so that `path` holds either its old bytes or all the new ones, also after a power cut.

    Raises:
        OSError: nothing was changed.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        with open(beside, "wb", opener=for_the_owner) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def for_the_owner(path: str, flags: int) -> int:
    """Open a file, for `open`'s `opener`, that only its owner may read."""
    return os.open(path, flags, 0o600)
