"""Which table of diagnosis codes is in use: the one that came with the program, or a newer one that was loaded."""

from __future__ import annotations

import gzip
import re
import zlib
from pathlib import Path
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.icd10.release import Release
from therapist_desk.domain.icd10.table import CodeTable
from therapist_desk.services.codes.diagnosis_codes import BUNDLED_RELEASE, DiagnosisCodes
from therapist_desk.services.codes.files import read_official_table

_FOLDER: Final = "codes"
_KEPT: Final = re.compile(r"icd10cm-(20\d\d)-(04|10)\.tsv\.gz")


class KeptCodesDamagedError(ExpectedError):
    """The copy of a newer table cannot be read any more."""

    code = "icd10_copy_damaged"
    sentence = "The copy of the ICD-10-CM {release} is damaged. Load the official file again in Settings."


class CodesUnkeptError(ExpectedError):
    """A newer table that cannot be written beside the charts."""

    code = "icd10_copy_unwritable"
    sentence = "The codes cannot be kept beside the charts. Make room on the disk, then load the file again."


class CodeShelf:
    """Holds the table of codes; `resources` are those of the program, `charts` is the folder of the charts.

    Reading a table takes some tenths of a second: ask for `codes` in a job.
    """

    def __init__(self, resources: Path = Path(), charts: Path = Path()) -> None:
        self._resources = resources
        self._folder = charts / _FOLDER
        self._codes: DiagnosisCodes | None = None

    @property
    def release(self) -> Release:
        """The release in use, told without reading its table."""
        kept = self._kept()
        return kept[0] if kept else BUNDLED_RELEASE

    def codes(self) -> DiagnosisCodes:
        """Give the codes in use, read when they are first asked for.

        Raises:
            KeptCodesDamagedError: the copy of a newer table cannot be read.
        """
        if self._codes is None:
            kept = self._kept()
            self._codes = DiagnosisCodes(self._resources, _read(*kept) if kept else None)
        return self._codes

    def load(self, path: Path) -> Release:
        """Take a newer official file into use, and keep a copy of its codes beside the charts.

        Raises:
            ExpectedError: it is none, as `read_official_table` says.
            CodesUnkeptError: the copy cannot be written.
        """
        table = read_official_table(path)
        name = f"icd10cm-{table.release.starts:%Y-%m}.tsv.gz"
        text = "".join(f"{code}\t{title}\n" for code, title in zip(table.codes(), table.titles(), strict=True))
        try:
            self._folder.mkdir(exist_ok=True)
            beside = self._folder / f"{name}.new"
            beside.write_bytes(gzip.compress(text.encode(), mtime=0))
            beside.replace(self._folder / name)
        except OSError as error:
            raise CodesUnkeptError from error
        self._codes = None
        return table.release

    def _kept(self) -> tuple[Release, Path] | None:
        """Give the newest copy, unless the program's own table is newer still."""
        if not self._folder.is_dir():
            return None
        copies = [
            (Release.of(int(found[1]), int(found[2])), path)
            for path in self._folder.iterdir()
            if (found := _KEPT.fullmatch(path.name))
        ]
        newest = max(copies, key=lambda copy: copy[0].starts, default=None)
        return newest if newest and newest[0].starts >= BUNDLED_RELEASE.starts else None


def _read(release: Release, path: Path) -> CodeTable:
    try:
        return CodeTable(gzip.decompress(path.read_bytes()).decode(), release)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise KeptCodesDamagedError(release=release.name) from error
