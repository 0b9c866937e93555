"""Reading a newer ICD-10-CM table from the files that CMS and CDC publish."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.icd10.code import dotted
from therapist_desk.domain.icd10.release import Release
from therapist_desk.domain.icd10.table import CodeTable
from therapist_desk.services.codes.diagnosis_codes import BUNDLED_RELEASE

_LARGEST: Final = 64 * 1024 * 1024  # the order file has 14 MB
_FEWEST: Final = 50_000  # any release since 2016 has more; lists of changes have fewer
_CODES_LINE: Final = re.compile(r"([A-Z][0-9A-Z]{2,6}) +(\S.*)")
# Five digits, the code, whether it can be billed, 60 columns of short title, the long title.
_ORDER_LINE: Final = re.compile(r"\d{5} ([A-Z][0-9A-Z]{2,6}) +([01]) .{60} ?(\S.*)")
_CODES_MEMBER: Final = re.compile(r"(?:.*/)?icd10cm[-_ ](?:codes|order)[^/]*\.txt", re.IGNORECASE)
_ADDENDA: Final = "addenda"
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


class CodeFileUnreadableError(ExpectedError):
    """The file cannot be opened, or is far larger than any such file."""

    code = "icd10_file_unreadable"
    sentence = "{file} cannot be read. Download it again, or choose another file."


class NotACodeFileError(ExpectedError):
    """The file holds something else; `line` is the first that does not fit, or 0 where the whole is too short."""

    code = "icd10_file_wrong"
    sentence = (
        "{file} is not a list of ICD-10-CM codes (line {line}). Choose the file whose name begins with "
        "icd10cm-codes or icd10cm-order, or the archive it came in."
    )


class CodeFileUnnamedError(ExpectedError):
    """Nothing in the file's name says which release it is."""

    code = "icd10_file_unnamed"
    sentence = "The name of {file} does not say which release it is. Give it its official name, with the year, again."


class OlderReleaseError(ExpectedError):
    """The file is older than the table that came with the program."""

    code = "icd10_file_older"
    sentence = "{file} is the {release}, older than the one in use. Choose a newer file."


def read_official_table(path: Path) -> CodeTable:
    """Read a newer table: "icd10cm-codes-...txt" or "icd10cm-order-...txt", alone or in the published archive.

    The release is told by the names: "April 2027" is that, a bare "2027" is the fiscal year, from October 2026.

    Raises:
        CodeFileUnreadableError: it cannot be read.
        NotACodeFileError: it is not such a file.
        CodeFileUnnamedError: its name does not tell the release.
        OlderReleaseError: it is older than the table that came with the program.
    """
    try:
        content, names = _content(path)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise CodeFileUnreadableError(file=path.name) from error
    release = _release(path.name, names)
    if release.starts < BUNDLED_RELEASE.starts:
        raise OlderReleaseError(file=path.name, release=release.name)
    return CodeTable(_table_text(content, path.name), release)


def _content(path: Path) -> tuple[str, str]:
    """Give the text, and the names that may tell its release."""
    if not zipfile.is_zipfile(path):
        if path.stat().st_size > _LARGEST:
            raise CodeFileUnreadableError(file=path.name)
        return _decode(path.read_bytes()), path.name
    with zipfile.ZipFile(path) as archive:
        members = [
            each
            for each in archive.infolist()
            if _CODES_MEMBER.fullmatch(each.filename) and _ADDENDA not in each.filename.lower()
        ]
        if not members:
            raise NotACodeFileError(file=path.name, line=0)
        chosen = min(members, key=lambda each: each.filename.lower())  # codes before order: half the size
        if chosen.file_size > _LARGEST:
            raise CodeFileUnreadableError(file=path.name)
        return _decode(archive.read(chosen)), f"{path.name} {Path(chosen.filename).name}"


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:  # some years came in Windows' western code page
        return content.decode("cp1252", errors="replace")


def _release(file: str, names: str) -> Release:
    years = _YEAR.findall(names)
    if not years:
        raise CodeFileUnnamedError(file=file)
    year = int(years[0])
    if "april" in names.lower():
        return Release.of(year, 4)
    return Release.of(year if "october" in names.lower() else year - 1, 10)


def _table_text(content: str, file: str) -> str:
    titles: dict[str, str] = {}
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        if ordered := _ORDER_LINE.fullmatch(line.rstrip()):
            if ordered[2] == "1":
                titles[dotted(ordered[1])] = ordered[3]
        elif plain := _CODES_LINE.fullmatch(line.rstrip()):
            titles[dotted(plain[1])] = plain[2].replace("\t", " ")
        else:
            raise NotACodeFileError(file=file, line=number)
    if len(titles) < _FEWEST:
        raise NotACodeFileError(file=file, line=0)
    return "".join(f"{code}\t{titles[code]}\n" for code in sorted(titles))
