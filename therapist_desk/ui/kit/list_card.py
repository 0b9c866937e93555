"""A card with a title over a list that reaches its edges."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.theme.tokens import Height, Space

_HEAD = 48
_FOOT = 5  # the last row ends above the rounded corners


class ListCard(Card):
    """As high as its rows; with less room the list scrolls. `inset` keeps the lines between rows off the edge."""

    def __init__(
        self,
        title: str,
        name: str,
        *,
        height: int = Height.ROW,
        inset: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=1, spacing=0, parent=parent)
        self._header = CardHeader(title)
        self.list = RowList(name, height=height, side=Space.CARD, inset=inset)
        head = QWidget()
        head.setMinimumHeight(_HEAD)
        row = QVBoxLayout(head)
        row.setContentsMargins(Space.CARD - 1, 6, Space.CARD - 1, 6)
        row.addWidget(self._header)
        self.body.addWidget(head)
        self.body.addWidget(self.list)
        self.body.setContentsMargins(1, 1, 1, _FOOT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_caption(self, words: str) -> None:
        """Say something beside the title."""
        self._header.set_caption(words)

    def add_action(self, widget: QWidget) -> None:
        """Put something at the right of the title."""
        self._header.add_action(widget)
