"""The card with pain over the visits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.progress.series import pain_series, treated
from therapist_desk.domain.sentences.wording import ARROW
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.plot.keys import Key, Line
from therapist_desk.ui.chart.plot.line_chart import LineChart
from therapist_desk.ui.chart.plot.plot import Plot, PlotPoint, change_in_words
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind, StatusPill

_HEIGHT = 232


class PainCard(Card):
    """Says the change before treatment in words, and draws all visits."""

    visit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        header = self._header = CardHeader(self.tr("Pain"))
        self._legend = QWidget()
        self._legend.setLayout(
            row(Key(Line.BEFORE, self.tr("before visit")), Key(Line.AFTER, self.tr("after visit")))
        )
        header.add_action(self._legend)
        self._pill = StatusPill("", Kind.GREEN)
        header.add_beside_title(self._pill)
        self._chart = LineChart(_HEIGHT)
        self._chart.setObjectName("pain_chart")
        self._empty = EmptyState(
            "trend", self.tr("No pain scores yet"), self.tr("Pain before and after each visit is drawn here.")
        )
        self.body.addWidget(header)
        self.body.addWidget(self._chart, 1)
        self.body.addWidget(self._empty, 1)
        self._chart.visit_wanted.connect(self.visit_wanted)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the visits of a case at which pain was asked for."""
        series = pain_series(treated(contents.history), {})
        self._chart.show_plot(
            Plot(
                name=self.tr("Pain over the visits, 0 to 10"),
                points=tuple(
                    PlotPoint(each.visit_id, each.number, each.day, each.before, each.after) for each in series.taken
                ),
                lowest=series.lowest,
                highest=series.highest,
            )
        )
        self._chart.setVisible(bool(series.taken))
        self._legend.setVisible(bool(series.taken))
        self._empty.setVisible(not series.taken)
        change = series.change()
        self._pill.setVisible(change is not None)
        self._header.set_caption(self.tr("NPRS 0 to 10"))
        if change is not None:
            first, last = change
            words = self.tr("NPRS 0 to 10, before visits {first} {arrow} {last}")
            self._header.set_caption(words.format(first=first, last=last, arrow=ARROW))
            kind = Kind.GREEN if last < first else Kind.AMBER if last > first else Kind.NEUTRAL
            self._pill.show_state(change_in_words(last - first), kind)
