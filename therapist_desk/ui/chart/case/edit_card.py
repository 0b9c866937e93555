"""A card to read, with a button that opens its form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.theme.tokens import Space


class EditCard(Card):
    """`edit_wanted` when its button is pressed; `name` is the button's objectName."""

    edit_wanted = Signal()

    def __init__(self, title: str, edit_words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.GRID, parent=parent)
        # As high as in the cards with tables beside it: the buttons of the head bring their own room.
        self.body.setContentsMargins(Space.CARD, Space.GAP_DENSE, Space.CARD, Space.CARD)
        self.header = CardHeader(title)
        self._edit = Button(edit_words, role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="pen")
        self._edit.setObjectName(name)
        self._edit.setAccessibleName(f"{title}: {edit_words}")
        self._edit.clicked.connect(self.edit_wanted)
        self.header.add_action(self._edit)
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

    def set_edit_words(self, words: str) -> None:
        """Name the button anew."""
        self._edit.setText(words)
