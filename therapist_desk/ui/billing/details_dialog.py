"""Settling what a bill leaves open."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.claims.terms import BillingTerms
from therapist_desk.domain.ids import VisitId
from therapist_desk.services.documents.bills import BillFile, settle_bill
from therapist_desk.services.documents.sources import References
from therapist_desk.ui.billing.details_form import BillDetailsForm
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 600


class BillDetailsDialog(FormDialog):
    """Says `saved` once it is settled, `rule_wanted` where the payer's rule is to be stated first."""

    saved = Signal()
    rule_wanted = Signal()
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
        self._payer = file.basis.record.payer
        if self._payer is not None and file.basis.rule is None and workplace.rules.shelf is not None:
            link = LinkButton(self.tr("How this payer counts…"), small=True)
            link.setObjectName("state_rule")
            link.clicked.connect(self._ask_rule)
            self.add_aside(link)

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

    @Slot()
    def _ask_rule(self) -> None:
        self.close_saved()
        self.rule_wanted.emit()

    def _finish(self, _terms: BillingTerms) -> None:
        self.saved.emit()
        self.close_saved()
