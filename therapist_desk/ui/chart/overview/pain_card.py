"""The card with pain over the visits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.domain.mark_words import ARROW
from therapist_desk.ui.chart.chart_reader import ChartContents
from therapist_desk.ui.chart.overview.pain_chart import BEFORE_COLORS, PainChart
from therapist_desk.ui.chart.overview.pain_series import change_before, pain_points
from therapist_desk.ui.kit.banner import EmptyState
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import current_tokens


class PainCard(Card):
    """Says the change before treatment in words, and draws all visits."""

    visit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        header = self._header = CardHeader(self.tr("Pain"))
        self._legend = QWidget()
        self._legend.setLayout(
            row(
                _Key(hollow=True),
                Label(self.tr("before visit"), Text.CAPTION, Tone.LABELS),
                _Key(hollow=False),
                Label(self.tr("after visit"), Text.CAPTION, Tone.LABELS),
            )
        )
        header.add_action(self._legend)
        self._pill = StatusPill("", Kind.GREEN)
        header.add_beside_title(self._pill)
        self._chart = PainChart()
        self._empty = EmptyState(
            "trend", self.tr("No pain scores yet"), self.tr("Pain before and after each visit is drawn here.")
        )
        self.body.addWidget(header)
        self.body.addWidget(self._chart, 1)
        self.body.addWidget(self._empty, 1)
        self._chart.visit_wanted.connect(self.visit_wanted)

    def show_contents(self, contents: ChartContents) -> None:
        """Show the visits of a case."""
        points = pain_points(contents.history)
        self._chart.show_points(points)
        self._chart.setVisible(bool(points))
        self._legend.setVisible(bool(points))
        self._empty.setVisible(not points)
        change = change_before(points)
        self._pill.setVisible(change is not None)
        self._header.set_caption(self.tr("NPRS 0 to 10"))
        if change is not None:
            first, last = change
            words = self.tr("NPRS 0 to 10, before visits {first} {arrow} {last}")
            self._header.set_caption(words.format(first=first, last=last, arrow=ARROW))
            kind = Kind.GREEN if last < first else Kind.AMBER if last > first else Kind.NEUTRAL
            self._pill.show_state(_signed(last - first), kind)


class _Key(QWidget):
    def __init__(self, *, hollow: bool) -> None:
        super().__init__()
        self._hollow = hollow
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(20, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        color = BEFORE_COLORS[tokens.dark] if self._hollow else tokens.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(1, 6), QPointF(19, 6))
        painter.setBrush(tokens.surface if self._hollow else color)
        painter.drawEllipse(QPointF(10, 6), 3.5, 3.5)


def _signed(change: int) -> str:
    return f"+{change}" if change > 0 else f"−{-change}" if change else "±0"
