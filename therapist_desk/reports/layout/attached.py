"""Pages of somebody else's PDF, taken into a file of ours as they are.

Each object that a page needs is written anew with the numbers of our file; streams stay packed as they came. Nothing
of our own pages is read again for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject
from reportlab.pdfbase import pdfdoc

_FORM: Final = "/PacketStamp"
_ANEW: Final = frozenset({"/Type", "/Parent", "/Resources", "/Contents", "/B"})
"""What a page gets anew here; and the threads of articles, which lead out of it."""
_TURNED: Final = frozenset({"/Rotate", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"})
_LEAST_WIDTH: Final = 180.0
"""So wide a page, in points, takes a stamp in its own size."""
_OF_PAGES: Final = frozenset({"/Page", "/Pages"})

_Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]


class _Taken(pdfdoc.PDFObject):  # type: ignore[misc] # ReportLab has no types
    """An object as it is written, but for the numbers of those it names: bytes, and ReportLab's references."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.pieces: list[Any] = []

    def format(self, document: Any) -> bytes:
        """Write it and forget it: a scan need not be there twice."""
        pieces, self.pieces = self.pieces, []
        return b"".join(each if isinstance(each, bytes) else each.format(document) for each in pieces)


class AttachedPage(_Taken):
    """A page of somebody else's with a form of ours over it: what is written over the page goes there."""

    def __init__(self, over: Any) -> None:
        super().__init__()
        self._over = over

    @property
    def stream(self) -> str:
        """The operators of the form."""
        return str(self._over.content)

    @stream.setter
    def stream(self, operators: str) -> None:
        self._over.content = operators


class Taking:
    """Takes over the pages of one PDF into a document of ReportLab, each object once.

    `size` is the paper of the packet: what is written over a page stands at the lower right of what is seen of it.
    """

    def __init__(self, reader: PdfReader, document: Any, size: tuple[float, float]) -> None:
        self._reader, self._document, self._size = reader, document, size
        self._known: dict[tuple[int, int], Any] = {}
        self._waiting: list[tuple[_Taken, PdfObject]] = []

    def pages(self) -> Iterator[AttachedPage]:
        """Give its pages, upright.

        Raises:
            PyPdfError: they cannot be read.
        """
        for page in self._reader.pages:
            yield self._page(page)
            while self._waiting:
                taken, value = self._waiting.pop()
                self._write(value, taken.pieces)

    def _page(self, page: PageObject) -> AttachedPage:
        over = self._form()
        taken, out = AttachedPage(over), []
        seen, upright = _upright(page)
        left_out = _ANEW if upright is None else _ANEW | _TURNED
        out += [b"<<\n/Type /Page\n/Parent ", self._document.Reference(self._document.Pages)]
        if upright is not None:
            out.append(f"\n/MediaBox [ {_numbers(seen)} ]".encode())
        self._entries({key: value for key, value in dict.items(page) if key not in left_out}, out)
        name = self._resources(page, over, out)
        turned = "" if upright is None else f"{_numbers(upright)} cm\n"
        scale = self._scale(seen)
        place = f"{_numbers((scale, 0, 0, scale, seen[2] - scale * self._size[0], seen[1]))} cm"
        out += [b"\n/Contents [ ", self._stream(f"q\n{turned}")]
        for part in _contents(page):
            out.append(b" ")
            self._write(part, out)
        out += [b" ", self._stream(f"\nQ q {place} {name} Do Q\n"), b" ]\n>>"]
        taken.pieces = out
        return taken

    def _scale(self, seen: _Box) -> float:
        """Give how large to write over a page, so that it can be read once that is printed on the packet’s paper."""
        wide, tall = seen[2] - seen[0], seen[3] - seen[1]
        return min(max(wide, tall) / max(self._size), wide / _LEAST_WIDTH)

    def _resources(self, page: PageObject, over: Any, out: list[Any]) -> str:
        """Write what the page draws with, and the form over it under a name that it has not given; gives the name."""
        resources = _dictionary(page, "/Resources")
        forms = _dictionary(resources, "/XObject")
        name = _FORM
        while name in forms:
            name += "X"
        out.append(b"\n/Resources <<")
        self._entries({key: value for key, value in dict.items(resources) if key != "/XObject"}, out)
        out.append(b"\n/XObject <<")
        self._entries(forms, out)
        out += [f"\n{name} ".encode(), self._document.Reference(over), b"\n>>\n>>"]
        return name

    def _write(self, value: PdfObject, out: list[Any]) -> None:
        """Write a value of theirs; objects that it names are taken over too."""
        if isinstance(value, IndirectObject):
            out.append(self._reference(value))
        elif isinstance(value, StreamObject):
            data = value._data  # noqa: SLF001 - as it was packed; there is no other way to it
            out.append(f"<<\n/Length {len(data)}".encode())
            self._entries({key: each for key, each in dict.items(value) if key != "/Length"}, out)
            out += [b"\n>>\nstream\n", data, b"\nendstream\n"]
        elif isinstance(value, DictionaryObject):
            out.append(b"<<")
            self._entries(value, out)
            out.append(b"\n>>")
        elif isinstance(value, ArrayObject):
            out.append(b"[")
            for each in list.__iter__(value):
                out.append(b" ")
                self._write(each, out)
            out.append(b" ]")
        else:
            out.append(_written(value))

    def _entries(self, values: dict[Any, Any], out: list[Any]) -> None:
        for key, value in dict.items(values):
            out += [b"\n", _written(key), b" "]
            self._write(value, out)

    def _reference(self, named: IndirectObject) -> Any:
        key = (named.idnum, named.generation)
        if key not in self._known:
            value = named.get_object()
            if value is None or (isinstance(value, DictionaryObject) and value.get("/Type") in _OF_PAGES):
                self._known[key] = b"null"  # a link out of the page would bring the whole file with it
            else:
                taken = _Taken()
                self._known[key] = self._document.Reference(taken)
                self._waiting.append((taken, value))
        return self._known[key]

    def _form(self) -> Any:
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "FormType": 1,
            "BBox": pdfdoc.PDFArray([0, 0, *self._size]),
            "Resources": pdfdoc.PDFDictionary({"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)}),
        }
        return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), "")

    def _stream(self, operators: str) -> Any:
        return self._document.Reference(pdfdoc.PDFStream(content=operators))


def _upright(page: PageObject) -> tuple[_Box, _Matrix | None]:
    """Give what is seen of a page, and the matrix that turns it up where it lies on its side."""
    box = page.cropbox
    left, low, right, high = (float(side) for side in (box.left, box.bottom, box.right, box.top))
    wide, tall = right - left, high - low
    match page.rotation % 360:
        case 90:
            return (0, 0, tall, wide), (0, -1, 1, 0, -low, right)
        case 180:
            return (0, 0, wide, tall), (-1, 0, 0, -1, right, high)
        case 270:
            return (0, 0, tall, wide), (0, 1, -1, 0, high, -left)
    return (left, low, right, high), None


def _contents(page: PageObject) -> list[PdfObject]:
    """Give the streams of a page, by their references."""
    if page.get("/Contents") is None:
        return []
    whole = page["/Contents"].get_object()
    return list(list.__iter__(whole)) if isinstance(whole, ArrayObject) else [page.raw_get("/Contents")]


def _dictionary(of: DictionaryObject, key: str) -> DictionaryObject:
    value = of.get(key)
    value = None if value is None else value.get_object()
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.2f}" for value in values)


def _written(value: PdfObject) -> bytes:
    out = io.BytesIO()
    value.write_to_stream(out)
    return out.getvalue()
