"""The body map: marks are placed, chosen, moved, graded and deleted by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from therapist_desk.body_map.canvas import MapCanvas
from therapist_desk.body_map.hover import RegionHover
from therapist_desk.body_map.keyboard import MapKeys
from therapist_desk.body_map.mark_layer import DrawnMark, grade_text
from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.domain.atlas import Atlas, next_region
from therapist_desk.domain.mark import Mark, MarkKind, Point

_REACH_SELECTING = 13.0
_REACH_PLACING = 9.0
_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_WHEEL_NOTCH = 120
_WHEEL_STEP = 1.2


def plain_words(mark: Mark) -> str:
    """Give a mark's regions and grades: what is said until `set_describe` names the kind as well."""
    regions = ", ".join(region.words for region in mark.regions)
    return f"{regions} {grade_text(mark)}".strip()


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
    """The id of the mark that the user selected, or an empty text."""
    mark_clicked = Signal(str)
    """The id of a mark that was pressed and let go where it is."""
    mark_deleted = Signal(str)
    """The id of the mark to be deleted."""
    grade_typed = Signal(str, int)
    """A mark's id and a grade on its kind's scale."""
    grade_refused = Signal(str, int)
    """A mark's id and a digit that its kind's scale does not have."""
    kind_changed = Signal(object)
    """The MarkKind that a click now places, or None for selecting."""
    region_hovered = Signal(str)
    """The words of the region pointed out ("right upper trapezius"), or an empty text."""
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
        self._ringed = False
        self._hover = RegionHover()
        self._focus = RegionHover(focus=True)
        self._keys = MapKeys(self)
        self._describe: Callable[[Mark], str] = plain_words
        self.accessible: QAccessibleInterface | None = None
        self.view_changed.connect(self._forget_regions)
        self.zoom_changed.connect(self._forget_regions)

    # What a click does

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

    def selected_mark(self) -> Mark | None:
        """Give the selected mark."""
        return next((mark for mark in self.marks if mark.id == self.selected), None)

    def set_describe(self, describe: Callable[[Mark], str]) -> None:
        """Choose the words for a mark that a screen reader says."""
        self._describe = describe

    def words_of(self, mark: Mark) -> str:
        """Give a mark in words."""
        return self._describe(mark)

    def select(self, mark_id: str) -> None:
        """Ring a mark, or none; turns the figure to a mark of another view. Emits nothing about selection."""
        super().select(mark_id)
        mark = self.selected_mark()
        self.setAccessibleDescription("" if mark is None else self.words_of(mark))

    # What keys do

    def go(self, dx: int, dy: int, step: int) -> bool:
        """Move the selected mark by `step` tenths, or walk to the next region; tell whether either was done."""
        mark = self.selected_mark()
        if mark is None:
            region = next_region(self.figure_view, self._focus.region, dx, dy)
            self._repaint(self._focus.enter(region, self._paths.region_in(region, self._transform.matrix())))
            middle = self.to_pixel(region.anchor)
            self._repaint(self._focus.name_at(middle, QRectF(self.rect()), self.font()))
            self.setAccessibleDescription(region.ref.words)
            self.region_hovered.emit(region.ref.words)
        elif mark.view is self.view and isinstance(mark.shape, Point):
            anchor = self._layer().anchor(mark)
            self._ask_to_move(mark, Point(anchor.x + dx * step, anchor.y + dy * step))
        else:
            return False
        return True

    def place_in_focused_region(self) -> bool:
        """Place a mark where the arrow keys have walked to; tell whether there was a place and a kind."""
        region = self._focus.region
        if region is None or self._kind is None:
            return False
        self._ask_to_place(self._kind, region.anchor)
        return True

    def delete_selected(self) -> bool:
        """Ask for the selected mark to be deleted; tell whether there was one."""
        if not self.selected:
            return False
        self.mark_deleted.emit(self.selected)
        return True

    def give_up(self) -> bool:
        """Put down what is dragged, else leave the region walked to, else select nothing."""
        if self._press is not None:
            self._press = None
            self._put_down()
        elif self._focus.region is not None:
            self._repaint(self._focus.leave())
        elif self.selected:
            self._choose("")
        else:
            return False
        return True

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, button = event.position(), event.button()
        self._repaint(self._focus.leave())
        if button is Qt.MouseButton.MiddleButton or (button is Qt.MouseButton.LeftButton and self._space_held):
            self._press = _Press(at, at, panning=True)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button is Qt.MouseButton.LeftButton:
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
            self._point_at(at)
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
        if press.dragging:
            self._drop()
        elif press.drawn is None and not press.panning:
            self._click(press.at)
        self._show_cursor(None)
        self._point_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of a quick pair is a press like any other.
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at_nothing()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.pixelDelta().y()
        if turned:
            self.zoom_by(_WHEEL_STEP ** (turned / _WHEEL_NOTCH), event.position())
        event.accept()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._space_held = True
            self._show_cursor(None)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._show_cursor(None)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = self._ringed = False
        self.update()
        self._repaint(self._focus.leave())
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk through the marks of this view first, then on to the next widget."""
        ids = ["", *(drawn.mark.id for drawn in self.drawn_marks())]
        here = ids.index(self.selected) if self.selected in ids else 0
        there = here + (1 if forward else -1)
        if 0 < there < len(ids):
            self._repaint(self._focus.leave())
            self._choose(ids[there])
            return True
        return super().focusNextPrevChild(forward)

    # Asking

    def _choose(self, mark_id: str) -> None:
        if mark_id != self.selected:
            self.select(mark_id)
            self.mark_selected.emit(mark_id)

    def _click(self, at: QPointF) -> None:
        """Place a mark beside no other, or clear the selection."""
        if self._kind is None:
            self._choose("")
        else:
            self._ask_to_place(self._kind, self.to_point(at))

    def _ask_to_place(self, kind: MarkKind, point: Point) -> None:
        regions = self.figure_view.regions_of(point)
        if regions:
            figure = self.figure_view.figure
            self.mark_placed.emit(PlacedMark(kind, self.view, point, regions, figure, self.atlas.version))
        else:
            self.missed.emit()

    def _ask_to_move(self, mark: Mark, point: Point) -> None:
        regions = self.figure_view.regions_of(point)
        if regions:
            self._show_moved(replace(mark, shape=point, figure=self.figure_view.figure, regions=regions))
            self.mark_moved.emit(mark.id, point, regions)
        else:
            self.missed.emit()

    # Dragging

    def _drag(self, mark: Mark, by: QPointF) -> None:
        if not isinstance(mark.shape, Point):
            return  # an area is painted anew, a region chosen anew
        resting = self._layer().find(mark.id)
        if resting is None:
            return
        self._point_at_nothing()
        self._lift(mark.id)
        self._repaint([(self._dragged or resting).rect.toAlignedRect()])
        point = self.to_point(resting.centre + by)
        self._dragged = self._laid_out_alone(replace(mark, shape=point, figure=self.figure_view.figure))
        if self._dragged is not None:
            self._repaint([self._dragged.rect.toAlignedRect()])
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

    # Pointing

    def _point_at(self, at: QPointF) -> None:
        self._show_cursor(self._layer().at(at, self._reach()))
        over_mini_map = self._mini_map_point(at) is not None
        region = None if over_mini_map else self.figure_view.region_at(self.to_point(at), reach=0)
        if region is None:
            self._point_at_nothing()
            return
        if region is not self._hover.region:
            self._repaint(self._hover.enter(region, self._paths.region_in(region, self._transform.matrix())))
            self.region_hovered.emit(region.ref.words)
        self._repaint(self._hover.name_at(at, QRectF(self.rect()), self.font()))

    def _point_at_nothing(self) -> None:
        if self._hover.region is not None:
            self._repaint(self._hover.leave())
            self.region_hovered.emit("")

    def _forget_regions(self) -> None:
        """Outlines in pixels are stale once the figure was turned, moved or zoomed."""
        self._repaint(self._focus.leave())
        self._point_at_nothing()

    def _paint_over(self, painter: QPainter, rect: QRect) -> None:
        self._focus.draw(painter, rect, self._colours, self.font())
        self._hover.draw(painter, rect, self._colours, self.font())
        if self._dragged is not None:
            self._layer().draw_one(painter, self._dragged)
        if self._ringed:
            painter.setPen(QPen(self._colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _repaint(self, rects: Iterable[QRect]) -> None:
        for rect in rects:
            self.update(rect)

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
