"""Rows of people, visits and things to see to: what one says, and the model that a list reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapist_desk.ui.kit.label import Tone
from therapist_desk.ui.kit.pill import Kind

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row shows, from left to right; `key` names what it stands for.

    `lead` is a time or a number, `initials` or `icon` stand for the thing, `trailing` is plain text, `link` and
    `button` name what Return does. A heading shows its title alone. `spoken` replaces the sentence that is read out.
    """

    key: str = ""
    title: str
    caption: str = ""
    lead: str = ""
    initials: str = ""
    icon: str = ""
    icon_tone: Tone = Tone.LABELS
    pill: tuple[str, Kind] | None = None
    trailing: str = ""
    link: str = ""
    button: str = ""
    primary: bool = False
    active: bool = False
    heading: bool = False
    foldable: bool = False
    spoken: str = ""

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        pill = self.pill[0] if self.pill else ""
        parts = (self.lead, self.title, self.caption, pill, self.trailing, self.link or self.button)
        return self.spoken or ", ".join(part for part in parts if part)


def row_of(index: Index) -> Row:
    """Give the row at an index of a `RowModel`."""
    row: Row = index.data(ROW_ROLE)
    return row


class RowModel(QAbstractListModel):
    """Rows as given; a heading cannot be chosen unless it folds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows. Where only their words changed, the choice and the scroll position stay."""
        old, self._rows = self._rows, tuple(rows)
        if [row.key for row in old] == [row.key for row in self._rows]:
            for place, (before, after) in enumerate(zip(old, self._rows, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        if row.heading and not row.foldable:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
