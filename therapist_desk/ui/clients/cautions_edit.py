"""Contraindications and allergies: a line for each, with how far it reaches."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.client import Caution, CautionLevel
from therapist_desk.ui.kit.lines_edit import PROSE, EditLine, LinesEdit
from therapist_desk.ui.kit.select import Select

_LEVEL_WIDTH = 168


class CautionLine(EditLine):
    """One caution."""

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
            self._level.addItem(words, level.value)
        self._level.setCurrentIndex(self._level.findData(caution.level.value))
        self._level.setFixedWidth(_LEVEL_WIDTH)
        self.lay_out((self.words, 1), (self._level, 0))
        self.words.setProperty(PROSE, True)  # noqa: FBT003 - a property's value
        self.words.textEdited.connect(self.changed)
        self._level.activated.connect(self.changed)

    def caution(self) -> Caution:
        """What the line says."""
        return Caution(self.words.text().strip(), CautionLevel(self._level.currentData()))


class CautionsEdit(LinesEdit):
    """All cautions of a client; empty lines are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add a caution"), parent)

    def new_line(self) -> EditLine:
        return CautionLine(Caution(""))

    def cautions(self) -> tuple[Caution, ...]:
        """The cautions as typed."""
        typed = [line.caution() for line in self.lines if isinstance(line, CautionLine)]
        return tuple(caution for caution in typed if caution.text)

    def show_cautions(self, cautions: tuple[Caution, ...]) -> None:
        """Show `cautions` in place of the lines there are."""
        self.clear()
        for caution in cautions:
            self.add_line(CautionLine(caution))
