"""How a CSV file is written, told by its content: encoding, separator, and whether its first row are headings."""

from __future__ import annotations

import codecs
import io
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from therapist_desk.services.importing.errors import (
    CsvNotTextError,
    CsvTooLargeError,
    CsvUnreadableError,
)
from therapist_desk.services.importing.records import read_records

MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 256 * MEGABYTE
_BLOCK: Final = MEGABYTE
_SAMPLE: Final = 65_536
_SAMPLE_ROWS: Final = 40
_DELIMITERS: Final = (",", ";", "\t", "|")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FILES: Final = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format")
_OTHER_TEXT: Final = (b"<", b"{", b"[{", b"begin:vcard", b"%!ps")  # of web pages, JSON, address cards
_NO_TEXT: Final = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1a")
_UNUSED_IN_1252: Final = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")
_MUCH_NO_TEXT: Final = 0.05  # of all bytes; a stray NUL costs its own row alone
_MANY_NULS: Final = 0.3  # of every second byte: text of Western letters in UTF-16 has nearly all


@dataclass(frozen=True, slots=True)
class CsvFormat:
    """How to read the file. `skip` lines before the rows say something to a spreadsheet alone."""

    encoding: str
    delimiter: str
    skip: int = 0


def open_csv(path: Path, form: CsvFormat) -> TextIO:
    """Open the file at its first row; broken characters become marks that the rows are refused for.

    Raises:
        CsvUnreadableError: it cannot be opened.
    """
    try:
        stream = path.open(encoding=form.encoding, errors="replace", newline="")
    except OSError as error:
        raise CsvUnreadableError from error
    for _ in range(form.skip):
        stream.readline(_SAMPLE)
    return stream


def find_format(path: Path, largest: int = LARGEST) -> Generator[float, None, CsvFormat]:
    """Find out how the file is written, reading all of it in blocks; yields the share read.

    Raises:
        CsvUnreadableError, CsvTooLargeError, CsvNotTextError: it is no file to read rows from.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise CsvTooLargeError(size=size // MEGABYTE, most=largest // MEGABYTE)
        with path.open("rb") as stream:
            encoding = yield from _encoding(stream, size)
            stream.seek(0)
            sample = stream.read(_SAMPLE)
    except OSError as error:
        raise CsvUnreadableError from error
    text = _decoded(sample, encoding)
    first = text.partition("\n")[0].strip()
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return CsvFormat(encoding, first[-1], skip=1)
    return CsvFormat(encoding, _delimiter(text))


def _encoding(stream: BinaryIO, size: int) -> Generator[float, None, str]:
    beginning = stream.read(_SAMPLE)
    if beginning.startswith(_OTHER_FILES):
        raise CsvNotTextError
    for mark, encoding in _MARKS:
        if beginning.startswith(mark):
            return encoding
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_second = beginning[start::2]
        if every_second and every_second.count(0) > _MANY_NULS * len(every_second):
            return encoding
    no_text = len(beginning) - len(beginning.translate(None, _NO_TEXT))
    if no_text > _MUCH_NO_TEXT * len(beginning) or beginning.lstrip().lower().startswith(_OTHER_TEXT):
        raise CsvNotTextError
    stream.seek(0)
    return (yield from _eight_bit(stream, size))


def _eight_bit(stream: BinaryIO, size: int) -> Generator[float, None, str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, is_1252, done = True, True, 0
    block = b" "
    while block:
        block = stream.read(_BLOCK)
        if is_utf8:
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError:
                is_utf8 = False
        is_1252 = is_1252 and not any(byte in block for byte in _UNUSED_IN_1252)
        done += len(block)
        yield done / max(size, 1)
    if is_utf8:
        return "utf-8"
    return "cp1252" if is_1252 else "latin-1"


def _decoded(sample: bytes, encoding: str) -> str:
    # The sample may end within a character.
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample)


def _delimiter(text: str) -> str:
    """Choose the separator by which most rows have the same number of cells, and more than one."""

    def score(delimiter: str) -> tuple[int, int]:
        rows = read_records(io.StringIO(text, newline=""), delimiter)
        widths = Counter(len(row.cells) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if not row.blank)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return (times, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=score)
