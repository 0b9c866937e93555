"""The parts that documents are set from: heads, facts, strips, columns, frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from therapist_desk.reports.layout.flow import Block, Stack, Text
from therapist_desk.reports.layout.heads import RAIL
from therapist_desk.reports.layout.ink import ACCENT, GUTTER, rule
from therapist_desk.reports.typography.rich import CELL, LABEL, Rich, Style, spans


class Columns(Block):
    """Blocks side by side, parted together."""

    def __init__(self, parts: Sequence[tuple[Block, float]], above: float = 0.0, gap: float = GUTTER) -> None:
        self.above = above
        self._parts, self._gap = tuple(parts), gap

    def height(self, width: float) -> float:
        """Give the tallest."""
        return max(block.height(wide) for block, wide in self._parts)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw from left to right."""
        for block, wide in self._parts:
            block.draw(canvas, x, top, wide)
            x += wide + self._gap

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part each block that is too tall; the others stay where they are."""
        first: list[tuple[Block, float]] = []
        rest: list[tuple[Block, float]] = []
        for block, wide in self._parts:
            if block.height(wide) <= room:
                first.append((block, wide))
                rest.append((Stack(()), wide))
                continue
            parts = block.split(wide, room, page)
            if parts is None:
                return None
            first.append((parts[0], wide))
            rest.append((parts[1], wide))
        return Columns(first, self.above, self._gap), Columns(rest, 0.0, self._gap)

    def anchors(self) -> Iterator[str]:
        """Name the places inside."""
        for block, _ in self._parts:
            yield from block.anchors()


class Facts(Block):
    """Label and value in two columns, no rules."""

    _PAD: Final = 0.35

    def __init__(self, pairs: Iterable[tuple[str, Rich]], label_width: float, above: float = 0.0) -> None:
        self.above = above
        self._pairs = [(Text(label, LABEL), Text(words, CELL)) for label, words in pairs]
        self._label_width = label_width

    def height(self, width: float) -> float:
        """Give the sum of the rows."""
        return sum(self._row(words, width) for _, words in self._pairs)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the rows; a label stands on the first line of its value."""
        for label, words in self._pairs:
            label.draw(canvas, x, top - self._PAD - 0.7, self._label_width)
            words.draw(canvas, x + self._label_width, top - self._PAD, width - self._label_width)
            top -= self._row(words, width)

    def _row(self, words: Text, width: float) -> float:
        return max(words.height(width - self._label_width), CELL.leading) + 2 * self._PAD


class Items(Block):
    """Numbered lines, the numbers in bold."""

    _PAD: Final = 1.6

    def __init__(self, items: Iterable[tuple[str, Rich]], number_width: float, style: Style = CELL) -> None:
        self._items = [(Text(number, style.bold), Text(words, style)) for number, words in items]
        self._number_width = number_width

    def height(self, width: float) -> float:
        """Give the sum of the items."""
        return sum(words.height(width - self._number_width) + 2 * self._PAD for _, words in self._items)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw number and words."""
        for number, words in self._items:
            number.draw(canvas, x, top - self._PAD, self._number_width)
            words.draw(canvas, x + self._number_width, top - self._PAD, width - self._number_width)
            top -= words.height(width - self._number_width) + 2 * self._PAD

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part between items."""
        used, fit = 0.0, 0
        for _, words in self._items:
            used += words.height(width - self._number_width) + 2 * self._PAD
            if used > room:
                break
            fit += 1
        if not 0 < fit < len(self._items):
            return None
        return self._of(fit, first=True), self._of(fit, first=False)

    def _of(self, fit: int, *, first: bool) -> Items:
        part = Items((), self._number_width)
        part._items = self._items[:fit] if first else self._items[fit:]
        return part


class Framed(Stack):
    """Content in a frame with a heavy top, kept whole."""

    _PAD: Final = 8.0

    def __init__(self, blocks: Iterable[Block], above: float = 0.0, key: str = "", pad: float = _PAD) -> None:
        super().__init__(blocks, above, key)
        self._pad = pad

    def height(self, width: float) -> float:
        """Give the content with its padding."""
        return super().height(width - 2 * self._pad) + 2 * self._pad

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the frame and what is in it."""
        height = self.height(width)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(0.9)
        canvas.rect(x, top - height, width, height, stroke=1, fill=0)
        rule(canvas, x - 0.45, x + width + 0.45, top, 2.4, ACCENT)
        super().draw(canvas, x + self._pad, top - self._pad, width - 2 * self._pad)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part only what is taller than a page; each part has its own frame."""
        if self.height(width) <= page:
            return None
        parts = Stack(self.blocks).split(width - 2 * self._pad, room - 2 * self._pad, page - 2 * self._pad)
        return parts and (Framed((parts[0],), self.above, self.key, self._pad), Framed((parts[1],), 0, "", self._pad))


class Outdent(Block):
    """A block that hangs out over the rail."""

    def __init__(self, block: Block, above: float | None = None) -> None:
        self._block = block
        self.above = block.above if above is None else above

    def height(self, width: float) -> float:
        """Give the block's height at the page's full width."""
        return self._block.height(width + RAIL)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw from the page's margin."""
        self._block.draw(canvas, x - RAIL, top, width + RAIL)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part as the block parts."""
        parts = self._block.split(width + RAIL, room, page)
        return parts and (Outdent(parts[0], self.above), Outdent(parts[1]))

    def anchors(self) -> Iterator[str]:
        """Name the places inside."""
        yield from self._block.anchors()


def as_plain(rich: Rich) -> str:
    """Give the words without their faces."""
    return "".join(span.text for span in spans(rich))
