"""Drawing an arrow out of a mark: which way a restriction is stuck, or where a trigger point refers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from therapist_desk.body_map.hover import RegionHover
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.referral_arrows import curve_between, draw_curve
from therapist_desk.body_map.marks.referrals import ReferralEnd
from therapist_desk.body_map.marks.symbols import ink_on_figure
from therapist_desk.domain.anatomy import RegionRef
from therapist_desk.domain.findings.mark import Mark

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap

_STEP: Final = 5  # degrees: no hand is finer
_FULL: Final = 360
_EDGE: Final = 8.0


def direction_of(start: QPointF, end: QPointF) -> int:
    """Give the way from `start` to `end` in degrees clockwise from up, in steps of 5."""
    away = end - start
    degrees = math.degrees(math.atan2(away.x(), -away.y()))
    return round(degrees / _STEP) * _STEP % _FULL


class AimDrag:
    """Turns a restriction's arrow towards the pointer."""

    def __init__(self, body_map: MarkingMap, mark: Mark, centre: QPointF, done: Callable[[int], None]) -> None:
        self._map = body_map
        self._mark = mark
        self._centre = centre
        self._done = done
        self._turned: DrawnMark | None = None
        self._line = QRectF(centre, centre)
        self._end = centre
        body_map.lift(mark.id)

    def move(self, at: QPointF) -> None:
        stale = self._line
        turned = replace(self._mark, direction=direction_of(self._centre, at))
        self._turned = self._map.laid_out_alone(turned)
        self._end = at
        self._line = QRectF(self._centre, at).normalized().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        if self._turned is not None:
            self._line = self._line.united(self._turned.rect)
        self._map.repaint_rects([stale.united(self._line).toAlignedRect()])

    def drop(self, at: QPointF) -> None:
        self.give_up()
        self._done(direction_of(self._centre, at))

    def give_up(self) -> None:
        self._turned = None
        self._map.lift("")
        self._map.update()

    def draw(self, painter: QPainter, _rect: QRect) -> None:
        if self._turned is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._map.colours.accent, 1))
        painter.drawLine(self._centre, self._end)
        self._map.mark_layer().draw_one(painter, self._turned)


class ReferDrag:
    """Draws a dashed curve from a trigger point to the region that it refers to.

    With `end` it is that referral's far end that moves, and the arrow as it was waits unseen. `drawn` is None where
    the trigger point lies on another view: then the ring alone moves.
    """

    def __init__(
        self,
        body_map: MarkingMap,
        mark: Mark,
        drawn: DrawnMark | None,
        done: Callable[[RegionRef], None],
        end: ReferralEnd | None = None,
    ) -> None:
        self._map = body_map
        self._mark = mark
        self._start = None if drawn is None else drawn.centre
        self._radius = 0.0 if drawn is None else drawn.radius
        self._done = done
        self._hover = RegionHover()
        self._path: QPainterPath | None = None
        self._bounds = QRectF()
        body_map.lift_end(end)

    def move(self, at: QPointF) -> None:
        stale = self._bounds
        self._path = curve_between(self._start, at, self._radius)
        self._bounds = self._path.boundingRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        self._map.repaint_rects([stale.united(self._bounds).toAlignedRect()])
        region = self._map.figure_view.region_at(self._map.to_point(at))
        if region is None:
            self._map.repaint_rects(self._hover.leave())
        elif region is not self._hover.region:
            self._map.repaint_rects(self._hover.enter(region, self._map.outline_of(region), self._map.fading_edges()))
            self._map.region_hovered.emit(region.ref.words)
        self._map.repaint_rects(self._hover.name_at(at, self._map.rect().toRectF(), self._map.font()))

    def drop(self, at: QPointF) -> None:
        self.give_up()
        region = self._map.figure_view.region_at(self._map.to_point(at))
        if region is None:
            self._map.missed.emit()
        else:
            self._done(region.ref)

    def give_up(self) -> None:
        self._path = None
        self._map.lift_end(None)
        self._map.repaint_rects([self._bounds.toAlignedRect(), *self._hover.leave()])

    def draw(self, painter: QPainter, rect: QRect) -> None:
        self._hover.draw(painter, rect, self._map.colours, self._map.font())
        if self._path is not None and self._bounds.intersects(QRectF(rect)):
            casing = self._map.colours.tones[0]
            draw_curve(painter, self._path, ink_on_figure(self._mark.kind).colour, casing)
