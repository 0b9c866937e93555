"""The way to everything else, with its keys inside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_SIDE = 10
_ICON = 16
_GAP = 6
_CAP_SIDE = 5
_CAP_HEIGHT = 18


class FindButton(PaintedButton):
    """Opens the palette of clients and actions; the key cap is left out where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Find"))
        self.setAccessibleName(self.tr("Find a client or an action"))
        self.setToolTip(self.tr("Find a client or an action (Ctrl+K)"))
        self._keys = self.tr("Ctrl K")
        self._with_keys = True

    def set_with_keys(self, *, shown: bool) -> None:
        """Show the key cap, or leave it out."""
        self._with_keys = shown
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + _ICON + _GAP + text_width(self.text(), Text.CONTROL)
        if self._with_keys:
            width += 2 * _GAP + self._cap_width() - 2
        return QSize(round(width), Height.SMALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        fill = tokens.hover if self.is_hot() else tokens.surface
        draw_panel(painter, self.area(), Radius.CONTROL, fill=fill, line=tokens.line2)
        draw_icon(painter, "search", QPointF(_SIDE, self.height() / 2 - _ICON / 2), _ICON, tokens.ink)
        room = self.area().adjusted(_SIDE + _ICON + _GAP, 0, 0, 0)
        draw_text(painter, room, self.text(), Text.CONTROL, tokens.ink)
        if self._with_keys:
            left = self.width() - _SIDE + 2 - self._cap_width()
            cap = QRectF(left, (self.height() - _CAP_HEIGHT) / 2, self._cap_width(), _CAP_HEIGHT)
            draw_panel(painter, cap, Radius.TAG, fill=tokens.sunken, line=tokens.line2)
            draw_text(painter, cap, self._keys, Text.CAPTION, tokens.ink2, align=Qt.AlignmentFlag.AlignHCenter)

    def _cap_width(self) -> float:
        return text_width(self._keys, Text.CAPTION) + 2 * _CAP_SIDE
