"""A small window over the map that closes by a press beside it and hands that press on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.popover_place import rounded_mask

_OUT_OF_SIGHT = QRegion(0, 0, 1, 1)


class PopupCard(QFrame):
    """Nobody should have to click twice: what is pressed, dragged and released beside it is said on.

    A platform keeps the rest of a drag from the windows below once the press has closed a popup. So it is only out
    of sight until the button is let go, and closes then.
    """

    closed = Signal()
    pressed_beside = Signal(QPoint)
    """A press of the left button outside: where, on the screen."""
    dragged_beside = Signal(QPoint)
    released_beside = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # `released_beside` says it, on every platform
        self._beside = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.rect().contains(event.position().toPoint()):
            return
        if event.button() != Qt.MouseButton.LeftButton:
            self.close()
            return
        self._beside = True
        self.setMask(_OUT_OF_SIGHT)
        self.pressed_beside.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._beside:
            self.dragged_beside.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._beside and event.button() == Qt.MouseButton.LeftButton:
            self.close()
            # Said last: it may open this very window again, at the next mark.
            self.released_beside.emit(event.globalPosition().toPoint())

    def showEvent(self, event: QShowEvent) -> None:
        self._beside = False
        self.setMask(rounded_mask(self.size()))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(rounded_mask(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        draw_panel(QPainter(self), self.rect().toRectF(), Radius.CARD, fill=tokens.surface, line=tokens.line2)
