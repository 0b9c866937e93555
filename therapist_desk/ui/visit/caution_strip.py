"""The client's cautions in one line: as many as fit, and the rest one key away; none is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from therapist_desk.domain.client import Caution
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.kit.pill import CautionChip
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_GAP = 8


class MoreCautions(PaintedButton):
    """Says "+1": the whole list shows when it has the focus or is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: tuple[str, ...] = ()
        self.setObjectName("more_cautions")
        self.clicked.connect(self._open)

    def show_rest(self, rest: int, everything: tuple[str, ...]) -> None:
        """Stand for `rest` cautions, with the list of all of them."""
        self._all = everything
        self.setText(self.tr("+{count}").format(count=rest))
        self.setAccessibleName(self.tr("Cautions: {list}").format(list="; ".join(everything)))
        self.setToolTip("\n".join(everything))

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text() or "+9", Text.SECONDARY_STRONG)) + 34, Height.CHIP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        draw_panel(painter, self.area(), Radius.TAG, fill=tokens.red_fill, line=tokens.red_line)
        draw_icon(painter, "ban", QPointF(9, self.height() / 2 - 7), 14, tokens.red)
        room = self.area().adjusted(27, 0, -6, 0)
        draw_text(painter, room, self.text(), Text.SECONDARY_STRONG, tokens.red)

    @Slot()
    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in self._all:
            menu.addAction(text)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class CautionStrip(QWidget):
    """Chips side by side in the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[CautionChip] = []
        self._texts: tuple[str, ...] = ()
        self._more = MoreCautions(self)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_cautions(self, cautions: Sequence[Caution]) -> None:
        """Show these, the gravest first."""
        texts = tuple(caution.text for caution in cautions)
        if texts == self._texts:
            return
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._texts = texts
        self._chips = [CautionChip(text, parent=self) for text in texts]
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        width = sum(chip.sizeHint().width() + _GAP for chip in self._chips)
        return QSize(max(0, width - _GAP), Height.CHIP)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._more.sizeHint().width() if self._chips else 0, Height.CHIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fitting = self._fitting()
        rest = len(self._chips) - fitting
        x = 0
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < fitting)
            if index < fitting:
                chip.setGeometry(x, 0, chip.sizeHint().width(), Height.CHIP)
                x += chip.width() + _GAP
        if rest:
            self._more.show_rest(rest, self._texts)
            self._more.setGeometry(x, 0, self._more.sizeHint().width(), Height.CHIP)
        self._more.setVisible(rest > 0)

    def _fitting(self) -> int:
        widths = [chip.sizeHint().width() for chip in self._chips]
        for count in range(len(widths), -1, -1):
            more = 0 if count == len(widths) else self._more.sizeHint().width() + _GAP
            if sum(widths[:count]) + _GAP * max(0, count - 1) + more <= self.width():
                return count
        return 0
