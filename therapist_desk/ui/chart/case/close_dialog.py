"""Discharge: ending the care for a case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.discharge import Discharge, DischargeReason
from therapist_desk.services.care.closing import close_case
from therapist_desk.ui.chart.case.case_words import discharge_words
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.workplace import Workplace

_WIDTH = 560


class DischargeForm(Form):
    """Why, when, and where the client stands."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = Select()
        for reason in DischargeReason:
            self._reason.addItem(discharge_words(reason), reason.value)
        self.add("reason", self.tr("Reason for the discharge"), self._reason)
        self._on = self.day("on", self.tr("On"), today, newest_year=today.year)
        self._words = self.line("words", self.tr("More about the reason"), optional=True, prose=True)
        self._summary = self.area(
            "summary", self.tr("Summary: where the client stands, what goes on at home"), lines=5, optional=True
        )
        self.place("reason", "on", shares=(3, 2))
        self.place("words")
        self.place("summary")

    def discharge(self) -> Discharge | None:
        """What is typed; None, and the reason at the field, where the day cannot be read."""
        day_fine = self.read_days()
        day = self._on.date()
        if not day_fine or not self.require("on") or day is None:
            return None
        return Discharge(
            reason=DischargeReason(self._reason.currentData()),
            on=day,
            words=self._words.text().strip(),
            summary=self._summary.toPlainText().strip(),
        )


class CloseDialog(FormDialog):
    """Says `closed` once the case is. `planned` is how many visits still planned go with it."""

    closed = Signal()
    form: DischargeForm

    def __init__(self, workplace: Workplace, case: Case, planned: int, parent: QWidget) -> None:
        form = DischargeForm(workplace.desk.today())
        super().__init__(self.tr("Discharge"), self.tr("Close case"), form, width=_WIDTH, parent=parent)
        self.setObjectName("close_dialog")
        self._workplace = workplace
        self._case = case
        words = [case.title]
        if planned == 1:
            words.append(self.tr("The visit still planned is removed."))
        elif planned:
            words.append(self.tr("The {n} visits still planned are removed.").format(n=planned))
        words.append(self.tr("Sign the discharge afterwards."))
        self.caption.setText("\n".join(words))
        self.caption.show()

    def hand_over(self) -> None:
        """Close nothing that nobody asked for: a reason half typed is no decision."""

    @Slot()
    def save(self) -> None:
        """Close the case."""
        discharge = self.form.discharge()
        if discharge is not None:
            self.begin_writing()
            self._workplace.jobs.write(
                close_case,
                self._workplace.desk,
                self._case.id,
                discharge,
                owner=self,
                done=self._finish,
                failed=self.refuse,
            )

    def _finish(self, _case: Case) -> None:
        self._workplace.navigator.sessions_changed.emit()
        self.closed.emit()
        self.close_saved()
