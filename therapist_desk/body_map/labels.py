"""Where the grade tags stand: beside their marks, clear of other marks and tags where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 4.0
_CELL = 64
_FARTHER = (16.0, 30.0)

_Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom: plain numbers compare fast


@dataclass(frozen=True, slots=True)
class TagWish:
    """A tag of `size` wanted beside a mark, clear of its centre by `radius`.

    `outward` is +1 where the outer side lies to the right, else -1.
    """

    centre: QPointF
    radius: float
    size: QSizeF
    outward: int


@dataclass(frozen=True, slots=True)
class TagPlace:
    """Where a tag went; `moved` says that it stands off and needs a leader to its mark."""

    rect: QRectF
    moved: bool


def place_tags(wishes: Sequence[TagWish], marks: Sequence[tuple[QPointF, float]], bounds: QRectF) -> list[TagPlace]:
    """Place each tag in turn at the best free place: outer side, inner side, below, above, then farther off.

    `marks` are the centres and radii of all symbols. The same input gives the same places. Where nothing is
    free the outer side is taken: a covered tag is better than one that seems to belong elsewhere.
    """
    taken = _Taken()
    for centre, radius in marks:
        x, y = centre.x(), centre.y()
        taken.add((x - radius, y - radius, x + radius, y + radius))
    window = (bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
    places = []
    for wish in wishes:
        box, moved = _best(wish, taken, window)
        taken.add(box)
        places.append(TagPlace(QRectF(QPointF(box[0], box[1]), wish.size), moved))
    return places


def _best(wish: TagWish, taken: _Taken, window: _Box) -> tuple[_Box, bool]:
    for box, moved in _candidates(wish):
        if _within(box, window) and not taken.overlaps(box):
            return box, moved
    return next(_candidates(wish))


def _candidates(wish: TagWish) -> Iterator[tuple[_Box, bool]]:
    """Give the places to try, best first, and whether each needs a leader."""
    x, y = wish.centre.x(), wish.centre.y()
    half_width, half_height = wish.size.width() / 2, wish.size.height() / 2
    outer, inner = wish.outward, -wish.outward
    for extra in (0.0, *_FARTHER):
        across = wish.radius + GAP + extra + half_width
        along = wish.radius + GAP + extra + half_height
        steps = [(outer * across, 0.0), (inner * across, 0.0), (0.0, along), (0.0, -along)]
        if extra:
            slant = across * 0.8, along * 0.8
            steps += [(side * slant[0], down * slant[1]) for side in (outer, inner) for down in (1, -1)]
        for dx, dy in steps:
            middle_x, middle_y = x + dx, y + dy
            box = (
                middle_x - half_width,
                middle_y - half_height,
                middle_x + half_width,
                middle_y + half_height,
            )
            yield box, extra > 0


def _within(box: _Box, window: _Box) -> bool:
    return box[0] >= window[0] and box[1] >= window[1] and box[2] <= window[2] and box[3] <= window[3]


class _Taken:
    """Boxes kept by the cells that they touch, so that a thousand marks stay quick."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[_Box]] = {}

    def add(self, box: _Box) -> None:
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def overlaps(self, box: _Box) -> bool:
        left, top, right, bottom = box
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if other[0] < right and left < other[2] and other[1] < bottom and top < other[3]:
                    return True
        return False


def _cells(box: _Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // _CELL), int(box[2] // _CELL) + 1):
        for row in range(int(box[1] // _CELL), int(box[3] // _CELL) + 1):
            yield column, row
