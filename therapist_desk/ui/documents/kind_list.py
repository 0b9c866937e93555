"""The kinds of documents under whom they are for: one group is open at a time, so that all fit a small screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.services.documents.kinds import DocumentKind
from therapist_desk.ui.documents.choice_list import ChoiceList
from therapist_desk.ui.documents.kinds import GROUPS, KINDS, Group, Kind, group_of, kind_of
from therapist_desk.ui.documents.words import addressee, group_name, kind_name
from therapist_desk.ui.kit.rows import Row

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KindList(ChoiceList):
    """Says `turned` with the kind that the user turns to. Opening a group turns to its first; arrow keys walk all."""

    turned = Signal(object)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.kind: Kind = DocumentKind.PHYSICIAN
        self.show_kind(self.kind)
        self.chosen.connect(self._take)
        self.heading_pressed.connect(self._open)

    def show_kind(self, kind: Kind) -> None:
        """Open the group of a kind and turn to it without saying so."""
        self.kind = kind
        self.show_rows([row for group in Group for row in self._rows_of(group)], kind.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = KINDS.index(self.kind) + step
        if 0 <= place < len(KINDS):
            self._turn(KINDS[place])

    def _rows_of(self, group: Group) -> list[Row]:
        opened = group is group_of(self.kind)
        name = group_name(group)
        spoken = name if opened else self.tr("{group}, closed").format(group=name)
        heading = Row(key=group.value, title=name, heading=True, foldable=True, active=opened, spoken=spoken)
        return [heading, *(_kind_row(kind) for kind in GROUPS[group] if opened)]

    def _turn(self, kind: Kind) -> None:
        self.show_kind(kind)
        self.turned.emit(kind)

    @Slot(str)
    def _open(self, key: str) -> None:
        if Group(key) is not group_of(self.kind):
            self._turn(GROUPS[Group(key)][0])

    @Slot(str)
    def _take(self, key: str) -> None:
        self.kind = kind_of(key)
        self.turned.emit(self.kind)


def _kind_row(kind: Kind) -> Row:
    return Row(key=kind.value, title=kind_name(kind), caption=addressee(kind), icon="doc")
