"""The values of a chart as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from therapist_desk.ui.chart.plot.plot import Plot, PlotPoint, value_words
from therapist_desk.ui.chart.reading_table import ReadingTable
from therapist_desk.ui.dates import near_day_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ROW, _HEAD = 32, 30
_DAY, _BEFORE = 1, 2


class ValueTable(ReadingTable):
    """A row for each visit at which something was measured; Return or a click says `visit_wanted` with its id."""

    visit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        values = _Values()
        super().__init__(values, row=_ROW, head=_HEAD, parent=parent)
        values.setParent(self)
        self._values = values
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def show_plot(self, plot: Plot) -> None:
        """Show the values of a chart."""
        self._values.show_plot(plot)
        self.setAccessibleName(plot.name)
        self.fit()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self._values.point(index).visit_id)


class _Values(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._plot = Plot(name="", points=())
        self._points: tuple[PlotPoint, ...] = ()

    def show_plot(self, plot: Plot) -> None:
        self.beginResetModel()
        self._plot = plot
        self._points = tuple(point for point in plot.points if point.taken)
        self.endResetModel()

    def point(self, index: Index) -> PlotPoint:
        return self._points[index.row()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._points)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 4 if self._plot.paired else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(self._points[index.row()], index.column())
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        value = self.tr("Before") if self._plot.paired else self.tr("Value")
        return (self.tr("Visit"), self.tr("Date"), value, self.tr("After"))[section]

    def _words(self, point: PlotPoint, column: int) -> str:
        before = point.before if self._plot.paired or point.before is not None else point.after
        return (
            str(point.number),
            near_day_text(point.day, self._points[-1].day),
            self._value(before),
            self._value(point.after),
        )[column]

    def _value(self, value: Decimal | None) -> str:
        return "–" if value is None else value_words(value, self._plot.unit)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column >= _BEFORE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
