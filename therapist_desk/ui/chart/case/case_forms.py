"""The forms that change a case, one open at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.case import Case
from therapist_desk.domain.ids import CaseId, ReferralId
from therapist_desk.domain.people import Physician
from therapist_desk.domain.referral import Referral
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.closing import reopen_case
from therapist_desk.services.desk import new_id
from therapist_desk.ui.chart.case.case_dialog import CaseDialog
from therapist_desk.ui.chart.case.case_form import CaseForm
from therapist_desk.ui.chart.case.close_dialog import CloseDialog
from therapist_desk.ui.chart.case.diagnoses_form import DiagnosesForm
from therapist_desk.ui.chart.case.goals_form import GoalsForm
from therapist_desk.ui.chart.case.payer_dialog import PayerDialog
from therapist_desk.ui.chart.case.plan_form import PlanForm
from therapist_desk.ui.chart.case.referral_dialog import ReferralDialog
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.workplace import Workplace

_WIDTH = 640
_ROWS_WIDTH = 1000


class CaseForms(QObject):
    """Opens forms over the window of `page`. `changed` says what was done, `case_opened` that a case is new."""

    changed = Signal(str)
    case_opened = Signal(str)

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._contents: ChartContents | None = None
        self._dialog: FormDialog | None = None

    def take(self, contents: ChartContents) -> None:
        """Work on the case of these contents from now on."""
        self._contents = contents

    def hand_over(self) -> None:
        """Save a form that is complete."""
        if self._dialog is not None:
            self._dialog.hand_over()

    @Slot()
    def open_new_case(self) -> None:
        """Open the form for a new case."""
        if self._contents is None:
            return
        today = self._contents.today
        case = Case(id=CaseId(new_id()), client_id=self._contents.client.id, title="", opened_on=today)
        form = CaseForm(case, today)
        dialog = CaseDialog(self._workplace, self.tr("New case"), case, form, form, is_new=True, parent=self._page)
        dialog.saved.connect(self._tell_opened)
        self._show(dialog)

    @Slot()
    def edit_complaint(self) -> None:
        """Open the form for the complaint and its course."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Case"), case, CaseForm(case, self._workplace.desk.today()), _WIDTH)

    @Slot()
    def edit_diagnoses(self) -> None:
        """Open the form for the diagnoses."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Diagnoses"), case, DiagnosesForm(case), _ROWS_WIDTH)

    @Slot()
    def edit_goals(self) -> None:
        """Open the form for the goals."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Goals"), case, GoalsForm(case), _ROWS_WIDTH)

    @Slot()
    def edit_plan(self) -> None:
        """Open the form for the plan."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Plan"), case, PlanForm(case), _WIDTH)

    @Slot()
    def edit_referral(self) -> None:
        """Open the form for the order in force or the latest, or for the first one."""
        referral = self._contents.referral if self._contents else None
        if referral is None:
            self.enter_referral()
        else:
            self._open_referral(referral, is_new=False)

    @Slot()
    def enter_referral(self) -> None:
        """Open the form for a new order by the same physician."""
        case = self._case()
        if case is None or self._contents is None:
            return
        today, known = self._contents.today, self._contents.referral
        empty = Referral(
            id=ReferralId(new_id()),
            case_id=case.id,
            physician=known.physician if known else Physician(name=""),
            ordered_on=today,
            starts_on=today,
            diagnosis_codes=tuple(diagnosis.code for diagnosis in case.diagnoses),
        )
        self._open_referral(empty, is_new=True)

    @Slot()
    def edit_payer(self) -> None:
        """Open the form for who pays."""
        case = self._case()
        if case is not None and self._contents is not None:
            dialog = PayerDialog(self._workplace, case, self._contents.payers, self._page)
            dialog.saved.connect(self._tell_saved)
            self._show(dialog)

    @Slot()
    def close_case(self) -> None:
        """Ask for the reason, then end the care for the case."""
        case = self._case()
        if case is None or self._contents is None:
            return
        planned = sum(visit.status is VisitStatus.PLANNED for visit in self._contents.history)
        dialog = CloseDialog(self._workplace, case, planned, self._page)
        dialog.closed.connect(self._tell_closed)
        self._show(dialog)

    @Slot()
    def reopen_case(self) -> None:
        """Take up the care for the case again."""
        case = self._case()
        if case is not None:
            self._workplace.jobs.write(
                reopen_case, self._workplace.desk, case.id, owner=self, done=self._tell_reopened
            )

    def _edit(
        self, title: str, case: Case, form: CaseForm | DiagnosesForm | GoalsForm | PlanForm, width: int
    ) -> None:
        dialog = CaseDialog(self._workplace, title, case, form, form, width=width, parent=self._page)
        dialog.saved.connect(self._tell_saved)
        self._show(dialog)

    def _open_referral(self, referral: Referral, *, is_new: bool) -> None:
        dialog = ReferralDialog(self._workplace, referral, is_new=is_new, parent=self._page)
        dialog.saved.connect(self._tell_saved)
        self._show(dialog)

    def _show(self, dialog: FormDialog) -> None:
        self._dialog = dialog
        dialog.destroyed.connect(self._forget)
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None

    @Slot()
    def _tell_saved(self) -> None:
        self.changed.emit(self.tr("Saved"))

    @Slot()
    def _tell_closed(self) -> None:
        self.changed.emit(self.tr("Case closed"))

    def _tell_reopened(self, _case: Case) -> None:
        self.changed.emit(self.tr("Case reopened"))

    @Slot(object)
    def _tell_opened(self, case: Case) -> None:
        self.case_opened.emit(case.id)

    def _case(self) -> Case | None:
        return self._contents.file.case if self._contents and self._contents.file else None
