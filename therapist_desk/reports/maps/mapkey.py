"""The key of a map, and the numbers and symbols of its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from therapist_desk.domain.findings.mark import MarkKind
from therapist_desk.domain.symbols import AREA_STYLES, SAMPLE_DIRECTION, rectangle
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.ink import GUTTER, INK, MM
from therapist_desk.reports.maps.panel import NumberedMark, kinds_used
from therapist_desk.reports.maps.panel_drawing import draw_ring_number
from therapist_desk.reports.maps.referral import draw_referral
from therapist_desk.reports.maps.symbols import RADIUS, draw_symbol, fill_area, fill_felt
from therapist_desk.reports.typography.rich import CELL, NOTE, phrase
from therapist_desk.reports.wording.common import (
    APPROXIMATE_KEY,
    AREA_KEY,
    GRADES_KEY,
    KIND_KEY,
    REFERRED_KEY,
    REFERS_KEY,
)

KEY_WIDTH: Final = 37 * MM
_SAMPLE: Final = 19.0
_TAB: Final = 0.58
"""Where the second of two entries begins, as a share of the key's width."""
_PAIR_GAP: Final = 5.0
_Sample: TypeAlias = tuple[MarkKind, bool]
"""A kind, and whether it is its texture that is shown."""
_Entry: TypeAlias = tuple[_Sample | str, Text]


class MapKey:
    """The key of a map, its entries set once: the kinds that occur. Short ones stand side by side if `paired`."""

    def __init__(self, marks: Sequence[NumberedMark], *, paired: bool = False) -> None:
        self._entries = _entries(marks)
        self._paired = paired

    def height(self, width: float = KEY_WIDTH) -> float:
        """Give the height in points; wide ones stand in several columns."""
        each = _column_width(width)
        columns = self._columns(width)
        return max(sum(_row_height(row, each) for row in self._rows(part, each)) for part in columns) + 6

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw it column by column."""
        each = _column_width(width)
        for part in self._columns(width):
            y = top
            for row in self._rows(part, each):
                for entry, left in zip(row, (x, x + each * _TAB), strict=False):
                    _draw_entry(canvas, entry, left, y, x + each - left)
                y -= _row_height(row, each)
            x += each + GUTTER

    def _columns(self, width: float) -> list[list[_Entry]]:
        """Share the entries out over as many columns as the width has."""
        count, wide = _column_count(width), _column_width(width)
        each = sum(_entry_height(entry, wide) for entry in self._entries) / count
        out: list[list[_Entry]] = [[]]
        used = 0.0
        for entry in self._entries:
            if out[-1] and used >= each and len(out) < count:
                out.append([])
                used = 0.0
            out[-1].append(entry)
            used += _entry_height(entry, wide)
        return out

    def _rows(self, entries: Sequence[_Entry], width: float) -> list[list[_Entry]]:
        """Set one or two entries in a row."""
        tab = width * _TAB
        rows: list[list[_Entry]] = []
        for entry in entries:
            beside = self._paired and rows and len(rows[-1]) == 1 and _fits(rows[-1][0], tab - _PAIR_GAP)
            if beside and _fits(entry, width - tab):
                rows[-1].append(entry)
            else:
                rows.append([entry])
        return rows


def _column_width(width: float) -> float:
    """Give the width of each of as many columns as `width` has room for."""
    count = _column_count(width)
    return (width - (count - 1) * GUTTER) / count


def _column_count(width: float) -> int:
    return max(1, int((width + GUTTER + 0.01) / (KEY_WIDTH + GUTTER)))


def _inset(kind: _Sample | str) -> float:
    """Give the room that a sample takes beside its words."""
    return 0.0 if kind in {GRADES_KEY, APPROXIMATE_KEY} else _SAMPLE


def _entry_height(entry: _Entry, width: float) -> float:
    kind, text = entry
    return text.height(width - _inset(kind)) + 1.8


def _row_height(row: Sequence[_Entry], width: float) -> float:
    """Give the height of a row: entries that stand beside each other have one line."""
    return _entry_height(row[0], width)


def _fits(entry: _Entry, width: float) -> bool:
    """Tell whether an entry takes one line of such a width."""
    kind, text = entry
    return len(text.lines(width - _inset(kind))) == 1


def _draw_entry(canvas: Any, entry: _Entry, x: float, y: float, width: float) -> None:
    kind, text = entry
    if isinstance(kind, tuple):
        _draw_sample(canvas, kind, x + 7, y)
    elif kind == REFERRED_KEY:
        fill_felt(canvas, (rectangle(x + 1, y - 4, x + 13, y + 4),))
    elif kind == REFERS_KEY:
        draw_referral(canvas, (x - 1, y - 1), (x + 11, y), radius=0)
    text.draw(canvas, x + _inset(kind), y + 5, width - _inset(kind))


def _entries(marks: Sequence[NumberedMark]) -> list[_Entry]:
    out: list[_Entry] = []
    for kind in kinds_used(marks):
        forms = sorted({marked.textured for marked in marks if marked.mark.kind is kind})
        words = KIND_KEY[kind]
        named = {
            textured: AREA_KEY.format(kind=words) if textured and len(forms) > 1 else words for textured in forms
        }
        out += [((kind, textured), Text(named[textured], NOTE)) for textured in forms]
    if any(marked.mark.refers_to for marked in marks):
        out += [(REFERRED_KEY, Text(REFERRED_KEY, NOTE)), (REFERS_KEY, Text(REFERS_KEY, NOTE))]
    if any(marked.mark.before is not None for marked in marks):
        out.append((GRADES_KEY, Text(phrase(GRADES_KEY), NOTE)))
    if any(marked.approximate for marked in marks):
        out.append((APPROXIMATE_KEY, Text(phrase(APPROXIMATE_KEY), NOTE)))
    return out


def _draw_sample(canvas: Any, sample: _Sample, x: float, y: float) -> None:
    """Draw a kind as the map draws it: its texture, or its symbol."""
    kind, textured = sample
    if textured:
        # Arcs along the edge reach outwards; the sample keeps its size all the same.
        wide, high = (3.8, 2.4) if AREA_STYLES[kind].chord else (5.5, 4.0)
        fill_area(canvas, kind, (rectangle(x - wide, y - high, x + wide, y + high),))
    else:
        draw_symbol(canvas, kind, x, y, RADIUS - 0.4, SAMPLE_DIRECTION)


class RingNumber(Block):
    """A mark's number in its ring, for a table."""

    def __init__(self, number: int) -> None:
        self._number = number

    def height(self, width: float) -> float:
        """One line."""
        return CELL.leading

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw ring and number."""
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.circle(x + 5.8, top - 5.6, 5.2, stroke=1, fill=0)
        draw_ring_number(canvas, self._number, x + 5.8, top - 5.6)


class KindSample(Block):
    """A mark's symbol or texture, for a table."""

    def __init__(self, marked: NumberedMark) -> None:
        self._marked = marked

    def height(self, width: float) -> float:
        """One line."""
        return CELL.leading

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the sample."""
        _draw_sample(canvas, (self._marked.mark.kind, self._marked.textured), x + 7, top - 5.6)
