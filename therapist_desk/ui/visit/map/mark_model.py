"""The marks of the visit as rows, for the list beside the map and for screen readers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapist_desk.domain.findings.mark import Mark
from therapist_desk.domain.sentences.mark_words import change_words, mark_sentence

MARK = Qt.ItemDataRole.UserRole


class MarkModel(QAbstractListModel):
    """Rows in the order of the visit. A change of one mark keeps the others' places and the selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()

    def show(self, marks: tuple[Mark, ...]) -> None:
        """Hold these marks."""
        old, self_ids = [mark.id for mark in self._marks], [mark.id for mark in marks]
        if old == self_ids:
            self._marks = marks
            if marks:
                self.dataChanged.emit(self.index(0), self.index(len(marks) - 1))
            return
        self.beginResetModel()
        self._marks = marks
        self.endResetModel()

    def row_of(self, mark_id: str) -> int:
        """The row of a mark, or -1."""
        return next((row for row, mark in enumerate(self._marks) if mark.id == mark_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        if role == MARK:
            return mark
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return mark_sentence(mark)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            changed = change_words(mark) if mark.after is not None else ""
            return f"{mark_sentence(mark)} {changed}".strip()
        return None
