"""The values of a chart as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from therapist_desk.ui.chart.plot.plot import Plot, PlotPoint, value_words
from therapist_desk.ui.dates import near_day_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ROW, _HEAD = 32, 30
_DAY, _BEFORE = 1, 2


class ValueTable(QTableView):
    """A row for each visit at which something was measured; Return or a click says `visit_wanted` with its id."""

    visit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = _Values(self)
        self.setModel(self._values)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setFixedHeight(_HEAD)
        head.setStyleSheet("QHeaderView::section { padding: 4px 12px; }")  # over the text of the cells
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def show_plot(self, plot: Plot) -> None:
        """Show the values of a chart; the page scrolls, not the table."""
        self._values.show_plot(plot)
        self.setAccessibleName(plot.name)
        self.setFixedHeight(_HEAD + self._values.rowCount() * _ROW + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self._values.point(index).visit_id)


class _Values(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
