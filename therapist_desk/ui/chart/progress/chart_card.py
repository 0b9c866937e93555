"""A card with the chart of one quantity, or its values as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.progress.series import Series
from therapist_desk.services.care.progress import CaseProgress
from therapist_desk.ui.chart.plot.keys import Key
from therapist_desk.ui.chart.plot.line_chart import LineChart
from therapist_desk.ui.chart.plot.plot import Plot
from therapist_desk.ui.chart.progress.plots import headline_of, plot_of, source_of
from therapist_desk.ui.chart.progress.value_table import ValueTable
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.card import Card
from therapist_desk.ui.kit.label import ElidedLabel, Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import StatusPill
from therapist_desk.ui.kit.select import Select
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Space


class ChartCard(Card):
    """Shows one of several series: chosen by name where there are several, and by side where it has two.

    `visit_wanted` has the id of a visit whose point or row was pressed. With `wide` the headline stands beside the
    title, else below it; `titled_by_name` puts the name of the only series in the place of the title. `label` says
    what the values are, where their series' names do not.
    """

    visit_wanted = Signal(str)

    def __init__(
        self,
        title: str,
        empty: tuple[str, str],
        *,
        height: int,
        wide: bool = False,
        titled_by_name: bool = False,
        label: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=Space.GAP_DENSE + 2, parent=parent)
        self._series: tuple[Series, ...] = ()
        self._progress: CaseProgress | None = None
        self._as_table = False
        self._heading = title
        self._titled_by_name = titled_by_name
        self._label = label
        self._title = Label(title, Text.TITLE)
        self._title.setMinimumHeight(Height.SMALL)
        self._names = Select(name=title)
        self._names.setObjectName("names")
        self._names.setFixedHeight(Height.SMALL)
        self._names.activated.connect(self._show)
        self._sides: ToggleGroup | None = None
        self._offered: tuple[Side, ...] = ()
        self._keys: list[Key] = []
        self._side: str | None = None
        self._caption = ElidedLabel("", Text.SECONDARY, Tone.LABELS)
        self._pill = StatusPill("")
        self.chart = LineChart(height)
        self.table = ValueTable()
        self._source = Label("", Text.CAPTION, Tone.QUIET, wrap=True)
        self._empty = EmptyState("trend", *empty)
        self._lay_out(wide=wide)
        self.chart.visit_wanted.connect(self.visit_wanted)
        self.table.visit_wanted.connect(self.visit_wanted)

    def add_key(self, key: Key) -> None:
        """Say at the right of the title what a line means."""
        self._keys.append(key)
        self._top.addWidget(key)

    @property
    def has_values(self) -> bool:
        """Whether anything was measured."""
        return bool(self._series)

    @property
    def plot(self) -> Plot:
        """What is shown."""
        return self.chart.plot

    def show_series(self, series: Sequence[Series], progress: CaseProgress) -> None:
        """Show these; what was chosen before stays chosen where it is still there."""
        self._series, self._progress = tuple(each for each in series if each.taken), progress
        names = {each.name: self._words_of(each) for each in self._series}
        kept = self._names.currentData()
        self._names.clear()
        for name, words in names.items():
            self._names.addItem(words, name)
        self._names.setCurrentIndex(max(0, self._names.findData(kept)))
        self._names.setVisible(len(names) > 1)
        self._show()

    def show_as_table(self, as_table: bool) -> None:  # noqa: FBT001 - a slot's state
        """Show the values as a table instead of the chart."""
        self._as_table = as_table
        self._show()

    @Slot()
    def _show(self) -> None:
        name = self._names.currentData()
        found = [each for each in self._series if each.name == name]
        self._offer_sides([each.side for each in found])
        there = bool(found) and self._progress is not None
        for widget, shown in (
            (self.chart, there and not self._as_table),
            (self.table, there and self._as_table),
            (self._caption, there),
            (self._empty, not there),
            *((key, there and not self._as_table) for key in self._keys),
        ):
            widget.setVisible(shown)
        self._pill.setVisible(False)
        self._source.setVisible(False)
        if found and self._progress is not None:
            chosen = next((each for each in found if (each.side or "") == (self._side or "")), found[0])
            self._show_one(chosen, self._progress)
        else:
            self._title.setText(self._heading)

    def _show_one(self, series: Series, progress: CaseProgress) -> None:
        by_name = self._titled_by_name and self._names.count() == 1
        self._title.setText(self._words_of(series) if by_name else self._heading)
        label = self._words_of(series) if self._label is None and not by_name else self._label or ""
        plot = plot_of(series, self._series, progress, self.tr("{what} over the visits").format(what=_named(series)))
        self.chart.show_plot(plot)
        self.table.show_plot(plot)
        headline = headline_of(series, progress, label)
        self._caption.setText(headline.caption if headline else label)
        if headline is not None:
            self._pill.show_state(headline.pill, headline.kind)
            self._pill.setVisible(True)
        self._source.setText(source_of(series, progress))
        self._source.setVisible(bool(self._source.text()))

    def _offer_sides(self, sides: Sequence[Side | None]) -> None:
        offered = tuple(side for side in sides if side in (Side.RIGHT, Side.LEFT))
        if self._side not in {side.value for side in offered}:
            self._side = offered[0].value if offered else None
        if offered == self._offered:
            return
        self._offered = offered
        if self._sides is not None:
            self._top.removeWidget(self._sides)
            self._sides.hide()
            self._sides.deleteLater()
            self._sides = None
        if len(offered) > 1:
            words = {Side.RIGHT: self.tr("Right"), Side.LEFT: self.tr("Left")}
            options = [(side.value, words[side]) for side in offered]
            self._sides = ToggleGroup(options, value=self._side, name=self.tr("Side"))
            self._sides.setObjectName("sides")
            self._sides.chosen.connect(self._choose_side)
            self._top.addWidget(self._sides)

    @Slot(str)
    def _choose_side(self, side: str) -> None:
        self._side = side
        self._show()

    def _words_of(self, series: Series) -> str:
        if series.view is not None:
            return self.tr("{view} view").format(view=series.view.value.capitalize())
        return series.name[:1].upper() + series.name[1:]

    def _lay_out(self, *, wide: bool) -> None:
        headline = row(self._caption, self._pill, None)
        self._top = QHBoxLayout()
        self._top.setSpacing(Space.GRID)
        self._top.addWidget(self._title)
        if wide:
            self._top.addLayout(headline, 1)
        self._top.addWidget(self._names)
        self._top.addStretch(0 if wide else 1)
        self.body.addLayout(self._top)
        if not wide:
            self.body.addLayout(headline)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._source)
        self.body.addStretch(0)


def _named(series: Series) -> str:
    """Name a series for those who do not see the card that it stands on."""
    if series.measure is not None:
        return series.measure.name
    if series.view is not None:
        return QCoreApplication.translate("Progress", "Share of the figure marked as pain, {view} view").format(
            view=series.view.value
        )
    name = series.name[:1].upper() + series.name[1:]
    return f"{name}, {series.side.value}" if series.side in (Side.LEFT, Side.RIGHT) else name
