"""Heads: of the document, of a section with its letter, of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from therapist_desk.reports.layout.flow import Block, Stack, Text
from therapist_desk.reports.layout.ink import ACCENT, INK, MM, rule
from therapist_desk.reports.layout.letterhead import GAP, Logo, logo_now
from therapist_desk.reports.typography.fonts import Face
from therapist_desk.reports.typography.lines import draw_words, one_line
from therapist_desk.reports.typography.rich import CELL, HEAD, LABEL, NOTE, Align, Rich, Span, Style

RAIL: Final = 12 * MM
"""The margin of the insurer's note that holds S, O, A and P."""


_LETTER: Final = Style(17, 20, Face.BOLD)
_SECTION_HEAD: Final = 18.0
_SECTION_ABOVE: Final = 7.0
_ASIDE_GAP: Final = 8.0
_TITLE: Final = Style(17, 20, Face.BOLD)
_BELOW: Final = Style(9, 12)
_SENDER: Final = Style(8.5, 11.2, align=Align.RIGHT)
_ROUNDING: Final = 0.01


class Section(Stack):
    """A titled section, its letter in the rail. Carried over, it says so under the same letter.

    `see` points from its head to what corrects it. An aside for which that leaves no room takes a line of its own.
    """

    def __init__(
        self,
        title: str,
        blocks: Iterable[Block],
        *,
        letter: str = "",
        aside: Rich = "",
        carried: str = "",
        see: str = "",
        above: float = _SECTION_ABOVE,
    ) -> None:
        super().__init__(blocks, above)
        self._title, self._letter, self._aside, self._carried, self._see = title, letter, aside, carried, see
        self._continues = False

    def height(self, width: float) -> float:
        """Give head and content."""
        return self._head(width) + super().height(width)

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
            canvas.bookmark_section(self._title, top)
        draw_words(canvas, self._words(), HEAD, x, top - 13.4)
        head = self._head(width)
        if self._aside and not self._continues:
            draw_words(canvas, self._aside, LABEL, x + width, top - head + _SECTION_HEAD - 13.4, Align.RIGHT)
        super().draw(canvas, x, top - head, width)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part inside the content; the head never stands alone."""
        head = self._head(width)
        parts = Stack(self.blocks).split(width, room - head, page - head)
        if parts is None and len(self.blocks) == 1:
            parts = self.blocks[0].split(width, room - head, page - head)
        return parts and (self._of(parts[0], continues=self._continues), self._of(parts[1], continues=True))

    def closer(self) -> Iterable[Block]:
        """Give the closer settings of its content under the same head."""
        settings = self.blocks[0].closer() if len(self.blocks) == 1 else ()
        return (self._of(setting, continues=self._continues) for setting in settings)

    def _words(self) -> Rich:
        said = (self._carried if self._continues else "", self._see)
        return (Span(self._title), *(Span(f"  {words}", Face.REGULAR) for words in said if words))

    def _head(self, width: float) -> float:
        """Give the height of the head: a line more where words and aside have no room on one."""
        if not self._see or not self._aside or self._continues:
            return _SECTION_HEAD
        used = one_line(self._words(), HEAD).width + _ASIDE_GAP + one_line(self._aside, LABEL).width
        return _SECTION_HEAD + (LABEL.leading if used > width else 0.0)

    def _of(self, block: Block, *, continues: bool) -> Section:
        part = Section(
            self._title,
            (block,),
            letter=self._letter,
            aside=self._aside,
            carried=self._carried,
            see=self._see,
            above=self.above,
        )
        part._continues = continues
        return part


class Mini(Block):
    """A third-level head above a table, with a note beside it."""

    def __init__(self, title: Rich, note: Rich = "", above: float = 5.0) -> None:
        self.above = above
        self._title, self._note = title, note

    def height(self, width: float) -> float:
        """One line."""
        return 12.5

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw head and note on one line."""
        used = draw_words(canvas, self._title, CELL.bold, x, top - 9)
        if self._note:
            draw_words(canvas, self._note, NOTE, x + used + 8, top - 9)


class TitleBlock(Block):
    """The document's name and state at the left, who sends it at the right, the practice's logo in the corner.

    The head is as high as without the logo: where the words need its room, the logo is smaller.
    """

    _SCALES: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)

    def __init__(
        self, title: Rich, below: Rich, sender: Sequence[Rich], sender_width: float, style: Style = _TITLE
    ) -> None:
        self._left = Stack((Text(title, style), *((Text(below, _BELOW, above=1),) if below else ())))
        self._right = tuple(Text(line, _SENDER) for line in sender)
        self._sender_width = sender_width
        self._logo = logo_now()

    def height(self, width: float) -> float:
        """Give the taller side."""
        least = 0.0 if self._logo is None else self._logo.size[1]
        return max(self._height_beside(width, self._sender_width), least)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw both sides, and the logo."""
        right, sender = x + width, self._sender_width
        if self._logo is not None:
            scale = self._scale(self._logo, width)
            self._logo.draw(canvas, right, top, scale)
            taken = self._logo.size[0] * scale + GAP
            right, sender = right - taken, min(sender, self._sender_wide())
            self._left.draw(canvas, x, top, width - taken - sender - _ROUNDING)
        else:
            self._left.draw(canvas, x, top, width - sender)
        Stack(self._right).draw(canvas, right - sender, top, sender)

    def _scale(self, logo: Logo, width: float) -> float:
        """Find how large the logo may be beside the words."""
        room, sender = self.height(width), min(self._sender_width, self._sender_wide())
        fitting = (
            scale
            for scale in self._SCALES
            if self._height_beside(width, sender + logo.size[0] * scale + GAP) <= room + _ROUNDING
        )
        return next(fitting, self._SCALES[-1])

    def _height_beside(self, width: float, taken: float) -> float:
        sender = Stack(self._right).height(self._sender_width)
        return max(self._left.height(width - taken - _ROUNDING), sender)

    def _sender_wide(self) -> float:
        """Measure the longest line of the sender."""
        lines = [line for text in self._right for line in text.lines(self._sender_width)]
        return max((line.width for line in lines), default=0.0) + _ROUNDING
