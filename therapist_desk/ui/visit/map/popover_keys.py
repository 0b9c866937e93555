"""Keys of the techniques while the window at a mark is open: it closes, and the technique is given."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

_MOST: Final = 9


class PopoverKeys(QObject):
    """A popup keeps keys from the buttons of the window below it; these are handed on to the buttons of `strip`."""

    def __init__(self, popover: QWidget, strip: QWidget) -> None:
        super().__init__(popover)
        self._popover = popover
        self._strip = strip
        for number in range(1, _MOST + 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), popover)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._hand_on)

    @Slot()
    def _hand_on(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, QShortcut):
            return
        buttons = self._strip.findChildren(QAbstractButton)
        meant = next((each for each in buttons if each.shortcut() == pressed.key() and each.isVisible()), None)
        if meant is not None:
            self._popover.close()
            meant.click()
