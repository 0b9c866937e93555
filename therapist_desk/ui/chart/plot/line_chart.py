"""What was measured over visits, as lines; each visit can be opened from its point."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from therapist_desk.ui.chart.plot.frame import Frame
from therapist_desk.ui.chart.plot.plot import Plot, PlotPoint, value_words
from therapist_desk.ui.chart.plot.plot_painter import PlotPainter
from therapist_desk.ui.dates import near_day_text

_REACH: Final = 14.0
_EMPTY: Final = Plot(name="", points=())


class LineChart(QWidget):
    """Arrows walk the visits, Return or a click opens one: `visit_wanted` with its id."""

    visit_wanted = Signal(str)

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._plot = _EMPTY
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def plot(self) -> Plot:
        """What is drawn."""
        return self._plot

    def show_plot(self, plot: Plot) -> None:
        """Draw these visits."""
        self._plot = plot
        self._chosen = -1
        self.setAccessibleName(plot.name)
        self.setAccessibleDescription(self._all_words())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taken = [place for place, point in enumerate(self._plot.points) if point.taken]
        if event.key() == Qt.Key.Key_Left and taken:
            self._choose(max((place for place in taken if place < self._chosen), default=taken[0]))
        elif event.key() == Qt.Key.Key_Right and taken:
            self._choose(min((place for place in taken if place > self._chosen), default=taken[-1]))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._chosen >= 0:
            self.visit_wanted.emit(self._plot.points[self._chosen].visit_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        taken = [place for place, point in enumerate(self._plot.points) if point.taken]
        if self._chosen < 0 and taken and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._choose(taken[-1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found >= 0:
            self.visit_wanted.emit(self._plot.points[found].visit_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            if found >= 0:
                QToolTip.showText(event.globalPos(), self._sentence(self._plot.points[found]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._plot.points:
            chosen = self._chosen if self.hasFocus() else -1
            PlotPainter(QPainter(self), self._plot, self._frame(), chosen).paint()

    def _frame(self) -> Frame:
        return Frame(self._plot, QSizeF(self.size()))

    def _at(self, pixel: QPointF) -> int:
        if not self._plot.points:
            return -1
        frame = self._frame()
        near = [
            (abs(frame.x(place) - pixel.x()), place) for place, point in enumerate(self._plot.points) if point.taken
        ]
        distance, place = min(near, default=(_REACH, -1))
        room = frame.area.adjusted(0, -_REACH, 0, self.height() - frame.area.bottom())
        return place if distance < _REACH and room.contains(pixel) else -1

    def _choose(self, place: int) -> None:
        self._chosen = place
        self.update()

    def _all_words(self) -> str:
        last = self._plot.points[-1].day if self._plot.points else None
        words = [
            self.tr("{start}: visit {n}, {day}.").format(
                start=_capital(point.start), n=point.number, day=near_day_text(point.day, last or point.day)
            )
            for point in self._plot.points
            if point.start
        ]
        words += [self._sentence(point) for point in self._plot.points if point.taken]
        words += [self.tr("{goal}.").format(goal=_capital(goal.words)) for goal in self._plot.goals]
        if self._plot.band is not None:
            band, unit = self._plot.band, self._plot.unit
            reached = self.tr("{change}: reached at {far}, from {near}.")
            words.append(
                reached.format(
                    change=_capital(band.words), far=value_words(band.far, unit), near=value_words(band.near, unit)
                )
            )
        return " ".join(words)

    def _sentence(self, point: PlotPoint) -> str:
        day = near_day_text(point.day, self._plot.points[-1].day)
        before = "" if point.before is None else value_words(point.before, self._plot.unit)
        after = "" if point.after is None else value_words(point.after, self._plot.unit)
        if not self._plot.paired:
            words = self.tr("Visit {n}, {day}: {before}.")
            before = before or after
        elif not before:
            words = self.tr("Visit {n}, {day}: {after} after.")
        elif not after:
            words = self.tr("Visit {n}, {day}: {before} before.")
        else:
            words = self.tr("Visit {n}, {day}: {before} before, {after} after.")
        return words.format(n=point.number, day=day, before=before, after=after)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
