"""Contraindications and allergies: a line for each, with how far it reaches."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, IconButton
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.tokens import Space

_LEVEL_WIDTH = 168


class CautionLine(QWidget):
    """One caution; `removal_wanted` when its cross is pressed."""

    changed = Signal()
    removal_wanted = Signal()

    def __init__(self, caution: Caution, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(caution.text)
        self.words.setPlaceholderText(self.tr("What to mind: a drug, an allergy, a condition"))
        self.words.setAccessibleName(self.tr("Contraindication or allergy"))
        self._level = Select(name=self.tr("How far it reaches"))
        for level, words in (
            (CautionLevel.ABSOLUTE, self.tr("No treatment at all")),
            (CautionLevel.LOCAL, self.tr("Not at that place")),
            (CautionLevel.PRECAUTION, self.tr("Take care")),
        ):
            self._level.addItem(words, level)
        self._level.setCurrentIndex(self._level.findData(caution.level))
        self._level.setFixedWidth(_LEVEL_WIDTH)
        remove = IconButton("trash", self.tr("Remove this line"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.GRID)
        row.addWidget(self.words, 1)
        row.addWidget(self._level)
        row.addWidget(remove)
        self.words.textEdited.connect(self.changed)
        self._level.activated.connect(self.changed)
        remove.clicked.connect(self.removal_wanted)

    def caution(self) -> Caution:
        """What the line says."""
        return Caution(self.words.text().strip(), CautionLevel(self._level.currentData()))


class CautionsEdit(QWidget):
    """All cautions of a client; empty lines are left out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[CautionLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.GRID)
        add = Button(
            self.tr("Add a caution"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="plus", parent=self
        )
        add.setObjectName("add_caution")
        add.clicked.connect(self._add_empty)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.INNER)
        column.addLayout(self._rows)
        column.addLayout(foot)

    def cautions(self) -> tuple[Caution, ...]:
        """The cautions as typed."""
        return tuple(line.caution() for line in self._lines if line.caution().text)

    def show_cautions(self, cautions: tuple[Caution, ...]) -> None:
        """Show `cautions` in place of the lines there are."""
        for line in tuple(self._lines):
            self._drop(line)
        for caution in cautions:
            self._add(caution)

    @Slot()
    def _add_empty(self) -> None:
        self._add(Caution("")).words.setFocus()

    def _add(self, caution: Caution) -> CautionLine:
        line = CautionLine(caution, self)
        line.changed.connect(self.changed)
        line.removal_wanted.connect(self._remove_sender)
        self._lines.append(line)
        self._rows.addWidget(line)
        return line

    @Slot()
    def _remove_sender(self) -> None:
        line = self.sender()
        if isinstance(line, CautionLine):
            self._drop(line)
            self.changed.emit()

    def _drop(self, line: CautionLine) -> None:
        self._lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
