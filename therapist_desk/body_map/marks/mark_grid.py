"""What a click hits: marks by the cell that their middle lies in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QPointF

_CELL: Final = 32.0

Found = TypeVar("Found")


class MarkGrid(Generic[Found]):
    """Things with their middles, in the order in which they are drawn."""

    def __init__(self, things: Iterable[tuple[QPointF, Found]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, float, float, Found]]] = {}
        for place, (centre, thing) in enumerate(things):
            x, y = centre.x(), centre.y()
            self._cells.setdefault((int(x // _CELL), int(y // _CELL)), []).append((-place, x, y, thing))

    def nearest(self, pixel: QPointF, reach: float) -> Found | None:
        """Give the first of those that lie within `reach`: this is asked for at every move of a hand."""
        x, y, cells = pixel.x(), pixel.y(), self._cells
        least, top, best = reach * reach, 1, None
        rows = range(int((y - reach) // _CELL), int((y + reach) // _CELL) + 1)
        for column in range(int((x - reach) // _CELL), int((x + reach) // _CELL) + 1):
            for row in rows:
                for place, there_x, there_y, thing in cells.get((column, row), ()):
                    across, along = there_x - x, there_y - y
                    distance = across * across + along * along
                    if distance < least or (distance == least and place < top):
                        least, top, best = distance, place, thing
        return best

    def near(self, pixel: QPointF, reach: float) -> list[Found]:
        """Give what lies within `reach`, the nearest first and of equals the topmost."""
        x, y, most, cells = pixel.x(), pixel.y(), reach * reach, self._cells
        rows = range(int((y - reach) // _CELL), int((y + reach) // _CELL) + 1)
        found = [
            (distance, place, thing)
            for column in range(int((x - reach) // _CELL), int((x + reach) // _CELL) + 1)
            for row in rows
            for place, there_x, there_y, thing in cells.get((column, row), ())
            if (distance := (there_x - x) * (there_x - x) + (there_y - y) * (there_y - y)) <= most
        ]
        # Places differ, so that the things themselves are never compared.
        found.sort()
        return [thing for *_, thing in found]
