"""Boxes on the screen, kept by where they lie, so that what is near is found without looking at all of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QRectF

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom: plain numbers compare fast."""

Owner = TypeVar("Owner", bound=Hashable)

_CELL: Final = 32


def box_of(rect: QRectF) -> Box:
    """Give a rectangle as plain numbers."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()


class BoxIndex(Generic[Owner]):
    """Boxes with their owners, kept by the cells that they touch."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, Owner]]] = {}

    def add(self, box: Box, owner: Owner) -> None:
        """Keep a box; an owner may have several."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append((box, owner))

    def remove(self, box: Box, owner: Owner) -> None:
        """Keep a box no more.

        Raises:
            KeyError, ValueError: there is no such box.
        """
        for cell in _cells(box):
            self._cells[cell].remove((box, owner))

    def overlaps(self, box: Box) -> bool:
        """Tell whether any box covers some of this one; to touch is not enough."""
        left, top, right, bottom = box
        cells = self._cells
        for cell in _cells(box):
            for (other_left, other_top, other_right, other_bottom), _ in cells.get(cell, ()):
                if other_left < right and left < other_right and other_top < bottom and top < other_bottom:
                    return True
        return False

    def owners_over(self, box: Box) -> Iterator[Owner]:
        """Give whose boxes cover some of this one, now and then more than once."""
        left, top, right, bottom = box
        cells = self._cells
        for cell in _cells(box):
            for (other_left, other_top, other_right, other_bottom), owner in cells.get(cell, ()):
                if other_left < right and left < other_right and other_top < bottom and top < other_bottom:
                    yield owner


def _cells(box: Box) -> list[tuple[int, int]]:
    rows = range(int(box[1] // _CELL), int(box[3] // _CELL) + 1)
    return [(column, row) for column in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1) for row in rows]
