"""All visits of a client, the latest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.reading_table import ReadingTable
from therapist_desk.ui.chart.visit_table import CASE, PILL_ROLE, STATUS, THERAPIST, Index, VisitTable
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.pill import kind_colors
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import Height, Space, current_tokens

_ROW = 40
_HEAD = 32


class VisitsTab(QWidget):
    """Return, or a click, says `visit_wanted` with the id; the button below `earlier_wanted`."""

    visit_wanted = Signal(str)
    earlier_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = VisitTable(self)
        self._table = ReadingTable(self._model, row=_ROW, head=_HEAD)
        self._table.setItemDelegateForColumn(STATUS, _PillDelegate(self._table))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CASE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(THERAPIST, QHeaderView.ResizeMode.Stretch)
        self._table.setAccessibleName(self.tr("Visits, the latest first"))
        self._table.setObjectName("visits")
        self._table.activated.connect(self._open)
        self._table.clicked.connect(self._open)
        self._empty = EmptyState(
            "calendar", self.tr("No visits yet"), self.tr("The first one begins with the button above.")
        )
        card = Card(padding=1, spacing=0)
        card.body.setContentsMargins(8, 6, 8, 8)
        card.body.addWidget(self._table)
        card.body.addWidget(self._empty)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE_X, Space.PAGE_Y, Space.PAGE_X, Space.PAGE_Y)
        self._earlier = Button(
            self.tr("Chart an earlier visit…"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="calendar"
        )
        self._earlier.setObjectName("chart_earlier")
        self._earlier.clicked.connect(self.earlier_wanted)
        column.addWidget(card)
        column.addLayout(row(self._earlier, None))
        column.addStretch(1)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the visits of a chart."""
        self._model.show_visits(contents.visits, contents.therapists, contents.today)
        case = contents.file.case if contents.file is not None else None
        self._earlier.setVisible(case is not None and case.closed_on is None and not contents.client.archived)
        self._table.fit()
        self._table.setVisible(bool(contents.visits))
        self._empty.setVisible(not contents.visits)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self._model.visit(index).id)


class _PillDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        words, _kind = index.data(PILL_ROLE)
        return QSize(round(text_width(words, Text.CAPTION_STRONG)) + 40, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        super().paint(painter, plain, QModelIndex())
        words, kind = index.data(PILL_ROLE)
        ink, fill, line = kind_colors(current_tokens(), kind)
        area = QRectF(option.rect)
        width = text_width(words, Text.CAPTION_STRONG) + 20
        pill = QRectF(area.left() + 12, area.center().y() - Height.PILL / 2, width, Height.PILL)
        draw_panel(painter, pill, pill.height() / 2, fill=fill, line=line)
        draw_text(painter, pill, words, Text.CAPTION_STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)
