"""The lines of what changed, in a list that the keyboard walks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from therapist_desk.body_map.marks.heat import shade
from therapist_desk.body_map.marks.symbols import draw_symbol, ink_off_figure
from therapist_desk.ui.chart.progress.finding_rows import FindingRow
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import Radius, current_tokens

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_HEIGHT: Final = 27
_SYMBOL: Final = 28
_RADIUS: Final = 6.5


class FindingList(QListView):
    """Walking to a line says `walked_to` with it. As high as its lines: the page scrolls, not the list."""

    walked_to = Signal(object)
    """A FindingRow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self._delegate = _Delegate(self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The lines that are shown."""
        return self._lines.rows

    def show_rows(self, rows: Sequence[FindingRow], steps: int = 1) -> None:
        """Show these lines; `steps` is the number of shades on the ramp that their steps count on."""
        self._delegate.steps = steps
        if tuple(rows) != self._lines.rows:
            self._lines.show_rows(tuple(rows))
        self.setFixedHeight(len(rows) * _HEIGHT + 2)

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.walked_to.emit(self._lines.rows[index.row()])


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[FindingRow, ...] = ()

    def show_rows(self, rows: tuple[FindingRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.spoken
            case _ if role == _ROW_ROLE:
                return row
            case _:
                return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.steps = 1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FindingRow = index.data(_ROW_ROLE)
        tokens = current_tokens()
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            draw_panel(painter, area.adjusted(0, 1, 0, -1), Radius.TAG, fill=tokens.soft)
        if index.row():
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), tokens.line)
        self._draw_sign(painter, row, QPointF(area.left() + 10, area.center().y()))
        remark = text_width(row.remark, Text.CAPTION) + 2 if row.remark else 0.0
        value = max(48.0, text_width(row.value, Text.SECONDARY_STRONG) + 8) if row.value else 0.0
        words = area.adjusted(_SYMBOL, 0, -remark - value - 12, 0)
        draw_text(painter, words, row.words, Text.SECONDARY, tokens.ink)
        box = QRectF(words.right() + 6, area.top(), value, area.height())
        draw_text(painter, box, row.value, Text.SECONDARY_STRONG, tokens.ink)
        box = QRectF(area.right() - remark, area.top(), remark, area.height())
        draw_text(painter, box, row.remark, Text.CAPTION, tokens.ink3, align=Qt.AlignmentFlag.AlignRight)
        painter.restore()

    def _draw_sign(self, painter: QPainter, row: FindingRow, centre: QPointF) -> None:
        tokens = current_tokens()
        if row.mark is not None:
            ink = ink_off_figure(row.mark.kind, dark=tokens.dark)
            draw_symbol(painter, row.mark.kind, centre, _RADIUS, ink, row.mark.direction)
        elif row.step is not None:
            box = QRectF(centre.x() - 8, centre.y() - 6, 16, 12)
            draw_panel(painter, box, 2, fill=shade(row.step, self.steps), line=tokens.ctl)
