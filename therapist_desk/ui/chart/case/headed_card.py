"""A card of a case to read: its head with actions, and below it content that is shown anew."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.theme.tokens import Space


class HeadedCard(Card):
    """Its head stands as high as in the cards with tables beside it: the buttons bring their own room."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(Space.CARD, Space.GAP_DENSE, Space.CARD, Space.CARD)
        self.header = CardHeader(title)
        self._content = QWidget()
        self.body.addWidget(self.header)
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def show_content(self, content: QWidget) -> None:
        """Show `content` in place of what was there."""
        self.body.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        content.show()
