"""The page around the content: paper, header, footer, draft mark; and the file itself."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from therapist_desk.reports.layout.canvas import DocumentCanvas
from therapist_desk.reports.layout.flow import Compose, Page, settle
from therapist_desk.reports.layout.ink import INK, LIVE_WIDTH, MM, rule
from therapist_desk.reports.typography.fonts import Face, font
from therapist_desk.reports.typography.lines import Line, break_lines, draw_line, draw_words, one_line
from therapist_desk.reports.typography.rich import FOOT, Align, Rich, Style
from therapist_desk.reports.wording.common import PAGE_OF


class Paper(Enum):
    """Paper sizes, (width, height) in points. The content box is 178 mm wide on both."""

    LETTER = (612.0, 792.0)
    A4 = (210 * MM, 297 * MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What stands on every page: faxed pages get separated.

    `draft` is the word printed across an unsigned document, or empty; `numbering` says which page of how many.
    """

    name: str
    identifiers: Rich
    right: Rich
    clinic: Rich
    document: Rich
    notice: Rich
    stamp: Rich
    draft: str = ""
    numbering: str = PAGE_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWords:
    """What a viewer shows of the file; no client is named, because a window's title shows it too."""

    title: str
    author: str
    subject: str
    language: str = "en-US"


_NAME_BASELINE: Final = 13 * MM
_SECOND_LINE: Final = 11.5
_HEADER_RULE: Final = 5.5
_CONTENT_TOP: Final = 22.5 * MM
_CONTENT_BOTTOM: Final = 17.5 * MM
_FOOT_BASELINE: Final = 12.6 * MM
_NAME: Final = Style(10.5, 11.5, Face.BOLD)
_LEAST_NAME: Final = 8.0
_IDENTIFIERS: Final = Style(8.5, 10.5)
_PAGE_NUMBER_ROOM: Final = 60.0
_HEADER_GAP: Final = 12.0
_WATERMARK: Final = Style(118, 118, Face.BOLD)


