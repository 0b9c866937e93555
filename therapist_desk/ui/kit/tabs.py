"""The tabs over the parts of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget


class Tabs(QTabBar):
    """Words over a line; the one shown is underlined. `chosen` tells the key of a tab, also when set by program."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        for key, words in tabs:
            self.setTabData(self.addTab(words), key)
        self.currentChanged.connect(self._tell)

    def key(self) -> str:
        """The key of the tab that is shown."""
        return str(self.tabData(self.currentIndex()))

    def show_tab(self, key: str) -> None:
        """Go to the tab with this key."""
        self.setCurrentIndex(self._index(key))

    def set_words(self, key: str, words: str) -> None:
        """Name a tab anew, for instance with a count."""
        self.setTabText(self._index(key), words)

    def _index(self, key: str) -> int:
        return next(index for index in range(self.count()) if self.tabData(index) == key)

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.chosen.emit(str(self.tabData(index)))
