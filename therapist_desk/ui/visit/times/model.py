"""The rows of the times dialog for a table."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from therapist_desk.domain.session.timer import Segment
from therapist_desk.ui.dates import time_text
from therapist_desk.ui.theme.tokens import current_tokens
from therapist_desk.ui.visit.times.rows import TimeRow
from therapist_desk.ui.visit.wording import source_name

_NUMBERS: Final = (1, 2, 3)


class TimesModel(QAbstractTableModel):
    """Technique, start, stop, minutes, and who says so; what was replaced is struck through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TimeRow, ...] = ()

    def show(self, rows: tuple[TimeRow, ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def all(self) -> tuple[TimeRow, ...]:
        """The rows shown."""
        return self._rows

    def row(self, index: int) -> TimeRow | None:
        """The row at `index`, or None."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - the same
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Technique"), self.tr("Start"), self.tr("Stop"), self.tr("Minutes"), self.tr("Source"))
        return names[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: self._words(row.segment, index.column()),
            Qt.ItemDataRole.TextAlignmentRole: _alignment(index.column()),
        }
        if row.replaced:
            struck = QFont()
            struck.setStrikeOut(True)
            said = self.tr("replaced: {text}").format(text=self._words(row.segment, index.column()))
            values |= {
                Qt.ItemDataRole.FontRole: struck,
                Qt.ItemDataRole.ForegroundRole: current_tokens().ink3,
                Qt.ItemDataRole.AccessibleTextRole: said,
            }
        return values.get(role)

    def _words(self, segment: Segment, column: int) -> str:
        stop = time_text(segment.stop.local) if segment.stop is not None else self.tr("running")
        source = source_name(segment)
        if segment.reason:
            source = f"{source}: {segment.reason}"
        return (
            segment.technique.name,
            time_text(segment.start.local),
            stop,
            str(segment.minutes),
            source,
        )[column]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
