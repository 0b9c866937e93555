"""A table to read, as tall as its rows: the page scrolls, not the table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget


class ReadingTable(QTableView):
    """Whole rows are chosen; Return says `activated`, as a double click does. `fit` follows a change of the rows.

    `row` and `head` are heights in pixels.
    """

    def __init__(self, model: QAbstractItemModel, *, row: int, head: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._head = row, head
        self.setModel(model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setFixedHeight(head)
        header.setStyleSheet("QHeaderView::section { padding: 4px 12px; }")  # over the text of the cells
        header.setHighlightSections(False)

    def fit(self) -> None:
        """Take the height of all rows."""
        self.setFixedHeight(self._head + self.model().rowCount() * self._row + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
