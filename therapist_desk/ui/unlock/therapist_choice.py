"""Who you are: a card for each therapist who can unlock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.services.opening import CanUnlock
from therapist_desk.ui.kit.avatar import draw_avatar, initials
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, Space, current_tokens

_AVATAR = 36
_LEFT = 60


class TherapistCard(PaintedButton):
    """One therapist, with credentials and licence."""

    def __init__(self, info: CanUnlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.therapist_id = info.therapist_id
        self._letters = initials(info.name)
        licence = self.tr("license {number}").format(number=info.licence) if info.licence else ""
        self._below = ", ".join(part for part in (info.credentials, licence) if part)
        self.setText(info.name)
        self.setAccessibleName(f"{info.name}, {self._below}")
        self.setCheckable(True)
        self.setProperty("ringRadius", int(Radius.CARD))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, Height.ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area, chosen = self.area(), self.isChecked()
        fill = tokens.soft if chosen else tokens.hover if self.is_hot() else tokens.surface
        draw_panel(painter, area, Radius.CARD, fill=fill, line=None if chosen else tokens.line2)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), Radius.CARD - 1, Radius.CARD - 1)
            draw_icon(painter, "check", QPointF(area.width() - 32, area.height() / 2 - 9), 18, tokens.accent)
        circle = QRectF(12, (area.height() - _AVATAR) / 2, _AVATAR, _AVATAR)
        draw_avatar(painter, circle, self._letters, active=chosen)
        room = area.width() - _LEFT - 40
        draw_text(painter, QRectF(_LEFT, 9, room, 20), self.text(), Text.BODY_STRONG, tokens.ink)
        draw_text(painter, QRectF(_LEFT, 28, room, 18), self._below, Text.SECONDARY, tokens.ink2)


class TherapistChoice(QWidget):
    """Exactly one of `people` is chosen; up and down move the choice."""

    chosen = Signal(str)

    def __init__(self, people: Sequence[CanUnlock], chosen_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Therapist"))
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.GRID)
        self._cards = [TherapistCard(info, self) for info in people]
        for card in self._cards:
            self._group.addButton(card)
            column.addWidget(card)
        first = next((card for card in self._cards if card.therapist_id == chosen_id), self._cards[0])
        first.setChecked(True)
        self._group.buttonToggled.connect(self._tell)

    def therapist_id(self) -> str:
        """Give the id of the chosen one."""
        return next(card.therapist_id for card in self._cards if card.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        at = next(place for place, card in enumerate(self._cards) if card.isChecked())
        target = self._cards[(at + step) % len(self._cards)]
        target.setChecked(True)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QAbstractButton, bool)
    def _tell(self, card: QAbstractButton, now: bool) -> None:  # noqa: FBT001 - a slot takes what the signal gives
        if now and isinstance(card, TherapistCard):
            self.chosen.emit(card.therapist_id)
