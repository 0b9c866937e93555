"""Entering or changing a physician's order."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.referral import Referral
from therapist_desk.services.cases import save_referral
from therapist_desk.ui.chart.case.referral_form import ReferralForm
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 720


class ReferralDialog(FormDialog):
    """Says `saved` once the order is in the store."""

    saved = Signal()
    form: ReferralForm

    def __init__(self, workplace: Workplace, referral: Referral, *, is_new: bool, parent: QWidget) -> None:
        title = self.tr("New referral") if is_new else self.tr("Referral")
        form = ReferralForm(referral, is_new=is_new)
        super().__init__(title, self.tr("Save"), form, width=_WIDTH, parent=parent)
        self.setObjectName("referral_dialog")
        self._workplace = workplace
        self._referral = referral

    @Slot()
    def save(self) -> None:
        """Keep the order as typed."""
        referral = self.form.apply(self._referral)
        if referral is not None:
            self.begin_writing()
            self._workplace.jobs.write(
                save_referral, self._workplace.desk, referral, owner=self, done=self._finish, failed=self.refuse
            )

    def _finish(self, _referral: Referral) -> None:
        self.saved.emit()
        self.close_saved()
