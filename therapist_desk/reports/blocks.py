"""The parts that documents are set from: heads, facts, strips, columns, frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from therapist_desk.reports.flow import Block, Stack, Text
from therapist_desk.reports.fonts import Face
from therapist_desk.reports.ink import ACCENT, GUTTER, INK, MM, rule
from therapist_desk.reports.lines import draw_words, one_line
from therapist_desk.reports.rich import CELL, HEAD, LABEL, NOTE, Align, Rich, Span, Style, spans

RAIL: Final = 12 * MM
"""The margin of the insurer's note that holds S, O, A and P."""
_LETTER: Final = Style(17, 20, Face.BOLD)
_SECTION_HEAD: Final = 18.0
_SECTION_ABOVE: Final = 7.0


class Section(Stack):
    """A titled section, its letter in the rail. Carried over, it says so under the same letter."""

    def __init__(
        self,
        title: str,
        blocks: Iterable[Block],
        *,
        letter: str = "",
        aside: Rich = "",
        carried: str = "",
        above: float = _SECTION_ABOVE,
    ) -> None:
        super().__init__(blocks, above)
        self._title, self._letter, self._aside, self._carried = title, letter, aside, carried
        self._continues = False

    def height(self, width: float) -> float:
        """Give head and content."""
        return _SECTION_HEAD + super().height(width)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the head and what follows it."""
        rail = RAIL if self._letter else 0.0
        rule(canvas, x - rail, x + width, top, 0.9, ACCENT)
        if self._letter:
            rule(canvas, x - rail, x - rail + 15, top + 0.9, 2.6, ACCENT)
            canvas.setFillColor(ACCENT)
            draw_words(canvas, self._letter, _LETTER, x - rail, top - 16.6)
            canvas.setFillColor(INK)
        if not self._continues:
            key = f"section-{canvas.getPageNumber()}-{round(top)}"
            canvas.bookmarkHorizontal(key, 0, top)
            canvas.addOutlineEntry(self._title, key, 0)
        words: Rich = (
            (Span(self._title), Span(f"  {self._carried}", Face.REGULAR)) if self._continues else self._title
        )
        draw_words(canvas, words, HEAD, x, top - 13.4)
        if self._aside and not self._continues:
            draw_words(canvas, self._aside, LABEL, x + width, top - 13.4, Align.RIGHT)
        super().draw(canvas, x, top - _SECTION_HEAD, width)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part inside the content; the head never stands alone."""
        parts = Stack(self.blocks).split(width, room - _SECTION_HEAD, page)
        if parts is None and len(self.blocks) == 1:
            parts = self.blocks[0].split(width, room - _SECTION_HEAD, page)
        return parts and (self._of(parts[0], continues=self._continues), self._of(parts[1], continues=True))

    def _of(self, block: Block, *, continues: bool) -> Section:
        part = Section(
            self._title, (block,), letter=self._letter, aside=self._aside, carried=self._carried, above=self.above
        )
        part._continues = continues
        return part


class Mini(Block):
    """A third-level head above a table, with a note beside it."""

    def __init__(self, title: Rich, note: Rich = "", above: float = 5.0) -> None:
        self.above = above
        self._title, self._note = title, note

    def height(self, width: float) -> float:  # noqa: ARG002
        """One line."""
        return 12.5

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw head and note on one line."""
        used = draw_words(canvas, self._title, CELL.bold, x, top - 9)
        if self._note:
            draw_words(canvas, self._note, NOTE, x + used + 8, top - 9)


class Columns(Block):
    """Blocks side by side, parted together."""

    def __init__(self, parts: Sequence[tuple[Block, float]], above: float = 0.0, gap: float = GUTTER) -> None:
        self.above = above
        self._parts, self._gap = tuple(parts), gap

    def height(self, width: float) -> float:  # noqa: ARG002
        """Give the tallest."""
        return max(block.height(wide) for block, wide in self._parts)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw from left to right."""
        for block, wide in self._parts:
            block.draw(canvas, x, top, wide)
            x += wide + self._gap

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:  # noqa: ARG002
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

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:  # noqa: ARG002
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
        """Give the height: more where a line below wraps."""
        return (
            self._height + max(len(below.lines(wide)) - 1 for below, _, wide in self._belows(0, width)) * NOTE.leading
        )

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw rules, labels, numbers and the lines below them."""
        bottom = top - self.height(width)
        rule(canvas, x, x + width, top, 0.9)
        rule(canvas, x, x + width, bottom, 0.9)
        for i, (cell, (below, left, wide)) in enumerate(zip(self._cells, self._belows(x, width), strict=True)):
            if i:
                canvas.setStrokeColor(INK)
                canvas.setLineWidth(0.4)
                canvas.line(left - 7, top - 4, left - 7, bottom + 4)
            draw_words(canvas, cell.label, NOTE, left, top - 10.5)
            style = _fitted(cell.value, Style(self._size, 20, Face.BOLD), wide)
            draw_words(canvas, cell.value, style, left, top - 12.5 - self._size * 0.95)
            below.draw(canvas, left, top - self._height + 12.8, wide)

    def _belows(self, x: float, width: float) -> list[tuple[Text, float, float]]:
        total = sum(cell.share for cell in self._cells)
        out = []
        for i, cell in enumerate(self._cells):
            wide = width * cell.share / total
            inset = 7.0 if i else 0.0
            out.append((Text(cell.below, NOTE), x + inset, wide - inset - 3))
            x += wide
        return out


def _fitted(words: Rich, style: Style, room: float, least: float = 8.5) -> Style:
    """Shrink a style until the words fit on one line, down to `least` points."""
    size = style.size
    while size > least and one_line(words, Style(size, style.leading, style.face)).width > room:
        size -= 0.5
    return Style(size, style.leading, style.face, style.align)


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
        parts = Stack(self.blocks).split(width - 2 * self._pad, room - 2 * self._pad, page)
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


class TitleBlock(Block):
    """The document's name and state at the left, who sends it at the right."""

    def __init__(self, title: Rich, below: Rich, sender: Sequence[Rich], sender_width: float) -> None:
        self._left = Stack((Text(title, Style(17, 20, Face.BOLD)), Text(below, Style(9, 12), above=1)))
        self._right = Stack(tuple(Text(line, Style(8.5, 11.2, align=Align.RIGHT)) for line in sender))
        self._sender_width = sender_width

    def height(self, width: float) -> float:
        """Give the taller side."""
        return max(self._left.height(width - self._sender_width), self._right.height(self._sender_width))

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw both sides."""
        self._left.draw(canvas, x, top, width - self._sender_width)
        self._right.draw(canvas, x + width - self._sender_width, top, self._sender_width)


def as_plain(rich: Rich) -> str:
    """Give the words without their faces."""
    return "".join(span.text for span in spans(rich))
