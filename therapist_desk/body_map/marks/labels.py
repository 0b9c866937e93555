"""Where the grade tags stand: beside their marks, clear of other marks and tags where there is room."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSizeF

from therapist_desk.body_map.marks.boxes import Box, BoxIndex, box_of

GAP = 4.0
_FARTHER = (16.0, 30.0)

Spot: TypeAlias = tuple[QPointF, float]
"""A symbol's centre and radius."""


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


class TagLayout:
    """The tags of many marks, each of which may change without the others being placed anew.

    A tag takes the best free place: outer side, inner side, below, above, then farther off. Where nothing is free
    the outer side is taken: a covered tag is better than one that seems to belong elsewhere.

    Tags keep their places while marks come and go; only one that a new symbol would cover makes way for it, unless
    it had found no free place before. None is placed over `closed`.
    """

    def __init__(self, bounds: QRectF, closed: Sequence[QRectF] = ()) -> None:
        self.places: dict[Hashable, TagPlace] = {}
        self._window = (bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
        self._wishes: dict[Hashable, TagWish] = {}
        self._symbols: dict[Hashable, Box] = {}
        self._tags: dict[Hashable, Box] = {}
        self._covered: set[Hashable] = set()
        self._taken: BoxIndex[Hashable] = BoxIndex()
        for rect in closed:
            if not rect.isEmpty():
                self._taken.add(box_of(rect), "closed")

    def change(self, changes: Mapping[Hashable, tuple[Spot | None, TagWish | None]]) -> set[Hashable]:
        """Set the symbols and the wishes of these marks, None where there is none; give whose tags have moved."""
        before = {key: self.places.get(key) for key in changes}
        for key in changes:
            self._forget(key)
        displaced: dict[Hashable, TagWish] = {}
        for key, (spot, _) in changes.items():
            if spot is not None:
                (x, y), radius = (spot[0].x(), spot[0].y()), spot[1]
                box = self._symbols[key] = (x - radius, y - radius, x + radius, y + radius)
                for other in self._taken.owners_over(box):
                    if other in self.places and other not in self._covered:
                        displaced[other] = self._wishes[other]
                        before[other] = self.places[other]
                self._taken.add(box, key)
        for key in displaced:
            self._drop_tag(key)
        wishes = {key: wish for key, (_, wish) in changes.items() if wish is not None}
        for key, wish in (displaced | wishes).items():
            self._place(key, wish)
        return {key for key, place in before.items() if place != self.places.get(key)}

    def _place(self, key: Hashable, wish: TagWish) -> None:
        free = self._free(wish)
        if free is None:
            self._covered.add(key)
        box, moved = free or next(_candidates(wish))
        self._taken.add(box, key)
        self._wishes[key] = wish
        self._tags[key] = box
        self.places[key] = TagPlace(QRectF(QPointF(box[0], box[1]), wish.size), moved)

    def _free(self, wish: TagWish) -> tuple[Box, bool] | None:
        for box, moved in _candidates(wish):
            if _within(box, self._window) and not self._taken.overlaps(box):
                return box, moved
        return None

    def _forget(self, key: Hashable) -> None:
        symbol = self._symbols.pop(key, None)
        if symbol is not None:
            self._taken.remove(symbol, key)
        self._drop_tag(key)

    def _drop_tag(self, key: Hashable) -> None:
        if key in self.places:
            del self.places[key], self._wishes[key]
            self._taken.remove(self._tags.pop(key), key)
            self._covered.discard(key)


def _candidates(wish: TagWish) -> Iterator[tuple[Box, bool]]:
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


def _within(box: Box, window: Box) -> bool:
    return box[0] >= window[0] and box[1] >= window[1] and box[2] <= window[2] and box[3] <= window[3]
