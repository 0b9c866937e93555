"""The CMS-1500 (02/12): its values by box on a page to read, and as text for the pre-printed form."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from therapist_desk.domain.claims.bill import Bill
from therapist_desk.domain.claims.form import forms
from therapist_desk.domain.claims.grid import Entry, Place, all_places
from therapist_desk.domain.claims.open_boxes import open_boxes
from therapist_desk.domain.claims.sheets import left_off
from therapist_desk.domain.record import Sealed
from therapist_desk.reports.layout.canvas import DocumentCanvas
from therapist_desk.reports.layout.flow import Block, Text
from therapist_desk.reports.layout.heads import Section, TitleBlock
from therapist_desk.reports.layout.ink import MM
from therapist_desk.reports.layout.page import FileWords, Frame, Paper, render
from therapist_desk.reports.layout.table import Column, Row, Table
from therapist_desk.reports.parts.soap import page_words, signed_state
from therapist_desk.reports.superbill import amended_words
from therapist_desk.reports.typography.fonts import Face, font
from therapist_desk.reports.typography.lines import draw_words
from therapist_desk.reports.typography.rich import NOTE, Rich, Style, bold, joined, phrase, value
from therapist_desk.reports.wording import claim as say
from therapist_desk.reports.wording.common import CONTINUED, PRODUCT
from therapist_desk.reports.wording.formats import day

COLUMN: Final = 7.2
"""Ten characters to the inch."""
LINE: Final = 12.0
"""Six lines to the inch."""
LEFT: Final = 21.4
TOP: Final = 20.7
"""Where the grid begins on the sheet, in points: measured on the form 02/12, as told in `claim_grid`."""
_TYPE: Final = Style(10, 12, Face.MONO)
_SHEET: Final = (612.0, 792.0)
_SENDER: Final = 62 * MM
_SMALL: Final = Style(7, 8)
_BELOW: Final = 2.5
"""How far a room reaches below its base line."""
_ARM: Final = 9.0
_WIDE: Final = 7
_LABELLED: Final[Mapping[str, str]] = MappingProxyType(
    {key: key for key in all_places() if all_places()[key].width >= _WIDE and not key.startswith("24 ")}
    | {f"24 {at} 24J": f"24J, line {at}" for at in range(1, 7)}
)
"""What the page for lining up names: the rooms that are wide enough, and the end of each line of services."""


def claim_values(bill: Bill, paper: Paper) -> bytes:
    """Set the values by box as a page to key in from; that of a draft is marked as one.

    Raises:
        NoPayerError: nobody is asked to pay.
        GlyphsMissingError: no font here draws some of its characters.
    """
    found = forms(bill)
    sealed = Sealed(record=bill.record, seal=bill.basis.seal)
    frame = Frame(page_words(sealed, (), say.TITLE), paper)
    visit = bill.record.visit
    words = FileWords(
        title=say.SUBJECT.format(number=visit.number, day=day(visit.service_date)), author=PRODUCT, subject=say.TITLE
    )

    def compose(pages: Mapping[str, int]) -> list[Block]:
        practice = bill.record.practice
        state = joined([say.BELOW, *signed_state(sealed, pages)], " · ")
        shape = (Column(say.BOX, 22 * MM), Column(say.NAME, 62 * MM), Column(say.VALUE))
        still_open = [Row((bold(each.box), each.what, each.where or say.ON_THE_FORM)) for each in open_boxes(bill)]
        return [
            TitleBlock(say.TITLE, state, [bold(practice.name)], _SENDER),
            *_values(found, shape),
            *_left_off(bill),
            *_still_open(still_open),
            *([Text(amended_words(bill.basis), NOTE, above=5)] if bill.basis.amended else []),
            _left_empty(),
            Text(say.NOTE, NOTE, above=5),
        ]

    return render(compose, frame, words)


def claim_print(bill: Bill, *, right: float = 0.0, down: float = 0.0) -> bytes:
    """Set the values as text where the pre-printed form has its boxes; `right` and `down` move it all, in points.

    Each form of the claim is a page.

    What is longer than its box is left out, for a hand to write: the page of values says so.

    Raises:
        NoPayerError: nobody is asked to pay.
        GlyphsMissingError: no font here draws some of its characters.
    """
    out, canvas = _sheet(say.PRINT_TITLE)
    for page, found in enumerate(forms(bill)):
        if page:
            canvas.showPage()
        for entry in found:
            if entry.fits:
                _put(canvas, entry.value, entry.line, entry.column, right, down)
    return _done(out, canvas)


def claim_alignment(*, right: float = 0.0, down: float = 0.0) -> bytes:
    """Set a page to hold against the pre-printed form: the room of each value, and crosses at the grid's corners.

    `right` and `down` move it all, in points, as they move a claim.
    """
    out, canvas = _sheet(say.ALIGN_TITLE)
    canvas.setLineWidth(0.3)
    for place in all_places().values():
        x, y = _corner(place, right, down)
        canvas.rect(x, y - _BELOW, place.width * COLUMN, LINE - 1)
    for line in (1, 61):
        for column in (1, 81):
            _cross(canvas, *_corner(Place(line, column, 1), right, down))
    for key, label in _LABELLED.items():
        _put_small(canvas, label, all_places()[key], right, down)
    millimetres = say.ALIGN_MOVED.format(right=f"{right / MM:+.1f}", down=f"{down / MM:+.1f}")
    for place, words in zip((Place(62, 4, 1), Place(63, 4, 1)), (say.ALIGN_HOW, millimetres), strict=True):
        x, y = _corner(place, right, down)
        draw_words(canvas, words, _SMALL, x, y)
    return _done(out, canvas)


def _values(found: Sequence[Sequence[Entry]], shape: Sequence[Column]) -> list[Section]:
    """Set a table for each form; those after the first name only what differs from the one before."""
    if len(found) == 1:
        return [_table(say.VALUES, found[0], shape)]
    said: list[Section] = []
    for place, each in enumerate(found):
        before = set(found[place - 1]) if place else set()
        changed = {entry.box for entry in set(each) ^ before}
        differing = [entry for entry in each if entry.box in changed]
        title = say.VALUES_OF.format(number=place + 1, count=len(found))
        said.append(_table(title, differing, shape, say.AS_BEFORE if place else ""))
    return said


def _table(title: str, entries: Sequence[Entry], shape: Sequence[Column], aside: str = "") -> Section:
    return Section(title, (Table(shape, _rows(entries), pad=1.4),), aside=aside, above=10, carried=CONTINUED)


def _left_off(bill: Bill) -> list[Block]:
    codes = ", ".join(each.code for each in left_off(bill))
    return [Text(say.LEFT_OFF.format(codes=codes), NOTE, above=5)] if codes else []


def _still_open(rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return [Text(say.ALL_SAID, NOTE, above=8)]
    shape = (Column(say.BOX, 22 * MM), Column(say.WHAT), Column(say.WHERE, 52 * MM))
    table = Table(shape, rows, pad=1.4)
    return [Section(say.TO_WRITE, (table,), aside=say.NOT_HELD, carried=CONTINUED)]


def _left_empty() -> Section:
    rows = [Row((bold(boxes), why)) for boxes, why in say.EMPTY_BOXES]
    shape = (Column(say.BOX, 42 * MM), Column(say.FOR))
    return Section(say.EMPTY, (Table(shape, rows, pad=1.4),), carried=CONTINUED)


def _rows(found: Sequence[Entry]) -> list[Row]:
    """One row a box, and one for each service in boxes 24: lines of an address stand under each other."""
    ordered = sorted(found, key=lambda entry: (*say.order(entry.box, entry.line), entry.line, entry.column))
    rows = []
    for (box, at), parts in groupby(ordered, key=lambda entry: say.row_of(entry.box, entry.line)):
        listed = list(parts)
        lines = ["  ".join(part.shown for part in line) for _, line in groupby(listed, key=_line)]
        words: Rich = value("\n".join(lines))
        long = ", ".join(f"{part.shown} ({part.width})" for part in listed if not part.fits)
        if long:
            words = joined([words, phrase(say.TOO_LONG, values=long)], "\n")
        rows.append(Row((bold(box), say.name_of(box, at), words)))
    return rows


def _line(entry: Entry) -> int:
    return entry.line


def _sheet(title: str) -> tuple[io.BytesIO, DocumentCanvas]:
    out = io.BytesIO()
    canvas = DocumentCanvas(out, _SHEET, face=Face.MONO)
    canvas.setTitle(title)
    canvas.setAuthor(PRODUCT)
    return out, canvas


def _put(canvas: Any, text: str, line: int, column: int, right: float, down: float) -> None:
    """Write from a place of the grid, a character a column; other scripts, which have no such columns, run on."""
    x, y = _corner(Place(line, column, 1), right, down)
    if not font(Face.MONO).covers(text):
        draw_words(canvas, text, _TYPE, x, y)
        return
    drawing = canvas.beginText(x, y)
    drawing.setFont(Face.MONO.value, _TYPE.size)
    drawing.setCharSpace(COLUMN - font(Face.MONO).stringWidth("0", _TYPE.size))
    drawing.textOut(text)
    drawing.setCharSpace(0)
    canvas.drawText(drawing)


def _corner(place: Place, right: float, down: float) -> tuple[float, float]:
    """Give the left end of a room's base line, in points from the sheet's lower left corner."""
    return LEFT + (place.column - 1) * COLUMN + right, _SHEET[1] - TOP - place.line * LINE - down


def _cross(canvas: Any, x: float, y: float) -> None:
    canvas.line(x - _ARM, y, x + _ARM, y)
    canvas.line(x, y - _ARM, x, y + _ARM)


def _put_small(canvas: Any, words: str, place: Place, right: float, down: float) -> None:
    x, y = _corner(place, right, down)
    draw_words(canvas, words, _SMALL, x + 1, y)


def _done(out: io.BytesIO, canvas: Any) -> bytes:
    canvas.showPage()
    canvas.save()
    return out.getvalue()
