"""A choice from a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QStyle, QStyleOptionComboBox, QWidget

from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import current_tokens

_ARROW = 16
_ARROW_RIGHT = 26
_WIDEST = 480
_ENOUGH = 240
_LEAN = 2  # pixels by which words may go beyond their field: Qt measures their ink, not how far they advance


def make_findable(select: QComboBox) -> None:
    """Let one type any part of a choice to find it; nothing new can be entered."""
    select.setEditable(True)
    select.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(select.model(), select)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    select.setCompleter(completer)


class Select(QComboBox):
    """A combo box with the kit's arrow, and dots where its words are cut off.

    A long choice cannot push a form over its edge. The wheel scrolls the page unless the list is open.
    """

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), _WIDEST), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _ENOUGH), hint.height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        box, edit = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, edit, self).width() + _LEAN
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = current_tokens()
        corner = QPointF(self.width() - _ARROW_RIGHT, self.height() / 2 - _ARROW / 2)
        draw_icon(QPainter(self), "down", corner, _ARROW, tokens.ink2 if self.isEnabled() else tokens.ink3)
