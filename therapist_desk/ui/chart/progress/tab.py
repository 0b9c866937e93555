"""The tab of a chart that shows how the case goes."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapist_desk.domain.ids import CaseId, ClientId, VisitId
from therapist_desk.domain.progress.series import (
    body_series,
    extent_series,
    function_series,
    other_pain_series,
    pain_series,
)
from therapist_desk.services.care.progress import CaseProgress, read_progress
from therapist_desk.ui.chart.plot.keys import Key, Line
from therapist_desk.ui.chart.progress.chart_card import ChartCard
from therapist_desk.ui.chart.progress.map_card import MapCard
from therapist_desk.ui.chart.progress.scope import Scope, visits_in
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.tokens import Height, Space
from therapist_desk.ui.workplace import Workplace

_WIDE, _NARROW = 64, 36  # shares of the width
_PAIN_HEIGHT, _HALF_HEIGHT, _EXTENT_HEIGHT = 208, 200, 150


class Form(StrEnum):
    """How values are shown."""

    CHART = "chart"
    TABLE = "table"


class ProgressTab(QWidget):
    """Charts at the left, the body map at the right. Read anew each time it is shown."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asked: tuple[ClientId, CaseId] | None = None
        self._progress: CaseProgress | None = None
        self._scopes = ToggleGroup(
            [
                (Scope.CASE.value, self.tr("This case")),
                (Scope.RECENT.value, self.tr("90 days")),
                (Scope.ALL.value, self.tr("All")),
            ],
            value=Scope.CASE.value,
            height=Height.CONTROL,
            name=self.tr("Visits shown"),
        )
        self._scopes.setObjectName("scopes")
        self._forms = ToggleGroup(
            [(Form.CHART.value, self.tr("Chart")), (Form.TABLE.value, self.tr("Table"))],
            value=Form.CHART.value,
            height=Height.CONTROL,
            name=self.tr("How values are shown"),
        )
        self._forms.setObjectName("forms")
        self._make_cards()
        self._map = MapCard(workplace)
        self._empty = EmptyState("trend", "", "")
        self._lay_out()
        self._scopes.chosen.connect(self._draw)
        self._forms.chosen.connect(self._change_form)
        for card in (*self._cards, self._map):
            card.visit_wanted.connect(self._open_visit)

    def show_case(self, client_id: ClientId, case_id: CaseId | None) -> None:
        """Show a case of a client; without one the tab says so."""
        if case_id is None:
            self._asked = self._progress = None
            self._say_empty(
                self.tr("No case yet"), self.tr("Progress is drawn for a case, from its first visit to the latest.")
            )
            return
        asked = (client_id, case_id)
        if asked != self._asked:
            # Nothing of one client may stand on the screen while another's chart is read.
            self._progress = None
            self._say_empty("", "")
            self._empty_card.hide()
        self._asked = asked
        done = partial(self._take, asked)
        jobs = self._workplace.jobs
        jobs.read(read_progress, self._workplace.desk, self._workplace.atlas, *asked, owner=self, done=done)

    def _take(self, asked: tuple[ClientId, CaseId], progress: CaseProgress) -> None:
        if asked != self._asked:
            return
        self._progress = progress
        if not progress.own:
            words = self.tr("Pain, function and motion are drawn here from the first visit on.")
            self._say_empty(self.tr("No visits yet"), words)
            return
        self._empty_card.hide()
        self._full.show()
        self._draw()
        self._map.show_progress(progress)

    @Slot()
    def _draw(self) -> None:
        progress = self._progress
        if progress is None:
            return
        visits = visits_in(Scope(self._scopes.value() or Scope.CASE), progress)
        measures = self._workplace.assessments.measures
        self._pain.show_series([pain_series(visits, measures), *other_pain_series(visits, measures)], progress)
        self._function.show_series(function_series(visits, measures), progress)
        self._motion.show_series(body_series(visits), progress)
        self._extent.show_series(extent_series(visits, progress.extents), progress)
        self._show_keys()

    def _show_keys(self) -> None:
        """Say what lines mean as far as they are drawn."""
        drawn = self._forms.value() == Form.CHART.value
        plots = [card.plot for card in self._cards if drawn and card.has_values]
        self._goal_key.setVisible(any(plot.goals for plot in plots))
        self._band_key.setVisible(any(plot.band for plot in plots))

    @Slot(str)
    def _change_form(self, form: str) -> None:
        for card in self._cards:
            card.show_as_table(form == Form.TABLE.value)
        self._show_keys()

    @Slot(str)
    def _open_visit(self, visit_id: str) -> None:
        self._workplace.navigator.open_visit(VisitId(visit_id))

    def _say_empty(self, title: str, words: str) -> None:
        self._empty.show_words(title, words)
        self._empty_card.show()
        self._full.hide()

    def _make_cards(self) -> None:
        self._pain = ChartCard(
            self.tr("Pain"),
            (self.tr("No pain scores"), self.tr("Pain before and after each visit is drawn here.")),
            height=_PAIN_HEIGHT,
            wide=True,
            label=self.tr("NPRS 0 to 10"),
        )
        self._pain.setObjectName("pain")
        self._pain.add_key(Key(Line.BEFORE, self.tr("before visit")))
        self._pain.add_key(Key(Line.AFTER, self.tr("after visit")))
        self._function = ChartCard(
            self.tr("Function"),
            (self.tr("No questionnaires"), self.tr("Scores such as PSFS are drawn once a visit has one.")),
            height=_HALF_HEIGHT,
        )
        self._function.setObjectName("function")
        self._motion = ChartCard(
            self.tr("Range of motion"),
            (self.tr("No motion measured"), self.tr("A motion is drawn once a visit has measured it.")),
            height=_HALF_HEIGHT,
            titled_by_name=True,
        )
        self._motion.setObjectName("motion")
        self._extent = ChartCard(
            self.tr("Pain extent"),
            (
                self.tr("No pain areas"),
                self.tr("The share of the figure under pain areas is drawn here."),
            ),
            height=_EXTENT_HEIGHT,
            wide=True,
            label=self.tr("share of the figure marked as pain"),
        )
        self._extent.setObjectName("extent")
        self._cards = (self._pain, self._function, self._motion, self._extent)

    def _lay_out(self) -> None:
        self._goal_key = Key(Line.GOAL, self.tr("goal"))
        self._band_key = Key(Line.BAND, self.tr("below important change"))
        bar = row(self._scopes, self._forms, None, self._goal_key, self._band_key, spacing=Space.GAP_DENSE)
        halves = row(self._function, self._motion, spacing=Space.GAP_DENSE)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        left = column(bar, self._pain, halves, self._extent, None, spacing=Space.GAP_DENSE)
        right = column(self._map, None, spacing=Space.GAP_DENSE)
        self._full = QWidget()
        columns = QHBoxLayout(self._full)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.GAP)
        columns.addLayout(left, _WIDE)
        columns.addLayout(right, _NARROW)
        self._empty_card = Card()
        self._empty_card.body.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.PAGE_X, Space.GAP_DENSE, Space.PAGE_X, Space.PAGE_Y)
        outer.addWidget(self._full)
        outer.addWidget(self._empty_card)
        outer.addStretch(1)
