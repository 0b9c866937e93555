"""The kinds as documents draw them, rendered as a fax machine does: 200 dots to the inch, black or white."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, Final

import pypdfium2
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from therapist_desk.domain.findings.mark import AREA_KINDS, MarkKind
from therapist_desk.domain.symbols import SAMPLE_DIRECTION, circle, rectangle
from therapist_desk.reports.maps.symbols import RADIUS, draw_symbol, fill_area
from tools.mark_kinds.bits import Bits, black_where
from tools.mark_kinds.names import NAMES

DPI: Final = 200
_POINTS: Final = 72.0
_CELL: Final = 24.0
_AREA: Final = 18.0
_WIDTH, _ROW, _HEAD, _TEXT = 210.0, 22.0, 16.0, 7.5
_COLUMNS: Final = (110.0, 145.0, 183.0)


def fax_of_symbol(kind: MarkKind) -> Bits:
    """Give a kind's symbol as it comes out of a fax machine."""
    return _fax(_CELL, _CELL, lambda canvas: draw_symbol(canvas, kind, _CELL / 2, _CELL / 2, RADIUS))


def fax_of_area(kind: MarkKind) -> Bits:
    """Give the texture of a kind that covers areas, likewise."""
    return _fax(_CELL, _CELL, lambda canvas: _box(canvas, kind, _CELL / 2, _CELL / 2, _AREA, _AREA))


def fax_sheet() -> QImage:
    """Give all kinds on one sheet, as it comes out of a fax machine."""
    bits = _fax(_WIDTH, _HEAD + _ROW * len(MarkKind), _draw_sheet)
    picture = QImage(bits.width, len(bits.rows), QImage.Format.Format_Grayscale8)
    picture.fill(255)
    for y, row in enumerate(bits.rows):
        for x in range(bits.width):
            if row >> x & 1:
                picture.setPixel(x, y, 0xFF000000)
    return picture


def _draw_sheet(canvas: Any) -> None:
    canvas.setFont("Helvetica", _TEXT)
    top = _HEAD + _ROW * len(MarkKind)
    for x, words in zip(_COLUMNS, ("point", "area", "region"), strict=True):
        canvas.drawCentredString(x, top - 11, words)
    for row, kind in enumerate(MarkKind):
        y = top - _HEAD - _ROW * (row + 0.5)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", _TEXT)
        canvas.drawString(4, y - 2.5, NAMES[kind])
        draw_symbol(canvas, kind, _COLUMNS[0], y, RADIUS, SAMPLE_DIRECTION)
        if kind in AREA_KINDS:
            fill_area(canvas, kind, (circle(_COLUMNS[1], y, 14, 8),))
            _box(canvas, kind, _COLUMNS[2], y, 34, 16)


def _box(canvas: Any, kind: MarkKind, x: float, y: float, width: float, height: float) -> None:
    left, low = x - width / 2, y - height / 2
    fill_area(canvas, kind, (rectangle(left, low, left + width, low + height),))


def _fax(width: float, height: float, draw: Callable[[Any], None]) -> Bits:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=True)
    draw(canvas)
    canvas.save()
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        picture = document[0].render(scale=DPI / _POINTS, grayscale=True)
        return black_where(picture.width, picture.height, bytes(picture.buffer), picture.stride)
    finally:
        document.close()
