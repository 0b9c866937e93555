"""The forms of health and consent over a chart, one open at a time."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.chart.chart_forms import ChartForms
from therapist_desk.ui.fields import ChartField, ChartForm
from therapist_desk.ui.health.consent_dialogs import ConsentDialog, WithdrawDialog
from therapist_desk.ui.health.history_dialog import HistoryDialog
from therapist_desk.ui.workplace import Workplace


class HealthForms(ChartForms):
    """Opens forms over the window of `page`; `changed` says what was done."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(workplace, page)
        self._consent_next = False

    def lead(self, field: ChartField) -> None:
        """Open the form that `field` is in, at it."""
        if field.form is ChartForm.HISTORY:
            self.take_history()
        else:
            self.sign_consent()
        self._open_form.lead_to(field.name)

    @Slot()
    def take_history(self) -> None:
        """Open the checklist."""
        if self._contents is not None and not self._open_form.is_open:
            history = self._contents.background.history
            dialog = HistoryDialog(self._workplace, self._contents.client, history, self._page)
            dialog.taken.connect(self._tell_saved)
            dialog.taken.connect(self._ask_consent)
            self._open_form.show(dialog)
            dialog.finished.connect(self._go_on)

    @Slot()
    def sign_consent(self) -> None:
        """Open a consent to sign; a renewal begins with what was agreed to before."""
        if self._contents is not None and not self._open_form.is_open:
            before = self._contents.background.consents
            scopes = before[0].scopes if before else ()
            dialog = ConsentDialog(self._workplace, self._contents.client, scopes, self._page)
            dialog.signed.connect(self._tell_saved)
            self._open_form.show(dialog)

    @Slot()
    def withdraw_consent(self) -> None:
        """Ask for the day and the reason."""
        before = self._contents.background.consents if self._contents else ()
        if before and not self._open_form.is_open:
            dialog = WithdrawDialog(self._workplace, before[0], self._page)
            dialog.withdrawn.connect(self._tell_withdrawn)
            self._open_form.show(dialog)

    @Slot()
    def _tell_saved(self) -> None:
        self.changed.emit(self.tr("Saved"))

    @Slot()
    def _tell_withdrawn(self) -> None:
        self.changed.emit(self.tr("Consent withdrawn"))

    @Slot()
    def _ask_consent(self) -> None:
        """A first history goes on to the first consent: both are wanted before anybody is treated."""
        background = self._contents.background if self._contents else None
        self._consent_next = background is not None and background.history is None and not background.consents

    @Slot()
    def _go_on(self) -> None:
        wanted, self._consent_next = self._consent_next, False
        if wanted and self._page.isVisible():
            self.sign_consent()
