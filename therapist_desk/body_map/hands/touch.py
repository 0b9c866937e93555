"""Fingers on the map: one taps and draws as the mouse does, or rests and asks; two move and zoom the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QEventPoint, QGuiApplication, QNativeGestureEvent, QTouchEvent

from therapist_desk.body_map.hands.pointer import MapPointer

if TYPE_CHECKING:
    from therapist_desk.body_map.marking_map import MarkingMap

_TWO = 2


class MapTouch:
    """Follows the fingers from the first that comes down to the last that leaves."""

    def __init__(self, body_map: MarkingMap, pointer: MapPointer) -> None:
        self._map = body_map
        self._pointer = pointer
        self._pinched: tuple[QPointF, float] | None = None  # the middle of two fingers, and how far apart they are
        self._several = False
        self._resting = QTimer(body_map, singleShot=True)
        self._resting.timeout.connect(self._ask)

    def take(self, event: QTouchEvent) -> None:
        """Do what the fingers do; the event is accepted, so that Qt makes no mouse event of it as well."""
        event.accept()
        held = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._pointer.cancel()
            self._end()
        elif event.type() == QEvent.Type.TouchEnd:
            # What a finger that rested has asked for stays to be read.
            if not self._several and self._pointer.pressed:
                self._pointer.release(event.points()[0].position())
                self._pointer.leave()
            self._end()
        elif len(held) >= _TWO:
            self._pinch(held[0].position(), held[1].position())
        elif event.type() == QEvent.Type.TouchBegin:
            self._map.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pointer.press(held[0].position(), Qt.MouseButton.LeftButton, finger=True)
            self._resting.start(QGuiApplication.styleHints().mousePressAndHoldInterval())
        elif held and not self._several:
            self._pointer.move(held[0].position())

    def take_native(self, event: QNativeGestureEvent) -> bool:
        """Zoom by a pinch on a trackpad; tell whether it was one."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._map.zoom_by(max(0.1, 1 + event.value()), event.position(), moving=True)
        event.accept()
        return True

    def _pinch(self, one: QPointF, other: QPointF) -> None:
        self._resting.stop()
        middle, away = (one + other) / 2, other - one
        apart = max(1.0, (away.x() ** 2 + away.y() ** 2) ** 0.5)
        if self._pinched is None:
            # What the first finger began was not meant.
            self._pointer.cancel()
            self._several = True
        else:
            was_middle, was_apart = self._pinched
            moved = middle - was_middle
            self._map.pan_by(moved.x(), moved.y(), moving=True)
            self._map.zoom_by(apart / was_apart, middle, moving=True)
        self._pinched = (middle, apart)

    @Slot()
    def _ask(self) -> None:
        self._pointer.ask()

    def _end(self) -> None:
        self._resting.stop()
        if self._several:
            self._map.come_to_rest()
        self._pinched, self._several = None, False
