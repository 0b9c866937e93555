"""Tables with horizontal rules only: 0.8 under the head, hairlines between rows, 0.6 at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.ink import HAIRLINE, rule
from therapist_desk.reports.typography.rich import CELL, LABEL, Align, Rich

_HEAD_WEIGHT: Final = 0.8
_ROW_WEIGHT: Final = 0.4
_END_WEIGHT: Final = 0.6
_CELL_GAP: Final = 7.0
_WHOLE_ROWS: Final = 8
"""A table of up to so many rows stays on one page."""
_MIN_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column. A `width` of 0 takes what the others leave; `gap` is kept free at its right."""

    head: Rich = ""
    width: float = 0.0
    align: Align = Align.LEFT
    gap: float = _CELL_GAP


@dataclass(frozen=True, slots=True)
class Row:
    """A row of words or small drawings. `ruled` draws the hairline under it; a total has a rule above it."""

    cells: tuple[Rich | Block, ...]
    ruled: bool = True
    total: bool = False


class Table(Block):
    """A table whose head repeats after a break and whose rows never split; a short one stays whole."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        pad: float = 1.45,
        above: float = 0.0,
        middle: bool = False,
        rule_above: bool = False,
    ) -> None:
        self.above = above
        self._columns = tuple(columns)
        self._rows = tuple(rows)
        self._pad = pad
        self._middle = middle
        self._rule_above = rule_above
        styles = [CELL.aligned(column.align) for column in self._columns]
        self._cells = [
            [
                cell if isinstance(cell, Block) else Text(cell, style)
                for cell, style in zip(row.cells, styles, strict=True)
            ]
            for row in self._rows
        ]
        self._heads = [Text(column.head, LABEL.aligned(column.align)) for column in self._columns]
        self._has_head = any(column.head for column in self._columns)
        self._measured: dict[float, _Measured] = {}

    def height(self, width: float) -> float:
        """Give head and rows."""
        measured = self._measure(width)
        return measured.head + sum(measured.rows)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw head, rows and rules."""
        measured = self._measure(width)
        if self._has_head:
            for head, left, room in zip(self._heads, measured.lefts, measured.rooms, strict=True):
                head.draw(canvas, x + left, top - measured.head + 2.4 + head.height(room), room)
            top -= measured.head
            rule(canvas, x, x + width, top, _HEAD_WEIGHT)
        elif self._rule_above:
            rule(canvas, x, x + width, top, _ROW_WEIGHT, HAIRLINE)
        for i, (row, height) in enumerate(zip(self._rows, measured.rows, strict=True)):
            if row.total:
                rule(canvas, x, x + width, top, _HEAD_WEIGHT)
            for cell, left, room in zip(self._cells[i], measured.lefts, measured.rooms, strict=True):
                drop = (height - cell.height(room)) / 2 if self._middle else self._pad
                cell.draw(canvas, x + left, top - drop, room)
            top -= height
            if i == len(self._rows) - 1:
                rule(canvas, x, x + width, top, _END_WEIGHT)
            elif row.ruled and not self._rows[i + 1].total:
                rule(canvas, x, x + width, top, _ROW_WEIGHT, HAIRLINE)

    def split(self, width: float, room: float, page: float) -> tuple[Block, Block] | None:
        """Part between rows, at least two on either side; a short table stays whole."""
        if len(self._rows) <= _WHOLE_ROWS and self.height(width) <= page:
            return None
        measured = self._measure(width)
        used = measured.head
        fit = 0
        while fit < len(self._rows) and used + measured.rows[fit] <= room:
            used += measured.rows[fit]
            fit += 1
        parted = max(0, min(fit, len(self._rows) - _MIN_ROWS))
        while parted and not self._rows[parted - 1].ruled:
            parted -= 1
        if parted >= _MIN_ROWS:
            fit = parted
        elif used + measured.rows[min(fit, len(self._rows) - 1)] <= page:
            return None
        if fit:
            set_rows = [replace(row, cells=tuple(cells)) for row, cells in zip(self._rows, self._cells, strict=True)]
            return self._of(set_rows[:fit], self.above), self._of(set_rows[fit:], 0.0)
        halves = self._split_row(measured.rooms, room - measured.head - 2 * self._pad, page)
        return halves and (self._of(halves[:1], self.above), self._of((halves[1], *self._rows[1:]), 0.0))

    def _split_row(self, rooms: Sequence[float], room: float, page: float) -> tuple[Row, Row] | None:
        """Part the first row, which no page holds, inside its cells."""
        first: list[Rich | Block] = []
        rest: list[Rich | Block] = []
        for cell, wide in zip(self._cells[0], rooms, strict=True):
            parts = None if cell.height(wide) <= room else cell.split(wide, room, page)
            if parts is None and cell.height(wide) > room:
                return None
            first.append(parts[0] if parts else cell)
            rest.append(parts[1] if parts else "")
        return Row(tuple(first), ruled=False), Row(tuple(rest), self._rows[0].ruled)

    def _of(self, rows: Sequence[Row], above: float) -> Table:
        return Table(
            self._columns,
            rows,
            pad=self._pad,
            above=above,
            middle=self._middle,
            rule_above=self._rule_above,
        )

    def _measure(self, width: float) -> _Measured:
        """Measure once for a width: a table is asked for its height by everything that holds it."""
        if width not in self._measured:
            rooms = self._rooms(width)
            self._measured[width] = _Measured(
                lefts=tuple(accumulate((wide for wide, _ in rooms[:-1]), initial=0.0)),
                rooms=tuple(room for _, room in rooms),
                head=3.4 + self._tallest(self._heads, rooms) if self._has_head else 0.0,
                rows=tuple(2 * self._pad + self._tallest(cells, rooms) for cells in self._cells),
            )
        return self._measured[width]

    def _rooms(self, width: float) -> list[tuple[float, float]]:
        """Give the width of each column, and what of it is for its cells."""
        fixed = sum(column.width for column in self._columns)
        free = sum(1 for column in self._columns if not column.width)
        share = (width - fixed) / free if free else 0.0
        widths = [column.width or share for column in self._columns]
        gaps = [*(column.gap for column in self._columns[:-1]), 0.0]
        return [(wide, wide - gap) for wide, gap in zip(widths, gaps, strict=True)]

    @staticmethod
    def _tallest(cells: Iterable[Block], rooms: Iterable[tuple[float, float]]) -> float:
        return max(cell.height(room) for cell, (_, room) in zip(cells, rooms, strict=True))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A table at one width: where columns begin and how wide their cells are, how tall head and rows are."""

    lefts: tuple[float, ...]
    rooms: tuple[float, ...]
    head: float
    rows: tuple[float, ...]
