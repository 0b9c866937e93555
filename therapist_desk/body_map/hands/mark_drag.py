"""Dragging a mark to another place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.domain.findings.mark import moved_shape

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap


class MarkDrag:
    """Carries a point or an area along; the mark itself waits, unseen, until it is dropped."""

    def __init__(self, body_map: MarkingMap, resting: DrawnMark, begun: QPointF) -> None:
        self._map = body_map
        self._resting = resting
        self._begun = begun
        self._dragged: DrawnMark | None = None
        # One made on another figure stands elsewhere than its own numbers say.
        self._here = body_map.mark_layer().carried(resting.mark)
        self._bounds = resting.rect.toAlignedRect()
        self._words = ""
        body_map.lift(resting.mark.id)

    def move(self, at: QPointF) -> None:
        stale, here = self._bounds, self._here
        point = self._map.to_point(self._resting.centre + at - self._begun)
        shape = moved_shape(here.shape, point.x - here.anchor.x, point.y - here.anchor.y)
        self._dragged = self._map.laid_out_alone(replace(here, shape=shape))
        if self._dragged is not None:
            self._bounds = self._dragged.rect.toAlignedRect()
        self._map.repaint_rects([stale, self._bounds])
        region = self._map.figure_view.region_at(point)
        words = region.ref.words if region else ""
        if words != self._words:
            self._words = words
            self._map.region_hovered.emit(words)

    def drop(self, at: QPointF) -> None:
        self.move(at)
        dragged = self._dragged
        self.give_up()
        if dragged is not None:
            self._map.ask_to_move(dragged.mark)

    def give_up(self) -> None:
        self._dragged = None
        self._map.lift("")
        self._map.update()

    def draw(self, painter: QPainter, _rect: QRect) -> None:
        if self._dragged is not None:
            self._map.mark_layer().draw_one(painter, self._dragged)
