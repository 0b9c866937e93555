"""Case and plan: every part to read, each with the form that changes it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.case import Case
from therapist_desk.domain.ids import CaseId, ReferralId
from therapist_desk.domain.people import Physician
from therapist_desk.domain.referral import Referral
from therapist_desk.services.desk import new_id
from therapist_desk.ui.chart.case.case_dialog import CaseDialog
from therapist_desk.ui.chart.case.case_form import CaseForm
from therapist_desk.ui.chart.case.case_views import complaint_view, diagnoses_view, goals_view, plan_view
from therapist_desk.ui.chart.case.diagnoses_form import DiagnosesForm
from therapist_desk.ui.chart.case.edit_card import EditCard
from therapist_desk.ui.chart.case.goals_form import GoalsForm
from therapist_desk.ui.chart.case.payer_dialog import PayerDialog
from therapist_desk.ui.chart.case.payer_view import payer_view
from therapist_desk.ui.chart.case.plan_form import PlanForm
from therapist_desk.ui.chart.case.referral_dialog import ReferralDialog
from therapist_desk.ui.chart.case.referral_view import referral_view
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.form_dialog import FormDialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_WIDE, _NARROW = 68, 32  # shares of the width
_ROWS_WIDTH = 1000


class CaseTab(QWidget):
    """Says `changed` when something was saved, and `case_chosen` when another case is to be looked at."""

    changed = Signal()
    case_chosen = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._contents: ChartContents | None = None
        self._dialog: FormDialog | None = None
        self._cases = Select(name=self.tr("Case"))
        self._cases.setObjectName("case")
        self._new_case = Button(self.tr("New case"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="plus")
        self._new_case.setObjectName("new_case")
        first = Button(self.tr("Open a case"), icon_name="plus")
        first.setObjectName("first_case")
        self._empty = EmptyState(
            "doc", self.tr("No case yet"), self.tr("A case is one condition under care, with its own visits."), first
        )
        self._complaint = EditCard(self.tr("Complaint"), self.tr("Edit"), "edit_complaint")
        self._complaint.header.add_action(self._new_case)
        self._diagnoses = EditCard(self.tr("Diagnoses"), self.tr("Edit"), "edit_diagnoses")
        self._goals = EditCard(self.tr("Goals"), self.tr("Edit"), "edit_goals")
        self._plan = EditCard(self.tr("Plan"), self.tr("Edit"), "edit_plan")
        self._referral = EditCard(self.tr("Referral"), self.tr("Edit"), "edit_referral")
        self._new_referral = Button(self.tr("New"), role=ButtonRole.QUIET, size=ButtonSize.SMALL, icon_name="plus")
        self._new_referral.setObjectName("new_referral")
        self._referral.header.add_action(self._new_referral)
        self._payer = EditCard(self.tr("Payer"), self.tr("Edit"), "edit_payer")
        self._lay_out()
        self._connect(first)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the case looked at."""
        self._contents = contents
        file = contents.file
        self._head.setVisible(len(contents.files) > 1)
        self._columns.setVisible(file is not None)
        self._empty.setVisible(file is None)
        if file is None:
            return
        self._show_choice(contents, file.case)
        self._complaint.show_content(complaint_view(file.case))
        self._diagnoses.header.set_caption(self.tr("ICD-10-CM"))
        self._diagnoses.show_content(diagnoses_view(file.case))
        self._goals.show_content(goals_view(file.case, contents.today))
        self._plan.show_content(plan_view(file.case))
        referral = contents.referral
        self._new_referral.setVisible(referral is not None)
        self._referral.set_edit_words(self.tr("Edit") if referral else self.tr("Enter"))
        self._referral.show_content(
            referral_view(contents, referral) if referral else _quiet(self.tr("No physician's order entered."))
        )
        coverage = file.case.coverage
        self._payer.show_content(
            payer_view(file.payer, coverage) if file.payer and coverage else _quiet(self.tr("The client pays."))
        )

    def leave(self) -> None:
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
        dialog = CaseDialog(self._workplace, self.tr("New case"), case, form, form, is_new=True, parent=self)
        dialog.saved.connect(self._look_at)
        self._show_dialog(dialog)

    @Slot()
    def _edit_complaint(self) -> None:
        case = self._case()
        if case is not None:
            form = CaseForm(case, self._workplace.desk.today())
            self._open_case_dialog(CaseDialog(self._workplace, self.tr("Case"), case, form, form, parent=self))

    @Slot()
    def _edit_diagnoses(self) -> None:
        case = self._case()
        if case is not None:
            form = DiagnosesForm(case)
            self._open_case_dialog(
                CaseDialog(self._workplace, self.tr("Diagnoses"), case, form, form, width=_ROWS_WIDTH, parent=self)
            )

    @Slot()
    def _edit_goals(self) -> None:
        case = self._case()
        if case is not None:
            form = GoalsForm(case)
            self._open_case_dialog(
                CaseDialog(self._workplace, self.tr("Goals"), case, form, form, width=_ROWS_WIDTH, parent=self)
            )

    @Slot()
    def _edit_plan(self) -> None:
        case = self._case()
        if case is not None:
            form = PlanForm(case)
            self._open_case_dialog(CaseDialog(self._workplace, self.tr("Plan"), case, form, form, parent=self))

    @Slot()
    def _edit_referral(self) -> None:
        referral = self._contents.referral if self._contents else None
        if referral is None:
            self._enter_referral()
        else:
            self._open_referral(referral, is_new=False)

    @Slot()
    def _enter_referral(self) -> None:
        case = self._case()
        if case is None or self._contents is None:
            return
        today = self._contents.today
        known = self._contents.referral
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
    def _edit_payer(self) -> None:
        case = self._case()
        if case is not None and self._contents is not None:
            dialog = PayerDialog(self._workplace, case, self._contents.payers, self)
            dialog.saved.connect(self.changed)
            self._show_dialog(dialog)

    def _open_referral(self, referral: Referral, *, is_new: bool) -> None:
        dialog = ReferralDialog(self._workplace, replace(referral), is_new=is_new, parent=self)
        dialog.saved.connect(self.changed)
        self._show_dialog(dialog)

    def _open_case_dialog(self, dialog: CaseDialog) -> None:
        dialog.saved.connect(self.changed)
        self._show_dialog(dialog)

    def _show_dialog(self, dialog: FormDialog) -> None:
        self._dialog = dialog
        dialog.destroyed.connect(self._forget_dialog)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(object)
    def _look_at(self, case: Case) -> None:
        self.case_chosen.emit(case.id)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.case_chosen.emit(str(self._cases.itemData(place)))

    def _case(self) -> Case | None:
        return self._contents.file.case if self._contents and self._contents.file else None

    def _show_choice(self, contents: ChartContents, case: Case) -> None:
        self._cases.clear()
        for file in contents.files:
            self._cases.addItem(file.case.title, file.case.id)
        self._cases.setCurrentIndex(self._cases.findData(case.id))

    def _connect(self, first: Button) -> None:
        self._cases.activated.connect(self._choose)
        self._new_case.clicked.connect(self.open_new_case)
        first.clicked.connect(self.open_new_case)
        self._complaint.edit_wanted.connect(self._edit_complaint)
        self._diagnoses.edit_wanted.connect(self._edit_diagnoses)
        self._goals.edit_wanted.connect(self._edit_goals)
        self._plan.edit_wanted.connect(self._edit_plan)
        self._referral.edit_wanted.connect(self._edit_referral)
        self._new_referral.clicked.connect(self._enter_referral)
        self._payer.edit_wanted.connect(self._edit_payer)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._cases)
        head.addStretch(1)
        pair = QHBoxLayout()
        pair.setSpacing(Space.GAP_DENSE)
        for card in (self._complaint, self._diagnoses):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        pair.addWidget(self._complaint, 1)
        pair.addWidget(self._diagnoses, 1)
        left = QVBoxLayout()
        left.setSpacing(Space.GAP_DENSE)
        left.addLayout(pair)
        left.addWidget(self._goals)
        left.addWidget(self._plan)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(Space.GAP_DENSE)
        right.addWidget(self._referral)
        right.addWidget(self._payer)
        right.addStretch(1)
        self._columns = QWidget()
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.GAP)
        columns.addLayout(left, _WIDE)
        columns.addLayout(right, _NARROW)
        page = QVBoxLayout(self)
        page.setContentsMargins(Space.PAGE_X, Space.GAP_DENSE, Space.PAGE_X, Space.PAGE_Y)
        page.setSpacing(Space.GRID)
        page.addWidget(self._head)
        page.addWidget(self._columns)
        page.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        page.addStretch(1)


def _quiet(words: str) -> Label:
    return Label(words, Text.BODY, Tone.QUIET, wrap=True)
