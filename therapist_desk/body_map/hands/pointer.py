"""The mouse on the map: pointing, clicking, and beginning the drags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from therapist_desk.body_map.hands.arrow_drag import AimDrag, ReferDrag
from therapist_desk.body_map.hands.box_drag import BoxDrag
from therapist_desk.body_map.hands.gesture import Gesture, Pan
from therapist_desk.body_map.hands.mark_drag import MarkDrag
from therapist_desk.body_map.hands.referral_ends import distance_to
from therapist_desk.body_map.hands.stroke_drag import StrokeDrag
from therapist_desk.body_map.hover import RegionHover
from therapist_desk.body_map.marks.drawn_mark import DrawnMark
from therapist_desk.body_map.marks.handles import REACH, handle_at
from therapist_desk.body_map.marks.referrals import DrawnReferral
from therapist_desk.domain.atlas import Region
from therapist_desk.domain.findings.mark import AREA_KINDS, Mark, MarkKind, WholeRegion

if TYPE_CHECKING:
    from therapist_desk.body_map.hands.referral_ends import ReferralEnds
    from therapist_desk.body_map.marking_map import MarkingMap

_REACH_SELECTING = 13.0
_REACH_PLACING = 9.0
_AS_NEAR = 0.5
_FINGER = 1.7  # a fingertip covers more than a pointer


@dataclass(slots=True)
class _Press:
    """A button held down: what a click there means, and the drag that begins once it has gone far enough."""

    at: QPointF
    click: Callable[[], None] | None
    begin: Callable[[], Gesture] | None
    gesture: Gesture | None = None


class MapPointer:
    """Turns presses and moves, in the map's own pixels, into what the map is asked to do.

    `moved_on` is called when it has come to another region or mark, or to none.
    """

    def __init__(self, body_map: MarkingMap, ends: ReferralEnds, moved_on: Callable[[], None]) -> None:
        self._map = body_map
        self._ends = ends
        self._moved_on = moved_on
        self._press: _Press | None = None
        self._hover = RegionHover()
        self._grabs = False
        self._reach = 1.0
        self.over: Mark | None = None

    @property
    def region(self) -> Region | None:
        """The region under the pointer."""
        return self._hover.region

    @property
    def pressed(self) -> bool:
        """Whether a button or a finger is down that begins or goes on with something."""
        return self._press is not None

    def grab_picture(self, *, grabs: bool) -> None:
        """Let the left button move the picture, as while the space bar is held."""
        self._grabs = grabs
        self.show_cursor()

    def press(self, at: QPointF, button: Qt.MouseButton, *, adding: bool = False, finger: bool = False) -> None:
        """Begin a gesture; `adding` lets a click on a mark add it to those chosen, a `finger` reaches farther."""
        self._reach = _FINGER if finger else 1.0
        if button is Qt.MouseButton.MiddleButton or (button is Qt.MouseButton.LeftButton and self._grabs):
            self._press = _Press(at, None, None, Pan(self._map, at))
        elif button is Qt.MouseButton.LeftButton:
            elsewhere = self._map.mini_map_point(at)
            if elsewhere is not None:
                self._map.centre_on(elsewhere)
            else:
                self._press = self._pressed(at, adding=adding)

    def move(self, at: QPointF) -> None:
        """Go on with a gesture, or just point."""
        press = self._press
        if press is None:
            self.point_at(at)
            return
        if press.gesture is None and press.begin is not None:
            if (at - press.at).manhattanLength() < QApplication.startDragDistance():
                return
            self.leave()
            press.gesture = press.begin()
        if press.gesture is not None:
            press.gesture.move(at)

    def release(self, at: QPointF) -> None:
        """End a gesture, or take the press as a click."""
        press, self._press = self._press, None
        if press is None:
            return
        if press.gesture is not None:
            press.gesture.drop(at)
        elif press.click is not None:
            press.click()
        if QApplication.activePopupWidget() is None:
            self.point_at(at)
        else:
            self.leave()

    def ask(self) -> None:
        """Take a press that rests as a question: open the mark there, or name the region and mark nothing."""
        press = self._press
        if press is None or press.gesture is not None:
            return
        self._press = None
        layer = self._map.mark_layer()
        ghosts = self._map.ghost_layer()
        reach = _REACH_SELECTING * self._reach
        drawn = layer.at(press.at, reach) or layer.area_at(press.at)
        ghost = ghosts.at(press.at, reach) or ghosts.area_at(press.at)
        if drawn is not None:
            self._map.choose(drawn.mark.id)
            self._map.mark_clicked.emit(drawn.mark.id)
        elif ghost is not None:
            self._map.choose_ghost(ghost.mark.id)
            self._map.ghost_clicked.emit(ghost.mark.id)
        else:
            self.point_at(press.at)

    def cancel(self) -> bool:
        """Give up a gesture and put back what was dragged; tell whether there was one."""
        press, self._press = self._press, None
        if press is None:
            return False
        if press.gesture is not None:
            press.gesture.give_up()
        return True

    def point_at(self, at: QPointF) -> None:
        """Name and tint the region under the pointer."""
        badge = self._map.badge_at(at)
        marked = None if badge is not None else self._mark_at(at)
        end = None if badge is not None else self._end_at(at)
        self.show_cursor(over_mark=badge is not None or marked is not None or end is not None)
        over_mini_map = self._map.mini_map_point(at) is not None
        region = None if over_mini_map else self._map.figure_view.region_at(self._map.to_point(at), reach=0)
        if region is None:
            self.leave()
            return
        over = None if marked is None else marked.mark
        moved_on = region is not self._hover.region or over is not self.over
        if region is not self._hover.region:
            self._map.repaint_rects(self._hover.enter(region, self._map.outline_of(region), self._map.fading_edges()))
            self._map.region_hovered.emit(region.ref.words)
        if moved_on:
            self.over = over
            self._moved_on()
        ghost = None if marked is not None else self._map.ghost_at(at)
        words = "" if ghost is None else self._map.last_visit_words(ghost.mark)
        if marked is not None:
            words = self._map.place_words(marked.mark)
        if end is not None:
            words = end.words
        if badge is not None:
            words = badge.words
        self._map.repaint_rects(self._hover.name_at(at, self._map.rect().toRectF(), self._map.font(), words))

    def leave(self) -> None:
        """Point at nothing."""
        if self._hover.region is not None:
            self._map.repaint_rects(self._hover.leave())
            self._map.region_hovered.emit("")
            self.over = None
            self._moved_on()

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw the tinted region and the gesture as far as they touch `rect`."""
        self._hover.draw(painter, rect, self._map.colours, self._map.font())
        if self._press is not None and self._press.gesture is not None:
            self._press.gesture.draw(painter, rect)

    def show_cursor(self, *, over_mark: bool = False) -> None:
        """Show by the pointer's shape what a press would do."""
        if self._grabs:
            shape = Qt.CursorShape.OpenHandCursor
        elif over_mark:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._map.kind is not None:
            shape = Qt.CursorShape.CrossCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self._map.cursor().shape() != shape:
            self._map.setCursor(shape)

    def _pressed(self, at: QPointF, *, adding: bool) -> _Press:
        beside = self._on_what_surrounds(at, adding=adding)
        if beside is not None:
            return beside
        drawn = self._mark_at(at)
        if drawn is not None and adding:
            return _Press(at, partial(self._map.choose_also, drawn.mark.id), None)
        if drawn is not None:
            self._map.choose(drawn.mark.id)
            return _Press(at, partial(self._map.mark_clicked.emit, drawn.mark.id), self._carrying(drawn, at))
        ghost = self._map.ghost_at(at)
        if ghost is not None:
            self._map.choose_ghost(ghost.mark.id)
            return _Press(at, partial(self._map.ghost_clicked.emit, ghost.mark.id), None)
        return _Press(at, partial(self._map.click, self._map.to_point(at), adding=adding), self._drawing(at))

    def _on_what_surrounds(self, at: QPointF, *, adding: bool) -> _Press | None:
        """Give what a press on a handle, a badge or the end of a referral begins."""
        handled = self._handle_at(at)
        if handled is not None:
            return _Press(at, None, partial(self._arrow_from, handled))
        badge = self._map.badge_at(at)
        if badge is not None:
            return _Press(at, partial(self._map.follow, badge), None)
        end = None if adding else self._end_at(at)
        return None if end is None else self._on_end(end, at)

    def _on_end(self, end: DrawnReferral, at: QPointF) -> _Press:
        """A click takes the end in the hand, or with a kind in it marks there; a drag carries it elsewhere."""
        drag = None if self._map.read_only else partial(self._ends.drag, end)
        if self._map.kind is None:
            self._ends.choose(end.end)
            return _Press(at, None, drag)
        return _Press(at, partial(self._map.click, self._map.to_point(at)), drag)

    def _carrying(self, drawn: DrawnMark, at: QPointF) -> Callable[[], Gesture] | None:
        if self._map.read_only or isinstance(drawn.mark.shape, WholeRegion):
            return None
        return partial(MarkDrag, self._map, drawn, at)

    def _drawing(self, at: QPointF) -> Callable[[], Gesture] | None:
        kind = self._map.kind
        if kind is None:
            return partial(BoxDrag, self._map, at)
        if kind in AREA_KINDS:
            return partial(StrokeDrag, self._map, kind, at)
        if kind is MarkKind.FASCIAL:
            placed = self._map.about_to_place(kind, self._map.to_point(at))
            if placed is not None:
                return partial(AimDrag, self._map, placed, at, partial(self._map.place_aimed, placed))
        return None

    def _arrow_from(self, drawn: DrawnMark) -> Gesture:
        mark = drawn.mark
        if mark.kind is MarkKind.FASCIAL:
            return AimDrag(self._map, mark, drawn.centre, partial(self._map.direction_drawn.emit, mark.id))
        return ReferDrag(self._map, mark, drawn, partial(self._map.ask_to_refer, mark))

    def _handle_at(self, at: QPointF) -> DrawnMark | None:
        drawn = self._map.handled()
        handle = None if drawn is None else handle_at(drawn)
        if drawn is None or handle is None:
            return None
        away = at - handle
        near_mark = (at - drawn.centre).manhattanLength() <= drawn.radius
        return drawn if not near_mark and QPointF.dotProduct(away, away) <= (REACH * self._reach) ** 2 else None

    def _end_at(self, at: QPointF) -> DrawnReferral | None:
        """Give the referral whose far end a press takes.

        Those of the selected mark come first of all that lies there, the others after a symbol as near. A kind that
        is drawn by dragging leaves them alone.
        """
        selecting = self._map.kind is None
        if not selecting and self._drawing(at) is not None:
            return None
        end = self._ends.at(at, (_REACH_SELECTING if selecting else _REACH_PLACING) * self._reach)
        if end is None or end.mark.id == self._map.selected:
            return end
        symbol = self._map.mark_layer().symbol_at(at, distance_to(end, at) + _AS_NEAR)
        return end if symbol is None else None

    def _mark_at(self, at: QPointF) -> DrawnMark | None:
        layer = self._map.mark_layer()
        if self._map.kind is None:
            return layer.at(at, _REACH_SELECTING * self._reach) or layer.area_at(at)
        # A press may also place a mark beside another one, or begin inside an area.
        return layer.symbol_at(at, _REACH_PLACING * self._reach)
