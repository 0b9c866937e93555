"""The diagnoses of a case, as a physician gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from therapist_desk.domain.care.case import Case, Diagnosis
from therapist_desk.domain.icd10.exclusions import Conflict
from therapist_desk.services.codes.diagnosis_codes import CheckedCode
from therapist_desk.ui.chart.case.code_lookup import clashes
from therapist_desk.ui.chart.case.code_search import CodeSearch
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.lines_edit import EditLine, LinesEdit
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.workplace import Workplace

_CODE: Final = 76
_DAY: Final = 108


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gave a diagnosis, and when: the referral's physician unless somebody says otherwise."""

    name: str = ""
    day: date | None = None


class DiagnosesForm(Form):
    """Gives the case with the diagnoses as they stand. `giver` is taken for those added; `day` is that of service."""

    def __init__(
        self, workplace: Workplace, case: Case, giver: Giver, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._giver = giver
        self.search = CodeSearch(workplace, day)
        self.search.picked.connect(self._add)
        self._lines = _Diagnoses(case.diagnoses)
        self._lines.moved.connect(self.changed)
        self._clashes = QWidget()
        self._clash_column = QVBoxLayout(self._clashes)
        self._clash_column.setContentsMargins(0, 0, 0, 0)
        self._clash_column.setSpacing(Space.INNER)
        self.add("code_finder", self.tr("Find a diagnosis to add"), self.search)
        self.add("diagnoses", self.tr("Diagnoses, the primary one first"), self._lines)
        self.place("code_finder")
        self.place("diagnoses")
        words = self.tr("Therapists do not diagnose: each code is entered as a physician gave it, with name and day.")
        self._column.addWidget(Label(words, Text.CAPTION, Tone.QUIET, wrap=True))
        self._column.addWidget(self._clashes)
        self.changed.connect(self._check)
        self._check()

    def apply(self, case: Case) -> Case | None:
        """Give `case` with the diagnoses; None where it is not said who gave one and when."""
        lines = self._lines.diagnosis_lines()
        diagnoses = tuple(line.diagnosis() for line in lines)
        problem = next((line.problem() for line in lines if line.problem()), "")
        self.field("diagnoses").set_problem(problem)
        return None if problem else replace(case, diagnoses=diagnoses)

    @Slot(object)
    def _add(self, code: CheckedCode) -> None:
        if any(line.code == code.code for line in self._lines.diagnosis_lines()):
            return  # it is there already
        diagnosis = Diagnosis(code=code.code, title=code.title, given_by=self._giver.name, given_on=self._giver.day)
        line = DiagnosisLine(diagnosis, fresh=True)
        self._lines.add_line(line)
        self._lines.show_places()
        if not diagnosis.given_by:
            line.focus_first()  # nobody is known to have given it: that comes next
        self.changed.emit()

    @Slot()
    def _check(self) -> None:
        codes = [line.code for line in self._lines.diagnosis_lines()]
        self._workplace.jobs.read(
            clashes, self._workplace.codes, codes, owner=self, done=self._show_clashes, failed=self._skip
        )

    def _show_clashes(self, found: tuple[Conflict, ...]) -> None:
        while (item := self._clash_column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for conflict in found:
            words = self.tr(
                "{code} and {other} do not go together (Excludes1: {words}), unless they are two conditions that "
                "have nothing to do with each other. Ask who gave them."
            ).format(code=conflict.code, other=conflict.other, words=conflict.words)
            banner = Banner(words, BannerKind.AMBER)
            banner.setObjectName("clash")
            self._clash_column.addWidget(banner)
        self._clashes.setVisible(bool(found))

    def _skip(self, _error: object) -> None:
        """The search says so where the codes cannot be read."""


class DiagnosisLine(EditLine):
    """One diagnosis: its code and meaning to read, who gave it and when to write.

    A `fresh` one wants its day, too; those kept without one in earlier charts are left alone.
    """

    up_wanted = Signal()

    def __init__(self, diagnosis: Diagnosis, *, fresh: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fresh = fresh
        self.code = diagnosis.code
        self._title = diagnosis.title
        code = Label(diagnosis.code, Text.BODY_STRONG)
        code.setFixedWidth(_CODE)
        title = Label(diagnosis.title, wrap=True)
        self._given_by = QLineEdit(diagnosis.given_by)
        self._given_by.setObjectName("given_by")
        self._given_by.setAccessibleName(self.tr("{code} given by").format(code=diagnosis.code))
        self._given_by.textEdited.connect(self.changed)
        self._given_on = DateEdit(name=self.tr("{code} given on").format(code=diagnosis.code))
        self._given_on.set_date(diagnosis.given_on)
        self._given_on.setObjectName("given_on")
        self._given_on.setPlaceholderText("")
        self._given_on.setFixedWidth(_DAY)
        self._given_on.textEdited.connect(self.changed)
        self._up = IconButton("up", self.tr("Move up"))
        self._up.setObjectName("move_up")
        self._up.clicked.connect(self.up_wanted)
        self.lay_out((code, 0), (title, 5), (self._given_by, 3), (self._given_on, 0), (self._up, 0))

    def focus_first(self) -> None:
        self._given_by.setFocus()

    def diagnosis(self) -> Diagnosis:
        """What the line says."""
        self._given_on.read()
        return Diagnosis(
            code=self.code,
            title=self._title,
            given_by=self._given_by.text().strip(),
            given_on=self._given_on.date(),
        )

    def problem(self) -> str:
        """Why the line cannot be kept."""
        if self._given_on.problem():
            return self._given_on.problem()
        if not self._given_by.text().strip():
            return self.tr("Say who gave {code}: a therapist does not diagnose.").format(code=self.code)
        if self._fresh and self._given_on.date() is None:
            return self.tr("Enter the day on which {code} was given.").format(code=self.code)
        return ""

    def show_place(self, *, first: bool) -> None:
        """Let the first one, which is the primary, be moved no further."""
        name = self.tr("The primary diagnosis") if first else self.tr("Move {code} up").format(code=self.code)
        self._up.set_name(name)
        self._up.setEnabled(not first)


class _Diagnoses(LinesEdit):
    moved = Signal()

    def __init__(self, diagnoses: Sequence[Diagnosis]) -> None:
        super().__init__("")
        self.set_heads(
            (self.tr("Code"), 0, _CODE),
            (self.tr("Meaning"), 5, 0),
            (self.tr("Given by"), 3, 0),
            (self.tr("Given on"), 0, _DAY),
            ("", 0, Height.CONTROL),
        )
        for diagnosis in diagnoses:
            self.add_line(DiagnosisLine(diagnosis))
        self.show_places()
        self.changed.connect(self.show_places)

    def diagnosis_lines(self) -> list[DiagnosisLine]:
        return [line for line in self.lines if isinstance(line, DiagnosisLine)]

    def add_line(self, line: EditLine) -> None:
        super().add_line(line)
        if isinstance(line, DiagnosisLine):
            line.up_wanted.connect(self._move_sender_up)

    @Slot()
    def show_places(self) -> None:
        for place, line in enumerate(self.diagnosis_lines()):
            line.show_place(first=place == 0)

    @Slot()
    def _move_sender_up(self) -> None:
        line = self.sender()
        if isinstance(line, DiagnosisLine):
            self.move_line(line, -1)
            self.show_places()
            line.focus_first()
            self.moved.emit()
