"""What is planned, here and at home."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from therapist_desk.domain.case import Case
from therapist_desk.ui.kit.form import Form


class PlanForm(Form):
    """Gives the case changed by what is typed."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = self.area("plan", self.tr("Treatment: what, where, how often, for how long"), case.plan, lines=5)
        self._home_care = self.area("home_care", self.tr("Home care"), case.home_care, lines=3, optional=True)
        self.place("plan")
        self.place("home_care")

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is typed."""
        return replace(case, plan=self._plan.toPlainText().strip(), home_care=self._home_care.toPlainText().strip())
