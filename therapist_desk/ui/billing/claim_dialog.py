"""Asking once what all claims of a client to a payer say beside the chart."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.claims.details import ClaimDetails
from therapist_desk.domain.payer import Payer
from therapist_desk.services.billing.accounts import keep_claim_details
from therapist_desk.services.documents.bills import BillFile
from therapist_desk.ui.billing.claim_form import ClaimForm
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH: Final = 760


class ClaimDialog(FormDialog):
    """Says `saved` once it is kept."""

    saved = Signal()
    form: ClaimForm

    def __init__(self, workplace: Workplace, file: BillFile, payer: Payer, parent: QWidget) -> None:
        form = ClaimForm(file.basis.claim, workplace.desk.today(), file.basis.record.client.details.figure)
        super().__init__("", "", form, width=_WIDTH, parent=parent)
        self.setObjectName("claim_dialog")
        title = self.tr("Claim details")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._save.setText(self.tr("Save"))
        words = self.tr(
            "Asked once, for all claims of this client to {payer}. What is not said leaves its box empty."
        )
        self.caption.setText(words.format(payer=payer.name))
        self.caption.show()
        self._workplace, self._payer = workplace, payer
        self._client = file.basis.record.client

    @Slot()
    def save(self) -> None:
        """Keep what is typed."""
        details = self.form.details()
        if details is None:
            return
        self.begin_writing()
        work = partial(keep_claim_details, self._workplace.desk, self._client.id, self._payer.id, details)
        self._workplace.jobs.write(work, owner=self, done=self._finish, failed=self.refuse)

    def _finish(self, _details: ClaimDetails) -> None:
        self.saved.emit()
        self.close_saved()
