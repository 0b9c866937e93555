"""The forms that change a case, one open at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.condition import condition_of
from therapist_desk.domain.care.goal import Goal
from therapist_desk.domain.care.treatment import PlanLine
from therapist_desk.domain.ids import CaseId
from therapist_desk.domain.visit import VisitStatus
from therapist_desk.services.care.closing import reopen_case
from therapist_desk.services.desk import new_id
from therapist_desk.ui.chart.case.case_dialog import CaseDialog, RemovablePart
from therapist_desk.ui.chart.case.case_form import CaseForm
from therapist_desk.ui.chart.case.close_dialog import CloseDialog
from therapist_desk.ui.chart.case.diagnoses_form import DiagnosesForm, Giver
from therapist_desk.ui.chart.case.goal_form import GoalForm
from therapist_desk.ui.chart.case.known_names import known_names, region_names
from therapist_desk.ui.chart.case.payer_dialog import PayerDialog
from therapist_desk.ui.chart.case.plan_forms import PlanLineForm, PlanTermsForm
from therapist_desk.ui.chart.case.preset_form import PresetForm
from therapist_desk.ui.chart.chart_forms import ChartForms
from therapist_desk.ui.fields import ChartField, ChartForm

_WIDTH = 640
_ROWS_WIDTH = 900


class CaseForms(ChartForms):
    """Opens forms over the window of `page`. `changed` says what was done, `case_opened` that a case is new."""

    case_opened = Signal(str)

    def lead(self, field: ChartField) -> None:
        """Open the form that `field` is in, at it."""
        if field.form is ChartForm.GOAL and field.key:
            self.edit_goal(int(field.key))
        elif field.form is ChartForm.GOAL:
            self.add_goal()
        elif field.form is ChartForm.DIAGNOSES:
            self.edit_diagnoses()
        elif field.form is ChartForm.PLAN:
            self.edit_terms()
        elif field.form is ChartForm.PAYER:
            self.edit_payer()
        elif field.form is ChartForm.CLOSE:
            self.close_case()
        else:
            self.edit_complaint()
        self._open_form.lead_to(field.name)

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
        self._open_form.show(dialog)

    @Slot()
    def edit_complaint(self) -> None:
        """Open the form for the complaint and its course."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Case"), case, CaseForm(case, self._workplace.desk.today()), _WIDTH)

    @Slot()
    def edit_diagnoses(self) -> None:
        """Open the form for the diagnoses, the search first."""
        case = self._case()
        if case is not None and self._contents is not None:
            referral = self._contents.referral
            giver = Giver(referral.physician.signature_name, referral.ordered_on) if referral else Giver()
            day = case.closed_on or self._contents.today
            form = DiagnosesForm(self._workplace, case, giver, day)
            self._edit(self.tr("Diagnoses"), case, form, _ROWS_WIDTH)

    @Slot()
    def add_goal(self) -> None:
        """Open the form for a new goal."""
        self._open_goal(Goal(text=""), is_new=True)

    @Slot(int)
    def edit_goal(self, place: int) -> None:
        """Open the form of a goal."""
        case = self._case()
        if case is not None and place < len(case.goals):
            self._open_goal(case.goals[place], is_new=False)

    @Slot()
    def add_plan_line(self) -> None:
        """Open the form for a new line of the plan."""
        self._open_line(PlanLine(treatment=""), is_new=True)

    @Slot(int)
    def edit_plan_line(self, place: int) -> None:
        """Open the form of a line of the plan."""
        case = self._case()
        if case is not None and place < len(case.plan_lines):
            self._open_line(case.plan_lines[place], is_new=False)

    @Slot()
    def suggest(self) -> None:
        """Offer what is usual for a condition."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Suggestions"), case, PresetForm(self._workplace.presets, case), _WIDTH)

    def suggest_for(self, case_id: str) -> None:
        """Offer what is usual where the case is shown, and is of a condition that suggestions are known for."""
        case = self._case()
        known = (preset.name for preset in self._workplace.presets)
        if case is not None and case.id == case_id and not self._open_form.is_open and condition_of(case, known):
            self.suggest()

    @Slot()
    def edit_terms(self) -> None:
        """Open the form for how often and how long, and for home care."""
        case = self._case()
        if case is not None:
            self._edit(self.tr("Plan"), case, PlanTermsForm(case), _WIDTH)

    @Slot()
    def edit_payer(self) -> None:
        """Open the form for who pays."""
        case = self._case()
        if case is not None and self._contents is not None:
            dialog = PayerDialog(self._workplace, case, self._contents.payers, self._page)
            dialog.saved.connect(self._tell_saved)
            self._open_form.show(dialog)

    @Slot()
    def close_case(self) -> None:
        """Ask for the reason, then end the care for the case."""
        case = self._case()
        if case is None or self._contents is None:
            return
        planned = sum(visit.status is VisitStatus.PLANNED for visit in self._contents.history)
        dialog = CloseDialog(self._workplace, case, planned, self._page)
        dialog.closed.connect(self._tell_closed)
        self._open_form.show(dialog)

    @Slot()
    def reopen_case(self) -> None:
        """Take up the care for the case again."""
        case = self._case()
        if case is not None:
            self._workplace.jobs.write(
                reopen_case, self._workplace.desk, case.id, owner=self, done=self._tell_reopened
            )

    def _open_goal(self, goal: Goal, *, is_new: bool) -> None:
        case = self._case()
        if case is not None and self._contents is not None:
            known = known_names(case, self._contents.history)
            order = self._contents.referral
            due = order.expires_on if order else None
            form = GoalForm(goal, self._contents.today, known, due)
            form.offer_values(self._workplace.assessments.measures, self._contents.history)
            title = self.tr("New goal") if is_new else self.tr("Goal")
            self._edit(title, case, form, _WIDTH, None if is_new else form)

    def _open_line(self, line: PlanLine, *, is_new: bool) -> None:
        case = self._case()
        if case is not None:
            form = PlanLineForm(line, self._workplace.techniques.all, region_names(self._workplace.atlas))
            title = self.tr("New line of the plan") if is_new else self.tr("Line of the plan")
            self._edit(title, case, form, _WIDTH, None if is_new else form)

    def _edit(
        self,
        title: str,
        case: Case,
        form: CaseForm | DiagnosesForm | GoalForm | PlanLineForm | PlanTermsForm | PresetForm,
        width: int,
        removes: RemovablePart | None = None,
    ) -> None:
        dialog = CaseDialog(self._workplace, title, case, form, form, removes=removes, width=width, parent=self._page)
        dialog.saved.connect(self._tell_saved)
        self._open_form.show(dialog)

    @Slot(object)
    def _tell_saved(self, case: Case) -> None:
        # A form that is opened before all is read again begins with what was kept just now.
        if self._contents is not None and self._contents.file is not None:
            self._contents = replace(self._contents, file=replace(self._contents.file, case=case))
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
