"""What a case is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case, Mechanism
from therapist_desk.ui.chart.case.case_words import mechanism_words
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.select import Select


class CaseForm(Form):
    """Title, complaint, onset and course; gives the case changed by what is typed."""

    def __init__(self, case: Case, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self.line(
            "title", self.tr("Name of the case"), case.title, hint=self.tr("Whiplash headache"), prose=True
        )
        self._onset = self.day("onset", self.tr("Began on"), case.onset, newest_year=today.year, optional=True)
        self._mechanism = Select()
        for mechanism in Mechanism:
            self._mechanism.addItem(mechanism_words(mechanism), mechanism.value)
        self._mechanism.setCurrentIndex(self._mechanism.findData(case.mechanism.value))
        self.add("mechanism", self.tr("How it began"), self._mechanism)
        self._complaint = self.area("complaint", self.tr("Complaint"), case.complaint, lines=3, optional=True)
        self._aggravating = self.line(
            "aggravating", self.tr("Worse with"), case.aggravating, optional=True, prose=True
        )
        self._easing = self.line("easing", self.tr("Eases with"), case.easing, optional=True, prose=True)
        self._prior_care = self.area("prior_care", self.tr("Care so far"), case.prior_care, optional=True)
        self.place("title")
        self.place("onset", "mechanism")
        self.place("complaint")
        self.place("aggravating", "easing")
        self.place("prior_care")

    def apply(self, case: Case) -> Case | None:
        """Give `case` with what is typed; None where a date cannot be read."""
        if not self.read_days():
            return None
        return replace(
            case,
            title=self._title.text().strip(),
            onset=self._onset.date(),
            mechanism=Mechanism(self._mechanism.currentData()),
            complaint=self._complaint.toPlainText().strip(),
            aggravating=self._aggravating.text().strip(),
            easing=self._easing.text().strip(),
            prior_care=self._prior_care.toPlainText().strip(),
        )
