"""The plan of a case: one line of it, and how often and how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.treatment import PlanLine, PlanTerms, line_problems, terms_problems
from therapist_desk.domain.session.technique import Technique
from therapist_desk.ui.kit.form import Form


class PlanLineForm(Form):
    """Gives the case with this line changed or added; a known technique brings its billing number."""

    def __init__(
        self,
        line: PlanLine,
        techniques: Sequence[Technique],
        places: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._codes = {technique.name.casefold(): technique.code for technique in techniques}
        self._treatment = self.line("treatment", self.tr("Treatment"), line.treatment, prose=True)
        self._where = self.line("where", self.tr("Where"), line.where, optional=True, prose=True)
        self._code = self.line("code", self.tr("Billing number"), line.code, optional=True)
        self._least = self.line("minutes", self.tr("Minutes, from"), _shown(line.least_minutes), optional=True)
        self._most = self.line("most", self.tr("to"), _shown(line.most_minutes), optional=True)
        self._often = self.line("how_often", self.tr("How often"), line.how_often, optional=True, prose=True)
        self._purpose = self.line(
            "purpose",
            self.tr("What for"),
            line.purpose,
            optional=True,
            hint=self.tr("turn the head without pain"),
            prose=True,
        )
        _offer(self._treatment, [technique.name for technique in techniques if technique.hands_on])
        _offer(self._where, places)
        _offer(self._often, (self.tr("Each visit"), self.tr("Every second visit"), self.tr("Daily at home")))
        self.place("treatment", "code", shares=(3, 1))
        self.place("where")
        self.place("minutes", "most", "how_often", shares=(1, 1, 2))
        self.place("purpose")
        self._treatment.textChanged.connect(self._bring_code)

    def apply(self, case: Case) -> Case | None:
        """Give `case` with the line as typed; None, and the reason at its field, where it cannot be taken."""
        self.read_days()
        least, least_fine = self.read_number("minutes")
        most, most_fine = self.read_number("most")
        if not (least_fine and most_fine):
            return None
        line = PlanLine(
            treatment=self._treatment.text().strip(),
            where=self._where.text().strip(),
            code=self._code.text().strip().upper(),
            least_minutes=least,
            most_minutes=most,
            how_often=self._often.text().strip(),
            purpose=self._purpose.text().strip(),
        )
        problems = line_problems(line)
        if problems:
            self.show_problems(problems)
            return None
        if self._line in case.plan_lines:
            return replace(case, plan_lines=tuple(line if each == self._line else each for each in case.plan_lines))
        return replace(case, plan_lines=(*case.plan_lines, line))

    def without(self, case: Case) -> Case:
        """Give `case` without this line."""
        return replace(case, plan_lines=tuple(each for each in case.plan_lines if each != self._line))

    @Slot()
    def _bring_code(self) -> None:
        code = self._codes.get(self._treatment.text().strip().casefold())
        if code and not self._code.text().strip():
            self._code.setText(code)


class PlanTermsForm(Form):
    """Gives the case with its terms, its home care, and what is said of the plan in words."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        terms = case.terms
        self._frequency = self.line(
            "frequency", self.tr("How often"), terms.frequency, optional=True, hint=self.tr("weekly"), prose=True
        )
        self.line("session_minutes", self.tr("Minutes a visit"), _shown(terms.session_minutes), optional=True)
        self.line("visits", self.tr("Visits planned"), _shown(terms.visits), optional=True)
        self.line("review_at", self.tr("Review at visit"), _shown(terms.review_at), optional=True)
        self._home_care = self.area(
            "home_care", self.tr("Home care, one thing a line"), case.home_care, lines=4, optional=True
        )
        self._plan = self.area("plan", self.tr("Anything else about the plan"), case.plan, lines=3, optional=True)
        self.place("frequency", "session_minutes", "visits", "review_at", shares=(2, 1, 1, 1))
        self.place("home_care")
        self.place("plan")

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is typed; None, and the reason at its field, where it cannot be taken."""
        self.read_days()
        numbers = [self.read_number(name) for name in ("session_minutes", "visits", "review_at")]
        if not all(fine for _number, fine in numbers):
            return None
        minutes, visits, review_at = (number for number, _fine in numbers)
        terms = PlanTerms(
            frequency=self._frequency.text().strip(), session_minutes=minutes, visits=visits, review_at=review_at
        )
        problems = terms_problems(terms)
        if problems:
            self.show_problems(problems)
            return None
        home_care = "\n".join(line.strip() for line in self._home_care.toPlainText().splitlines() if line.strip())
        return replace(case, terms=terms, home_care=home_care, plan=self._plan.toPlainText().strip())


def _offer(line: QLineEdit, words: Sequence[str]) -> None:
    completer = QCompleter(list(words), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)
