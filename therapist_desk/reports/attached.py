"""Pages of somebody else's PDF, put between our own and numbered with them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    RectangleObject,
    StreamObject,
)

_FORM: Final = "/PacketStamp"


@dataclass(frozen=True, slots=True)
class Attached:
    """A PDF of somebody else. `first` is the number that its first page gets, from 1."""

    reader: PdfReader
    first: int


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the outline: what it is called, and the number of the page that it leads to."""

    title: str
    page: int


def put_between(drawn: bytes, attached: Sequence[Attached], stamps: bytes, outline: Sequence[Outline]) -> bytes:
    """Put attached pages where their numbers say, in ascending order.

    `stamps` is a PDF with one page for each attached page, which is laid over it; `outline` replaces what there is.

    Raises:
        PyPdfError: pages cannot be taken over.
    """
    bound = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn)))
    over = iter(PdfReader(io.BytesIO(stamps)).pages)
    for each in attached:
        for place, page in enumerate(each.reader.pages, each.first - 1):
            _lay_over(bound, bound.insert_page(page, place), next(over))
    bound.root_object.pop(NameObject("/Outlines"), None)
    for entry in outline:
        bound.add_outline_item(title=entry.title, page_number=entry.page - 1)
    out = io.BytesIO()
    bound.write(out)
    bound.close()
    return out.getvalue()


def page_count(reader: PdfReader) -> int:
    """Count the pages, having looked at each.

    Raises:
        PyPdfError: they cannot be read.
    """
    return sum(1 for page in reader.pages if page.mediabox)


def _lay_over(bound: PdfWriter, page: PageObject, stamp: PageObject) -> None:
    """Lay a stamp over a page as a form of its own, at the lower right of what is seen of it, the right way up."""
    if page.rotation:
        page.transfer_rotation_to_content()
    resources = DictionaryObject(page.get("/Resources", DictionaryObject()).get_object())
    known = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
    known[NameObject(_FORM)] = _form(bound, stamp)
    resources[NameObject("/XObject")] = known
    page[NameObject("/Resources")] = resources
    held = page.get("/Contents")
    whole = held.get_object() if held is not None else ArrayObject()
    parts = list(whole) if isinstance(whole, ArrayObject) else [page.raw_get("/Contents")]
    before, after = StreamObject(), StreamObject()
    before.set_data(b"q\n")
    seen = page.cropbox
    place = f"1 0 0 1 {float(seen.right - stamp.mediabox.width):.2f} {float(seen.bottom):.2f} cm"
    after.set_data(f"\nQ q {place} {_FORM} Do Q\n".encode())
    page[NameObject("/Contents")] = ArrayObject([_kept(bound, before), *parts, _kept(bound, after)])


def _form(bound: PdfWriter, stamp: PageObject) -> IndirectObject:
    form = StreamObject()
    contents = stamp.get_contents()
    form.set_data(b"" if contents is None else contents.get_data())
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject(stamp.mediabox)
    form[NameObject("/Resources")] = stamp["/Resources"].clone(bound)
    return _kept(bound, form)


def _kept(bound: PdfWriter, stream: StreamObject) -> IndirectObject:
    """Give a stream a place of its own in the file."""
    return bound._add_object(stream)  # noqa: SLF001 - pypdf has no other way to add a stream
