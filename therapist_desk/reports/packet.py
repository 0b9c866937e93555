"""The packet: several documents in one file, with an index before them and a running number on each page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from reportlab.lib.utils import ImageReader

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.record import Sealed, VisitRecord
from therapist_desk.reports.layout.canvas import DocumentCanvas
from therapist_desk.reports.layout.flow import Block, Gap, Text
from therapist_desk.reports.layout.heads import TitleBlock
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import FileWords, Frame, LaidOut, Paper, lay_out, open_canvas
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.soap import claim_words, page_words
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import NOTE, Align, Rich, Style, bold, phrase, value
from therapist_desk.reports.wording import soap as soap_words
from therapist_desk.reports.wording.common import PRODUCT
from therapist_desk.reports.wording.formats import day

if TYPE_CHECKING:
    from PIL.Image import Image

TITLE: Final = "Records for medical necessity"
_SUBJECT: Final = "Records of a case, {day}"
_MADE: Final = "{count} documents, made {day}"
_HEADS: Final = ("No.", "Document", "Packet page")
_LEFT_OUT: Final = "Not signed and therefore left out: {count}."
_STAMP: Final = "Packet page {number} of {count}"
_STAMP_STYLE: Final = Style(8.5, 8.5, Face.BOLD, Align.RIGHT)
_STAMP_BASELINE: Final = 5.5 * MM
_STAMP_RIGHT: Final = 19 * MM
_SCAN_MARGIN: Final = 12 * MM
_DOTS: Final = 300
"""Dots to the inch of a scan: what fax and print show at most, in a fraction of a camera's."""


class PaperNotBoundError(ExpectedError):
    """An attached paper whose pages cannot be taken over."""

    code = "paper_not_bound"
    sentence = "The attached paper “{title}” cannot be put into the packet. Attach it again without a password."


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the index: a document and how many pages it has."""

    title: str
    pages: int


class Binder:
    """Takes documents one after the other; `finish` puts the index before them and numbers all pages.

    All go into one file from the start, which holds every typeface and figure once.
    """

    def __init__(self, paper: Paper) -> None:
        self.entries: list[Entry] = []
        self._paper = paper
        words = FileWords(title=TITLE, author=PRODUCT, subject=TITLE)
        self._canvas = open_canvas(io.BytesIO(), paper.value, words, bookmarks=False)

    def add(self, title: str, document: LaidOut) -> None:
        """Put a document of ours at the end."""
        self._canvas.bookmark_document(title)
        document.draw(self._canvas)
        self.entries.append(Entry(title, len(document.pages)))

    def add_pdf(self, title: str, data: bytes) -> None:
        """Put a PDF of somebody else at the end.

        Raises:
            PaperNotBoundError: its pages cannot be read.
        """
        pages = 0
        try:
            for page in self._canvas.pages_of(PdfReader(io.BytesIO(data))):
                if not pages:
                    self._canvas.bookmark_document(title)
                self._canvas.add_page(page)
                pages += 1
        except PyPdfError as error:
            raise PaperNotBoundError(title=title) from error
        self.entries.append(Entry(title, pages))

    def add_picture(self, title: str, data: bytes) -> None:
        """Put a scan at the end, each of its pictures on a page of its own.

        Raises:
            PaperNotBoundError: it is no picture that can be read.
        """
        from PIL.Image import DecompressionBombError  # noqa: PLC0415 # only where a picture was attached

        pages = 0
        try:
            for picture in _pictures(data, self._room()[2:]):
                if not pages:
                    self._canvas.bookmark_document(title)
                self._draw_picture(picture)
                pages += 1
        except (OSError, ValueError, SyntaxError, DecompressionBombError) as error:  # what broken pictures raise
            raise PaperNotBoundError(title=title) from error
        self.entries.append(Entry(title, pages))

    def finish(self, record: VisitRecord, made_on: date, unsigned: int) -> bytes:
        """Put the index before everything, number all pages and give the file."""
        ahead = len(_index(record, self.entries, 0, made_on, unsigned, self._paper).pages)
        index = _index(record, self.entries, ahead, made_on, unsigned, self._paper)
        index.draw(self._canvas)
        self._canvas.bring_to_front(ahead)
        self._canvas.setTitle(index.words.title)
        count = ahead + sum(entry.pages for entry in self.entries)
        for place in range(count):
            with self._canvas.over(place):
                self._write_number(self._canvas, place + 1, count)
        return self._canvas.whole()

    def _write_number(self, canvas: DocumentCanvas, number: int, count: int) -> None:
        """Write a page's number at its foot, below its own footer."""
        right = self._paper.value[0] - _STAMP_RIGHT
        draw_words(canvas, _STAMP.format(number=number, count=count), _STAMP_STYLE, right, _STAMP_BASELINE)

    def _draw_picture(self, picture: Image) -> None:
        """Set a scan as large as a page takes it; nothing is cut."""
        self._canvas.drawImage(ImageReader(picture), *self._room(), preserveAspectRatio=True)
        self._canvas.showPage()

    def _room(self) -> tuple[float, float, float, float]:
        """Give where a scan stands: left, bottom, width and height."""
        wide, high = self._paper.value
        return _SCAN_MARGIN, _SCAN_MARGIN, wide - 2 * _SCAN_MARGIN, high - 2 * _SCAN_MARGIN


