"""Chips: answers that are on or off, a chosen thing that can be taken away, or one more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.focus_ring import RING_RADIUS
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, current_tokens

_SIDE = 10
_ICON = 14
_ICON_ROOM = 18


class Chip(PaintedButton):
    """A checkable chip. With `removable`, a click on its cross or Delete says `removal_wanted`."""

    removal_wanted = Signal()

    def __init__(
        self, text: str, *, checked: bool = False, removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(not removable)
        self.setChecked(checked and not removable)
        self._removable = removable
        self.setProperty(RING_RADIUS, 0)

    def sizeHint(self) -> QSize:
        # The bold width whether on or off: the neighbours stay put when it is toggled.
        width = text_width(self.text(), Text.SECONDARY_STRONG) + 2 * _SIDE + (_ICON_ROOM if self._removable else 0)
        return QSize(round(width + 1), Height.CHIP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cross = self._removable and event.position().x() >= self.width() - _ICON_ROOM - _SIDE / 2
        super().mouseReleaseEvent(event)
        if cross and self.rect().contains(event.position().toPoint()):
            self.removal_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area()
        on = self.isChecked() or self._removable
        if not self.isEnabled():
            fill, line, ink = tokens.hover, tokens.line, tokens.ink3
        elif on:
            fill, line, ink = (tokens.hot if self.is_hot() else tokens.soft), tokens.accent, tokens.accent
        else:
            fill, line, ink = (tokens.hover if self.is_hot() else tokens.surface), tokens.line2, tokens.ink
        draw_panel(painter, area, area.height() / 2, fill=fill, line=line)
        room = area.adjusted(_SIDE, 0, -_SIDE, 0)
        if self._removable:
            room.adjust(0, 0, -_ICON_ROOM, 0)
            corner = QPointF(area.right() - _SIDE - _ICON + 3, area.height() / 2 - _ICON / 2)
            draw_icon(painter, "close", corner, _ICON, ink)
        text = Text.SECONDARY_STRONG if on else Text.SECONDARY
        draw_text(painter, room, self.text(), text, ink, align=Qt.AlignmentFlag.AlignHCenter)


class AddChip(PaintedButton):
    """The dashed chip at the end of a row of chips: one more."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setProperty(RING_RADIUS, 0)

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self.text(), Text.SECONDARY) + 2 * _SIDE + _ICON_ROOM), Height.CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area()
        fill = tokens.hover if self.is_hot() else None
        draw_panel(painter, area, area.height() / 2, fill=fill, line=tokens.line2, dashed=True)
        draw_icon(painter, "plus", QPointF(_SIDE - 2, area.height() / 2 - _ICON / 2), _ICON, tokens.ink3)
        room = area.adjusted(_SIDE - 2 + _ICON_ROOM, 0, -_SIDE / 2, 0)
        draw_text(painter, room, self.text(), Text.SECONDARY, tokens.ink3)
