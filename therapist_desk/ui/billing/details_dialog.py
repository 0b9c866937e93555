"""Settling what a bill leaves open."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.billing_terms import BillingTerms
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.accounts import BillFile, settle_bill
from therapist_desk.services.documents import References
from therapist_desk.ui.billing.details_form import BillDetailsForm
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 600


class BillDetailsDialog(FormDialog):
    """Says `saved` once it is settled. The signed visit stays as it is."""

    saved = Signal()
    form: BillDetailsForm

    def __init__(
        self, workplace: Workplace, visit_id: VisitId, file: BillFile, references: References, parent: QWidget
    ) -> None:
        super().__init__("", "", BillDetailsForm(file.basis), width=_WIDTH, parent=parent)
        self.setObjectName("bill_details_dialog")
        title = self.tr("Bill details")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._save.setText(self.tr("Save"))
        self.caption.setText(self.tr("For this bill alone. What was signed stays as it is."))
        self.caption.show()
        self._workplace, self._visit_id, self._references = workplace, visit_id, references

    @Slot()
    def save(self) -> None:
        """Keep what was settled."""
        self.begin_writing()
        work = partial(
            settle_bill,
            self._workplace.desk,
            self._visit_id,
            self._references,
            place=self.form.where,
            pointing=self.form.pointing,
            unit_choice=self.form.unit_choice,
            claim=self.form.claim,
        )
        self._workplace.jobs.write(work, owner=self, done=self._finish, failed=self.refuse)

    def _finish(self, _terms: BillingTerms) -> None:
        self.saved.emit()
        self.close_saved()
