"""The canvas of documents: ReportLab's, with what stands on every page written the short way.

ReportLab's text objects look a font up, split and measure each string anew; nearly all strings here are ASCII, whose
codes are their own. Places are written to a hundredth of a point, finer than any printer's dot, in a third of the
time that ReportLab's six digits take. Figures are put into a file once, packed once for all files, and laid on pages
by name.
"""

from __future__ import annotations

import functools
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import IO, TYPE_CHECKING, Final

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import ShapedStr
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from therapist_desk.reports.typography.fonts import AnyFace, Face, font
from therapist_desk.reports.wording.common import PRODUCT

if TYPE_CHECKING:
    from pypdf import PdfReader
    from reportlab.lib.colors import Color

    from therapist_desk.reports.layout.attached import AttachedPage
    from therapist_desk.reports.typography.lines import Line
    from therapist_desk.reports.typography.shaping import Run

_VERSION: Final = (1, 7)
"""The version of PDF that has all that is written here; ReportLab would claim 1.3."""
_QUARTER: Final = 0.5522847498
"""How far the handles of a quarter of a circle reach, in radii."""
_UNSEEN, _SEEN = "3 Tr", "0 Tr"
"""Ways to render text (PDF 32000-1, 9.3.6): neither filled nor outlined, and filled."""
_PAINTED: Final = {(True, True): "B", (True, False): "S", (False, True): "f", (False, False): "n"}
"""How a path ends, by whether it is drawn and whether it is filled."""


@dataclass(frozen=True, eq=False)
class Form:
    """Operators that are drawn again and again. `box` is (left, bottom, right, top), with room for lines' weight."""

    box: tuple[int, int, int, int]
    operators: str

    @cached_property
    def name(self) -> str:
        """A name that only the same operators have."""
        return f"Drawn{hashlib.sha256(self.operators.encode('ascii')).hexdigest()[:24]}"

    @cached_property
    def packed(self) -> bytes:
        """The stream as files take it."""
        return zlib.compress(self.operators.encode("ascii"))


@functools.cache
def _tone(red: float, green: float, blue: float) -> str:
    """Write a colour; documents have few."""
    return str(fp_str(red, green, blue))


class _Loosely:
    """ReportLab's filter of streams at a level that takes a quarter of the time; pages grow by a tenth.

    Operators are ASCII, as strings in them are escaped: a codec of ReportLab's looks every character of theirs up.
    """

    pdfname = "FlateDecode"

    @staticmethod
    def encode(text: str) -> bytes:
        """Pack a stream."""
        return zlib.compress(text.encode("ascii"), 3)


class _Undated(pdfdoc.PDFInfo):  # type: ignore[misc] # ReportLab has no types
    """What a file says of itself; no day, for the same record gives the same file and its pages say when it was."""

    def format(self, document: object) -> bytes:
        """Write it as the file takes it."""
        named = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        named |= {"Creator": self.creator, "Producer": self.producer}
        written: bytes = pdfdoc.PDFDictionary({key: pdfdoc.PDFString(text) for key, text in named.items()}).format(
            document
        )
        return written


def rounded(left: float, bottom: float, right: float, top: float, radius: float) -> str:
    """Write a box with round corners, as a path."""
    inset = radius * (1 - _QUARTER)
    near, far, low, high = left + inset, right - inset, bottom + inset, top - inset
    return (
        f"{left + radius:.2f} {bottom:.2f} m {right - radius:.2f} {bottom:.2f} l"
        f" {far:.2f} {bottom:.2f} {right:.2f} {low:.2f} {right:.2f} {bottom + radius:.2f} c"
        f" {right:.2f} {top - radius:.2f} l"
        f" {right:.2f} {high:.2f} {far:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c"
        f" {left + radius:.2f} {top:.2f} l {near:.2f} {top:.2f} {left:.2f} {high:.2f} {left:.2f} {top - radius:.2f} c"
        f" {left:.2f} {bottom + radius:.2f} l"
        f" {left:.2f} {low:.2f} {near:.2f} {bottom:.2f} {left + radius:.2f} {bottom:.2f} c h"
    )


