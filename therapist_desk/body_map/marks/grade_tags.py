"""The grades beside the marks of one view: what each tag says, how wide it is, what it keeps off, and drawing it.

Which place is free is found by `labels`.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.labels import GAP, Spot, TagLayout, TagPlace, TagWish
from therapist_desk.body_map.marks.mark_trim import TAG_WIDTH, tag_font, tag_size
from therapist_desk.body_map.marks.sprites import Sprites, TagSprites
from therapist_desk.body_map.marks.symbols import ink_on_figure
from therapist_desk.domain.findings.mark import Mark

GRADE_ROOM = 24.0
"""Pixels beside a symbol that a grade of two digits takes."""
_RING_REACH = 6.0
_MOST_HIDDEN = 0.5  # of an area; where its tag would hide more it stands beside it


def grade_text(mark: Mark) -> str:
    """Give what the tag says: "7", or "7→3" once a grade after treatment is set."""
    if mark.after is None:
        return "" if mark.before is None else str(mark.before)
    return f"{'' if mark.before is None else mark.before}→{mark.after}"


class GradeTags:
    """The tags of one view's marks, outward from its `middle` and within `bounds`; none stands in `closed`.

    The marks' symbols, of one `radius`, are drawn by `sprites`.
    """

    def __init__(
        self,
        sprites: Sprites,
        radius: float,
        bounds: QRectF,
        middle: float,
        font: QFont,
        closed: Sequence[QRectF] = (),
    ) -> None:
        self._sprites = sprites
        self._radius = radius
        self._bounds = bounds
        self._middle = middle
        self._closed = closed
        letters = tag_font(font)
        self._metrics = QFontMetricsF(letters)
        self._tag_sprites = TagSprites(letters)
        self._layout = TagLayout(bounds, closed)

    def change(self, changed: Iterable[DrawnMark], gone: Iterable[str], selected: Collection[str]) -> list[str]:
        """Place the tags of marks that have changed, and forget those `gone`; give whose tags have moved."""
        wanted: dict[Hashable, tuple[Spot | None, TagWish | None]] = dict.fromkeys(gone, (None, None))
        for drawn in changed:
            wanted[drawn.mark.id] = self._wanted(drawn, selected)
        return [str(mark_id) for mark_id in self._layout.change(wanted)]

    def place_of(self, mark_id: str) -> TagPlace | None:
        """Give where a mark's tag stands; None without a tag."""
        return self._layout.places.get(mark_id)

    def place_alone(self, drawn: DrawnMark, selected: Collection[str]) -> TagPlace | None:
        """Give where a mark's tag would stand if there were no other mark."""
        layout = TagLayout(self._bounds, self._closed)
        layout.change({drawn.mark.id: self._wanted(drawn, selected)})
        return layout.places.get(drawn.mark.id)

    def draw(self, painter: QPainter, drawn: DrawnMark, ratio: float) -> None:
        """Draw a mark's tag where it was placed; a leader, under the symbol, joins one that stands off."""
        if drawn.tag is None:
            return
        rect = drawn.tag.rect
        if drawn.tag.moved:
            painter.setPen(QPen(ink_on_figure(drawn.mark.kind).colour, 1))
            painter.drawLine(drawn.centre, rect.center())
            self._sprites.draw(painter, drawn.mark.kind, drawn.centre, drawn.mark.direction, ratio)
        self._tag_sprites.draw(painter, rect, grade_text(drawn.mark), _change(drawn.mark), ratio)

    def _wanted(self, drawn: DrawnMark, selected: Collection[str]) -> tuple[Spot | None, TagWish | None]:
        spot = None if drawn.textured else (drawn.centre, self._radius)
        return spot, self._wish(drawn, selected)

    def _wish(self, drawn: DrawnMark, selected: Collection[str]) -> TagWish | None:
        mark, centre = drawn.mark, drawn.centre
        text = grade_text(mark)
        if not text or not self._bounds.contains(centre):
            return None
        outward = 1 if centre.x() >= self._middle else -1
        size = tag_size(self._metrics, text, changed=_change(mark) != 0)
        return TagWish(centre, self._reach(drawn, size, selected), size, outward)

    def _reach(self, drawn: DrawnMark, size: QSizeF, selected: Collection[str]) -> float:
        """Give how far a tag keeps from a mark: off its symbol and ring, off a small area, on the middle of one."""
        if drawn.textured and drawn.shape is not None:
            box = drawn.shape.boundingRect()
            tag = QRectF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2, *size.toTuple())
            hidden, whole = tag.intersected(box), box.width() * box.height()
            if hidden.width() * hidden.height() > _MOST_HIDDEN * whole:
                return max(box.width(), box.height()) / 2
            return -TAG_WIDTH / 2 - GAP
        return self._radius + (_RING_REACH if drawn.mark.id in selected else 0)


def _change(mark: Mark) -> int:
    return 0 if mark.before is None or mark.after is None else mark.after - mark.before
