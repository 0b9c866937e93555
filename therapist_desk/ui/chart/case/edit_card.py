"""A card to read, with a button that opens its form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.chart.case.headed_card import HeadedCard
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize


class EditCard(HeadedCard):
    """`edit_wanted` when its button is pressed; `name` is the button's objectName."""

    edit_wanted = Signal()

    def __init__(self, title: str, edit_words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        edit = Button(edit_words, role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="pen")
        edit.setObjectName(name)
        edit.setAccessibleName(f"{title}: {edit_words}")
        edit.clicked.connect(self.edit_wanted)
        self.header.add_action(edit)
