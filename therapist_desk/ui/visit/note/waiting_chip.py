"""A thing carried forward from the last visit as a chip: told by fill, dashes, icon and words, until looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.notes.note import Paragraph
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.focus_ring import RING_RADIUS
from therapist_desk.ui.theme.fonts import Text, font, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, current_tokens

_SIDE = 9
_ICON = 14
_ROOM = 18


class WaitingChip(PaintedButton):
    """A press keeps it, as K does; its cross, D or Delete drop it."""

    kept = Signal(object)  # Paragraph
    dropped = Signal(object)

    def __init__(self, line: Paragraph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setObjectName("waiting")
        self.setText(line.text)
        self.setAccessibleName(self.tr("Unconfirmed: {text}").format(text=line.text))
        self.setAccessibleDescription(self.tr("K keeps, D drops"))
        self.setToolTip(self.tr("Carried forward, unconfirmed. Click: keep. Cross: drop. (K keeps, D drops)"))
        self.setProperty(RING_RADIUS, 0)
        self._dropping = False
        self.clicked.connect(self._answer)

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), Text.SECONDARY) + 2 * (_SIDE + _ROOM) + 1), Height.CHIP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dropping = event.position().x() >= self.width() - _ROOM - _SIDE / 2
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._dropping = False
        if event.key() in {Qt.Key.Key_K, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit(self.line)
        elif event.key() in {Qt.Key.Key_D, Qt.Key.Key_Delete}:
            self.dropped.emit(self.line)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area()
        draw_panel(painter, area, area.height() / 2, fill=tokens.amber_fill, line=tokens.amber, dashed=True)
        top = area.height() / 2 - _ICON / 2
        draw_icon(painter, "history", QPointF(_SIDE - 1, top), _ICON, tokens.amber)
        draw_icon(painter, "close", QPointF(area.right() - _SIDE - _ICON + 3, top), _ICON, tokens.amber)
        room = area.adjusted(_SIDE + _ROOM, 0, -_SIDE - _ROOM + 4, 0)
        italic = font(Text.SECONDARY)
        italic.setItalic(True)
        painter.setFont(italic)
        painter.setPen(tokens.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _answer(self) -> None:
        (self.dropped if self._dropping else self.kept).emit(self.line)
        self._dropping = False
