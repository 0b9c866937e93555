"""The tabs over the parts of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from therapist_desk.ui.theme.focus_ring import NO_RING
from therapist_desk.ui.theme.style import FOCUS_WIDTH
from therapist_desk.ui.theme.tokens import Radius, current_tokens

_BY_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_INSET = 4


class Tabs(QTabBar):
    """Words over a line; the one shown is underlined. `chosen` tells the key of a tab, also when set by program."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setProperty(NO_RING, "true")  # it lies around the current tab, not around the bar
        for key, words in tabs:
            self.setTabData(self.addTab(words), key)
        self._by_keyboard = False
        self.currentChanged.connect(self._tell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _BY_TAB
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        super().keyPressEvent(event)
        self.update()

    def key(self) -> str:
        """The key of the tab that is shown."""
        return str(self.tabData(self.currentIndex()))

    def show_tab(self, key: str) -> None:
        """Go to the tab with this key."""
        self.setCurrentIndex(self._index(key))

    def set_words(self, key: str, words: str) -> None:
        """Name a tab anew, for instance with a count."""
        self.setTabText(self._index(key), words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._by_keyboard:
            inner = QRectF(self.tabRect(self.currentIndex())).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_tokens().accent, FOCUS_WIDTH))
            painter.drawRoundedRect(inner, Radius.CONTROL, Radius.CONTROL)

    def _index(self, key: str) -> int:
        return next(index for index in range(self.count()) if self.tabData(index) == key)

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.tabData(index)))
