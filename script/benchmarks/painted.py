"""Widgets that are driven by real events and watched while they paint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Watched(QObject):
    """Sends events to a widget, lets it paint, and notes which rectangles it painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.extend(list(event.region()))  # type: ignore[call-overload]  # Qt's stubs know no iterator here
        return super().eventFilter(watched, event)

    def forget(self) -> None:
        """Note anew."""
        self.rects.clear()

    def press(self, at: QPoint) -> None:
        """Press the left button."""
        self._send(QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton)

    def move(self, at: QPoint, *, held: bool) -> None:
        """Move there, with the left button held or not."""
        buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, buttons)

    def release(self, at: QPoint) -> None:
        """Let the left button go."""
        self._send(QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)

    def give_up(self) -> None:
        """Give up what the button began."""
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._widget, key)
        QApplication.processEvents()

    def _send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        here, there = QPointF(at), QPointF(self._widget.mapToGlobal(at))
        event = QMouseEvent(kind, here, there, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self._widget, event)
        QApplication.processEvents()


class Blitter(QWidget):
    """The floor: a bare widget of the same size that copies a picture of the other."""

    def __init__(self, other: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(other.size())
        self._picture = other.grab()

    def copy(self, rects: Sequence[QRect]) -> None:
        """Paint these rectangles."""
        for rect in rects:
            self.update(rect)
        QApplication.processEvents()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
