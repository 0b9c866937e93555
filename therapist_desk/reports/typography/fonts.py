"""The typefaces of documents: registered with ReportLab from memory, nothing written to disk."""

from __future__ import annotations

import functools
import io
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pymupdf_fonts
import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from therapist_desk.reports.typography.embedding import COMMON, add_subset
from therapist_desk.reports.typography.system_fonts import SystemFace

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


class Face(StrEnum):
    """A face; the value is the name ReportLab knows it by. WIDE and SIGNS stand in for what FiraGO lacks."""

    REGULAR = "FiraGO"
    BOLD = "FiraGO-Bold"
    ITALIC = "FiraGO-Italic"
    BOLD_ITALIC = "FiraGO-BoldItalic"
    MONO = "UbuntuMono"
    WIDE = "NotoSans"
    SIGNS = "CascadiaMono"

    __hash__ = str.__hash__  # words are looked up by their face all the time


_BUFFERS: Final = {
    Face.REGULAR: "figo",
    Face.BOLD: "figbo",
    Face.ITALIC: "figit",
    Face.BOLD_ITALIC: "figbi",
    Face.MONO: "ubuntm",
    Face.WIDE: "notos",
    Face.SIGNS: "cascadia",
}
_DIGITS: Final = "0123456789"
_ZERO_WIDTH_JOINER: Final = 0x200D
# Glyphs that no single character stands for get codes of their own in plane 15, which Unicode keeps private.
_FIRST_PRIVATE_CODE: Final = 0xF0000


AnyFace: TypeAlias = Face | SystemFace


class DocumentFont(TTFont):  # type: ignore[misc] # ReportLab has no types
    """A TrueType font that can also draw glyphs by number and says what text each of them stands for."""

    def __init__(self, face: AnyFace) -> None:
        if isinstance(face, Face):
            data, index = pymupdf_fonts.myfont(_BUFFERS[face]), 0
        else:
            data, index = face.path.read_bytes(), face.index
        super().__init__(face.value, io.BytesIO(data), subfontIndex=index)
        self.shaper: Any = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self.face._ttf_data), index))  # noqa: SLF001 # the one copy of the bytes
        self._code_of: dict[tuple[int, str], int] = {}
        self._text_of: dict[int, str] = {}
        self._use_tabular_digits()

    def covers(self, text: str) -> bool:
        """Tell whether every character of `text` has a glyph of its own."""
        glyphs = self.face.charToGlyph
        return all(ord(char) in glyphs for char in text)

    def glyph(self, number: int, advance: float, text: str) -> str:
        """Give a character that draws glyph `number` and reads as `text`; `advance` in thousandths of an em."""
        code = self._code_of.get((number, text))
        if code is None:
            code = _FIRST_PRIVATE_CODE + len(self._code_of)
            self._code_of[number, text] = code
            self._text_of[code] = text
            self.face.charToGlyph[code] = number
            self.face.charWidths[code] = advance
        return chr(code)

    def blank(self, text: str) -> str:
        """Give a character that draws nothing, has no width and reads as `text`."""
        glyphs = self.face.charToGlyph
        return self.glyph(glyphs.get(_ZERO_WIDTH_JOINER, glyphs[ord(" ")]), 0, text)

    def stand_in(self, advance: float, text: str) -> tuple[str, float]:
        """Give a character that reads as `text` and is not to be seen, with the width it has: `advance` at first.

        It has the body of a letter, for some readers pass over what has none.
        """
        char = self.glyph(self.face.charToGlyph[ord("H")], advance, text)
        return char, float(self.face.charWidths[ord(char)])

    def per_mille(self, units: float) -> float:
        """Turn font units into thousandths of an em."""
        return float(self.pdfScale(units))

    def begin(self, doc: PDFDocument) -> str:
        """Begin to use it in a document; gives the name there of the subset that has all of ASCII, each as itself."""
        self.splitString(COMMON, doc)
        return str(self.getSubsetInternalName(0, doc))

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 # ReportLab's hook
        """Write the subsets, each with a ToUnicode map in which a glyph may stand for several characters."""
        state = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            add_subset(doc, self.face, number, name, subset, self._text)
        del self.state[doc]

    def _text(self, code: int) -> str:
        return self._text_of.get(code, chr(code))

    def _use_tabular_digits(self) -> None:
        """Let 0 to 9 draw the font's own digits of one width, so that numbers stand under each other.

        Only the table in memory changes: the licence reserves the name "Fira" for unmodified files.
        """
        buffer = uharfbuzz.Buffer()
        buffer.add_str(_DIGITS)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.shaper, buffer, {"tnum": True})
        for digit, info, position in zip(_DIGITS, buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if info.codepoint == 0:
                continue
            self.face.charToGlyph[ord(digit)] = info.codepoint
            self.face.charWidths[ord(digit)] = self.per_mille(position.x_advance)


@functools.cache
def font(face: AnyFace) -> DocumentFont:
    """Give a face, registering it on first use; ReportLab's registry is the process's own."""
    made = DocumentFont(face)
    pdfmetrics.registerFont(made)
    return made


def width(text: str, face: AnyFace, size: float) -> float:
    """Measure text that needs no shaping, in points."""
    return float(font(face).stringWidth(text, size))
