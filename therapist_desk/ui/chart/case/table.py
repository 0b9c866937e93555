"""A table whose rows open their form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.focus_ring import NO_RING
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space, current_tokens

_LEAST: Final = 32
_RING: Final = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column takes a share of the width, or with none its own `width`; numbers stand at its right edge."""

    head: str
    share: int = 0
    width: int = 0
    right: bool = False


class CaseTable(QWidget):
    """Rows under their heads, from edge to edge of a card. `row_pressed` says which was pressed, from 0."""

    row_pressed = Signal(int)

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[_Row] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        heads = QWidget()
        line = _laid_out(heads, 0)
        for column in self._columns:
            label = ElidedLabel(column.head, Text.CAPTION_STRONG, Tone.QUIET)
            _place(line, label, column)
        self._lines.addWidget(heads)

    def add_row(self, cells: Sequence[QWidget | None], spoken: str, name: str) -> None:
        """Add a row that reads itself out as `spoken`; `name` is its objectName."""
        row = _Row(self)
        row.setAccessibleName(spoken)
        row.setObjectName(name)
        line = _laid_out(row, Space.GRID - 1)
        for cell, column in zip(cells, self._columns, strict=True):
            _place(line, cell or QWidget(), column)
        row.clicked.connect(self._press)
        self._rows.append(row)
        self._lines.addWidget(row)

    @Slot()
    def _press(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.row_pressed.emit(self._rows.index(row))


class _Row(PaintedButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._given_width = 0
        self.setProperty(NO_RING, True)  # noqa: FBT003 - Qt's signature
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(_LEAST, layout.totalHeightForWidth(width)) if layout else _LEAST

    def sizeHint(self) -> QSize:
        layout = self.layout()
        width = layout.totalSizeHint().width() if layout else 0
        return QSize(width, self.heightForWidth(self._given_width or width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # As every WrappingWidget: as high as its words need at the width it has got.
        super().resizeEvent(event)
        if event.size().width() != self._given_width:
            self._given_width = event.size().width()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.totalMinimumSize().width() if layout else 0, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        if self.is_hot():
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), tokens.hover)
        painter.fillRect(1, 0, self.width() - 2, 1, tokens.line)
        if self.hasFocus():
            painter.setPen(tokens.accent)
            for inset in range(_RING):
                painter.drawRect(self.rect().adjusted(inset + 1, inset, -inset - 2, -inset - 1))


def _laid_out(widget: QWidget, margin: int) -> QHBoxLayout:
    line = QHBoxLayout(widget)
    line.setContentsMargins(Space.CARD, margin, Space.CARD, margin)
    line.setSpacing(Space.GAP_DENSE)
    return line


def _place(line: QHBoxLayout, cell: QWidget, column: Column) -> None:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    if isinstance(cell, Label):
        cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    if column.share:
        cell.setMinimumWidth(1)
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, cell.sizePolicy().verticalPolicy())
        line.addWidget(cell, column.share)
        return
    if isinstance(cell, Label):
        cell.setFixedWidth(column.width)
        line.addWidget(cell)
        return
    holder = QWidget()
    holder.setFixedWidth(column.width)
    inner = QHBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addWidget(cell, 0, side | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(holder)
