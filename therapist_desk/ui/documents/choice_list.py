"""A list in which one row is always chosen, by mouse or arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.pill import kind_colors
from therapist_desk.ui.kit.rows import Index, Row, RowModel, row_of
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_ROW: Final = 44
_DENSE_ROW: Final = 32
_HEADING: Final = 30
_CHEVRON: Final = 16
_ICON: Final = 18
_SIDE: Final = 10


class ChoiceList(QListView):
    """Says `chosen` with the key of the row that the user turns to. Dense rows leave their captions out."""

    chosen = Signal(str)
    heading_pressed = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.dense = False
        self._rows = RowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[Row], key: str) -> None:
        """Show other rows, the one with `key` chosen; says nothing."""
        blocked = self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._rows.show_rows(rows)
        place = next((place for place, row in enumerate(rows) if row.key == key), None)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place))
        self.selectionModel().blockSignals(blocked)
        self.updateGeometry()
        self.viewport().update()

    def key(self) -> str:
        """The key of the chosen row, or an empty string."""
        index = self.currentIndex()
        return row_of(index).key if index.isValid() else ""

    def set_dense(self, *, dense: bool) -> None:
        """Leave the captions out, where there is little room."""
        if dense != self.dense:
            self.dense = dense
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def row_height(self, row: Row) -> int:
        """Give the height of a row in pixels."""
        if row.heading:
            return _HEADING
        return _DENSE_ROW if self.dense else _ROW

    def sizeHint(self) -> QSize:
        return QSize(160, sum(self.row_height(row) for row in self._rows.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, sum(self.row_height(row) for row in self._rows.rows[:2]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = row_of(index) if index.isValid() else None
        if row is not None and row.heading:
            self.heading_pressed.emit(row.key)
            return
        again = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)
        if again:
            self._choose_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_again()
        else:
            super().keyPressEvent(event)

    def _choose_again(self) -> None:
        """Say what is chosen already: a packet that was called off is wanted after all."""
        self._tell(self.currentIndex(), self.currentIndex())

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(row_of(now).key)


class _ChoiceDelegate(QStyledItemDelegate):
    def __init__(self, choices: ChoiceList) -> None:
        super().__init__(choices)
        self._choices = choices

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._choices.row_height(row_of(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, tokens = row_of(index), current_tokens()
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        if row.heading:
            _draw_heading(painter, area, row, hot=bool(option.state & QStyle.StateFlag.State_MouseOver))
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            draw_panel(painter, area, Radius.CONTROL, fill=tokens.soft, line=tokens.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_panel(painter, area, Radius.CONTROL, fill=tokens.hover)
        left, right = area.left() + _SIDE, area.right() - _SIDE
        if row.icon:
            ink = tokens.accent if chosen else tokens.ink2
            draw_icon(painter, row.icon, QPointF(left - 2, area.center().y() - _ICON / 2), _ICON, ink)
            left += _ICON + 8
        if row.pill is not None:
            right = _draw_pill(painter, area, right, row) - 6
        middle = area.center().y()
        if self._choices.dense:
            draw_text(painter, QRectF(left, middle - 9, right - left, 18), row.title, Text.BODY_STRONG, tokens.ink)
        else:
            draw_text(painter, QRectF(left, middle - 18, right - left, 18), row.title, Text.BODY_STRONG, tokens.ink)
            ink = tokens.ink2 if chosen else tokens.ink3
            draw_text(painter, QRectF(left, middle + 1, right - left, 15), row.caption, Text.CAPTION, ink)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), Radius.CONTROL, Radius.CONTROL)
        painter.restore()


def _draw_heading(painter: QPainter, area: QRectF, row: Row, *, hot: bool) -> None:
    """Draw the head of a group; an open one is `active`, a closed one says by its arrow that it opens."""
    tokens = current_tokens()
    if hot and not row.active:
        draw_panel(painter, area, Radius.CONTROL, fill=tokens.hover)
    ink = tokens.ink if row.active else tokens.ink2
    words = area.adjusted(_SIDE - 2, 0, -_SIDE - _CHEVRON, 0)
    draw_text(painter, words, row.title, Text.SECONDARY_STRONG, ink)
    corner = QPointF(area.right() - _SIDE - _CHEVRON + 4, area.center().y() - _CHEVRON / 2)
    draw_icon(painter, "down" if row.active else "right", corner, _CHEVRON, tokens.ink3)


def _draw_pill(painter: QPainter, area: QRectF, right: float, row: Row) -> float:
    """Draw the row's pill at the right end; gives its left edge."""
    words, kind = row.pill or ("", None)
    if kind is None:
        return right
    ink, fill, line = kind_colors(current_tokens(), kind)
    width = text_width(words, Text.CAPTION_STRONG) + 16
    box = QRectF(right - width, area.center().y() - Height.PILL / 2, width, Height.PILL)
    draw_panel(painter, box, box.height() / 2, fill=fill, line=line)
    draw_text(painter, box, words, Text.CAPTION_STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)
    return box.left()
