"""The headings of a long page, each a way to its card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space


class SectionList(Card):
    """Says by `chosen` which of its titles was pressed, counted from 0."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(spacing=Space.INNER, parent=parent)
        self.body.addWidget(Label(self.tr("On this page"), Text.CAPTION, Tone.LABELS))
        self._links = QButtonGroup(self)
        for place, title in enumerate(titles):
            link = LinkButton(title, small=True)
            link.setObjectName("section")
            self._links.addButton(link, place)
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._links.idClicked.connect(self.chosen)
