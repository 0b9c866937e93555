"""Signing a consent, and taking it back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.client import Client
from therapist_desk.domain.health.consent import Consent, Scope
from therapist_desk.services.consents import sign_consent, withdraw_consent
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.health.consent_form import ConsentForm
from therapist_desk.ui.kit.form import Form
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 720
_WITHDRAW_WIDTH = 520


class ConsentDialog(FormDialog):
    """Says `signed` once the consent is kept. `scopes` are ticked beforehand, as for a renewal."""

    signed = Signal()
    form: ConsentForm

    def __init__(self, workplace: Workplace, client: Client, scopes: tuple[Scope, ...], parent: QWidget) -> None:
        form = ConsentForm(workplace, client, scopes)
        super().__init__(self.tr("Informed consent"), self.tr("Keep consent"), form, width=_WIDTH, parent=parent)
        self.setObjectName("consent_dialog")
        self._workplace = workplace
        self._client_id = client.id

    def hand_over(self) -> None:
        """Keep nothing that was not signed by pressing the button: a lock must not sign."""

    @Slot()
    def save(self) -> None:
        """Keep the consent as signed."""
        filled = self.form.filled()
        if filled is None:
            return
        self.begin_writing()
        desk = self._workplace.desk
        self._workplace.jobs.write(
            sign_consent, desk, self._client_id, filled, owner=self, done=self._finish, failed=self.refuse
        )

    def _finish(self, _consent: Consent) -> None:
        self.signed.emit()
        self.close_saved()


class WithdrawalForm(Form):
    """The day and the reason."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        today = workplace.desk.today()
        self.on = self.day("withdrawn_on", self.tr("Withdrawn on"), today, newest_year=today.year)
        self.reason = self.area("withdrawal_reason", self.tr("Reason"), lines=2)
        self.place("withdrawn_on")
        self.place("withdrawal_reason")


class WithdrawDialog(FormDialog):
    """Says `withdrawn` once it is kept."""

    withdrawn = Signal()
    form: WithdrawalForm

    def __init__(self, workplace: Workplace, consent: Consent, parent: QWidget) -> None:
        form = WithdrawalForm(workplace)
        super().__init__(self.tr("Withdraw consent"), self.tr("Withdraw"), form, width=_WITHDRAW_WIDTH, parent=parent)
        self.setObjectName("withdraw_dialog")
        self.caption.setText(
            self.tr("Signed {day} by {name}. What was signed stays readable.").format(
                day=day_text(consent.signed_on), name=consent.signer
            )
        )
        self.caption.show()
        self._workplace = workplace
        self._consent = consent

    def hand_over(self) -> None:
        """Withdraw nothing without the button."""

    @Slot()
    def save(self) -> None:
        """Keep the withdrawal."""
        if not self.form.read_days() or not self.form.require("withdrawn_on"):
            return
        on = self.form.on.date()
        if on is None:
            return
        self.begin_writing()
        self._workplace.jobs.write(
            withdraw_consent,
            self._workplace.desk,
            self._consent.id,
            on,
            self.form.reason.toPlainText(),
            owner=self,
            done=self._finish,
            failed=self.refuse,
        )

    def _finish(self, _consent: Consent) -> None:
        self.withdrawn.emit()
        self.close_saved()
