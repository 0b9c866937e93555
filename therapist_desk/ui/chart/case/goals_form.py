"""The goals of a case: something the client wants to do, with its number and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from therapist_desk.domain.case import Case
from therapist_desk.domain.goal import Goal, GoalStatus
from therapist_desk.ui.chart.case.case_words import goal_status_words
from therapist_desk.ui.kit.date_edit import DateEdit
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.lines_edit import EditLine, LinesEdit
from therapist_desk.ui.kit.select import Select

_VALUE: Final = 76
_DAY: Final = 120
_STATUS: Final = 108


class GoalLine(EditLine):
    """One goal."""

    def __init__(self, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._cell(goal.text, self.tr("Goal"))
        self._measure = self._cell(goal.measure, self.tr("Measured by"))
        self._baseline = self._cell(goal.baseline, self.tr("First value"))
        self._target = self._cell(goal.target, self.tr("Target"))
        self._due = DateEdit(name=self.tr("Due on"))
        self._due.set_date(goal.due)
        self._due.setPlaceholderText("")
        self._due.textEdited.connect(self.changed)
        self._status = Select(name=self.tr("Status"))
        for status in GoalStatus:
            self._status.addItem(goal_status_words(status), status.value)
        self._status.setCurrentIndex(self._status.findData(goal.status.value))
        self._status.activated.connect(self.changed)
        for control, width in (
            (self._baseline, _VALUE),
            (self._target, _VALUE),
            (self._due, _DAY),
            (self._status, _STATUS),
        ):
            control.setFixedWidth(width)
        self.lay_out(
            (self._words, 3),
            (self._measure, 2),
            (self._baseline, 0),
            (self._target, 0),
            (self._due, 0),
            (self._status, 0),
        )

    def goal(self) -> Goal:
        """What the line says."""
        self._due.read()
        return Goal(
            text=self._words.text().strip(),
            measure=self._measure.text().strip(),
            baseline=self._baseline.text().strip(),
            target=self._target.text().strip(),
            due=self._due.date(),
            status=GoalStatus(self._status.currentData()),
        )

    def problem(self) -> str:
        """Why the line cannot be kept."""
        return self._due.problem()

    def _cell(self, text: str, name: str) -> QLineEdit:
        cell = QLineEdit(text)
        cell.setAccessibleName(name)
        cell.textEdited.connect(self.changed)
        return cell


class GoalsForm(Form):
    """Gives the case changed by what is typed; lines without a goal are left out."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Goals(self.tr("Add a goal"), case.goals)
        self.add("goals", self.tr("Function first, each with a number and a day"), self._lines)
        self.place("goals")

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is typed; None where a date cannot be read."""
        lines = [line for line in self._lines.lines if isinstance(line, GoalLine)]
        goals = tuple(line.goal() for line in lines)
        problem = next((line.problem() for line in lines if line.problem()), "")
        self.field("goals").set_problem(problem)
        return None if problem else replace(case, goals=tuple(goal for goal in goals if goal.text))


class _Goals(LinesEdit):
    def __init__(self, add_words: str, goals: Sequence[Goal]) -> None:
        super().__init__(add_words)
        self.set_heads(
            (self.tr("Goal"), 3, 0),
            (self.tr("Measured by"), 2, 0),
            (self.tr("First"), 0, _VALUE),
            (self.tr("Target"), 0, _VALUE),
            (self.tr("Due on"), 0, _DAY),
            (self.tr("Status"), 0, _STATUS),
        )
        for goal in goals or (Goal(text=""),):
            self.add_line(GoalLine(goal))

    def new_line(self) -> EditLine:
        return GoalLine(Goal(text=""))
