"""A window for screen readers: with the menus and small windows over it, which Qt leaves out of what it publishes."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

_MARK: Final = "publishes_popups"
_OF_A_COMBO_BOX: Final = "QComboBoxPrivateContainer"  # which publishes it itself


def publish_popups(window: QWidget) -> None:
    """Let screen readers find what pops up over a window. To be called before anybody asks about the window."""
    _install()
    window.setProperty(_MARK, True)  # noqa: FBT003 - Qt's signature


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return AccessibleWindow(thing) if isinstance(thing, QWidget) and thing.property(_MARK) else None


class AccessibleWindow(QAccessibleWidget):
    """What is in the window, and after it what pops up over it. Qt owns it and deletes it with its widget.

    What Qt's stubs call an interface may be None, as Qt itself allows: hence Any.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, QAccessible.Role.Window, window.accessibleName())
        self._window = window

    def childCount(self) -> int:
        return super().childCount() + len(self._popups())

    def child(self, index: int) -> Any:
        beyond = index - super().childCount()
        if beyond < 0:
            return super().child(index)
        popups = self._popups()
        return QAccessible.queryAccessibleInterface(popups[beyond]) if beyond < len(popups) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        popups = self._popups()
        if child.object() in popups:
            return super().childCount() + popups.index(child.object())
        return super().indexOfChild(child)

    def _popups(self) -> list[QObject]:
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.windowType() == Qt.WindowType.Popup
            and widget.isVisible()
            and not widget.inherits(_OF_A_COMBO_BOX)
            and _lies_over(widget, self._window)
        ]


def _lies_over(popup: QWidget, window: QWidget) -> bool:
    """Tell whether a popup belongs to a window, perhaps by way of another popup."""
    below = popup.parentWidget()
    while below is not None and below is not window:
        below = below.parentWidget()
    return below is not None
