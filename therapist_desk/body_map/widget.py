"""The body map: marks are placed, chosen, moved, graded and deleted by mouse and keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from therapist_desk.body_map.canvas import MapCanvas
from therapist_desk.body_map.grade_typing import GradeTyping
from therapist_desk.body_map.hover import draw_label, draw_region_hover, label_rect, sentence_case
from therapist_desk.body_map.mark_layer import DrawnMark
from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.domain.atlas import Atlas, Region
from therapist_desk.domain.mark import Mark, MarkKind, Point

_REACH_SELECTING = 13.0
_REACH_PLACING = 9.0
_WHEEL_NOTCH = 120
_WHEEL_STEP = 1.2
_NUDGE = 10
_NUDGE_FAR = 100
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(slots=True)
class _Press:
    """A button held down: where, on which mark, and whether it has become a drag."""

    at: QPointF
    last: QPointF
    drawn: DrawnMark | None = None
    panning: bool = False
    dragging: bool = False


class BodyMap(MapCanvas):
    """Shows marks and says what the user wants done; keeps no truth of its own.

    Whoever embeds it stores what a signal asks for and then calls `set_marks`.
    """

    mark_placed = Signal(object)
    """A PlacedMark to be stored."""
    mark_moved = Signal(str, object, object)
    """A mark's id, its new Point, and the RegionRefs there as a tuple. Shown so until `set_marks` is called."""
    mark_selected = Signal(str)
    """The id of the mark now selected, or an empty text."""
    mark_deleted = Signal(str)
    grade_typed = Signal(str, int)
    """A mark's id and a grade on its kind's scale."""
    grade_refused = Signal(str, int)
    """A mark's id and a digit that its kind's scale does not have."""
    kind_changed = Signal(object)
    """The MarkKind that a click now places, or None for selecting."""
    region_hovered = Signal(str)
    """The words of the region under the pointer ("right upper trapezius"), or an empty text."""
    missed = Signal()
    """A click or a drop beside the figure: nothing was placed."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(atlas, parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kind: MarkKind | None = None
        self._press: _Press | None = None
        self._dragged: DrawnMark | None = None
        self._space_held = False
        self._hovered: Region | None = None
        self._hover_rect = QRectF()
        self._label = QRectF()
        self._typing = GradeTyping()
        self._clock = QElapsedTimer()
        self._clock.start()

    @property
    def kind(self) -> MarkKind | None:
        """What a click places, or None while selecting."""
        return self._kind

    def set_kind(self, kind: MarkKind | None) -> None:
        """Choose what a click places, or None to select."""
        if kind is not self._kind:
            self._kind = kind
            self._show_cursor(None)
            self.kind_changed.emit(kind)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() is Qt.MouseButton.MiddleButton or (
            event.button() is Qt.MouseButton.LeftButton and self._space_held
        ):
            self._press = _Press(at, at, panning=True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton:
            elsewhere = self._mini_map_point(at)
            if elsewhere is not None:
                self.centre_on(elsewhere)
                return
            drawn = self._layer().at(at, self._reach())
            self._press = _Press(at, at, drawn)
            if drawn is not None:
                self._choose(drawn.mark.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        press = self._press
        if press is None:
            self._hover(at)
        elif press.panning:
            moved = at - press.last
            press.last = at
            self.pan_by(moved.x(), moved.y())
        elif press.drawn is not None:
            far = (at - press.at).manhattanLength() >= QApplication.startDragDistance()
            if press.dragging or far:
                press.dragging = True
                self._drag(press.drawn.mark, at - press.at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None:
            return
        if press.panning:
            self._show_cursor(None)
        elif press.dragging:
            self._drop()
        elif press.drawn is None:
            self._click(press.at)
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of a quick pair is a press like any other.
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._leave_region()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.pixelDelta().y()
        if turned:
            self._leave_region()
            self.zoom_by(_WHEEL_STEP ** (turned / _WHEEL_NOTCH), event.position())
        event.accept()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._show_cursor(None)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = False
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk through the marks of this view first, then on to the next widget."""
        ids = ["", *(drawn.mark.id for drawn in self._layer().drawn)]
        here = ids.index(self._selected) if self._selected in ids else 0
        there = here + (1 if forward else -1)
        if 0 < there < len(ids):
            self._choose(ids[there])
            return True
        return super().focusNextPrevChild(forward)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        key, text = event.key(), event.text().upper()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        if not plain:
            return False
        if key in _ARROWS and self._selected:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._nudge(*_ARROWS[Qt.Key(key)], _NUDGE_FAR if far else _NUDGE)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._selected:
            self.mark_deleted.emit(self._selected)
        elif key == Qt.Key.Key_Escape and (self._press or self._selected):
            self._give_up()
        elif key == Qt.Key.Key_Space:
            self._space_held = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            return self._character(text)
        return True

    def _character(self, text: str) -> bool:
        """Do what a typed character asks for; tell whether it asked for anything."""
        if text in {"+", "="}:
            self.zoom_in()
        elif text == "-":
            self.zoom_out()
        elif text.isdecimal() and text.isascii():
            self._digit(int(text))
        elif text == "V":
            self.set_kind(None)
        elif text in set(MarkKind):
            self.set_kind(MarkKind(text))
        else:
            return False
        return True

    def _digit(self, digit: int) -> None:
        mark = self._selected_mark()
        if mark is None:
            if digit == 0:
                self.show_whole()
            return
        grade = None
        if mark.scale is not None:
            grade = self._typing.typed(mark.id, digit, mark.scale, self._clock.elapsed())
        if grade is None:
            self.grade_refused.emit(mark.id, digit)
        else:
            self.grade_typed.emit(mark.id, grade)

    # Intents

    def _choose(self, mark_id: str) -> None:
        if mark_id != self._selected:
            self.select(mark_id)
            self.mark_selected.emit(mark_id)

    def _click(self, at: QPointF) -> None:
        """Place a mark beside no other, or clear the selection."""
        if self._kind is None:
            self._choose("")
            return
        point = self._transform.to_figure(at)
        regions = self.figure_view.regions_of(point)
        if not regions:
            self.missed.emit()
            return
        self.mark_placed.emit(
            PlacedMark(self._kind, self.view, point, regions, self.figure_view.figure, self.atlas.version)
        )

    def _nudge(self, dx: int, dy: int, step: int) -> None:
        mark = self._selected_mark()
        if mark is None or mark.view is not self.view or not isinstance(mark.shape, Point):
            return
        anchor = self._layer().anchor(mark)
        point = Point(anchor.x + dx * step, anchor.y + dy * step)
        self._ask_to_move(mark, point)

    def _ask_to_move(self, mark: Mark, point: Point) -> None:
        regions = self.figure_view.regions_of(point)
        if regions:
            self._show_moved(replace(mark, shape=point, figure=self.figure_view.figure, regions=regions))
            self.mark_moved.emit(mark.id, point, regions)
        else:
            self.missed.emit()

    def _give_up(self) -> None:
        if self._press is not None:
            self._press = None
            self._put_down()
        else:
            self._choose("")

    def _selected_mark(self) -> Mark | None:
        return next((mark for mark in self.marks if mark.id == self._selected), None)

    # Dragging

    def _drag(self, mark: Mark, by: QPointF) -> None:
        if not isinstance(mark.shape, Point):
            return  # an area is painted anew, a region chosen anew
        if self._dragged is None:
            self._leave_region()
            self._lift(mark.id)
            drawn = self._layer().find(mark.id)
            self.update(drawn.rect.toAlignedRect() if drawn else self.rect())
        else:
            self.update(self._dragged.rect.toAlignedRect())
        start = self._transform.to_screen(self._layer().anchor(mark))
        point = self._transform.to_figure(start + by)
        moved = replace(mark, shape=point, figure=self.figure_view.figure)
        self._dragged = self._laid_out_alone(moved)
        if self._dragged is not None:
            self.update(self._dragged.rect.toAlignedRect())
        region = self.figure_view.region_at(point)
        self.region_hovered.emit(region.ref.words if region else "")

    def _drop(self) -> None:
        dragged = self._dragged
        self._put_down()
        if dragged is not None:
            self._ask_to_move(dragged.mark, dragged.mark.anchor)

    def _put_down(self) -> None:
        self._dragged = None
        self._lift("")
        self.update()

    # Hovering

    def _hover(self, at: QPointF) -> None:
        region = self.figure_view.region_at(self._transform.to_figure(at), reach=0)
        self._show_cursor(self._layer().at(at, self._reach()))
        if region is None:
            self._leave_region()
            return
        if region is not self._hovered:
            self._leave_region()
            self._hovered = region
            outline = self._transform.matrix().map(self._paths.region(region))
            self._hover_rect = outline.boundingRect().adjusted(-2, -2, 2, 2)
            self.update(self._hover_rect.toAlignedRect())
            self.region_hovered.emit(region.ref.words)
        self.update(self._label.toAlignedRect())
        self._label = label_rect(sentence_case(region.ref.words), at, QRectF(self.rect()), self.font())
        self.update(self._label.toAlignedRect())

    def _leave_region(self) -> None:
        if self._hovered is not None:
            self._hovered = None
            self.update(self._hover_rect.toAlignedRect())
            self.update(self._label.toAlignedRect())
            self.region_hovered.emit("")

    def _paint_over(self, painter: QPainter, rect: QRect) -> None:
        if self._hovered is not None and self._hover_rect.intersects(QRectF(rect)):
            draw_region_hover(painter, self._transform.matrix().map(self._paths.region(self._hovered)))
        if self._dragged is not None:
            self._layer().draw_one(painter, self._dragged)
        if self._hovered is not None:
            painter.setFont(self.font())
            draw_label(painter, self._label, sentence_case(self._hovered.ref.words), self._colours)

    def _reach(self) -> float:
        """Give how near to a mark a press means it: less where a click may also place one beside it."""
        return _REACH_SELECTING if self._kind is None else _REACH_PLACING

    def _show_cursor(self, over: DrawnMark | None) -> None:
        if self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif over is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._kind is not None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)
