"""The body map from visit to visit: two side by side, one over the other, or all at once."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desk.body_map.figure.paths import FigurePaths
from therapist_desk.body_map.still_map import StillMap, lies_high
from therapist_desk.domain.anatomy import Figure, View
from therapist_desk.domain.atlas import FigureView
from therapist_desk.domain.atlas.carry import carried_by
from therapist_desk.domain.progress.comparison import Lineage, Moment, at_moment, change_on_mark, compare, lineage
from therapist_desk.domain.progress.often import PainHistory, pain_history
from therapist_desk.domain.visit import Visit
from therapist_desk.services.care.progress import CaseProgress
from therapist_desk.ui.chart.approximate_words import approximate_words
from therapist_desk.ui.chart.progress.finding_list import FindingList
from therapist_desk.ui.chart.progress.finding_rows import FindingRow, course_pills, finding_rows, history_rows
from therapist_desk.ui.chart.progress.history_key import HistoryKey
from therapist_desk.ui.chart.progress.map_heads import CoursePills, VisitSelect, day_words, visit_words
from therapist_desk.ui.chart.progress.visit_slider import Player
from therapist_desk.ui.kit.buttons import LinkButton
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.workplace import Workplace

_MAP_HEIGHT: Final = 264
_ALWAYS: Final = (View.FRONT, View.BACK)


class Mode(StrEnum):
    """How visits are put together."""

    BESIDE = "beside"
    OVER = "over"
    ALL = "all"


class MapCard(Card):
    """Two visits of a case: which findings changed, on the figure and as text. `visit_wanted` has an id."""

    visit_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(padding=Space.GAP_DENSE + 2, parent=parent)
        self._workplace = workplace
        self._visits: tuple[Visit, ...] = ()
        self._roots: Lineage = {}
        self._history = PainHistory(0, {}, {})
        self._shelf: dict[tuple[Figure, View], FigurePaths] = {}
        self._view = View.BACK
        self._offered: tuple[View, ...] = ()
        self._selected: frozenset[str] = frozenset()
        carry = partial(carried_by, workplace.atlas)
        self._header = CardHeader(self.tr("Body map"))
        self._views: ToggleGroup | None = None
        self._modes = ToggleGroup(
            [
                (Mode.BESIDE.value, self.tr("Side by side")),
                (Mode.OVER.value, self.tr("Overlaid")),
                (Mode.ALL.value, self.tr("All visits")),
            ],
            value=Mode.BESIDE.value,
            name=self.tr("How visits are compared"),
        )
        self._modes.setObjectName("modes")
        self._moments = ToggleGroup(
            [(Moment.BEFORE.value, self.tr("Before")), (Moment.AFTER.value, self.tr("After"))],
            value=Moment.BEFORE.value,
            name=self.tr("Grades compared"),
        )
        self._moments.setObjectName("moments")
        self._first = VisitSelect(self.tr("First visit"), "first_visit")
        self._second = VisitSelect(self.tr("Second visit"), "second_visit")
        self.first_map, self.second_map = StillMap(carry=carry), StillMap(carry=carry)
        self._note = Label("", Text.CAPTION, Tone.QUIET, wrap=True)
        self._key = HistoryKey()
        self._player = Player()
        self._pills = CoursePills()
        self.list = FindingList()
        self.list.setObjectName("findings")
        self._nothing = Label("", Text.SECONDARY, Tone.LABELS, wrap=True)
        self._open = LinkButton(self.tr("Open this visit"), small=True)
        self._open.setObjectName("open_second")
        self._lay_out()
        self._connect()

    def show_progress(self, progress: CaseProgress) -> None:
        """Show the visits of a case; the two that were chosen stay chosen while the case has the same visits."""
        own = progress.own
        same = [visit.id for visit in own] == [visit.id for visit in self._visits]
        first, second = (self._first.currentIndex(), self._second.currentIndex()) if same else (0, len(own) - 1)
        self._visits, self._roots, self._history = own, lineage(own), pain_history(own)
        self.setVisible(bool(own))
        if not own:
            return
        days = [visit.service_date for visit in own]
        for select, place in ((self._first, first), (self._second, second)):
            select.show_visits(own, place)
        self._player.slider.setMinimum(first)
        self._player.slider.show_days(days)
        self._player.slider.setValue(second)
        self._offer_views(keep=same)
        self._show()

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The lines under the map."""
        return self.list.rows

    @property
    def _mode(self) -> Mode:
        return Mode(self._modes.value() or Mode.BESIDE)

    @Slot()
    def _show(self) -> None:
        if not self._visits:
            return
        self._selected = frozenset()
        several = len(self._visits) > 1
        mode = self._mode
        for widget, shown in (
            (self._modes, several),
            (self._moments, mode is not Mode.ALL),
            (self._first, mode is not Mode.ALL and several),
            (self._second, mode is not Mode.ALL),
            (self.first_map, mode is Mode.BESIDE and several),
            (self._key, mode is Mode.ALL),
            (self._player, mode is not Mode.ALL and several),
            (self._pills, mode is not Mode.ALL and several),
            (self._open, mode is not Mode.ALL),
        ):
            widget.setVisible(shown)
        if mode is Mode.ALL:
            self._show_history()
        else:
            self._show_two()
        self._show_maps()

    def _show_two(self) -> None:
        first, second = self._chosen()
        moment = Moment(self._moments.value() or Moment.BEFORE)
        findings = compare(first.marks, second.marks, moment, self._roots)
        self._pills.show_pills(course_pills(findings))
        self.list.setAccessibleName(self.tr("What changed"))
        self.list.show_rows(finding_rows(findings, day_words(second, self._visits)) if first is not second else ())
        words = ""
        if len(self._visits) == 1:
            words = self.tr("What changes is compared from the second visit on.")
        elif first is second:
            words = self.tr("Both maps show the same visit. Choose a later one to see what changed.")
        elif not self.list.rows:
            words = self.tr("No marks.") if not findings else self.tr("No finding has changed.")
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _show_history(self) -> None:
        rows = history_rows(self._history, self._view)
        self._key.show_history(self._history)
        self._key.setVisible(bool(rows))
        self.list.setAccessibleName(self.tr("How often places were marked as pain"))
        self.list.show_rows(rows, len(self._history.steps))
        words = "" if rows else self.tr("No pain was marked in this view.")
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _show_maps(self) -> None:
        wanted = (self._visits[-1].figure, self._view)
        paths = self._shelf.get(wanted)
        if paths is None:
            done = partial(self._take, wanted)
            self._workplace.jobs.read(self._workplace.atlas.view, *wanted, owner=self, done=done)
        every = (mark for visit in self._visits for mark in visit.marks)
        close = paths is not None and lies_high(every, paths.figure_view)
        for still in (self.first_map, self.second_map):
            still.show_figure(paths, close=close)
        first, second = self._chosen()
        moment = Moment(self._moments.value() or Moment.BEFORE)
        before = [at_moment(mark, moment) for mark in first.marks]
        now = [at_moment(mark, moment) for mark in second.marks]
        if self._mode is Mode.ALL:
            self.second_map.show_history(self._history)
        elif self._mode is Mode.OVER and first is not second:
            changes = [change_on_mark(each) for each in compare(first.marks, second.marks, moment, self._roots)]
            self.second_map.show_marks([mark for mark in changes if mark is not None], before, self._selected)
        else:
            self.first_map.show_marks(before, selected=self._selected)
            self.second_map.show_marks(now, selected=self._selected)
        self._name_maps(first, second)
        self._say_note(paths)

    def _take(self, asked: tuple[Figure, View], figure_view: FigureView) -> None:
        self._shelf.setdefault(asked, FigurePaths(figure_view))
        if self._visits and asked == (self._visits[-1].figure, self._view):
            self._show_maps()

    def _name_maps(self, first: Visit, second: Visit) -> None:
        view = self._view.value
        words = self.tr("{visit}, {view} view, {n} marks")
        for still, visit in ((self.first_map, first), (self.second_map, second)):
            shown = sum(mark.home is self._view for mark in visit.marks)
            still.setAccessibleName(words.format(visit=visit_words(visit, self._visits), view=view, n=shown))
        if self._mode is Mode.ALL:
            self.second_map.setAccessibleName(self.tr("All visits, {view} view").format(view=view))

    def _say_note(self, paths: FigurePaths | None) -> None:
        first, second = self._chosen()
        words = []
        if self._mode is Mode.OVER and first is not second:
            words.append(self.tr("Dotted: {visit}.").format(visit=visit_words(first, self._visits)))
        shown = [] if self._mode is Mode.ALL else [*first.marks, *second.marks]
        words.append("" if paths is None else approximate_words(shown, paths.figure_view))
        self._note.setText(" ".join(filter(None, words)))
        self._note.setVisible(bool(self._note.text()))

    def _chosen(self) -> tuple[Visit, Visit]:
        return self._visits[max(0, self._first.currentIndex())], self._visits[max(0, self._second.currentIndex())]

    def _offer_views(self, *, keep: bool) -> None:
        marked = Counter(mark.home for visit in self._visits for mark in visit.marks)
        offered = tuple(view for view in View if view in _ALWAYS or marked[view])
        if not keep or self._view not in offered:
            self._view = max(offered, key=lambda view: (marked[view], view is View.BACK))
        if offered != self._offered:
            if self._views is not None:
                self._views.hide()
                self._views.deleteLater()
            words = {
                View.FRONT: self.tr("Front"),
                View.BACK: self.tr("Back"),
                View.LEFT: self.tr("Left"),
                View.RIGHT: self.tr("Right"),
            }
            self._views = ToggleGroup([(view.value, words[view]) for view in offered], name=self.tr("View"))
            self._views.setObjectName("views")
            self._views.chosen.connect(self._turn)
            self._header.add_action(self._views)
            self._offered = offered
        if self._views is not None:
            self._views.set_value(self._view.value)

    @Slot(str)
    def _turn(self, view: str) -> None:
        self._view = View(view)
        if self._mode is Mode.ALL:
            self._show_history()
        self._show_maps()

    @Slot(int)
    def _choose_first(self, place: int) -> None:
        self._player.stop()
        if place >= self._second.currentIndex():
            self._second.setCurrentIndex(len(self._visits) - 1)
            self._player.slider.setValue(len(self._visits) - 1)
        self._player.slider.setMinimum(place)
        self._player.slider.update()
        self._show()

    @Slot(int)
    def _choose_second(self, place: int) -> None:
        self._player.stop()
        if place < self._first.currentIndex():
            self._first.setCurrentIndex(0)
            self._player.slider.setMinimum(0)
        self._player.slider.setValue(place)
        self._show()

    @Slot(int)
    def _slide(self, place: int) -> None:
        if place != self._second.currentIndex():
            self._second.setCurrentIndex(place)
            self._show()

    @Slot(object)
    def _point_out(self, chosen: object) -> None:
        if isinstance(chosen, FindingRow) and chosen.view is not None:
            self._selected = chosen.ids
            self._view = chosen.view
            if self._views is not None:
                self._views.set_value(self._view.value)
            self._show_maps()

    @Slot()
    def _ask_for_visit(self) -> None:
        self.visit_wanted.emit(self._chosen()[1].id)

    def _connect(self) -> None:
        self._modes.chosen.connect(self._show)
        self._moments.chosen.connect(self._show)
        self._first.activated.connect(self._choose_first)
        self._second.activated.connect(self._choose_second)
        self._player.moved.connect(self._slide)
        self.list.walked_to.connect(self._point_out)
        self._open.clicked.connect(self._ask_for_visit)

    def _lay_out(self) -> None:
        maps = QHBoxLayout()
        maps.setSpacing(Space.GAP_DENSE)
        for still in (self.first_map, self.second_map):
            still.setFixedHeight(_MAP_HEIGHT)
            maps.addWidget(still, 1)
        heads = row(self._first, self._second, spacing=Space.GAP_DENSE)
        heads.setStretch(0, 1)
        heads.setStretch(1, 1)
        self.body.addWidget(self._header)
        self.body.addLayout(row(self._modes, None, self._moments))
        self.body.addLayout(heads)
        self.body.addLayout(maps)
        self.body.addWidget(self._key)
        self.body.addWidget(self._note)
        self.body.addWidget(self._player)
        self.body.addWidget(self._pills)
        self.body.addWidget(self.list)
        self.body.addWidget(self._nothing)
        self.body.addLayout(row(self._open, None))
