"""Medications, surgeries, allergies, implants: a line each, with a word of detail and a date."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.health.history import HealthItem, ItemKind
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.lines_edit import PROSE, EditLine, LinesEdit

_DAY_WIDTH = 132


class ItemLine(EditLine):
    """One of a list."""

    def __init__(self, item: HealthItem, newest_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = item.kind
        self.words = QLineEdit(item.text)
        self.words.setAccessibleName(self.tr("What"))
        self.words.setPlaceholderText(self.tr("What"))
        self.detail = QLineEdit(item.detail)
        self.detail.setAccessibleName(self.tr("Detail"))
        self.detail.setPlaceholderText(self.tr("Detail: dose, side, reaction"))
        self.on = DateEdit(newest_year=newest_year, name=self.tr("Date"))
        self.on.set_date(item.on)
        self.on.setPlaceholderText(self.tr("Date"))
        self.on.setFixedWidth(_DAY_WIDTH)
        self.lay_out((self.words, 3), (self.detail, 3), (self.on, 0))
        for prose in (self.words, self.detail):
            prose.setProperty(PROSE, True)  # noqa: FBT003 - a property's value
        for control in (self.words, self.detail, self.on):
            control.textEdited.connect(self.changed)

    def item(self) -> HealthItem:
        """What the line says."""
        self.on.read()
        return HealthItem(kind=self._kind, text=self.words.text(), detail=self.detail.text(), on=self.on.date())


class ItemsEdit(LinesEdit):
    """A list of one kind; empty lines are left out."""

    def __init__(self, kind: ItemKind, add_words: str, newest_year: int, parent: QWidget | None = None) -> None:
        super().__init__(add_words, parent)
        self._kind = kind
        self._newest_year = newest_year

    def new_line(self) -> EditLine:
        return ItemLine(HealthItem(kind=self._kind, text=""), self._newest_year)

    def items(self) -> tuple[HealthItem, ...]:
        """What is typed; a line with nothing in it is none."""
        typed = [line.item() for line in self.lines if isinstance(line, ItemLine)]
        return tuple(item for item in typed if item.text.strip() or item.detail.strip() or item.on)

    def problem(self) -> str:
        """Why a date cannot be read, or an empty string."""
        problems = (line.on.problem() for line in self.lines if isinstance(line, ItemLine))
        return next(filter(None, problems), "")

    def show_items(self, items: tuple[HealthItem, ...]) -> None:
        """Show these in place of the lines there are."""
        self.clear()
        for item in items:
            self.add_line(ItemLine(item, self._newest_year))
