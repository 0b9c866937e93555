"""The overview of a chart."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.ids import VisitId
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.no_case import NoCase
from therapist_desk.ui.chart.overview.account_card import AccountCard
from therapist_desk.ui.chart.overview.due_rows import VISIT, due_rows
from therapist_desk.ui.chart.overview.goals_card import GoalsCard
from therapist_desk.ui.chart.overview.last_visit_card import LastVisitCard
from therapist_desk.ui.chart.overview.pain_card import PainCard
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.list_card import ListCard
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_WIDE, _NARROW = 64, 36  # shares of the width
_DUE_ROW = 46


class OverviewTab(QWidget):
    """Where care stands at a glance. `tab_wanted` asks for a tab, `statement_wanted` for the account on paper."""

    tab_wanted = Signal(str)
    statement_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = workplace.navigator
        self._pain = PainCard()
        self._goals = GoalsCard()
        self._last = LastVisitCard(workplace)
        self._account = AccountCard(workplace)
        self._due = ListCard(self.tr("Next due"), self.tr("What is due next"), height=_DUE_ROW)
        self._due.list.setObjectName("due")
        self.empty = NoCase()
        self._empty = Card()
        self._empty.body.addWidget(self.empty)
        self._lay_out()
        self._pain.visit_wanted.connect(self._open_visit)
        self._last.visit_wanted.connect(self._open_visit)
        self._goals.tab_wanted.connect(self.tab_wanted)
        self._account.statement_wanted.connect(self.statement_wanted)
        self._due.list.pressed_row.connect(self._follow)
        self._due.list.picked_row.connect(self._follow)

    def show_contents(self, contents: ChartContents) -> None:
        """Show a chart."""
        has_case = contents.file is not None
        self._empty.setVisible(not has_case)
        self._pain.setVisible(has_case)
        self._pain.show_contents(contents)
        self._goals.show_contents(contents)
        self._last.show_contents(contents)
        self._account.show_contents(contents)
        rows = due_rows(contents)
        self._due.list.show_rows(rows)
        self._due.setVisible(bool(rows))
        self._right.setVisible(bool(rows or contents.past))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._account.read()  # a payment may have been entered meanwhile

    @Slot(str)
    def _open_visit(self, visit_id: str) -> None:
        self._navigator.open_visit(VisitId(visit_id))

    @Slot(str)
    def _follow(self, key: str) -> None:
        kind, target = key.split(" ", 1)
        if kind == VISIT:
            self._open_visit(target)
        else:
            self.tab_wanted.emit(target)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.GAP)
        left.addWidget(self._pain)
        left.addWidget(self._goals)
        left.addWidget(self._empty)
        left.addStretch(1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.GAP)
        right.addWidget(self._last)
        right.addWidget(self._due)
        right.addWidget(self._account)
        right.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(Space.PAGE_X, Space.PAGE_Y, Space.PAGE_X, Space.PAGE_Y)
        columns.setSpacing(Space.GAP)
        columns.addLayout(left, _WIDE)
        columns.addWidget(self._right, _NARROW)
