"""Blocks of a page, and how they flow from page to page.

ReportLab's own flowables neither shape text nor say where a block may part from its neighbours; both decide here.
Lengths are points; a block is drawn downwards from its top.
"""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from therapist_desk.reports.typography.lines import Line, break_lines, draw_line
from therapist_desk.reports.typography.rich import BODY, Align, Rich, Style

_MIN_LINES: Final = 2
_ROUNDING: Final = 0.01
_NEARLY_EMPTY: Final = 0.25
"""A last page filled by no more than this share is worth closing up the spaces between sections for."""
_CLOSED_UP: Final = 0.6


class Block:
    """Something with a height at a given width. `above` is the space before it, dropped at the top of a page."""

    above: float = 0.0
    key: str = ""

    def height(self, width: float) -> float:
        """Give the height at `width`."""
        raise NotImplementedError

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw with the upper left corner at (x, top)."""
        raise NotImplementedError

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part into what fits into `room` and the rest, or None where it may not be parted there.

        `page` is the room of an empty page: what would fit on one stays whole.
        """
        return None

    def closer(self) -> Iterable[Block]:
        """Give the same content set in less room, the airiest first: for where a page lacks a little."""
        return ()

    def anchors(self) -> Iterator[str]:
        """Name the places in it that other pages refer to."""
        if self.key:
            yield self.key


class Gap(Block):
    """Empty space, dropped at the top of a page."""

    def __init__(self, above: float) -> None:
        self.above = above

    def height(self, width: float) -> float:
        """No height of its own."""
        return 0.0

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Text(Block):
    """A paragraph. At least two lines stay together on either side of a page's end."""

    def __init__(self, rich: Rich, style: Style = BODY, above: float = 0.0) -> None:
        self.above = above
        self._rich = rich
        self._style = style
        self._lines: tuple[Line, ...] = ()
        self._width: float | None = None

    def lines(self, width: float) -> tuple[Line, ...]:
        """Give the lines at `width`."""
        if self._width == width:
            return self._lines
        if self._rich or self._width is None:
            self._lines, self._width = break_lines(self._rich, self._style, width), width
        return self._lines

    def height(self, width: float) -> float:
        """Give leading times lines."""
        lines = self._lines if self._width == width else self.lines(width)
        return len(lines) * self._style.leading

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the lines; a right-to-left paragraph stands at the right."""
        style = self._style
        baseline = top - style.leading + (style.leading - style.size) / 2 + style.size * 0.22
        for line in self.lines(width):
            align = Align.RIGHT if line.rightward and style.align is Align.LEFT else style.align
            at = x if align is Align.LEFT else x + width * align
            draw_line(canvas, line, at, baseline, align)
            baseline -= style.leading

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part between lines."""
        return self.split_leaving(width, room, _MIN_LINES)

    def split_leaving(self, width: float, room: float, least: int) -> tuple[Text, Text] | None:
        """Part between lines so that at least `least` go over."""
        lines = self.lines(width)
        fit = min(int((room + _ROUNDING) / self._style.leading), len(lines) - least)
        if fit < _MIN_LINES:
            return None
        return self._of(lines[:fit], width, self.above), self._of(lines[fit:], width, 0.0)

    def _of(self, lines: tuple[Line, ...], width: float, above: float) -> Text:
        part = Text((), self._style, above)
        part._lines, part._width = lines, width
        return part


class Stack(Block):
    """Blocks under each other, parted between or inside them."""

    def __init__(self, blocks: Iterable[Block], above: float = 0.0, key: str = "") -> None:
        self.blocks = tuple(blocks)
        self.above = above
        self.key = key
        self._heights: dict[float, float] = {}

    def height(self, width: float) -> float:
        """Give the sum, without the space above the first."""
        if width not in self._heights:
            self._heights[width] = sum(
                block.height(width) + (block.above if i else 0) for i, block in enumerate(self.blocks)
            )
        return self._heights[width]

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw from the top."""
        for i, block in enumerate(self.blocks):
            top -= block.above if i else 0
            block.draw(canvas, x, top, width)
            top -= block.height(width)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part at the first block that does not fit."""
        parts = split_row(self.blocks, width, room, page)
        return parts and (Stack(parts[0], self.above, self.key), Stack(parts[1]))

    def anchors(self) -> Iterator[str]:
        """Name its own place and those inside."""
        yield from super().anchors()
        for block in self.blocks:
            yield from block.anchors()


class Keep(Stack):
    """Blocks that stay together unless a page cannot hold them."""

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part only what is taller than a page."""
        return None if self.height(width) <= page else super().split(width, room, page)


class Closing(Stack):
    """Blocks that can be set `closer`; what makes the closer settings is asked only where a page lacks room."""

    def __init__(self, blocks: Iterable[Block], closer: Callable[[], Iterable[Iterable[Block]]]) -> None:
        super().__init__(blocks)
        self._closer = closer

    def closer(self) -> Iterable[Block]:
        """Give the closer settings, each once."""
        return self._closer_settings

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part the blocks, closer ones where the others leave nothing to stand there."""
        settings = (super().split, *(setting.split for setting in self._closer_settings))
        return next((parts for split in settings if (parts := split(width, room, page))), None)

    @functools.cached_property
    def _closer_settings(self) -> tuple[Stack, ...]:
        return tuple(Stack(blocks) for blocks in self._closer())


