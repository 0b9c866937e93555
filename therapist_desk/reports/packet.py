"""The packet: several documents bound into one file, with an index before them and a running number on each page."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    RectangleObject,
    StreamObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.record import VisitRecord
from therapist_desk.reports import soap_words
from therapist_desk.reports.flow import Block, Gap, Text
from therapist_desk.reports.fonts import Face, font
from therapist_desk.reports.formats import day
from therapist_desk.reports.heads import TitleBlock
from therapist_desk.reports.ink import MM
from therapist_desk.reports.page import FileWords, Frame, Paper, render
from therapist_desk.reports.rich import NOTE, Align, Rich, bold, phrase, value
from therapist_desk.reports.soap_parts import Sealed, claim_words, page_words
from therapist_desk.reports.table import Column, Row, Table
from therapist_desk.reports.words import PRODUCT

TITLE: Final = "Records for medical necessity"
_SUBJECT: Final = "Records of a case, {day}"
_MADE: Final = "{count} documents, made {day}"
_HEADS: Final = ("No.", "Document", "Packet page")
_LEFT_OUT: Final = "Not signed and therefore left out: {count}."
_STAMP: Final = "Packet page {number} of {count}"
_STAMP_SIZE: Final = 8.5
_STAMP_BASELINE: Final = 5.5 * MM
_STAMP_RIGHT: Final = 19 * MM
_FORM: Final = "/PacketStamp"
_SCAN_MARGIN: Final = 12 * MM


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
    """Takes documents one after the other; `finish` puts the index before them and stamps them through."""

    def __init__(self) -> None:
        self._bound = PdfWriter()
        self.entries: list[Entry] = []

    def close(self) -> None:
        """Let go of everything."""
        self._bound.close()

    def add(self, title: str, data: bytes) -> None:
        """Put a PDF at the end.

        Raises:
            PaperNotBoundError: its pages cannot be read.
        """
        try:
            reader = PdfReader(io.BytesIO(data))
            pages = len(reader.pages)
            self._bound.append(reader, outline_item=title, import_outline=False)
        except PyPdfError as error:
            raise PaperNotBoundError(title=title) from error
        self.entries.append(Entry(title, pages))

    def add_picture(self, title: str, data: bytes, paper: Paper) -> None:
        """Put a scan at the end, each of its pictures on a page of `paper`.

        Raises:
            PaperNotBoundError: it is no picture that can be read.
        """
        try:
            pages = _picture_pages(data, paper)
        except (OSError, ValueError) as error:
            raise PaperNotBoundError(title=title) from error
        self.add(title, pages)

    def finish(self, record: VisitRecord, made_on: date, unsigned: int, paper: Paper) -> bytes:
        """Put the index before everything, number all pages and give the file."""
        ahead = len(PdfReader(io.BytesIO(_index(record, self.entries, 0, made_on, unsigned, paper))).pages)
        index = PdfReader(io.BytesIO(_index(record, self.entries, ahead, made_on, unsigned, paper)))
        self._bound.merge(0, index, import_outline=False)
        _stamp(self._bound, paper)
        self._bound.add_metadata({"/Title": _SUBJECT.format(day=day(made_on)), "/Author": PRODUCT})
        out = io.BytesIO()
        self._bound.write(out)
        return out.getvalue()


def _index(
    record: VisitRecord, entries: Sequence[Entry], ahead: int, made_on: date, unsigned: int, paper: Paper
) -> bytes:
    sealed = Sealed(record=record, seal=None)
    words = page_words(sealed, (claim_words(record),), TITLE)
    frame = Frame(replace(words, stamp="", draft="", right=day(made_on)), paper)
    rows, first = [], ahead + 1
    for number, entry in enumerate(entries, 1):
        last = first + entry.pages - 1
        span = str(first) if first == last else f"{first}–{last}"
        rows.append(Row((bold(str(number)), value(entry.title), span)))
        first = last + 1

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

    return render(compose, frame, FileWords(title=_SUBJECT.format(day=day(made_on)), author=PRODUCT, subject=TITLE))


def _picture_pages(data: bytes, paper: Paper) -> bytes:
    """Set each picture of a scan as large as a page takes it; nothing is cut."""
    from PIL import Image, ImageSequence  # noqa: PLC0415 # only where a picture was attached

    wide, high = paper.value
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=paper.value, invariant=1, pageCompression=1)
    with Image.open(io.BytesIO(data)) as picture:
        for each in ImageSequence.Iterator(picture):
            canvas.drawImage(
                ImageReader(each.convert("L")),
                _SCAN_MARGIN,
                _SCAN_MARGIN,
                wide - 2 * _SCAN_MARGIN,
                high - 2 * _SCAN_MARGIN,
                preserveAspectRatio=True,
            )
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _stamp(bound: PdfWriter, paper: Paper) -> None:
    """Write its number at the foot of every page, below its own footer.

    Each number is a form of its own, laid over the page without reading what stands there.
    """
    pages = list(bound.pages)
    numbers = PdfReader(io.BytesIO(_numbers(len(pages), paper)))
    for page, stamp in zip(pages, numbers.pages, strict=True):
        form = StreamObject()
        contents = stamp.get_contents()
        form.set_data(b"" if contents is None else contents.get_data())
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = RectangleObject(stamp.mediabox)
        form[NameObject("/Resources")] = stamp["/Resources"].clone(bound)
        _lay_over(bound, page, _kept(bound, form))


def _lay_over(bound: PdfWriter, page: PageObject, form: IndirectObject) -> None:
    resources = DictionaryObject(page.get("/Resources", DictionaryObject()).get_object())
    known = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
    known[NameObject(_FORM)] = form
    resources[NameObject("/XObject")] = known
    page[NameObject("/Resources")] = resources
    held = page.get("/Contents")
    whole = held.get_object() if held is not None else ArrayObject()
    parts = list(whole) if isinstance(whole, ArrayObject) else [page.raw_get("/Contents")]
    before, after = StreamObject(), StreamObject()
    before.set_data(b"q\n")
    place = f"1 0 0 1 {float(page.mediabox.left):.2f} {float(page.mediabox.bottom):.2f} cm"
    after.set_data(f"\nQ q {place} {_FORM} Do Q\n".encode())
    page[NameObject("/Contents")] = ArrayObject([_kept(bound, before), *parts, _kept(bound, after)])


def _kept(bound: PdfWriter, stream: StreamObject) -> IndirectObject:
    """Give a stream a place of its own in the file."""
    return bound._add_object(stream)  # noqa: SLF001 - pypdf has no other way to add a stream


def _numbers(count: int, paper: Paper) -> bytes:
    """Set a page with nothing but its number, for each page."""
    wide = paper.value[0]
    out = io.BytesIO()
    font(Face.BOLD)
    canvas = Canvas(out, pagesize=paper.value, invariant=1, initialFontName=Face.BOLD.value)
    for number in range(1, count + 1):
        canvas.setFont(Face.BOLD.value, _STAMP_SIZE)
        canvas.drawRightString(wide - _STAMP_RIGHT, _STAMP_BASELINE, _STAMP.format(number=number, count=count))
        canvas.showPage()
    canvas.save()
    return out.getvalue()
