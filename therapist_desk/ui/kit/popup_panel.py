"""Small windows over a page: a rounded panel that Escape or a press beside it closes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.popover_place import rounded_mask
from therapist_desk.ui.theme.tokens import Radius, current_tokens

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class PopupPanel(QFrame):
    """A popup window of its own, so that it may hang over what stands beside its page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(rounded_mask(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        draw_panel(QPainter(self), self.rect().toRectF(), Radius.CARD, fill=tokens.surface, line=tokens.line2)


class FinderPanel(PopupPanel):
    """A line of text that keeps the keyboard, and a list below that follows it: arrows choose, Return takes.

    A subclass shows the list: `place`, `count` and `choose` speak of it, `filter` and `take` do the work.
    """

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(name)
        self.search.textChanged.connect(self._filter_typed)

    def begin(self) -> None:
        """Show the window with nothing typed yet and everything offered."""
        self.search.clear()
        self.filter("")
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> int:
        """The place of the line that is chosen, or -1."""
        raise NotImplementedError

    def count(self) -> int:
        """How many lines are shown."""
        raise NotImplementedError

    def choose(self, place: int) -> None:
        """Stand on a line."""
        raise NotImplementedError

    def filter(self, text: str) -> None:
        """Show what `text` may mean."""
        raise NotImplementedError

    def take(self) -> None:
        """Do with the chosen line what the window was opened for."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self.choose(max(0, min(self.place() + _STEPS[Qt.Key(key)], self.count() - 1)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _filter_typed(self, text: str) -> None:
        self.filter(text)
