"""Typefaces of the computer, for scripts that the documents' own do not have: Chinese, Japanese, Korean and others.

Only TrueType outlines can be embedded; letters of the PostScript kind are drawn as shapes (`outlines.py`). Both only
where the font's maker allows it.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import uharfbuzz

_ENDINGS: Final = frozenset({".ttf", ".ttc", ".otf"})
# What systems bring along for Chinese, Japanese and Korean: tried before the hundreds of others.
_FIRST: Final = (
    "arialuni", "arial unicode", "malgun", "msgothic", "yugoth", "msyh", "simsun", "msjh", "applegothic",
    "applesdgothic", "stheiti", "wqy", "droidsansfallback", "nanum", "ipag", "takao", "ukai", "uming", "unfonts",
    "notosanscjk", "sourcehansans",
)  # fmt: skip
_OUTLINES: Final = frozenset({"glyf", "CFF ", "CFF2"})
_MOST_FACES: Final = 16
_FORBIDDEN: Final = 0x0002  # OS/2 fsType: no embedding; the lowest bits name the one licence there is
_NO_SUBSET: Final = 0x0300  # neither in part, nor as bitmaps only
_USAGE: Final = 0x000F


@dataclass(frozen=True, slots=True)
class SystemFace:
    """One face of a file; `value` is the name ReportLab knows it by, as with the documents' own faces.

    `drawn` faces have PostScript outlines: their letters cannot be embedded and are drawn as shapes.
    """

    path: Path
    index: int
    drawn: bool = False

    @property
    def value(self) -> str:
        """Name it."""
        return f"{self.path.stem}-{self.index}"


def faces_for(text: str, *, bold: bool = False) -> Iterator[SystemFace]:
    """Give the faces that have every character of `text`, the likeliest first; those that are drawn come last."""
    wanted = {*map(ord, text), ord(" ")}
    later = []
    for path in _files(_folders(), bold=bold):
        for index in range(_count(path)):
            opened = _opened(path, index)
            if opened is None or not all(map(opened.get_nominal_glyph, wanted)):
                continue
            if "glyf" in opened.face.table_tags:
                yield SystemFace(path, index)
            else:
                later.append(SystemFace(path, index, drawn=True))
    yield from later


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        own = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return (
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(own) / "Microsoft" / "Windows" / "Fonts",
        )
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return (*(Path(folder) / "fonts" for folder in (own, *shared.split(":"))), home / ".fonts")


@functools.cache
def _files(folders: tuple[Path, ...], *, bold: bool) -> tuple[Path, ...]:
    found = {
        Path(folder, name)
        for top in folders
        for folder, _, names in os.walk(top)
        for name in names
        if Path(name).suffix.lower() in _ENDINGS
    }
    weight = "bold" if bold else "regular"
    return tuple(sorted(found, key=lambda path: (_rank(path), weight not in path.name.lower(), path)))


def _rank(path: Path) -> int:
    name = path.name.lower()
    return next((place for place, first in enumerate(_FIRST) if name.startswith(first)), len(_FIRST))


@functools.cache
def _count(path: Path) -> int:
    """Count the faces of a file; a file that cannot be read has none."""
    try:
        return min(int(uharfbuzz.Face(_blob(path)).count or 1), _MOST_FACES)
    except (OSError, ValueError, uharfbuzz.HarfBuzzError):
        return 0


@functools.cache
def _opened(path: Path, index: int) -> Any:
    """Open a face to ask what it can write; None where it has no outlines, or must not be embedded."""
    try:
        face = uharfbuzz.Face(_blob(path), index)
        if not _OUTLINES & set(face.table_tags) or not _may_be_embedded(face):
            return None
        return uharfbuzz.Font(face)
    except (OSError, ValueError, uharfbuzz.HarfBuzzError):
        return None


def _blob(path: Path) -> Any:
    return uharfbuzz.Blob.from_file_path(str(path))


def _may_be_embedded(face: Any) -> bool:
    """Ask the font's own word on embedding (OpenType, OS/2, fsType)."""
    terms = int.from_bytes(bytes(face.reference_table("OS/2").data)[8:10], "big")
    return terms & _USAGE != _FORBIDDEN and not terms & _NO_SUBSET
