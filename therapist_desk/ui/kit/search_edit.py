"""The search box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.ui.kit.buttons import ButtonSize
from therapist_desk.ui.kit.pill import KeyCap
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, current_tokens

_ICON = 20
_ICON_LEFT = 14
_TEXT_LEFT = 31
_CAP_MARGIN = 14


class SearchEdit(QLineEdit):
    """A line with a magnifier and, at its end, the key that leads to it. Up, Down and Return are told, not used."""

    moved = Signal(int)  # -1 up, 1 down
    activated = Signal()
    escaped = Signal()

    def __init__(self, placeholder: str, *, key_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("scale", str(ButtonSize.ENTRY))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._cap = KeyCap(key_hint, parent=self)
        self._cap.setVisible(bool(key_hint))
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.resize(self._cap.sizeHint())
        right = self._cap.width() + _CAP_MARGIN if key_hint else 0
        self.setTextMargins(_TEXT_LEFT, 0, right, 0)
        self.setProperty("ringRadius", int(Radius.CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.activated.emit()
            case Qt.Key.Key_Escape if not self.text():
                self.escaped.emit()
            case Qt.Key.Key_Escape:
                self.clear()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cap.move(self.width() - self._cap.width() - _CAP_MARGIN, (self.height() - self._cap.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = current_tokens()
        ink = tokens.accent if self.hasFocus() else tokens.ink3
        draw_icon(QPainter(self), "search", QPointF(_ICON_LEFT, self.height() / 2 - _ICON / 2), _ICON, ink)
