"""Where visits and values lie on a chart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSizeF

from therapist_desk.ui.chart.plot.axis import ticks
from therapist_desk.ui.chart.plot.plot import Plot, value_words
from therapist_desk.ui.theme.fonts import Text, text_width

_RIGHT, _ABOVE, _BELOW, _LINE = 16, 16, 26, 14
_GAP = 8
_INSET = 14
_DAYS_DROP = 5
HIGHER, LOWER = -9, 17  # baselines of a value above and below its spot


class Frame:
    """The geometry of a plot in a widget of a size, in logical pixels."""

    def __init__(self, plot: Plot, size: QSizeF) -> None:
        self.ticks = ticks(_values(plot), plot.lowest, plot.highest)
        self.has_starts = any(point.start for point in plot.points)
        labels = [text_width(value_words(tick, plot.unit), Text.CAPTION) for tick in self.ticks]
        left = round(max(labels)) + _GAP + 2
        below = _BELOW + (_LINE if self.has_starts else 0)
        self._count = len(plot.points)
        self.area = QRectF(left, _ABOVE, size.width() - left - _RIGHT, size.height() - _ABOVE - below)
        sunk = any(self.y(value) + LOWER > self.area.bottom() for value in _values_below(plot))
        if sunk:  # the numbers under the lowest spots push the days down
            self.area.setBottom(self.area.bottom() - _LINE)
        self.days_top = self.area.bottom() + _DAYS_DROP + (_LINE if sunk else 0)

    def x(self, place: int) -> float:
        """Give where the visit at `place` stands: visits are evenly apart."""
        span = self.area.width() - 2 * _INSET
        share = place / (self._count - 1) if self._count > 1 else 0.5
        return self.area.left() + _INSET + span * share

    def y(self, value: Decimal) -> float:
        """Give the height of a value."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.area.bottom() - self.area.height() * float((value - low) / (high - low))

    def spot(self, place: int, value: Decimal) -> QPointF:
        """Give where a value of a visit lies."""
        return QPointF(self.x(place), self.y(value))


def _values_below(plot: Plot) -> Iterator[Decimal]:
    """Give the values whose number stands below their spot: the lower one of a visit with two."""
    for point in plot.points:
        if point.before is not None and point.after is not None:
            yield min(point.before, point.after)


def _values(plot: Plot) -> Iterator[Decimal]:
    for point in plot.points:
        yield from (value for value in (point.before, point.after) if value is not None)
    yield from (goal.value for goal in plot.goals)
    if plot.band is not None:
        yield from (plot.band.near, plot.band.far)
    yield from plot.also
