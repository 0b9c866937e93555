"""The forms of physicians' orders, and their scans."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.attachment import Attachment
from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.referral import Referral
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.ids import CaseId, ReferralId
from therapist_desk.domain.people import Physician
from therapist_desk.services.care.papers import attach_order
from therapist_desk.services.desk import new_id
from therapist_desk.ui.chart.case.paper_dialog import PaperDialog
from therapist_desk.ui.chart.case.paper_files import NativePaperFiles, PaperFiles
from therapist_desk.ui.chart.case.referral_dialog import ReferralDialog
from therapist_desk.ui.chart.chart_forms import ChartForms
from therapist_desk.ui.fields import ChartField, ChartForm
from therapist_desk.ui.workplace import Workplace


class OrderForms(ChartForms):
    """Opens them over the window of `page`. `changed` says what was done, `case_opened` that an order made a case."""

    case_opened = Signal(str)
    refused = Signal(object)  # ExpectedError

    def __init__(self, workplace: Workplace, page: QWidget, files: PaperFiles | None = None) -> None:
        super().__init__(workplace, page)
        self._files = files or NativePaperFiles()

    def lead(self, field: ChartField) -> None:
        """Open the form of the order that `field` is in, at it; a new one at what no order before it tells."""
        known = {referral.id for referral in self._contents.referrals} if self._contents else set()
        if field.form is ChartForm.NEW_ORDER:
            self.enter_new()
        elif field.key in known:
            self.edit_former(field.key)
        else:
            self.edit_current()
        self._open_form.lead_to(field.name or ("ordered_on" if known else "physician_name"))

    @Slot()
    def edit_current(self) -> None:
        """Open the form for the order in force or the latest, or for the first one."""
        referral = self._contents.referral if self._contents else None
        if referral is None:
            self.enter_new()
        else:
            self._open(referral, is_new=False)

    @Slot(str)
    def edit_former(self, referral_id: str) -> None:
        """Open the form of another order."""
        referrals = self._contents.referrals if self._contents else ()
        found = next((referral for referral in referrals if referral.id == referral_id), None)
        if found is not None:
            self._open(found, is_new=False)

    @Slot()
    def enter_new(self) -> None:
        """Open the form for a new order by the same physician; for a client without a case it makes one."""
        if self._contents is None:
            return
        case = self._contents.file.case if self._contents.file else None
        today, known = self._contents.today, self._contents.referral
        self._open(
            Referral(
                id=ReferralId(new_id()),
                case_id=case.id if case else CaseId(new_id()),
                physician=replace(known.physician) if known else Physician(name=""),
                ordered_on=today,
                starts_on=today,
                diagnosis_codes=tuple(diagnosis.code for diagnosis in case.diagnoses) if case else (),
            ),
            is_new=True,
            opens=None if case else self._new_case(),
        )

    @Slot()
    def look_at_scan(self) -> None:
        """Show the papers of the order, or ask for the first one."""
        order = self._contents.order if self._contents else None
        if order is None:
            return
        if not order.papers:
            self.attach()
            return
        dialog = PaperDialog(self._workplace, order.papers, self._files, self._page)
        dialog.changed.connect(self.changed)
        dialog.another_wanted.connect(self.attach)
        dialog.open()

    @Slot()
    def attach(self) -> None:
        """Ask for a scan and keep it with the order."""
        order = self._contents.order if self._contents else None
        path = self._files.choose_scan(self._page) if order else None
        if order is not None and path is not None:
            self._workplace.jobs.write(
                attach_order,
                self._workplace.desk,
                order.referral.id,
                path,
                self.tr("Order"),
                owner=self,
                done=self._tell_attached,
                failed=self._refuse,
            )

    def _open(self, referral: Referral, *, is_new: bool, opens: Case | None = None) -> None:
        dialog = ReferralDialog(
            self._workplace,
            referral,
            others=self._contents.referrals if self._contents else (),
            is_new=is_new,
            opens=opens,
            parent=self._page,
        )
        dialog.saved.connect(self._tell_saved)
        dialog.case_opened.connect(self.case_opened)
        self._open_form.show(dialog)

    def _new_case(self) -> Case | None:
        if self._contents is None:
            return None
        return Case(
            id=CaseId(new_id()),
            client_id=self._contents.client.id,
            title="",
            opened_on=self._contents.today,
        )

    @Slot()
    def _tell_saved(self) -> None:
        self.changed.emit(self.tr("Saved"))

    def _tell_attached(self, _paper: Attachment) -> None:
        self.changed.emit(self.tr("Order attached"))

    def _refuse(self, error: ExpectedError) -> None:
        self.refused.emit(error)
