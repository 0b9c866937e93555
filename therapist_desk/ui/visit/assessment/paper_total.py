"""The total of a form that the client filled in on paper, typed as it stands or added up here from its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.findings.measurement import Measurement
from therapist_desk.domain.outcomes.measure import Measure
from therapist_desk.domain.outcomes.paper_form import PAPER_FORMS, answers_text, read_answers
from therapist_desk.domain.outcomes.questionnaire import paper_problem, with_paper_answers, with_total
from therapist_desk.domain.outcomes.typed_total import could_be_points, read_total
from therapist_desk.domain.sentences.assessment import number_words
from therapist_desk.ui.kit.field import Field
from therapist_desk.ui.visit.assessment.score_words import range_words
from therapist_desk.ui.wording import sentence

_TOTAL_WIDTH = 120


class PaperTotal(QWidget):
    """Holds the measurement as it is `taken`; `taken_changed` follows each key that changes it."""

    taken_changed = Signal()

    def __init__(self, measure: Measure, taken: Measurement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.taken = taken
        self._measure = measure
        self._form = PAPER_FORMS.get(measure.id)
        self.total, self.answers = QLineEdit(), QLineEdit()
        self.total.setObjectName("total")
        self.total.setMaximumWidth(_TOTAL_WIDTH)
        self.total_field = Field(self.tr("Total, from the client's form"), self.total)
        self.total_field.set_aside(range_words(measure))
        self.answers.setObjectName("paper_answers")
        self.answers_field = Field(self.tr("Or its answers, in their order, to be added up here"), self.answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.total_field)
        column.addWidget(self.answers_field)
        self.answers_field.setVisible(self._form is not None)
        if self._form is not None:
            words = self.tr("{count} numbers, {choices}; – for one left out")
            self.answers_field.set_aside(words.format(count=self._form.count, choices=self._form.choice_words))
            self.answers.setText(answers_text(taken.answers))
        self._write_total()
        self.total.textEdited.connect(self._enter_total)
        self.answers.textEdited.connect(self._enter_answers)

    def not_kept(self) -> str:
        """Say what stands there and cannot be kept; nothing where all is well."""
        for line, field in ((self.total, self.total_field), (self.answers, self.answers_field)):
            if field.problem() and line.text().strip():
                words = self.tr("{text} cannot be kept as a total. Correct it, or leave it out.")
                return words.format(text=line.text().strip()[:20])
        if self._form is not None and (given := self._read()) and len(given) < self._form.count:
            words = self.tr("Only {given} of {count} answers stand there. Type – for one left out.")
            return words.format(given=len(given), count=self._form.count)
        return ""

    def focus_trouble(self) -> None:
        """Go to the line that cannot be kept."""
        line = self.total if self.total_field.problem() else self.answers
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_out(self) -> None:
        """Take both away."""
        self.total.clear()
        self.answers.clear()
        self._enter_total("")

    def rule_words(self) -> str:
        """Say what the rule for missing answers does, what is still to come, or what the total may be instead."""
        given = self._read()
        if self._form is None or not given:
            return self._points_words()
        if len(given) < self._form.count:
            return self.tr("{given} of {count} answers so far.").format(given=len(given), count=self._form.count)
        problem = paper_problem(self._measure, given)
        if problem is not None:
            return self.tr("{problem} What is answered is kept.").format(problem=sentence(problem))
        missing = sum(each is None for each in given)
        words = self.tr("{count} not answered: {rule}.").format(count=missing, rule=self._measure.scoring)
        return words if missing else ""

    def _points_words(self) -> str:
        typed, total = self.total.text(), self.taken.before
        if total is None or not could_be_points(self._measure, typed, total):
            return ""
        words = self.tr(
            "Ten sections give an even percentage. If {total} are points of the form, type {total}/50 ({percent} %)."
        )
        return words.format(total=number_words(total), percent=number_words(2 * total))

    def _read(self) -> Sequence[int | None]:
        try:
            return read_answers(self._measure.id, self.answers.text()) if self._form is not None else ()
        except ExpectedError:
            return ()

    def _write_total(self) -> None:
        self.total.setText("" if self.taken.before is None else number_words(self.taken.before))

    @Slot(str)
    def _enter_total(self, text: str) -> None:
        self.answers.clear()
        self.answers_field.set_problem("")
        try:
            self.taken = with_total(self.taken, self._measure, read_total(self._measure, text))
            self.total_field.set_problem("")
        except ExpectedError as problem:
            self.taken = replace(self.taken, before=None, answers=())
            self.total_field.set_problem(sentence(problem))
        self.taken_changed.emit()

    @Slot(str)
    def _enter_answers(self, text: str) -> None:
        if self._form is None:
            return
        given: Sequence[int | None] = ()
        try:
            given = read_answers(self._measure.id, text)
            self.answers_field.set_problem("")
        except ExpectedError as problem:
            self.answers_field.set_problem(sentence(problem))
        if len(given) == self._form.count:
            self.taken = with_paper_answers(self.taken, self._measure, given)
        else:
            self.taken = replace(self.taken, before=None, answers=())
        self.total_field.set_problem("")
        self._write_total()
        self.taken_changed.emit()
