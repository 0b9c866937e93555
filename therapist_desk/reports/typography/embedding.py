"""Putting typefaces into a file: the glyphs that are used, their widths, and what text each of them stands for.

Cutting a typeface down and packing it costs more than setting a page. Nearly all documents use the same characters,
so what was made for one of them is kept for the next.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, SUBSETN

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject
    from reportlab.pdfbase.ttfonts import TTFontFace

COMMON: Final = "–—‘’“”•…·°±×≈→≥≤½¼¾"
"""What documents write beside ASCII: in each of their files, so that one cut serves them all."""
_KEPT: Final = 24
"""Cut typefaces: those of usual documents, and of the names in a few others."""


@dataclass(frozen=True, slots=True)
class Cut:
    """At most 256 characters of a typeface as a file takes them: packed streams, and the widths as an array."""

    program: bytes
    program_length: int
    to_unicode: bytes
    widths: str


def add_subset(
    doc: PDFDocument, face: TTFontFace, number: int, name: str, subset: Sequence[int], said: Callable[[int], str]
) -> None:
    """Put characters of a typeface into `doc` as the font `name`; `said` gives the text of a code."""
    base = b"".join((SUBSETN(number), b"+", face.name, face.subfontNameX)).decode("pdfdoc")
    cut = _cut(face, base, tuple(subset), tuple(map(said, subset)))
    program = _stream(cut.program, Length1=cut.program_length)
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "Ascent": face.ascent,
            "CapHeight": face.capHeight,
            "Descent": face.descent,
            "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "FontName": pdfdoc.PDFName(base),
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "FontFile2": doc.Reference(program, f"fontFile:{base}"),
            "MissingWidth": face.defaultWidth,
        }
    )
    font = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "Name": pdfdoc.PDFName(name),
            "BaseFont": pdfdoc.PDFName(base),
            "FirstChar": 0,
            "LastChar": len(subset) - 1,
            "Widths": cut.widths,
            "ToUnicode": doc.Reference(_stream(cut.to_unicode), f"toUnicodeCMap:{base}"),
            "FontDescriptor": doc.Reference(descriptor, f"fontDescriptor:{base}"),
        }
    )
    doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, name)


@functools.lru_cache(maxsize=_KEPT)
def _cut(face: TTFontFace, base: str, subset: tuple[int, ...], texts: tuple[str, ...]) -> Cut:
    program = face.makeSubset(subset)
    return Cut(
        program=zlib.compress(program),
        program_length=len(program),
        to_unicode=zlib.compress(_to_unicode(base, texts).encode("ascii")),
        widths=f"[ {fp_str(*map(face.getCharWidth, subset))} ]",
    )


def _stream(packed: bytes, **entries: int) -> PDFObject:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries}), packed)


def _to_unicode(name: str, texts: Sequence[str]) -> str:
    """Write a ToUnicode CMap (PDF 32000-1, 9.10.3) in blocks of at most 100 entries."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        f"1 begincodespacerange <00> <{len(texts) - 1:02X}> endcodespacerange",
    ]
    entries = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(texts)]
    for first in range(0, len(entries), 100):
        block = entries[first : first + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
