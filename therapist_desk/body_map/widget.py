"""The body map under the user's hands: mouse, wheel and keyboard become requests to mark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from therapist_desk.body_map.hands.cross_hair import CrossHair
from therapist_desk.body_map.hands.keyboard import MapKeys
from therapist_desk.body_map.hands.mark_walk import MarkWalk
from therapist_desk.body_map.hands.pointer import MapPointer
from therapist_desk.body_map.hands.referral_ends import ReferralEnds
from therapist_desk.body_map.hands.touch import MapTouch
from therapist_desk.body_map.marking_map import MarkingMap
from therapist_desk.body_map.marks.handles import draw_handle, handle_at
from therapist_desk.domain.atlas import Atlas, Region
from therapist_desk.domain.findings.mark import Mark, MarkKind

_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_WHEEL_NOTCH = 120
_WHEEL_STEP = 1.2


class BodyMap(MarkingMap):
    """Marks are placed, painted, chosen, moved, graded and deleted by mouse and keyboard."""

    cross_hair_changed = Signal(bool)
    """Whether the arrow keys move a cross-hair now, which does what the mouse does."""
    menu_wanted = Signal(QPoint, bool)
    """What can be done is asked for, at this pixel; whether a pointer asks there, or a key."""
    pointed_elsewhere = Signal()
    """The pointer has come to another region or mark, or to none; see `pointed_region` and `pointed_mark`."""

    def __init__(self, atlas: Atlas, parent: QWidget | None = None) -> None:
        super().__init__(atlas, parent)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ringed = False
        self.ends = ReferralEnds(self)
        self._pointer = MapPointer(self, self.ends, self.pointed_elsewhere.emit)
        self._touch = MapTouch(self, self._pointer)
        self._cross_hair = CrossHair(self, self._pointer)
        self._walk = MarkWalk(self, self.ends)
        self._keys = MapKeys(self, self.ends, self._walk, self.give_up, self.toggle_cross_hair)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def set_kind(self, kind: MarkKind | None) -> None:
        super().set_kind(kind)
        self._pointer.show_cursor()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let marks be looked at but not placed, moved, graded or deleted."""
        self._read_only = read_only
        if read_only:
            self._pointer.cancel()
            self.set_kind(None)

    @property
    def cross_hair(self) -> CrossHair:
        """The pointer that the arrow keys move."""
        return self._cross_hair

    @property
    def pointed_region(self) -> Region | None:
        """The region under the pointer."""
        return self._pointer.region

    @property
    def pointed_mark(self) -> Mark | None:
        """The mark under the pointer."""
        return self._pointer.over

    @property
    def attended(self) -> str:
        """The id of the mark that the keyboard has come to, also where others are selected beside it."""
        return self._walk.at

    def toggle_cross_hair(self) -> None:
        """Bring the cross-hair to the selected mark, the region walked to or the middle; or put it away."""
        if self._cross_hair.shown:
            self.put_cross_hair_away()
            return
        walked, mark = self.walked_region, self.mark_layer().find(self.selected)
        middle = QRectF(self.rect()).center()
        at = mark.centre if mark else self.to_pixel(walked.anchor) if walked else middle
        self.leave_walk()
        self._cross_hair.show(at)
        self._tell_cross_hair()

    def put_cross_hair_away(self) -> None:
        """Let the arrow keys walk again."""
        if self._cross_hair.put_away():
            self._tell_cross_hair()

    def give_up(self) -> bool:
        """Put down what is dragged, else what is in the hand, else select nothing, else leave a close-up."""
        if self._pointer.cancel():
            return True
        if self._cross_hair.shown:
            self.put_cross_hair_away()
        elif self._focus.region is not None:
            self.leave_walk()
        elif self.ends.let_go():
            self.tell_focus()
        elif self.selection or self.selected_ghost:
            self.choose("")
        elif self.figure_view.closeup is not None:
            self.set_view(self.figure_view.closeup.home)
        else:
            return False
        return True

    # Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._leave_keyboard()
            self._touch.take(event)
            return True
        if isinstance(event, QNativeGestureEvent) and self._touch.take_native(event):
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._pointer.pressed:
            self.menu_wanted.emit(event.pos(), event.reason() is QContextMenuEvent.Reason.Mouse)

    def tabletEvent(self, event: QTabletEvent) -> None:
        # How hard the pen is pressed says nothing here. Accepted, it is not sent once more as a mouse.
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._leave_keyboard()
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pointer.press(event.position(), event.button(), adding=adding)
        elif event.type() == QEvent.Type.TabletMove:
            self._pointer.move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._pointer.release(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._leave_keyboard()
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pointer.press(event.position(), event.button(), adding=adding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._cross_hair.holds:
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
            self.zoom_by(_WHEEL_STEP ** (turned / _WHEEL_NOTCH), event.position(), moving=True)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._cross_hair.press(event):
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
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
        self.leave_walk()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.put_cross_hair_away()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk through the marks, their referrals and the ghosts of this view first, then on to the next widget."""
        return self._walk.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def _tell_cross_hair(self) -> None:
        self.cross_hair_changed.emit(self._cross_hair.shown)
        if self.accessible is not None and QAccessible.isActive():
            self.accessible.tell_cross_hair()

    def _leave_keyboard(self) -> None:
        self.leave_walk()
        self.ends.let_go()
        self.put_cross_hair_away()

    def _forget_outlines(self) -> None:
        self.leave_walk()
        self._pointer.leave()

    def _paint_over(self, painter: QPainter, rect: QRect) -> None:
        self._focus.draw(painter, rect, self.colours, self.font())
        drawn = self.handled()
        handle = None if drawn is None else handle_at(drawn)
        if drawn is not None and handle is not None and drawn.mark.id != self._lifted:
            draw_handle(painter, drawn, handle, self.colours)
        self.ends.draw(painter, rect)
        self._pointer.draw(painter, rect)
        self._cross_hair.draw(painter, rect)

    def _paint_frame(self, painter: QPainter) -> None:
        if self._ringed:
            painter.setPen(QPen(self.colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
