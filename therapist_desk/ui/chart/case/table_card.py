"""A card with a table, or a sentence where there is nothing to list."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class TableCard(Card):
    """Its header stands inside the padding, its table from edge to edge."""

    def __init__(self, title: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=Space.INNER, parent=parent)
        self.header = CardHeader(title, caption)
        self._title = title
        head = QVBoxLayout()
        head.setContentsMargins(Space.CARD, Space.GAP_DENSE, Space.GRID, 0)
        head.addWidget(self.header)
        self.body.addLayout(head)
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def add_button(self, words: str, name: str, icon_name: str = "plus") -> Button:
        """Add an action to the header."""
        button = Button(words, role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name=icon_name)
        button.setObjectName(name)
        button.setAccessibleName(f"{self._title}: {words}")
        self.header.add_action(button)
        return button

    def show_content(self, *parts: QWidget) -> None:
        """Show `parts` in place of what was there."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, Space.GRID)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        self.body.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        content.show()


def padded(part: QWidget | str) -> QWidget:
    """Give a part, or a quiet sentence, the padding of a card."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.CARD, Space.INNER, Space.CARD, Space.GRID)
    column.addWidget(Label(part, Text.BODY, Tone.QUIET, wrap=True) if isinstance(part, str) else part)
    return holder
