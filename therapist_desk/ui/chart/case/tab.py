"""Case and plan: every part to read, each with the form that changes it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.case import Case
from therapist_desk.ui.chart.case.case_forms import CaseForms
from therapist_desk.ui.chart.case.case_views import complaint_view, diagnoses_view, goals_view, plan_view
from therapist_desk.ui.chart.case.edit_card import EditCard
from therapist_desk.ui.chart.case.payer_view import payer_view
from therapist_desk.ui.chart.case.referral_view import referral_view
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.banner import Banner, EmptyState
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_WIDE, _NARROW = 68, 32  # shares of the width


class CaseTab(QWidget):
    """Says `changed` with what was done, and `case_chosen` when another case is to be looked at."""

    changed = Signal(str)
    case_chosen = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = CaseForms(workplace, self)
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
        self._closed = Banner("")
        self._closed.setObjectName("closed")
        self._reopen = self._closed.add_action(self.tr("Reopen"))
        self._reopen.setObjectName("reopen")
        self._reopen.clicked.connect(self._forms.reopen_case)
        self._lay_out()
        self._connect(first)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the case looked at."""
        self._forms.take(contents)
        file = contents.file
        self._head.setVisible(len(contents.files) > 1)
        self._closed.hide()
        self._columns.setVisible(file is not None)
        self._empty.setVisible(file is None)
        if file is None:
            return
        self._show_choice(contents, file.case)
        self._show_closed(file.case, contents.today)
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
        self._forms.hand_over()

    def open_new_case(self) -> None:
        """Open the form for a new case."""
        self._forms.open_new_case()

    @Slot()
    def close_case(self) -> None:
        """Open the form that closes the case looked at."""
        self._forms.close_case()

    @Slot()
    def reopen_case(self) -> None:
        """Take up the case looked at again."""
        self._forms.reopen_case()

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.case_chosen.emit(str(self._cases.itemData(place)))

    def _show_choice(self, contents: ChartContents, case: Case) -> None:
        self._cases.clear()
        for file in contents.files:
            words = self.tr("{case} (closed)") if file.case.closed_on else "{case}"
            self._cases.addItem(words.format(case=file.case.title), file.case.id)
        self._cases.setCurrentIndex(self._cases.findData(case.id))

    def _show_closed(self, case: Case, today: date) -> None:
        if case.closed_on is not None:
            day = near_day_text(case.closed_on, today)
            words = self.tr("Closed {day}: {reason}") if case.discharge_reason else self.tr("Closed {day}")
            self._closed.set_sentence(words.format(day=day, reason=case.discharge_reason))
            self._closed.show()

    def _connect(self, first: Button) -> None:
        forms = self._forms
        forms.changed.connect(self.changed)
        forms.case_opened.connect(self.case_chosen)
        self._cases.activated.connect(self._choose)
        self._new_case.clicked.connect(forms.open_new_case)
        first.clicked.connect(forms.open_new_case)
        self._complaint.edit_wanted.connect(forms.edit_complaint)
        self._diagnoses.edit_wanted.connect(forms.edit_diagnoses)
        self._goals.edit_wanted.connect(forms.edit_goals)
        self._plan.edit_wanted.connect(forms.edit_plan)
        self._referral.edit_wanted.connect(forms.edit_referral)
        self._new_referral.clicked.connect(forms.enter_referral)
        self._payer.edit_wanted.connect(forms.edit_payer)

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
        page.addWidget(self._closed)
        page.addWidget(self._columns)
        page.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        page.addStretch(1)


def _quiet(words: str) -> Label:
    return Label(words, Text.BODY, Tone.QUIET, wrap=True)
