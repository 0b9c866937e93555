"""The base of widgets whose text wraps."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class WrappingWidget(QWidget):
    """As high as its content needs at the width it has got, and no higher.

    Qt alone bounds such a widget by the height it would like at some other width, and cuts the last lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given_width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._given_width and self.hasHeightForWidth():
            hint.setHeight(self.heightForWidth(self._given_width))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._given_width:
            self._given_width = event.size().width()
            self.updateGeometry()
