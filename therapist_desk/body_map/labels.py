"""Where the grade tags stand: beside their marks, clear of other marks and tags where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 4.0
_CELL = 64
_FARTHER = (16.0, 30.0)


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
        taken.add(_around(centre, radius))
    places = []
    for wish in wishes:
        place = _best(wish, taken, bounds)
        taken.add(place.rect)
        places.append(place)
    return places


def _best(wish: TagWish, taken: _Taken, bounds: QRectF) -> TagPlace:
    candidates = list(_candidates(wish))
    for place in candidates:
        if bounds.contains(place.rect) and not taken.overlaps(place.rect):
            return place
    return candidates[0]


def _candidates(wish: TagWish) -> Iterator[TagPlace]:
    reach = wish.radius + GAP
    width, height = wish.size.width(), wish.size.height()
    outer, inner = wish.outward, -wish.outward
    for extra in (0.0, *_FARTHER):
        across = reach + extra + width / 2
        along = reach + extra + height / 2
        steps = [(outer * across, 0.0), (inner * across, 0.0), (0.0, along), (0.0, -along)]
        if extra:
            slant = across * 0.8, along * 0.8
            steps += [(x * slant[0], y * slant[1]) for x in (outer, inner) for y in (1, -1)]
        for dx, dy in steps:
            corner = QPointF(wish.centre.x() + dx - width / 2, wish.centre.y() + dy - height / 2)
            yield TagPlace(QRectF(corner, wish.size), moved=extra > 0)


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


class _Taken:
    """Rectangles kept by the cells that they touch, so that a thousand marks stay quick."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[QRectF]] = {}

    def add(self, rect: QRectF) -> None:
        for cell in _cells(rect):
            self._cells.setdefault(cell, []).append(rect)

    def overlaps(self, rect: QRectF) -> bool:
        return any(other.intersects(rect) for cell in _cells(rect) for other in self._cells.get(cell, ()))


def _cells(rect: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.left() // _CELL), int(rect.right() // _CELL) + 1):
        for row in range(int(rect.top() // _CELL), int(rect.bottom() // _CELL) + 1):
            yield column, row
