"""Real mouse events on a map, or on what lies over it."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT_BUTTON = Qt.MouseButton.LeftButton


def drag(body_map: QWidget, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT_BUTTON) -> None:
    QTest.mousePress(body_map, button, pos=start)
    for share in (0.3, 0.6, 1.0):
        move(body_map, start + (end - start) * share, button)
    QTest.mouseRelease(body_map, button, pos=end)


def paint(body_map: QWidget, *corners: QPoint) -> None:
    """Drag along these corners with many small moves, as a hand does."""
    QTest.mousePress(body_map, LEFT_BUTTON, pos=corners[0])
    for start, end in itertools.pairwise(corners):
        for step in range(1, 11):
            move(body_map, start + (end - start) * step / 10, LEFT_BUTTON)
    QTest.mouseRelease(body_map, LEFT_BUTTON, pos=corners[-1])


def move(body_map: QWidget, to: QPoint, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """A real move event; QTest.mouseMove loses the held button offscreen."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(body_map.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(body_map, event)
