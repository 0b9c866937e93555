"""The base of buttons that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget


def press_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Let Return press a button as Space does; False for any other key. With a modifier it is left to the dialog."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        event.ignore()  # Ctrl+Enter is the dialog's
    else:
        button.click()
    return True


class PaintedButton(QAbstractButton):
    """Hover is tracked, Tab reaches it, Return presses it as Space does. Subclasses paint and give a sizeHint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_return(self, event):
            super().keyPressEvent(event)

    def area(self) -> QRectF:
        """The whole of the button."""
        return QRectF(self.rect())

    def is_hot(self) -> bool:
        """Whether the pointer is over it, or it is pressed."""
        return self.isEnabled() and (self.underMouse() or self.isDown())
