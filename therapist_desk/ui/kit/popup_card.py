"""A small window over a page that closes by a press beside it and hands that press on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from therapist_desk.ui.kit.popover_place import rounded_mask
from therapist_desk.ui.kit.popup_panel import PopupPanel

_OUT_OF_SIGHT = QRegion(0, 0, 1, 1)


class PopupCard(PopupPanel):
    """Nobody should have to click twice: what is pressed, dragged and released beside it goes to the window below.

    A platform keeps the rest of a drag from the windows below once the press has closed a popup. So it is only out
    of sight until the button is let go, and closes then.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # it is handed on, on every platform
        self._beside = False
        self._below: QWidget | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.rect().contains(event.position().toPoint()):
            return
        if event.button() != Qt.MouseButton.LeftButton:
            self.close()
            return
        self._beside = True
        self._below = self._under(event)
        self.setMask(_OUT_OF_SIGHT)
        self._hand_on(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._beside:
            self._hand_on(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._beside and event.button() == Qt.MouseButton.LeftButton:
            self.close()
            _give_focus(self._below)
            # Last: it may open this very window again, at the next mark.
            self._hand_on(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._beside = False
        self.setMask(rounded_mask(self.size()))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _under(self, event: QMouseEvent) -> QWidget | None:
        """Give what would have been pressed had this window not been open; None outside the page's window."""
        page = self.parentWidget()
        window = None if page is None else page.window()
        return None if window is None else window.childAt(window.mapFromGlobal(event.globalPosition().toPoint()))

    def _hand_on(self, event: QMouseEvent) -> None:
        if self._below is None or not isValid(self._below):
            return
        at = self._below.mapFromGlobal(event.globalPosition())
        copy = QMouseEvent(
            event.type(), at, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(self._below, copy)


def _give_focus(pressed: QWidget | None) -> None:
    """Let the keyboard follow a press, as Qt does by itself for one that comes from the platform."""
    each = pressed if pressed is not None and isValid(pressed) else None
    while each is not None and not each.isWindow():
        if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            each.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        each = each.parentWidget()
