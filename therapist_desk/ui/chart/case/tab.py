"""Case and plan: every part to read, each with the form that changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.ui.chart.case.care_views import (
    diagnoses_table,
    goals_table,
    plan_notes,
    plan_table,
    terms_words,
)
from therapist_desk.ui.chart.case.case_forms import CaseForms
from therapist_desk.ui.chart.case.case_views import complaint_view
from therapist_desk.ui.chart.case.edit_card import EditCard
from therapist_desk.ui.chart.case.order_card import OrderCard
from therapist_desk.ui.chart.case.order_forms import OrderForms
from therapist_desk.ui.chart.case.paper_files import PaperFiles
from therapist_desk.ui.chart.case.payer_view import payer_view
from therapist_desk.ui.chart.case.table_card import TableCard, padded
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.no_case import NoCase
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.fields import ChartField, ChartForm
from therapist_desk.ui.kit.banner import Banner
from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.workplace import Workplace

_WIDE, _NARROW = 68, 32  # shares of the width


class CaseTab(QWidget):
    """Says `changed` with what was done, `case_chosen` when another case is wanted, `refused` with an error.

    `discharge_wanted` asks for the discharge of the case looked at.
    """

    changed = Signal(str)
    discharge_wanted = Signal()
    case_chosen = Signal(str)
    refused = Signal(object)  # ExpectedError

    def __init__(self, workplace: Workplace, files: PaperFiles | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = CaseForms(workplace, self)
        self._orders = OrderForms(workplace, self, files)
        self._cases = Select(name=self.tr("Case"))
        self._cases.setObjectName("case")
        self._fresh = ""
        self._new_case = IconButton("plus", self.tr("New case"), size=Height.SMALL, icon_size=18)
        self._new_case.setObjectName("new_case")
        self._empty = NoCase()
        self._complaint = EditCard(self.tr("Complaint"), self.tr("Edit"), "edit_complaint")
        self._state = StatusPill(self.tr("Open case"), Kind.ACCENT)
        self._complaint.header.add_beside_title(self._state)
        self._complaint.header.add_action(self._new_case)
        self._diagnoses = TableCard(self.tr("Diagnoses"), self.tr("ICD-10-CM"))
        self._add_code = self._diagnoses.add_button(self.tr("Add code"), "add_code")
        self._goals = TableCard(self.tr("Goals"), self.tr("function first, each with a number and a date"))
        self._add_goal = self._goals.add_button(self.tr("Add goal"), "add_goal")
        self._plan = TableCard(self.tr("Plan"))
        self._suggest = self._plan.add_button(self.tr("Suggest"), "suggest", "list")
        self._edit_terms = self._plan.add_button(self.tr("Edit"), "edit_plan", "pen")
        self._add_line = self._plan.add_button(self.tr("Add line"), "add_plan_line")
        self._referral = OrderCard()
        self._payer = EditCard(self.tr("Payer"), self.tr("Edit"), "edit_payer")
        self._closed = Banner("")
        self._closed.setObjectName("closed")
        self._discharge = self._closed.add_action("")
        self._discharge.setObjectName("discharge")
        self._discharge.clicked.connect(self.discharge_wanted)
        self._reopen = self._closed.add_action(self.tr("Reopen"))
        self._reopen.setObjectName("reopen")
        self._reopen.clicked.connect(self._forms.reopen_case)
        self._lay_out()
        self._connect()

    def show_contents(self, contents: ChartContents) -> None:
        """Show the case looked at."""
        self._forms.take(contents)
        self._orders.take(contents)
        file = contents.file
        self._head.setVisible(len(contents.files) > 1)
        self._closed.hide()
        self._columns.setVisible(file is not None)
        self._empty.setVisible(file is None)
        if file is None:
            return
        self._show_choice(contents, file.case)
        self._show_closed(file.case, contents)
        self._complaint.show_content(complaint_view(file.case))
        self._show_diagnoses(file.case, contents)
        self._show_goals(file.case, contents)
        self._show_plan(file.case)
        self._referral.show_contents(contents)
        coverage = file.case.coverage
        self._payer.show_content(
            payer_view(file.payer, coverage) if file.payer and coverage else _quiet(self.tr("The client pays."))
        )

    def leave(self) -> None:
        """Save a form that is complete."""
        self._forms.hand_over()
        self._orders.hand_over()

    def open_new_case(self) -> None:
        """Open the form for a new case."""
        self._forms.open_new_case()

    def enter_order(self) -> None:
        """Open the form for a new order."""
        self._orders.enter_new()

    def go_on(self) -> None:
        """Offer what is usual for the condition of a case that was opened just now; safe to repeat."""
        fresh, self._fresh = self._fresh, ""
        if fresh:
            self._forms.suggest_for(fresh)

    def lead(self, field: ChartField) -> None:
        """Open the form with a field of the case or its orders."""
        if field.form in (ChartForm.ORDER, ChartForm.NEW_ORDER):
            self._orders.lead(field)
        else:
            self._forms.lead(field)

    @Slot()
    def close_case(self) -> None:
        """Open the form that closes the case looked at."""
        self._forms.close_case()

    @Slot()
    def reopen_case(self) -> None:
        """Take up the case looked at again."""
        self._forms.reopen_case()

    def _show_diagnoses(self, case: Case, contents: ChartContents) -> None:
        if not case.diagnoses:
            words = self.tr("No diagnosis yet. A physician gives it; enter it as given.")
            self._diagnoses.show_content(padded(words))
            return
        table = diagnoses_table(case, contents)
        table.row_pressed.connect(self._forms.edit_diagnoses)
        self._diagnoses.show_content(table)

    def _show_goals(self, case: Case, contents: ChartContents) -> None:
        if not case.goals:
            self._goals.show_content(padded(self.tr("No goals yet. A payer wants each with a number and a day.")))
            return
        table = goals_table(case, contents)
        table.row_pressed.connect(self._forms.edit_goal)
        self._goals.show_content(table)

    def _show_plan(self, case: Case) -> None:
        self._plan.header.set_caption(terms_words(case.terms))
        parts: list[QWidget] = []
        if case.plan_lines:
            table = plan_table(case)
            table.row_pressed.connect(self._forms.edit_plan_line)
            parts.append(table)
        notes = plan_notes(case)
        if notes is not None:
            parts.append(padded(notes))
        self._plan.show_content(*(parts or [padded(self.tr("Nothing planned yet."))]))

    @Slot(str)
    def _look_at_new(self, case_id: str) -> None:
        self._fresh = case_id
        self.case_chosen.emit(case_id)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.case_chosen.emit(str(self._cases.itemData(place)))

    def _show_choice(self, contents: ChartContents, case: Case) -> None:
        self._cases.clear()
        for file in contents.files:
            words = self.tr("{case} (closed)") if file.case.closed_on else "{case}"
            self._cases.addItem(words.format(case=file.case.title), file.case.id)
        self._cases.setCurrentIndex(self._cases.findData(case.id))

    def _show_closed(self, case: Case, contents: ChartContents) -> None:
        if case.closed_on is not None:
            day = near_day_text(case.closed_on, contents.today)
            words = self.tr("Closed {day}: {reason}") if case.discharge_reason else self.tr("Closed {day}")
            sentence = words.format(day=day, reason=case.discharge_reason)
            self._closed.set_sentence("\n".join(part for part in (sentence, case.discharge_summary) if part))
            signed = contents.discharge_signed
            self._discharge.setText(self.tr("Signed discharge") if signed else self.tr("Sign discharge…"))
            self._discharge.setVisible(bool(contents.past))
            self._closed.show()
        self._state.setVisible(case.closed_on is None)

    def _connect(self) -> None:
        forms = self._forms
        forms.changed.connect(self.changed)
        forms.case_opened.connect(self._look_at_new)
        self._cases.activated.connect(self._choose)
        self._new_case.clicked.connect(forms.open_new_case)
        self._empty.case_wanted.connect(forms.open_new_case)
        self._complaint.edit_wanted.connect(forms.edit_complaint)
        self._add_code.clicked.connect(forms.edit_diagnoses)
        self._add_goal.clicked.connect(forms.add_goal)
        self._suggest.clicked.connect(forms.suggest)
        self._edit_terms.clicked.connect(forms.edit_terms)
        self._add_line.clicked.connect(forms.add_plan_line)
        orders = self._orders
        orders.changed.connect(self.changed)
        orders.case_opened.connect(self._look_at_new)
        orders.refused.connect(self.refused)
        self._empty.order_wanted.connect(orders.enter_new)
        self._referral.edit_wanted.connect(orders.edit_current)
        self._referral.new_wanted.connect(orders.enter_new)
        self._referral.former_wanted.connect(orders.edit_former)
        self._referral.scan_wanted.connect(orders.look_at_scan)
        self._payer.edit_wanted.connect(forms.edit_payer)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._cases)
        head.addStretch(1)
        pair = QHBoxLayout()
        pair.setSpacing(Space.GAP_DENSE)
        # Shares of the width, not of what the cards would like to have.
        for card in (self._complaint, self._diagnoses, self._goals, self._plan, self._referral, self._payer):
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
