"""A short word at the bottom of a window: saved, deleted, undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, Space, current_tokens

_SHOWN_MS = 6000
_ABOVE_BOTTOM = 72


class Toast(QWidget):
    """Lies over `window`, takes no focus, and goes by itself unless the pointer rests on it."""

    action_chosen = Signal()

    def __init__(self, window: QWidget, *, shown_ms: int = _SHOWN_MS) -> None:
        super().__init__(window)
        self._words = Label("", Text.CONTROL, Tone.INVERSE, parent=self)
        self._link = LinkButton("", parent=self)
        self._link.use_color("soft_line")
        self._link.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.GAP, Space.GRID, Space.GAP, Space.GRID)
        row.setSpacing(Space.GAP)
        row.addWidget(self._words)
        row.addWidget(self._link)
        self._timer = QTimer(self, singleShot=True, interval=shown_ms)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, action: str = "") -> None:
        """Show `sentence` and, if named, one action; it replaces what was shown before."""
        self._words.setText(sentence)
        self._link.setText(action)
        self._link.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_panel(QPainter(self), QRectF(self.rect()), Radius.CARD, fill=current_tokens().ink)

    @Slot()
    def _act(self) -> None:
        self.hide()
        self.action_chosen.emit()

    def _place(self) -> None:
        window = self.window()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - _ABOVE_BOTTOM)
