"""The mouse on the map: pointing, placing, choosing, dragging a mark, moving the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from therapist_desk.body_map.hover import RegionHover
from therapist_desk.body_map.mark_layer import DrawnMark
from therapist_desk.domain.mark import Mark, Point

if TYPE_CHECKING:
    from therapist_desk.body_map.widget import BodyMap

_REACH_SELECTING = 13.0
_REACH_PLACING = 9.0


@dataclass(slots=True)
class _Press:
    """A button held down: where, on which mark, and whether it has become a drag."""

    at: QPointF
    last: QPointF
    drawn: DrawnMark | None = None
    panning: bool = False
    dragging: bool = False


class MapPointer:
    """Turns presses and moves, in the map's own pixels, into what the map is asked to do."""

    def __init__(self, body_map: BodyMap) -> None:
        self._map = body_map
        self._press: _Press | None = None
        self._dragged: DrawnMark | None = None
        self._hover = RegionHover()
        self._grabs = False

    def grab_picture(self, *, grabs: bool) -> None:
        """Let the left button move the picture, as while the space bar is held."""
        self._grabs = grabs
        self.show_cursor()

    def press(self, at: QPointF, button: Qt.MouseButton) -> None:
        """Begin a gesture."""
        if button is Qt.MouseButton.MiddleButton or (button is Qt.MouseButton.LeftButton and self._grabs):
            self._press = _Press(at, at, panning=True)
            self._map.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button is Qt.MouseButton.LeftButton:
            elsewhere = self._map.mini_map_point(at)
            if elsewhere is not None:
                self._map.centre_on(elsewhere)
                return
            drawn = self._mark_at(at)
            self._press = _Press(at, at, drawn)
            if drawn is not None:
                self._map.choose(drawn.mark.id)

    def move(self, at: QPointF) -> None:
        """Go on with a gesture, or just point."""
        press = self._press
        if press is None:
            self.point_at(at)
        elif press.panning:
            moved = at - press.last
            press.last = at
            self._map.pan_by(moved.x(), moved.y())
        elif press.drawn is not None:
            far = (at - press.at).manhattanLength() >= QApplication.startDragDistance()
            if press.dragging or far:
                press.dragging = True
                self._drag(press.drawn.mark, at - press.at)

    def release(self, at: QPointF) -> None:
        """End a gesture: drop what was dragged, or take the press as a click."""
        press, self._press = self._press, None
        if press is None:
            return
        if press.dragging:
            self._drop()
        elif press.drawn is not None:
            self._map.mark_clicked.emit(press.drawn.mark.id)
        elif not press.panning:
            self._map.click(self._map.to_point(press.at))
        self.point_at(at)

    def cancel(self) -> bool:
        """Give up a gesture and put back what was dragged; tell whether there was one."""
        if self._press is None:
            return False
        self._press = None
        self._put_down()
        return True

    def point_at(self, at: QPointF) -> None:
        """Name and tint the region under the pointer."""
        self.show_cursor(self._mark_at(at))
        over_mini_map = self._map.mini_map_point(at) is not None
        region = None if over_mini_map else self._map.figure_view.region_at(self._map.to_point(at), reach=0)
        if region is None:
            self.leave()
            return
        if region is not self._hover.region:
            self._map.repaint_rects(self._hover.enter(region, self._map.outline_of(region)))
            self._map.region_hovered.emit(region.ref.words)
        self._map.repaint_rects(self._hover.name_at(at, self._map.rect().toRectF(), self._map.font()))

    def leave(self) -> None:
        """Point at nothing."""
        if self._hover.region is not None:
            self._map.repaint_rects(self._hover.leave())
            self._map.region_hovered.emit("")

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw the tinted region and the dragged mark as far as they touch `rect`."""
        self._hover.draw(painter, rect, self._map.colours, self._map.font())
        if self._dragged is not None:
            self._map.mark_layer().draw_one(painter, self._dragged)

    def show_cursor(self, over: DrawnMark | None = None) -> None:
        """Show by the pointer's shape what a press would do."""
        if self._grabs:
            self._map.setCursor(Qt.CursorShape.OpenHandCursor)
        elif over is not None:
            self._map.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._map.kind is not None:
            self._map.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._map.setCursor(Qt.CursorShape.ArrowCursor)

    def _mark_at(self, at: QPointF) -> DrawnMark | None:
        layer = self._map.mark_layer()
        if self._map.kind is None:
            return layer.at(at, _REACH_SELECTING) or layer.area_at(at)
        # A press may also place a mark beside another one, or inside an area.
        return layer.at(at, _REACH_PLACING)

    def _drag(self, mark: Mark, by: QPointF) -> None:
        resting = self._map.mark_layer().find(mark.id)
        if resting is None or self._map.read_only or not isinstance(mark.shape, Point):
            return  # an area is painted anew, a region chosen anew
        self.leave()
        self._map.lift(mark.id)
        self._map.repaint_rects([(self._dragged or resting).rect.toAlignedRect()])
        point = self._map.to_point(resting.centre + by)
        figure_view = self._map.figure_view
        self._dragged = self._map.laid_out_alone(replace(mark, shape=point, figure=figure_view.figure))
        if self._dragged is not None:
            self._map.repaint_rects([self._dragged.rect.toAlignedRect()])
        region = figure_view.region_at(point)
        self._map.region_hovered.emit(region.ref.words if region else "")

    def _drop(self) -> None:
        dragged = self._dragged
        self._put_down()
        if dragged is not None:
            self._map.ask_to_move(dragged.mark, dragged.mark.anchor)

    def _put_down(self) -> None:
        self._dragged = None
        self._map.lift("")
        self._map.update()
