"""Lengths as shares of a symbol's radius."""

from __future__ import annotations

from typing import Final

DRAWN_AT: Final = 8.5
"""The radius in pixels for which the table of marks gives its lengths."""


def px(length: float) -> float:
    """Give a length of the table of marks in radii."""
    return length / DRAWN_AT
