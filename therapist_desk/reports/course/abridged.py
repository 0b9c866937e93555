"""Long texts of a note in a document that has only so much room: their beginning, and where they go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_ENDS: Final = (". ", "? ", "! ", "; ")
_GOES_ON: Final = " …"


def abridged(text: str, most: int | None) -> str:
    """Give `text` as it is, or its first sentences of at most `most` characters, with a sign that it goes on."""
    if most is None or len(text) <= most:
        return text
    whole = max(text.rfind(end, 0, most) for end in _ENDS) + 1
    end = whole if 2 * whole > most else text.rfind(" ", 0, most)
    return text[: end if end > 0 else most].rstrip() + _GOES_ON


def first_lines(lines: Sequence[str], most: int | None) -> list[str]:
    """Give the lines of a text as far as `most` characters go, the last of them abridged."""
    told: list[str] = []
    left = most
    for line in lines:
        if left is not None and left <= 0:
            break
        told.append(abridged(line, left))
        left = None if left is None else left - len(line)
    return told
