"""Choosing or entering who pays for a case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.payer import Payer
from therapist_desk.services.cases import save_case, save_payer
from therapist_desk.services.desk import Desk
from therapist_desk.ui.chart.case.payer_form import PayerForm
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 720


class PayerDialog(FormDialog):
    """Says `saved` with the case once payer and coverage are in the store."""

    saved = Signal(object)  # Case
    form: PayerForm

    def __init__(self, workplace: Workplace, case: Case, payers: Sequence[Payer], parent: QWidget) -> None:
        form = PayerForm(case, payers, workplace.rule_cards, workplace.desk.today())
        super().__init__(self.tr("Payer"), self.tr("Save"), form, width=_WIDTH, parent=parent)
        self.setObjectName("payer_dialog")
        self._workplace = workplace
        self._case = case

    @Slot()
    def save(self) -> None:
        """Keep the payer and what the case has to do with it."""
        if not self.form.readable():
            return
        payer = self.form.payer()
        case = self.form.apply(self._case, payer)
        self.begin_writing()
        self._workplace.jobs.write(
            _keep, self._workplace.desk, payer, case, owner=self, done=self._finish, failed=self.refuse
        )

    def _finish(self, case: Case) -> None:
        self.saved.emit(case)
        self.close_saved()


def _keep(desk: Desk, payer: Payer | None, case: Case) -> Case:
    if payer is not None:
        save_payer(desk, payer)
    return save_case(desk, case)