@functools.cache
def _circle(radius: float) -> str:
    """Write a circle about the origin; documents have few sizes of them."""
    r, k = radius, _QUARTER * radius
    return (
        f"{fp_str(r, 0)} m {fp_str(r, k, k, r, 0, r)} c {fp_str(-k, r, -r, k, -r, 0)} c"
        f" {fp_str(-r, -k, -k, -r, 0, -r)} c {fp_str(k, -r, r, -k, r, 0)} c h"
    )


class DocumentCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """Pages of one file, the same bytes for the same pages. `bookmarks` puts its sections into the outline."""

    _code: list[str]
    _lineWidth: float  # noqa: N815 # ReportLab's, as the next
    _strokeColorObj: Color  # noqa: N815 # ReportLab's, as the next
    _fillColorObj: Color  # noqa: N815

    def __init__(
        self,
        out: IO[bytes],
        size: tuple[float, float],
        language: str = "en-US",
        face: Face = Face.REGULAR,
        *,
        bookmarks: bool = True,
    ) -> None:
        # Text-armoured streams cost a quarter more size and time.
        rl_config.useA85 = 0
        font(face)
        super().__init__(
            out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            lang=language,
            pdfVersion=_VERSION,
            initialFontName=face.value,  # else an unembedded Helvetica is listed
        )
        self._doc.info = _Undated()
        self.setCreator(PRODUCT)
        self._settings: dict[tuple[AnyFace, float], str] = {}
        self._shown: dict[tuple[str, str], str] = {}
        self._bookmarks = bookmarks

    def write_line(self, line: Line, x: float, y: float) -> None:
        """Write a line from its left end at (x, y), the baseline."""
        runs, size = line.runs, line.size
        if line.plain:
            one = len(runs) == 1
            shown = self._plain(runs[0], size) if one else " ".join([self._plain(run, size) for run in runs])
            self._code.append(f"BT {x:.2f} {y:.2f} Td {shown} ET")
            return
        parts, shapes = ["BT"], []
        for run in runs:
            shaped = isinstance(run.drawn, ShapedStr)
            shown = self._shaped(run, size) if shaped else self._plain(run, size)
            if run.path:
                shown = f"{_UNSEEN} {shown} {_SEEN}"
                scale = fp_str(size / 1000)
                shapes.append(f"q {scale} 0 0 {scale} {x:.2f} {y:.2f} cm {run.path} f Q")
            parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {shown}")
            x += run.width * size / 1000
        parts += ["ET", *shapes]
        self._code.append(" ".join(parts))

    def setStrokeColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 # ReportLab's
        """Set the colour of lines, where it is another than the one that holds; how clear they are stays as it is."""
        if aColor is not self._strokeColorObj:
            self._strokeColorObj = aColor
            self._code.append(f"{_tone(aColor.red, aColor.green, aColor.blue)} RG")
        if alpha is not None:
            self.setStrokeAlpha(alpha)

    def setFillColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 # ReportLab's
        """Set the colour of grounds and letters in the same way."""
        if aColor is not self._fillColorObj:
            self._fillColorObj = aColor
            self._code.append(f"{_tone(aColor.red, aColor.green, aColor.blue)} rg")
        if alpha is not None:
            self.setFillAlpha(alpha)

    def setLineWidth(self, width: float) -> None:  # noqa: N802 # ReportLab's
        """Set the weight of lines, where it is another than the one that holds."""
        if width != self._lineWidth:
            self._lineWidth = width
            self._code.append(f"{width:g} w")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a straight line."""
        self._code.append(f"n {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def circle(self, x_cen: float, y_cen: float, r: float, stroke: int = 1, fill: int = 0) -> None:
        """Draw a circle in four curves about its middle, which are written once for all of a size."""
        self._code.append(f"q 1 0 0 1 {x_cen:.2f} {y_cen:.2f} cm {_circle(r)} {_PAINTED[bool(stroke), bool(fill)]} Q")

    def lay(self, form: Form) -> None:
        """Draw a form in the colours and weights that are set, on the way onto the page that is."""
        if not self.hasForm(form.name):
            entries = {
                "Type": "/XObject",
                "Subtype": "/Form",
                "FormType": 1,
                "BBox": pdfdoc.PDFArray(form.box),
                "Filter": "/FlateDecode",
            }
            self._doc.addForm(form.name, pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), form.packed))
        self.doForm(form.name)

    def bookmark_section(self, title: str, top: float) -> None:
        """Let the outline lead to a section that begins at the height `top` of this page."""
        if self._bookmarks:
            key = f"section-{self.getPageNumber()}-{round(top)}"
            self.bookmarkHorizontal(key, 0, top)
            self.addOutlineEntry(title, key, 0)

    def bookmark_document(self, title: str) -> None:
        """Let the outline lead to a document that begins on this page."""
        key = f"document-{self.getPageNumber()}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, 0)

    def pages_of(self, reader: PdfReader) -> Iterator[AttachedPage]:
        """Take the pages of somebody else's PDF over, for `add_page`.

        Raises:
            PyPdfError: they cannot be read.
        """
        from therapist_desk.reports.layout.attached import Taking  # noqa: PLC0415 # where there is one only

        return Taking(reader, self._doc, self._pagesize).pages()

    def add_page(self, page: AttachedPage) -> None:
        """Put a page that is done after the others."""
        self._doc.inPage()
        self._doc.addPage(page)
        self._startPage()

    def whole(self) -> bytes:
        """Give a file of many pages: packed a little looser in much less time, and not copied on the way."""
        for page in self._doc.Pages.pages:
            if isinstance(page, pdfdoc.PDFPage):
                page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[_Loosely])
        whole: bytes = self._doc.GetPDFData(self)
        return whole

    def bring_to_front(self, count: int) -> None:
        """Put the last `count` pages that are done before all others."""
        pages = self._doc.Pages.pages
        pages[:] = pages[-count:] + pages[:-count]

    @contextmanager
    def over(self, place: int) -> Iterator[None]:
        """Let what is written meanwhile, in black, lie over a page that is done: the one at `place` now, from 0."""
        page = self._doc.Pages.pages[place]
        kept: list[str] = self._code
        self._code = ["q 0 g"]
        yield
        page.stream += "\n".join((*self._code, "Q "))
        self._code = kept

    def _set(self, face: AnyFace, size: float) -> str:
        """Begin a face here; gives what sets it, by its subset in which ASCII is itself."""
        setting = self._settings[face, size] = f"{font(face).begin(self._doc)} {size:g} Tf"
        return setting

    def _plain(self, run: Run, size: float) -> str:
        """Write one glyph a character."""
        setting = self._settings.get((run.face, size)) or self._set(run.face, size)
        if run.drawn.isascii():
            return f"{setting} ({escapePDF(run.drawn)}) Tj"
        key = setting, run.drawn
        shown = self._shown.get(key)
        if shown is None:
            shown = self._shown[key] = self._encoded(run, size)
        return shown

    def _encoded(self, run: Run, size: float) -> str:
        """Write what is not ASCII: the font is asked for each character, and many such words stand more than once."""
        used = font(run.face)
        return " ".join(
            f"{used.getSubsetInternalName(subset, self._doc)} {size:g} Tf ({escapePDF(codes)}) Tj"
            for subset, codes in used.splitString(run.drawn, self._doc)
        )

    def _shaped(self, run: Run, size: float) -> str:
        """Write glyphs at places of their own, with what they say where they do not say it themselves."""
        self._set(run.face, size)
        drawing = PDFTextObject(self)
        drawing._code.clear()  # noqa: SLF001 # its beginning: the line has one
        drawing.setFont(run.face.value, size)
        drawing.textOut(run.drawn)
        code = " ".join(drawing._code)  # noqa: SLF001 # without its end
        if run.says is None:
            return code
        said = run.says.encode("utf-16-be").hex().upper()
        return f"/Span <</ActualText <FEFF{said}>>> BDC {code} EMC"
