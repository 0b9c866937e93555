"""The left side of the first window: the name of the program over a ready picture of a back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.unlock.measures import FIGURE, FIGURE_NARROW, NAME_LEFT, figure_top, picture_name

GROUND_LIGHT: Final = "#E6DFD5"
GROUND_DARK: Final = "#101517"
_DRAWN_AT: Final = 768
_MARGIN: Final = 40
_BADGE: Final = 40


class FigurePanel(QWidget):
    """`pictures` holds the files of `picture_name`; without one the panel is plain."""

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = pictures
        self._shown = ""
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMaximumWidth(FIGURE)
        self.setMinimumWidth(FIGURE_NARROW)

    def sizeHint(self) -> QSize:
        return QSize(FIGURE, _DRAWN_AT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND_DARK if tokens.dark else GROUND_LIGHT))
        picture = self._picture_for(dark=tokens.dark)
        width = picture.width() / picture.devicePixelRatio()
        top = figure_top(self.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QPointF(round((self.width() - width) / 2), top), picture)
        badge = QRectF(_MARGIN, _MARGIN, _BADGE, _BADGE)
        draw_panel(painter, badge, Radius.CARD, fill=tokens.accent)
        draw_icon(painter, "body", badge.center() - QPointF(11, 11), 22, tokens.on_accent)
        left = NAME_LEFT
        room = self.width() - left - 8
        title, below = QRectF(left, _MARGIN - 3, room, 28), QRectF(left, _MARGIN + 23, room, 18)
        draw_text(
            painter, title, self.tr("Therapist Desk"), Text.DISPLAY, tokens.ink, align=Qt.AlignmentFlag.AlignLeft
        )
        draw_text(painter, below, self.tr("Charts stay on this computer, encrypted"), Text.SECONDARY, tokens.ink2)

    def _picture_for(self, *, dark: bool) -> QPixmap:
        ratio = 2 if self.devicePixelRatioF() > 1 else 1
        name = picture_name(dark=dark, ratio=ratio)
        if name != self._shown:
            self._shown = name
            self._picture = QPixmap(str(self._folder / name))
            self._picture.setDevicePixelRatio(ratio)
        return self._picture
