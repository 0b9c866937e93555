"""Fields by name: typed in, read, and told what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from therapist_desk.domain.errors import FieldProblem
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.kit.layouts import settle
from therapist_desk.ui.kit.lines_edit import PROSE, LinesEdit
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.text_box import TextBox
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.wording import field_sentence

_LINE_HEIGHT = 20


class Form(QWidget):
    """Fields under the names that the domain gives its problems; each control's objectName is the field's name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.GAP_DENSE)

    def field(self, name: str) -> Field:
        """The field of this name."""
        return self._fields[name]

    def line(
        self, name: str, label: str, text: str = "", *, optional: bool = False, hint: str = "", prose: bool = False
    ) -> QLineEdit:
        """Add a line of text; one of `prose` holds words rather than a name or a number."""
        control = QLineEdit(text)
        control.setCursorPosition(0)  # a text too long for its field shows how it begins
        control.setProperty(PROSE, prose)
        control.setPlaceholderText(hint)
        control.textEdited.connect(self.changed)
        self.add(name, label, control, optional=optional)
        return control

    def day(
        self,
        name: str,
        label: str,
        day: date | None,
        *,
        newest_year: int | None = None,
        example: date | None = None,
        optional: bool = False,
    ) -> DateEdit:
        """Add a typed date; the example it shows while empty is today where none is given."""
        control = DateEdit(newest_year=newest_year, example=example)
        control.set_date(day)
        control.textEdited.connect(self.changed)
        field = self.add(name, label, control, optional=optional)
        control.problem_changed.connect(field.set_problem)
        return control

    def area(self, name: str, label: str, text: str = "", *, lines: int = 2, optional: bool = False) -> TextBox:
        """Add a text of several lines; Tab leaves it."""
        control = TextBox(text)
        control.setFixedHeight(lines * _LINE_HEIGHT + 16)
        control.edited.connect(self.changed)
        self.add(name, label, control, optional=optional)
        return control

    def add(self, name: str, label: str, control: QWidget, *, optional: bool = False) -> Field:
        """Add any control; it is placed by `place`."""
        control.setObjectName(name)
        field = self._fields[name] = Field(label, control, optional=optional)
        if isinstance(control, Select):
            control.activated.connect(self.changed)
        elif isinstance(control, ToggleGroup):
            control.chosen.connect(self.changed)
        elif isinstance(control, LinesEdit):
            control.changed.connect(self.changed)
        return field

    def place(self, *names: str, shares: Sequence[int] = ()) -> None:
        """Put fields side by side in the next line, of equal width or in `shares` of it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.GAP_DENSE)
        for column, name in enumerate(names):
            grid.addWidget(self._fields[name], 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, shares[column] if shares else 1)
            grid.setColumnMinimumWidth(column, 1)
        self._column.addLayout(grid)

    def read_days(self) -> bool:
        """Read all typed dates again and take earlier problems away; false where one cannot be read."""
        fine = True
        for field in self._fields.values():
            problem = ""
            if isinstance(field.control, DateEdit):
                field.control.read()
                problem = field.control.problem()
            field.set_problem(problem)
            fine = fine and not problem
        if not fine:
            self.focus_first_problem()
        return fine

    def show_problems(self, problems: Sequence[FieldProblem]) -> list[FieldProblem]:
        """Say what is wrong at the fields, and go to the first of them; gives those that have no field here."""
        for problem in problems:
            if problem.field in self._fields:
                self._fields[problem.field].set_problem(field_sentence(problem))
        self.focus_first_problem()
        return [problem for problem in problems if problem.field not in self._fields]

    def require(self, *names: str) -> bool:
        """Ask for what is missing in fields that must not stay empty; false where something is."""
        fine = True
        for name in names:
            control = self._fields[name].control
            if isinstance(control, QLineEdit) and not control.text().strip():
                self._fields[name].set_problem(field_sentence(FieldProblem(name, "required")))
                fine = False
        if not fine:
            self.focus_first_problem()
        return fine

    def read_number(self, name: str) -> tuple[int | None, bool]:
        """Read a whole number: its value, None while empty, and whether it could be read; the field says if not."""
        control = self._fields[name].control
        text = control.text().strip() if isinstance(control, QLineEdit) else ""
        if not text:
            return None, True
        number, fine = self.locale().toInt(text)
        if not fine:
            self._fields[name].set_problem(field_sentence(FieldProblem(name, "whole_number")))
            self.focus_first_problem()
        return number if fine else None, fine

    def lead_to(self, name: str) -> None:
        """Put the keyboard into the control of this name, and into sight."""
        control = self._fields[name].control if name in self._fields else self.findChild(QWidget, name)
        if control is not None:
            focus_in_sight(control)

    def focus_first_problem(self) -> None:
        """Go to the first field that has a problem."""
        wrong = next((field for field in self._fields.values() if field.problem()), None)
        if wrong is not None:
            focus_in_sight(wrong.control)


def focus_in_sight(control: QWidget) -> None:
    """Put the keyboard into a control, and scroll what holds it to where it is seen with what its field says."""
    control.setFocus(Qt.FocusReason.ShortcutFocusReason)
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        settle()  # what is wrong stands under the control and makes the form higher
        field = control.parentWidget()
        around.ensureWidgetVisible(field if isinstance(field, Field) else control)
