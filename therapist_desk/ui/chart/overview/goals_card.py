"""Goals of the case and what is planned, to read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from therapist_desk.domain.care.case import Case
from therapist_desk.domain.care.goal import Goal, progress
from therapist_desk.domain.sentences.wording import ARROW
from therapist_desk.ui.chart.case.care_views import plan_words
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.goal_words import due_words, first_words, latest_words, measured_words, standing_words
from therapist_desk.ui.chart.reading import Reading
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card, CardHeader, Divider
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.pill import StatusPill
from therapist_desk.ui.navigator import ChartTab
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_COLUMNS = 5


class GoalsCard(Card):
    """Shown only where the case has goals or a plan."""

    tab_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        header = CardHeader(self.tr("Goals and plan"))
        edit = LinkButton(self.tr("Edit in Case & plan"), small=True)
        edit.setObjectName("edit_goals")
        edit.clicked.connect(self._go_to_case)
        header.add_action(edit)
        self.body.addWidget(header)
        self._table = QWidget()
        self.body.addWidget(self._table)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the goals and the plan of the case."""
        case = contents.file.case if contents.file else None
        self.setVisible(case is not None and bool(case.goals or case.plan or case.plan_lines or case.home_care))
        if case is None:
            return
        self.body.removeWidget(self._table)
        self._table.hide()
        self._table.deleteLater()
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.GAP)
        grid.setVerticalSpacing(Space.GRID)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        if case.goals:
            heads = (self.tr("Goal"), self.tr("Measured by"), self.tr("First {arrow} latest"), self.tr("Due"))
            for column, words in enumerate(heads):
                grid.addWidget(Label(words.format(arrow=ARROW), Text.CAPTION_STRONG, Tone.QUIET), 0, column)
        for goal in case.goals:
            self._add_goal(grid, goal, contents)
        if case.plan or case.plan_lines or case.home_care:
            self._add_plan(grid, case)
        self.body.addWidget(self._table)

    def _add_goal(self, grid: QGridLayout, goal: Goal, contents: ChartContents) -> None:
        line = grid.rowCount()
        grid.addWidget(Divider(), line, 0, 1, _COLUMNS)
        found = progress(goal, contents.history, contents.today)
        values = f"{first_words(goal)} {ARROW} {latest_words(goal, found)}"
        grid.addWidget(Label(goal.text, Text.BODY_STRONG, wrap=True), line + 1, 0)
        grid.addWidget(Label(measured_words(goal), Text.BODY, Tone.LABELS, wrap=True), line + 1, 1)
        grid.addWidget(Label(values, Text.BODY), line + 1, 2)
        grid.addWidget(Label(due_words(goal, contents.today), Text.BODY, Tone.LABELS), line + 1, 3)
        words, kind = standing_words(goal, found, contents.today)
        grid.addWidget(StatusPill(words, kind), line + 1, 4, Qt.AlignmentFlag.AlignRight)

    def _add_plan(self, grid: QGridLayout, case: Case) -> None:
        line = grid.rowCount()
        if case.goals:
            grid.addWidget(Divider(), line, 0, 1, _COLUMNS)
        plan = QHBoxLayout()
        plan.setSpacing(Space.PAGE_X)
        for words, text, share in (
            (self.tr("Treatment"), plan_words(case), 3),
            (self.tr("Home care"), case.home_care, 2),
        ):
            if text:
                plan.addWidget(Reading(words, text), share, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(plan, line + 1, 0, 1, _COLUMNS)

    def _go_to_case(self) -> None:
        self.tab_wanted.emit(ChartTab.CASE.value)
