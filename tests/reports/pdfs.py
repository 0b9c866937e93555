"""Reading documents back with other people's libraries."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject
from pypdfium2 import raw

WATERMARK_HEIGHT = 40


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    bottom: float
    right: float
    top: float


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page as pdfium gives it to somebody who copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded().replace("\r\n", "\n"))
            text_page.close()
            page.close()
        return texts
    finally:
        document.close()


def flat(pdf: bytes) -> str:
    """All text on one line."""
    return re.sub(r"\s+", " ", " ".join(page_texts(pdf)))


def other_text(pdf: bytes) -> str:
    """All text on one line as pypdf reads it."""
    return " ".join(other_pages(pdf))


def other_pages(pdf: bytes) -> Iterator[str]:
    """The text of each page on one line as pypdf reads it, which takes long: each is read when it is asked for."""
    return (re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages)


def words(pdf: bytes) -> list[list[Word]]:
    """The words of each page with their boxes, without the draft mark across the page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        out = []
        for page in document:
            text_page = page.get_textpage()
            out.append(list(_words(text_page)))
            text_page.close()
            page.close()
        return out
    finally:
        document.close()


def _words(text_page: Any) -> Iterator[Word]:
    letters: list[tuple[str, tuple[float, float, float, float]]] = []
    for i in range(text_page.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text_page, i))
        box = text_page.get_charbox(i)
        far = letters and (abs(box[1] - letters[-1][1][1]) > 9 or box[0] - letters[-1][1][2] > 3)
        if (char.isspace() or not char.isprintable() or far) and letters:
            yield _word(letters)
            letters = []
        visible = not char.isspace() and char.isprintable() and not unicodedata.combining(char)
        if visible and box[3] - box[1] < WATERMARK_HEIGHT:
            letters.append((char, box))
    if letters:
        yield _word(letters)


def _word(letters: list[tuple[str, tuple[float, float, float, float]]]) -> Word:
    boxes = [box for _, box in letters]
    return Word(
        "".join(char for char, _ in letters),
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def overlaps(page: list[Word]) -> list[tuple[str, str]]:
    """Pairs of words that lie on each other."""
    found = []
    ordered = sorted(page, key=lambda word: word.left)
    for i, a in enumerate(ordered):
        for b in ordered[i + 1 :]:
            wide = min(a.right, b.right) - b.left
            if wide <= 0.8:
                if b.left > a.right:
                    break
                continue
            high = min(a.top, b.top) - max(a.bottom, b.bottom)
            if high > 0.45 * min(a.top - a.bottom, b.top - b.bottom):
                found.append((a.text, b.text))
    return found


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font that a page names, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        resources = page["/Resources"].get_object()
        assert isinstance(resources, DictionaryObject)
        listed = resources["/Font"].get_object()
        assert isinstance(listed, DictionaryObject)
        for font in listed.values():
            descriptor = font.get_object().get("/FontDescriptor")
            found[font.get_object()["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def undefined_glyphs(pdf: bytes) -> int:
    """How often code 0, which every subset keeps for the empty box, is drawn."""
    reader = PdfReader(io.BytesIO(pdf))
    return sum(
        empty_boxes(operands)
        for page in reader.pages
        for operands, operator in ContentStream(page.get_contents(), reader).operations
        if operator in (b"Tj", b"TJ")
    )


def empty_boxes(operands: Any) -> int:
    """How often code 0 stands in the text of one operator."""
    pieces = operands[0] if isinstance(operands[0], list) else operands
    return sum(getattr(piece, "original_bytes", b"").count(b"\x00") for piece in pieces)


def polylines(pdf: bytes) -> list[int]:
    """How many points each drawn line has that goes on after its first stretch: rules and boxes are none."""
    reader = PdfReader(io.BytesIO(pdf))
    found, points = [], 0
    for page in reader.pages:
        for _, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"m":
                points = 1
            elif operator == b"l":
                points += 1
            elif operator == b"S":
                found += [points] if points > 2 else []
                points = 0
    return found
