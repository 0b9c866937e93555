"""The body map: marks are placed, chosen, moved, graded and deleted by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.canvas import MapCanvas
from therapist_desk.body_map.hover import RegionHover
from therapist_desk.body_map.keyboard import MapKeys
from therapist_desk.body_map.mark_layer import grade_text
from therapist_desk.body_map.placed_mark import PlacedMark
from therapist_desk.body_map.pointer import MapPointer
from therapist_desk.domain.atlas import Atlas, next_region
from therapist_desk.domain.mark import Mark, MarkKind, Point

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_WHEEL_NOTCH = 120
_WHEEL_STEP = 1.2


def plain_words(mark: Mark) -> str:
    """Give a mark's regions and grades: what is said until `set_describe` names the kind as well."""
    regions = ", ".join(region.words for region in mark.regions)
    return f"{regions} {grade_text(mark)}".strip()


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
    """The id of a mark that was clicked, or taken by Enter: it wants to be looked at closely."""
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
        self._read_only = False
        self._ringed = False
        self._focus = RegionHover(focus=True)
        self._keys = MapKeys(self)
        self._pointer = MapPointer(self)
        self._describe: Callable[[Mark], str] = plain_words
        self.accessible: QAccessibleInterface | None = None

    # What a click does

    @property
    def kind(self) -> MarkKind | None:
        """What a click places, or None while selecting."""
        return self._kind

    def set_kind(self, kind: MarkKind | None) -> None:
        """Choose what a click places, or None to select."""
        if kind is not self._kind and not (self._read_only and kind is not None):
            self._kind = kind
            self._pointer.show_cursor()
            self.kind_changed.emit(kind)

    @property
    def read_only(self) -> bool:
        """Whether marks can be looked at but not changed, as in a signed visit."""
        return self._read_only

    def set_read_only(self, *, read_only: bool) -> None:
        """Let marks be looked at but not placed, moved, graded or deleted."""
        self._read_only = read_only
        if read_only:
            self._pointer.cancel()
            self.set_kind(None)

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
        super().select(mark_id)
        mark = self.selected_mark()
        self.setAccessibleDescription("" if mark is None else self.words_of(mark))
        if self.accessible is not None and QAccessible.isActive():
            item = self.accessible.focusChild()
            if item is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))

    # What keys do

    def go(self, dx: int, dy: int, step: int) -> bool:
        """Move the selected mark by `step` tenths, or walk to the next region; tell whether either was done."""
        mark = self.selected_mark()
        if mark is None:
            region = next_region(self.figure_view, self._focus.region, dx, dy)
            self.bring_into_sight(region.anchor)
            self.repaint_rects(self._focus.enter(region, self.outline_of(region)))
            middle = self.to_pixel(region.anchor)
            self.repaint_rects(self._focus.name_at(middle, QRectF(self.rect()), self.font()))
            self.setAccessibleDescription(region.ref.words)
            self.region_hovered.emit(region.ref.words)
        elif mark.view is self.view and isinstance(mark.shape, Point) and not self._read_only:
            anchor = self.mark_layer().anchor(mark)
            self.ask_to_move(mark, Point(anchor.x + dx * step, anchor.y + dy * step))
        else:
            return False
        return True

    def enter(self) -> bool:
        """Place a mark where the arrow keys have walked to, or take the selected one; tell whether either."""
        region = self._focus.region
        if region is not None and self._kind is not None:
            self._ask_to_place(self._kind, region.anchor)
        elif self.selected:
            self.mark_clicked.emit(self.selected)
        else:
            return False
        return True

    def delete_selected(self) -> bool:
        """Ask for the selected mark to be deleted; tell whether there was one."""
        if not self.selected or self._read_only:
            return False
        self.mark_deleted.emit(self.selected)
        return True

    def give_up(self) -> bool:
        """Put down what is dragged, else leave the region walked to, else select nothing."""
        if self._pointer.cancel():
            return True
        if self._focus.region is not None:
            self.repaint_rects(self._focus.leave())
        elif self.selected:
            self.choose("")
        else:
            return False
        return True

    # Asking whoever embeds it

    def choose(self, mark_id: str) -> None:
        """Select a mark for the user, or none, and say so."""
        if mark_id != self.selected:
            self.select(mark_id)
            self.mark_selected.emit(mark_id)

    def click(self, point: Point) -> None:
        """Place a mark of the chosen kind, or clear the selection."""
        if self._kind is None:
            self.choose("")
        else:
            self._ask_to_place(self._kind, point)

    def ask_to_move(self, mark: Mark, point: Point) -> None:
        """Ask for a mark to be moved, and show it there meanwhile."""
        regions = self.figure_view.regions_of(point)
        if regions:
            self.show_moved(replace(mark, shape=point, figure=self.figure_view.figure, regions=regions))
            self.mark_moved.emit(mark.id, point, regions)
        else:
            self.missed.emit()

    def _ask_to_place(self, kind: MarkKind, point: Point) -> None:
        regions = self.figure_view.regions_of(point)
        if regions:
            figure = self.figure_view.figure
            self.mark_placed.emit(PlacedMark(kind, self.view, point, regions, figure, self.atlas.version))
        else:
            self.missed.emit()

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.repaint_rects(self._focus.leave())
        self._pointer.press(event.position(), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of a quick pair is a press like any other.
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.pixelDelta().y()
        if turned:
            self.zoom_by(_WHEEL_STEP ** (turned / _WHEEL_NOTCH), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._pointer.grab_picture(grabs=True)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.grab_picture(grabs=False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        self._pointer.grab_picture(grabs=False)
        self.update()
        self.repaint_rects(self._focus.leave())
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk through the marks of this view first, then on to the next widget."""
        ids = ["", *(drawn.mark.id for drawn in self.drawn_marks())]
        here = ids.index(self.selected) if self.selected in ids else 0
        there = here + (1 if forward else -1)
        if 0 < there < len(ids):
            self.repaint_rects(self._focus.leave())
            self.choose(ids[there])
            return True
        return super().focusNextPrevChild(forward)

    def _forget_outlines(self) -> None:
        self.repaint_rects(self._focus.leave())
        self._pointer.leave()

    def _paint_over(self, painter: QPainter, rect: QRect) -> None:
        self._focus.draw(painter, rect, self.colours, self.font())
        self._pointer.draw(painter, rect)
        if self._ringed:
            painter.setPen(QPen(self.colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
