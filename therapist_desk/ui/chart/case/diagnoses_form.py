"""The diagnoses of a case, as a physician gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.case import Case, Diagnosis
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.lines_edit import EditLine, LinesEdit

_CODE: Final = 104
_DAY: Final = 124


class DiagnosisLine(EditLine):
    """One diagnosis."""

    def __init__(self, diagnosis: Diagnosis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = self._cell(diagnosis.code, self.tr("Code"))
        self._title = self._cell(diagnosis.title, self.tr("Meaning"))
        self._given_by = self._cell(diagnosis.given_by, self.tr("Given by"))
        self._given_on = DateEdit(name=self.tr("Given on"))
        self._given_on.set_date(diagnosis.given_on)
        self._given_on.setPlaceholderText("")
        self._given_on.textEdited.connect(self.changed)
        self._code.setFixedWidth(_CODE)
        self._given_on.setFixedWidth(_DAY)
        self.lay_out((self._code, 0), (self._title, 3), (self._given_by, 2), (self._given_on, 0))

    def diagnosis(self) -> Diagnosis:
        """What the line says."""
        self._given_on.read()
        return Diagnosis(
            code=self._code.text().strip().upper(),
            title=self._title.text().strip(),
            given_by=self._given_by.text().strip(),
            given_on=self._given_on.date(),
        )

    def problem(self) -> str:
        """Why the line cannot be kept."""
        return self._given_on.problem()

    def _cell(self, text: str, name: str) -> QLineEdit:
        cell = QLineEdit(text)
        cell.setAccessibleName(name)
        cell.textEdited.connect(self.changed)
        return cell


class DiagnosesForm(Form):
    """Gives the case changed by what is typed; lines without code and meaning are left out."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Diagnoses(self.tr("Add a diagnosis"), case.diagnoses)
        self.add("diagnoses", self.tr("Diagnoses, ICD-10-CM, the primary one first"), self._lines)
        self.place("diagnoses")

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is typed; None where a date cannot be read."""
        lines = [line for line in self._lines.lines if isinstance(line, DiagnosisLine)]
        diagnoses = tuple(line.diagnosis() for line in lines)
        problem = next((line.problem() for line in lines if line.problem()), "")
        self.field("diagnoses").set_problem(problem)
        if problem:
            return None
        kept = tuple(diagnosis for diagnosis in diagnoses if diagnosis.code or diagnosis.title)
        return replace(case, diagnoses=kept)


class _Diagnoses(LinesEdit):
    def __init__(self, add_words: str, diagnoses: Sequence[Diagnosis]) -> None:
        super().__init__(add_words)
        self.set_heads(
            (self.tr("Code"), 0, _CODE),
            (self.tr("Meaning"), 3, 0),
            (self.tr("Given by"), 2, 0),
            (self.tr("Given on"), 0, _DAY),
        )
        for diagnosis in diagnoses or (Diagnosis(code="", title=""),):
            self.add_line(DiagnosisLine(diagnosis))

    def new_line(self) -> EditLine:
        return DiagnosisLine(Diagnosis(code="", title=""))
