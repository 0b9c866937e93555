"""The strip of numbers that decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.ink import INK, rule
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import draw_words, one_line
from therapist_desk.reports.typography.rich import NOTE, Rich, Style


@dataclass(frozen=True, slots=True)
class StripCell:
    """A number of a strip: label above, what it rests on below."""

    label: str
    value: Rich
    below: Rich = ""
    share: float = 1.0


class Strip(Block):
    """The numbers that decide, upright hairlines between them. Numbers shrink and lines wrap; nothing is cut."""

    def __init__(self, cells: Sequence[StripCell], *, size: float, height: float, above: float = 0.0) -> None:
        self.above = above
        self._cells, self._size, self._height = tuple(cells), size, height

    def height(self, width: float) -> float:
        """Give the height: more where a label or a line below wraps."""
        lines_below = max(len(below.lines(wide)) for _, below, _, wide in self._texts(0, width))
        return self._height + self._more_above(width) + (lines_below - 1) * NOTE.leading

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw rules, labels, numbers and the lines below them."""
        bottom = top - self.height(width)
        rule(canvas, x, x + width, top, 0.9)
        rule(canvas, x, x + width, bottom, 0.9)
        down = self._more_above(width)
        for i, (cell, (label, below, left, wide)) in enumerate(zip(self._cells, self._texts(x, width), strict=True)):
            if i:
                canvas.setStrokeColor(INK)
                canvas.setLineWidth(0.4)
                canvas.line(left - 7, top - 4, left - 7, bottom + 4)
            label.draw(canvas, left, top - 3.5, wide)
            style = _fitted(cell.value, Style(self._size, 20, Face.BOLD), wide)
            draw_words(canvas, cell.value, style, left, top - down - 12.5 - self._size * 0.95)
            below.draw(canvas, left, top - down - self._height + 12.8, wide)

    def _more_above(self, width: float) -> float:
        return (max(len(label.lines(wide)) for label, _, _, wide in self._texts(0, width)) - 1) * NOTE.leading

    def _texts(self, x: float, width: float) -> list[tuple[Text, Text, float, float]]:
        total = sum(cell.share for cell in self._cells)
        out = []
        for i, cell in enumerate(self._cells):
            wide = width * cell.share / total
            inset = 7.0 if i else 0.0
            out.append((Text(cell.label, NOTE), Text(cell.below, NOTE), x + inset, wide - inset - 3))
            x += wide
        return out


def _fitted(words: Rich, style: Style, room: float, least: float = 8.5) -> Style:
    """Shrink a style until the words fit on one line, down to `least` points."""
    size = style.size
    while size > least and one_line(words, Style(size, style.leading, style.face)).width > room:
        size -= 0.5
    return Style(size, style.leading, style.face, style.align)
