"""The CMS-1500 (02/12): its values by box on a page to read, and as text for the pre-printed form."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from therapist_desk.domain.bill import Bill
from therapist_desk.domain.claim_form import BY_HAND, Entry, entries
from therapist_desk.reports import claim_words as say
from therapist_desk.reports.canvas import DocumentCanvas
from therapist_desk.reports.flow import Block, Text
from therapist_desk.reports.fonts import Face, font
from therapist_desk.reports.formats import day
from therapist_desk.reports.heads import Section, TitleBlock
from therapist_desk.reports.ink import MM
from therapist_desk.reports.lines import draw_words
from therapist_desk.reports.page import FileWords, Frame, Paper, render
from therapist_desk.reports.rich import NOTE, Rich, Style, bold, joined, phrase, value
from therapist_desk.reports.soap_parts import Sealed, page_words
from therapist_desk.reports.table import Column, Row, Table
from therapist_desk.reports.words import CONTINUED, PRODUCT

COLUMN: Final = 7.2
"""Ten characters to the inch."""
LINE: Final = 12.0
"""Six lines to the inch."""
LEFT: Final = 20.0
TOP: Final = 24.0
"""Where the grid begins on the sheet, in points; the usual margins of the implementation named in the domain."""
_TYPE: Final = Style(10, 12, Face.MONO)
_SHEET: Final = (612.0, 792.0)
_SENDER: Final = 62 * MM


def claim_values(bill: Bill, paper: Paper) -> bytes:
    """Set the values by box as a page to key in from; that of a draft is marked as one.

    Raises:
        FormFullError: one form does not hold them.
        GlyphsMissingError: no font here draws some of its characters.
    """
    found = entries(bill)
    sealed = Sealed(record=bill.record, seal=bill.basis.seal)
    frame = Frame(page_words(sealed, (), say.TITLE), paper)
    visit = bill.record.visit
    words = FileWords(
        title=say.SUBJECT.format(number=visit.number, day=day(visit.service_date)), author=PRODUCT, subject=say.TITLE
    )

    def compose(pages: Mapping[str, int]) -> list[Block]:
        practice = bill.record.practice
        state = joined([say.BELOW, *sealed.state(pages)], " · ")
        shape = (Column(say.BOX, 22 * MM), Column(say.NAME, 62 * MM), Column(say.VALUE))
        by_hand = [Row((bold(box), what)) for box, what in BY_HAND]
        return [
            TitleBlock(say.TITLE, state, [bold(practice.name)], _SENDER),
            Section(say.VALUES, (Table(shape, _rows(found), pad=1.3),), above=10, carried=CONTINUED),
            Section(
                say.TO_WRITE,
                (Table((Column(say.BOX, 22 * MM), Column(say.WHAT)), by_hand, pad=1.3, whole=False),),
                aside=say.NOT_HELD,
                carried=CONTINUED,
            ),
            Text(say.NOTE, NOTE, above=5),
        ]

    return render(compose, frame, words)


def claim_print(bill: Bill, *, right: float = 0.0, down: float = 0.0) -> bytes:
    """Set the values as text where the pre-printed form has its boxes; `right` and `down` move it all, in points.

    What is longer than its box is left out, for a hand to write: the page of values says so.

    Raises:
        FormFullError: one form does not hold them.
        GlyphsMissingError: no font here draws some of its characters.
    """
    out, canvas = _sheet(say.PRINT_TITLE)
    for entry in entries(bill):
        if entry.fits:
            _put(canvas, entry.value, entry.line, entry.column, right, down)
    return _done(out, canvas)


def _rows(found: Sequence[Entry]) -> list[Row]:
    """One row a box, and one for each service in boxes 24: lines of an address stand under each other."""
    ordered = sorted(found, key=lambda entry: (*say.order(entry.box, entry.line), entry.line, entry.column))
    rows = []
    for (box, _), parts in groupby(ordered, key=lambda entry: say.row_of(entry.box, entry.line)):
        listed = list(parts)
        lines = ["  ".join(part.shown for part in line) for _, line in groupby(listed, key=_line)]
        words: Rich = value("\n".join(lines))
        long = ", ".join(f"{part.shown} ({part.width})" for part in listed if not part.fits)
        if long:
            words = joined([words, phrase(say.TOO_LONG, values=long)], "\n")
        rows.append(Row((bold(box), say.NAMES[box], words)))
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
    x = LEFT + (column - 1) * COLUMN + right
    y = _SHEET[1] - TOP - line * LINE - down
    if not font(Face.MONO).covers(text):
        draw_words(canvas, text, _TYPE, x, y)
        return
    drawing = canvas.beginText(x, y)
    drawing.setFont(Face.MONO.value, _TYPE.size)
    drawing.setCharSpace(COLUMN - font(Face.MONO).stringWidth("0", _TYPE.size))
    drawing.textOut(text)
    drawing.setCharSpace(0)
    canvas.drawText(drawing)


def _done(out: io.BytesIO, canvas: Any) -> bytes:
    canvas.showPage()
    canvas.save()
    return out.getvalue()
