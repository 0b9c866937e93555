"""What stands in for a visit that takes its time to be read: its bars, its map and the heads of its note, empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.notes.note import Section
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Radius, current_tokens
from therapist_desk.ui.visit.note.column import NoteColumn
from therapist_desk.ui.visit.wording import section_name

_PATIENCE_MS: Final = 150
_HEAD: Final = 30
_PADDING: Final = 13
_BADGE: Final = 20
_BADGE_GAP: Final = 8


class Skeleton(QWidget):
    """Covers `page`, where nothing is painted meanwhile, once the visit has kept somebody waiting.

    A visit that is read at once shows as it always did: whole, with nothing before it.
    """

    def __init__(self, page: QWidget, bars: Sequence[QWidget], panel: QWidget, note: NoteColumn) -> None:
        super().__init__(page)
        self.setObjectName("skeleton")
        self.setAccessibleName(self.tr("The visit is being read"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._page = page
        self._bars = tuple(bars)
        self._panel = panel
        self._note = note
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._cover)
        self.hide()

    def wait(self) -> None:
        """Paint nothing of the page until `end`, and stand in for it if that takes long."""
        self._page.setUpdatesEnabled(False)
        self._patience.start()

    def end(self) -> None:
        """Let the page be seen."""
        self._patience.stop()
        self.hide()
        self._page.setUpdatesEnabled(True)

    @Slot()
    def _cover(self) -> None:
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()
        self._page.setUpdatesEnabled(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.win)
        for bar in self._bars:
            painter.fillRect(bar.geometry(), tokens.surface)
            edge = bar.geometry().bottom() if bar.y() < self._panel.y() else bar.y()
            painter.fillRect(bar.x(), edge, bar.width(), 1, tokens.line)
        painter.fillRect(self._panel.geometry(), tokens.sunken)
        painter.setClipRect(self._on_page(self._note))
        for card in self._note.cards:
            area = self._on_page(card)
            draw_panel(painter, area, Radius.CARD, fill=tokens.surface, line=tokens.line)
            self._draw_head(painter, area, card.section)

    def _draw_head(self, painter: QPainter, area: QRectF, section: Section) -> None:
        tokens = current_tokens()
        head = QRectF(area.left() + _PADDING, area.top() + 1, area.width() - 2 * _PADDING, _HEAD)
        badge = QRectF(head.left(), head.center().y() - _BADGE / 2, _BADGE, _BADGE)
        draw_panel(painter, badge, Radius.TAG, fill=tokens.ink3)
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, badge, section.value, Text.SECONDARY_STRONG, tokens.surface, align=middle)
        head.setLeft(badge.right() + _BADGE_GAP)
        draw_text(painter, head, section_name(section), Text.TITLE, tokens.ink3)

    def _on_page(self, widget: QWidget) -> QRectF:
        return QRectF(QRect(widget.mapTo(self._page, QPoint()), widget.size()))