class WithTail(Stack):
    """Text and what must never stand apart from it: a signature goes over with at least three lines."""

    LEAST: Final = 3

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part before or inside the text, never between its last lines and the tail."""
        cut = self._last_lines(width)
        body, (last, *more) = self.blocks[:cut], self.blocks[cut:]
        parts = split_row(body, width, room, page)
        if parts:
            return Stack(parts[0], self.above), WithTail((*parts[1], last, *more))
        used = Stack(body).height(width) + (last.above if body else 0)
        halves = last.split_leaving(width, room - used, self.LEAST) if isinstance(last, Text) else None
        if halves:
            return Stack((*body, halves[0]), self.above), WithTail((halves[1], *more))
        if not body or Stack(body).height(width) > room:
            return None
        return Stack(body, self.above), WithTail((last, *more))

    def _last_lines(self, width: float) -> int:
        """Find the block with which the last lines that go with the tail begin."""
        lines, cut = 0, len(self.blocks) - 1
        while cut and lines < self.LEAST:
            cut -= 1
            block = self.blocks[cut]
            lines += len(block.lines(width)) if isinstance(block, Text) else self.LEAST
        return cut


def split_row(
    blocks: Sequence[Block], width: float, room: float, page: float
) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    """Part a row of blocks where `room` ends; None where nothing fits or everything does."""
    used = 0.0
    for i, block in enumerate(blocks):
        above = block.above if i else 0.0
        below = used + above + block.height(width)
        if below <= room + _ROUNDING:
            used = below
            continue
        parts = block.split(width, room - used - above, page)
        if parts:
            return (*blocks[:i], parts[0]), (parts[1], *blocks[i + 1 :])
        return (tuple(blocks[:i]), tuple(blocks[i:])) if i else None
    return None


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its distance from the top of the page's content."""

    block: Block
    offset: float


Page = tuple[Placed, ...]


class TooTallError(Exception):
    """A block that no page holds and that cannot be parted: a mistake in a document's design."""


def paginate(blocks: Iterable[Block], width: float, page: float, *, spacing: float = 1.0) -> tuple[Page, ...]:
    """Lay blocks out on pages with `page` points of room each; `spacing` is the share of the space between them."""
    pages: list[list[Placed]] = [[]]
    waiting = deque(blocks)
    used = 0.0
    while waiting:
        block = waiting.popleft()
        offset = used + (block.above * spacing if pages[-1] else 0.0)
        below = offset + block.height(width)
        if below <= page + _ROUNDING:
            pages[-1].append(Placed(block, offset))
            used = below
            continue
        closer = _set_closer(pages[-1], block, width, page, spacing)
        if closer:
            pages[-1] = closer
            used = _end(closer, width)
            continue
        parts = block.split(width, page - offset, page)
        if parts:
            pages[-1].append(Placed(parts[0], offset))
            waiting.appendleft(parts[1])
        elif pages[-1]:
            waiting.appendleft(block)
        else:
            raise TooTallError(type(block).__name__)
        pages.append([])
        used = 0.0
    return tuple(tuple(placed) for placed in pages if placed)


def _set_closer(
    row: Sequence[Placed], block: Block, width: float, page: float, spacing: float
) -> list[Placed] | None:
    """Set a block closer under the `row` of its page, then the page's spaces too; None where it never fits."""
    settings = tuple(block.closer())
    for share in (spacing, _CLOSED_UP) if settings else ():
        closed = _stacked((placed.block for placed in row), width, share)
        offset = _end(closed, width) + block.above * share if closed else 0.0
        for setting in settings:
            if offset + setting.height(width) <= page + _ROUNDING:
                return [*closed, Placed(setting, offset)]
    return None


def _stacked(blocks: Iterable[Block], width: float, spacing: float) -> list[Placed]:
    """Place blocks under each other."""
    row: list[Placed] = []
    for block in blocks:
        row.append(Placed(block, _end(row, width) + block.above * spacing if row else 0.0))
    return row


def _end(row: Sequence[Placed], width: float) -> float:
    """Tell where the last block of a page ends."""
    return row[-1].offset + row[-1].block.height(width)


def paginate_full(blocks: Sequence[Block], width: float, page: float) -> tuple[Page, ...]:
    """Lay blocks out, with less space between them where that spares a last page that would be nearly empty."""
    pages = paginate(blocks, width, page)
    if len(pages) <= 1 or _end(pages[-1], width) > page * _NEARLY_EMPTY:
        return pages
    closed_up = paginate(blocks, width, page, spacing=_CLOSED_UP)
    return closed_up if len(closed_up) < len(pages) else pages


class PageNumbers(Mapping[str, int]):
    """The page on which each key stands, as known so far. It remembers what it was asked."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._asked: set[str] = set()
        self._asked_for_all = False

    def __getitem__(self, key: str) -> int:
        self._asked.add(key)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        self._asked_for_all = True
        return iter(self._known)

    def __len__(self) -> int:
        self._asked_for_all = True
        return len(self._known)

    def told_right(self, found: Mapping[str, int]) -> bool:
        """Tell whether every answer that was given is true of the pages `found`."""
        asked = {*self._known, *found} if self._asked_for_all else self._asked
        return all(self._known.get(key) == found.get(key) for key in asked)


Compose = Callable[[Mapping[str, int]], Sequence[Block]]


def settle(compose: Compose, width: float, page: float) -> tuple[Page, ...]:
    """Lay out until the page numbers that the text itself names are right.

    `compose` takes the page on which each key stands, empty at first. Text that names no page is right at once. A
    number can move a page only by growing a digit, so that a third round always agrees with the second.
    """
    known: Mapping[str, int] = {}
    pages: tuple[Page, ...] = ()
    for _ in range(3):
        numbers = PageNumbers(known)
        pages = paginate_full(compose(numbers), width, page)
        known = {
            key: number for number, row in enumerate(pages, 1) for placed in row for key in placed.block.anchors()
        }
        if numbers.told_right(known):
            break
    return pages
