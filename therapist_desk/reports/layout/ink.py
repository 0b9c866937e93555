"""Colours and rules of documents. Text and data are black: grey or coloured text breaks into dots on a fax."""

from __future__ import annotations

from typing import Any, Final

from reportlab.lib.colors import HexColor, black, white

INK: Final = black
PAPER: Final = white
ACCENT: Final = HexColor("#0B3B4C")
HAIRLINE: Final = HexColor("#8C9599")
MM: Final = 72 / 25.4
COLUMNS: Final = 12
GUTTER: Final = 4 * MM
LIVE_WIDTH: Final = 178 * MM
ABOVE_FORM: Final = 14.0
"""Space before what is filled in by hand."""


def columns(count: int) -> float:
    """Give the width of `count` of the page's twelve columns with the gutters between them."""
    one = (LIVE_WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS
    return count * one + (count - 1) * GUTTER


def rule(canvas: Any, x0: float, x1: float, y: float, weight: float, colour: Any = INK) -> None:
    """Draw a horizontal rule."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(x0, y, x1, y)