class Frame:
    """Header and footer of one document: what is too long takes more lines, never less size than can be read."""

    def __init__(self, words: PageWords, paper: Paper) -> None:
        self._words = words
        self.page_width, self.page_height = paper.value
        self.left = (self.page_width - LIVE_WIDTH) / 2
        self._name = _shrunk(words.name, LIVE_WIDTH - _PAGE_NUMBER_ROOM)
        right = one_line(words.right, _IDENTIFIERS).width
        self._identifiers = break_lines(words.identifiers, _IDENTIFIERS, LIVE_WIDTH - right - _HEADER_GAP)
        document = one_line(words.document, FOOT).width
        stamp = one_line(words.stamp, FOOT).width
        self._clinic = break_lines(words.clinic, FOOT, LIVE_WIDTH - document - _HEADER_GAP)
        self._notice = break_lines(words.notice, FOOT, LIVE_WIDTH - stamp - _HEADER_GAP)
        self._more_head = (len(self._name) - 1) * _NAME.leading + (len(self._identifiers) - 1) * _IDENTIFIERS.leading
        self._more_foot = (len(self._clinic) + len(self._notice) - 2) * FOOT.leading

    @property
    def top(self) -> float:
        """Where the content begins."""
        return self.page_height - _CONTENT_TOP - self._more_head

    @property
    def room(self) -> float:
        """How tall the content may be."""
        return self.top - _CONTENT_BOTTOM - self._more_foot

    def draw_head(self, canvas: Any, number: int, count: int) -> None:
        """Draw what stands at the top of page `number` of `count`, which is read before the content."""
        words, right = self._words, self.left + LIVE_WIDTH
        canvas.setFillColor(INK)
        if words.draft:
            self._draw_watermark(canvas)
        y = self.page_height - _NAME_BASELINE
        draw_words(
            canvas, words.numbering.format(number=number, count=count), _IDENTIFIERS.bold, right, y, Align.RIGHT
        )
        y = _down(canvas, self._name, self.left, y, _NAME.leading) - _SECOND_LINE + _NAME.leading
        draw_words(canvas, words.right, _IDENTIFIERS, right, y, Align.RIGHT)
        y = _down(canvas, self._identifiers, self.left, y, _IDENTIFIERS.leading) + _IDENTIFIERS.leading
        rule(canvas, self.left, right, y - _HEADER_RULE, 0.9)

    def draw_foot(self, canvas: Any) -> None:
        """Draw what stands at the foot of every page, which is read after the content."""
        words, right = self._words, self.left + LIVE_WIDTH
        canvas.setFillColor(INK)
        y = _FOOT_BASELINE + self._more_foot
        rule(canvas, self.left, right, y + 9.5, 0.5)
        draw_words(canvas, words.document, FOOT, right, y, Align.RIGHT)
        y = _down(canvas, self._clinic, self.left, y, FOOT.leading)
        draw_words(canvas, words.stamp, FOOT, right, y, Align.RIGHT)
        _down(canvas, self._notice, self.left, y, FOOT.leading)

    def _draw_watermark(self, canvas: Any) -> None:
        """Draw a hollow word across the page, under the text: lines this light leave every letter readable."""
        canvas.saveState()
        canvas.addLiteral("/Artifact BMC")
        canvas.setStrokeGray(0.80)
        canvas.setLineWidth(0.6)
        canvas.translate(self.page_width / 2, self.page_height / 2)
        canvas.rotate(52)
        drawing = canvas.beginText()
        drawing.setFont(_WATERMARK.face.value, _WATERMARK.size)
        drawing.setTextRenderMode(1)
        drawing.setTextOrigin(-one_line(self._words.draft, _WATERMARK).width / 2, -_WATERMARK.size * 0.35)
        drawing.textOut(self._words.draft)
        drawing.setTextRenderMode(0)
        canvas.drawText(drawing)
        canvas.addLiteral("EMC")
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document with every block at its place, to be written as a file or into one with others."""

    pages: tuple[Page, ...]
    frame: Frame
    words: FileWords
    rail: float

    def draw(self, canvas: DocumentCanvas) -> None:
        """Draw its pages, numbered from 1, as the next ones of `canvas`."""
        for number, page in enumerate(self.pages, 1):
            self.frame.draw_head(canvas, number, len(self.pages))
            _draw_page(canvas, page, self.frame, self.rail, LIVE_WIDTH - self.rail)
            self.frame.draw_foot(canvas)
            canvas.showPage()

    def as_pdf(self) -> bytes:
        """Write it as a file of its own; the same input gives the same bytes."""
        out = io.BytesIO()
        canvas = open_canvas(out, (self.frame.page_width, self.frame.page_height), self.words)
        self.draw(canvas)
        canvas.save()
        return out.getvalue()


def lay_out(compose: Compose, frame: Frame, words: FileWords, rail: float = 0.0) -> LaidOut:
    """Lay a document out.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    return LaidOut(settle(compose, LIVE_WIDTH - rail, frame.room), frame, words, rail)


def render(compose: Compose, frame: Frame, words: FileWords, rail: float = 0.0) -> bytes:
    """Lay a document out and write it.

    Raises:
        GlyphsMissingError: no font here draws some of its characters.
    """
    return lay_out(compose, frame, words, rail).as_pdf()


def open_canvas(
    out: io.BytesIO, size: tuple[float, float], words: FileWords, *, bookmarks: bool = True
) -> DocumentCanvas:
    """Begin a file; without `bookmarks` its sections stay out of the outline."""
    font(Face.BOLD)
    canvas = DocumentCanvas(out, size, words.language, bookmarks=bookmarks)
    canvas.setTitle(words.title)
    canvas.setAuthor(words.author)
    canvas.setSubject(words.subject)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw_page(canvas: Any, page: Page, frame: Frame, rail: float, width: float) -> None:
    for placed in page:
        placed.block.draw(canvas, frame.left + rail, frame.top - placed.offset, width)


def _shrunk(name: str, room: float) -> tuple[Line, ...]:
    """Set a name on one line, shrinking to 8 points, and only then on several."""
    size = _NAME.size
    while size > _LEAST_NAME and one_line(name, Style(size, size, Face.BOLD)).width > room:
        size -= 0.5
    return break_lines(name, Style(size, size, Face.BOLD), room)


def _down(canvas: Any, lines: Sequence[Line], x: float, y: float, leading: float) -> float:
    """Draw lines downwards and give the next baseline."""
    for line in lines:
        draw_line(canvas, line, x, y)
        y -= leading
    return y