def _numbered(entries: Iterable[Entry], ahead: int) -> Iterator[tuple[Entry, range]]:
    """Give each document with the numbers of its pages, `ahead` pages of index before them all."""
    first = ahead + 1
    for entry in entries:
        yield entry, range(first, first + entry.pages)
        first += entry.pages


def _pictures(data: bytes, room: tuple[float, float]) -> Iterator[Image]:
    """Give the pictures of a scan in grey and upright, no finer than print shows in `room`, in points.

    Only a TIFF has pages: a second picture in a telephone's JPEG is its map of brightness or depth.
    """
    from PIL import Image, ImageOps, ImageSequence  # noqa: PLC0415 # only where a picture was attached

    most = round(room[0] * _DOTS / 72), round(room[1] * _DOTS / 72)
    with Image.open(io.BytesIO(data)) as picture:
        picture.draft("L", (max(most), max(most)))  # a JPEG is not even read in full, whichever way it was held
        for each in ImageSequence.Iterator(picture) if picture.format == "TIFF" else (picture,):
            grey = ImageOps.exif_transpose(_on_white(each).convert("L"))
            grey.thumbnail(most)
            yield grey


def _on_white(picture: Image) -> Image:
    """Lay a picture that can be seen through on paper: what is clear has a colour of its own, often black."""
    from PIL import Image  # noqa: PLC0415 # only where a picture was attached

    if not picture.has_transparency_data:
        return picture
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    paper.info.update(picture.info)
    return paper


def _index(
    record: VisitRecord, entries: Sequence[Entry], ahead: int, made_on: date, unsigned: int, paper: Paper
) -> LaidOut:
    sealed = Sealed(record=record, seal=None)
    words = page_words(sealed, (claim_words(record),), TITLE)
    frame = Frame(replace(words, stamp="", draft="", right=day(made_on)), paper)
    rows = []
    for number, (entry, on) in enumerate(_numbered(entries, ahead), 1):
        span = f"{on[0]}–{on[-1]}" if len(on) > 1 else str(on.start)
        rows.append(Row((bold(str(number)), value(entry.title), span)))

    def compose(_pages: Mapping[str, int]) -> list[Block]:
        below = _MADE.format(count=len(entries), day=day(made_on))
        sender: list[Rich] = [bold(record.therapist.signature_name), value(record.practice.name)]
        if record.payer is not None:
            sender.append(phrase(soap_words.TO_PHYSICIAN, name=record.payer.name))
        shape = (Column(_HEADS[0], 12 * MM), Column(_HEADS[1]), Column(_HEADS[2], 28 * MM, Align.RIGHT))
        blocks: list[Block] = [TitleBlock(TITLE, below, sender, 68 * MM), Gap(10), Table(shape, rows, pad=2)]
        if unsigned:
            blocks.append(Text(_LEFT_OUT.format(count=unsigned), NOTE, above=4))
        return blocks

    return lay_out(compose, frame, FileWords(title=_SUBJECT.format(day=day(made_on)), author=PRODUCT, subject=TITLE))
