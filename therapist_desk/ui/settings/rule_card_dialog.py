"""What one rule card says, value by value, each with its source and date; and the way to edit it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.rule_cards.card import RuleCard
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.row_list import RowList
from therapist_desk.ui.kit.rows import Row
from therapist_desk.ui.settings.rule_card_words import card_values, in_full
from therapist_desk.ui.theme.fonts import Text

_WIDTH: Final = 760
_HEIGHT: Final = 330
_ROW: Final = 48


class RuleCardDialog(Dialog):
    """Says `edit_wanted` with the card's id: a copy of one that came with the program, the file of the user's own."""

    edit_wanted = Signal(str)

    def __init__(self, card: RuleCard, parent: QWidget, *, own: bool) -> None:
        super().__init__(card.name, width=_WIDTH, parent=parent)
        self.setObjectName("rule_card_dialog")
        self.setAccessibleName(card.name)
        self._card_id = card.id
        self._values = tuple(card_values(card))
        self.list = RowList(self.tr("What the card says"), height=_ROW)
        self.list.setObjectName("card_values")
        self.list.setMaximumHeight(_HEIGHT)
        self._source = Label("", Text.SECONDARY, Tone.LABELS, wrap=True)
        self._source.setObjectName("card_source")
        edit = Button(self.tr("Show file") if own else self.tr("Copy to edit"))
        edit.setObjectName("edit_card")
        close = Button(self.tr("Close"))
        self.body.addWidget(self.list)
        self.body.addWidget(self._source)
        self.add_action(edit)
        self.add_action(close)
        edit.clicked.connect(self._edit)
        close.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._tell_source)
        self.list.show_rows(list(self._rows()))
        self.first_focus = self.list
        self.list.choose(1)

    def _rows(self) -> Iterator[Row]:
        group = ""
        for place, value in enumerate(self._values):
            if value.group != group:
                group = value.group
                yield Row(title=group, heading=True)
            source = value.source.words if value.source else ""
            yield Row(key=str(place), title=value.words, caption=source, pill=value.pill)

    @Slot(QModelIndex)
    def _tell_source(self, _index: QModelIndex) -> None:
        row = self.list.chosen()
        if row is not None and not row.heading:
            self._source.setText(in_full(self._values[int(row.key)]))

    @Slot()
    def _edit(self) -> None:
        self.accept()
        self.edit_wanted.emit(self._card_id)
