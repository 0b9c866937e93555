"""Breaking styled words into lines, and drawing a line: any script, either direction."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from therapist_desk.reports.typography.bidi import base_level, levels, visual_order
from therapist_desk.reports.typography.fonts import Face, font, width
from therapist_desk.reports.typography.rich import Align, Rich, Span, Style, spans
from therapist_desk.reports.typography.shaping import Run, clean, is_plain, shape

# A line may end after spaces, and after a hyphen, dash or slash between letters: never inside a number or a code.
_CHUNK: Final = re.compile(r"[^ ]*?(?:(?<=[^\W\d])[-–/](?=[^\W\d])| +|$)")

# Most cells, labels and heads of a document stand in the next one too.
_CACHED_PARAGRAPHS: Final = 4096


class Line(NamedTuple):
    """A line's runs from left to right; `width` in points.

    `rightward` paragraphs end at the right; in `plain` ones each character is a glyph of the face asked for.
    """

    runs: tuple[Run, ...]
    size: float
    width: float
    rightward: bool = False
    plain: bool = False

    @property
    def text(self) -> str:
        """What the line says, in the order drawn."""
        return "".join(run.text for run in self.runs)


class _Paragraph:
    """Words of one paragraph with a face for each character."""

    def __init__(self, words: Sequence[Span], style: Style) -> None:
        self.size = style.size
        self._parts = [
            ("".join(clean(span.text) for span in group), face)
            for face, group in groupby(words, key=lambda span: span.face or style.face)
        ]
        self.text = "".join(text for text, _ in self._parts)
        self.plain = is_plain(self.text) and all(font(face).covers(text) for text, face in self._parts)
        self.base = 0 if self.plain else base_level(self.text)
        self.levels = [] if self.plain else levels(self.text, self.base)
        self.faces: list[Face] = [] if self.plain else [face for text, face in self._parts for _ in text]

    def runs(self, start: int, stop: int) -> list[Run]:
        """Give the runs of a stretch from left to right."""
        if self.plain:
            return [Run(face, text, text, width(text, face, 1000)) for face, text in self._pieces(start, stop)]
        keys = [(self.levels[at], self.faces[at]) for at in range(start, stop)]
        stretches: list[tuple[int, Face, str]] = []
        at = start
        for (level, face), group in groupby(keys):
            length = sum(1 for _ in group)
            stretches.append((level, face, self.text[at : at + length]))
            at += length
        return [
            run
            for place in visual_order([level for level, _, _ in stretches])
            for run in shape(stretches[place][2], stretches[place][1], rightward=stretches[place][0] % 2 == 1)
        ]

    def width(self, start: int, stop: int) -> float:
        """Measure a stretch in points."""
        if self.plain:
            return sum(width(text, face, self.size) for face, text in self._pieces(start, stop))
        return sum(run.width for run in self.runs(start, stop)) * self.size / 1000

    def _pieces(self, start: int, stop: int) -> Iterator[tuple[Face, str]]:
        """Give the parts of a stretch of plain text, each in one face."""
        at = 0
        for text, face in self._parts:
            piece = text[max(0, start - at) : max(0, stop - at)]
            if piece:
                yield face, piece
            at += len(text)

    def line(self, start: int, stop: int) -> Line:
        """Make a line of a stretch, without the spaces at its end."""
        stop = start + len(self.text[start:stop].rstrip(" "))
        runs = tuple(self.runs(start, stop))
        return Line(runs, self.size, sum(run.width for run in runs) * self.size / 1000, self.base == 1, self.plain)

    def broken(self, room: float) -> Iterator[Line]:
        """Break into lines no wider than `room`."""
        if self.width(0, len(self.text.rstrip(" "))) <= room:
            yield self.line(0, len(self.text))
            return
        start = end = 0
        used = 0.0
        for match in _CHUNK.finditer(self.text):
            chunk, stop = match.group(), match.end()
            if not chunk:
                continue
            wide = self.width(match.start(), match.start() + len(chunk.rstrip(" ")))
            if end > start and used + wide > room:
                yield self.line(start, end)
                start, used = end, 0.0
            while wide > room:
                cut = self._cut(start, stop, room)
                yield self.line(start, cut)
                start = cut
                wide = self.width(start, start + len(self.text[start:stop].rstrip(" ")))
            used += wide + self.width(match.start() + len(chunk.rstrip(" ")), stop)
            end = stop
        yield self.line(start, len(self.text))

    def _cut(self, start: int, stop: int, room: float) -> int:
        """Cut a word that is wider than a line; at least one character always goes."""
        cut = start + 1
        while cut < stop and self.width(start, cut + 1) <= room:
            cut += 1
        return cut


@functools.lru_cache(maxsize=_CACHED_PARAGRAPHS)
def break_lines(rich: Rich, style: Style, room: float) -> tuple[Line, ...]:
    """Break words into lines no wider than `room` points; a line end in the words ends a line."""
    return tuple(line for words in _paragraphs(spans(rich)) for line in _Paragraph(words, style).broken(room))


@functools.lru_cache(maxsize=_CACHED_PARAGRAPHS)
def one_line(rich: Rich, style: Style) -> Line:
    """Set words on a single line, however long."""
    paragraph = _Paragraph(spans(rich), style)
    return paragraph.line(0, len(paragraph.text))


def draw_line(canvas: Any, line: Line, x: float, y: float, align: Align = Align.LEFT) -> None:
    """Draw a line with its baseline at `y`; `x` is its left end, middle or right end as `align` says."""
    canvas.write_line(line, x if align is Align.LEFT else x - line.width * align, y)


def draw_words(canvas: Any, rich: Rich, style: Style, x: float, y: float, align: Align | None = None) -> float:
    """Draw words on one line and give their width in points."""
    line = one_line(rich, style)
    draw_line(canvas, line, x, y, align or style.align)
    return line.width


def _paragraphs(words: Iterable[Span]) -> list[list[Span]]:
    out: list[list[Span]] = [[]]
    for span in words:
        first, *rest = span.text.split("\n")
        out[-1].append(Span(first, span.face))
        out.extend([Span(text, span.face)] for text in rest)
    return out
