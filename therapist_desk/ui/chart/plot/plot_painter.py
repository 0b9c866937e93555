"""Painting a plot: grid, band, goals, lines and values."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from therapist_desk.ui.chart.plot.frame import Frame
from therapist_desk.ui.chart.plot.placing import band_label, day_labels, lifts, start_labels
from therapist_desk.ui.chart.plot.plot import Plot, value_words
from therapist_desk.ui.kit.paint import draw_text
from therapist_desk.ui.theme.fonts import Text, font, text_width
from therapist_desk.ui.theme.tokens import Tokens, current_tokens

BEFORE_COLORS: Final = (QColor("#A84A00"), QColor("#F3A866"))  # the colour of tender points, light and dark
_BEFORE_RADIUS, _AFTER_RADIUS, _RING = 4.0, 4.5, 9.0
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PlotPainter:
    """Paints one plot into one frame; `chosen` is the place of the visit that has the keyboard, or -1."""

    def __init__(self, painter: QPainter, plot: Plot, frame: Frame, chosen: int) -> None:
        self._painter = painter
        self._plot = plot
        self._frame = frame
        self._chosen = chosen
        self._tokens: Tokens = current_tokens()
        self._before = BEFORE_COLORS[self._tokens.dark] if plot.paired else self._tokens.accent

    def paint(self) -> None:
        """Paint everything, from the ground up."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._band()
        self._grid()
        self._days()
        self._goals()
        for place, point in enumerate(self._plot.points):
            if point.before is not None and point.after is not None:
                bar = QColor(self._before)
                bar.setAlphaF(0.35)
                self._painter.setPen(QPen(bar, 2))
                self._painter.drawLine(self._frame.spot(place, point.before), self._frame.spot(place, point.after))
        self._series([point.before for point in self._plot.points], self._before, hollow=self._plot.paired)
        self._series([point.after for point in self._plot.points], self._tokens.accent, hollow=False)
        self._values()

    def _band(self) -> None:
        band, area = self._plot.band, self._frame.area
        if band is None:
            return
        near, far = self._frame.y(band.near), self._frame.y(band.far)
        rect = QRectF(area.left(), min(near, far), area.width(), abs(far - near))
        self._painter.fillRect(rect, self._tokens.hover)
        pen = QPen(self._tokens.ctl, 1)
        pen.setDashPattern([2, 3])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(area.left(), far), QPointF(area.right(), far))
        box = band_label(self._plot, self._frame)
        if box is not None:
            draw_text(self._painter, box, band.words, Text.CAPTION, self._tokens.ink3)

    def _grid(self) -> None:
        area = self._frame.area
        for tick in self._frame.ticks:
            y = round(self._frame.y(tick))
            self._painter.fillRect(QRectF(area.left(), y, area.width(), 1), self._tokens.line)
            box = QRectF(0, y - 8, area.left() - 8, 16)
            words = value_words(tick, self._plot.unit)
            draw_text(self._painter, box, words, Text.CAPTION, self._tokens.ink3, align=Qt.AlignmentFlag.AlignRight)

    def _days(self) -> None:
        area = self._frame.area
        for place in range(len(self._plot.points)):
            self._painter.fillRect(QRectF(round(self._frame.x(place)), area.bottom(), 1, 4), self._tokens.ctl)
        for label in day_labels(self._plot, self._frame):
            text = Text.CAPTION_STRONG if label.place == self._chosen else Text.CAPTION
            draw_text(self._painter, label.box, label.words, text, self._tokens.ink3, align=_CENTRE)
        pen = QPen(self._tokens.ctl, 1)
        pen.setDashPattern([1, 3])
        self._painter.setPen(pen)
        for place, point in enumerate(self._plot.points):
            if point.start:
                x = round(self._frame.x(place)) + 0.5
                self._painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for label in start_labels(self._plot, self._frame):
            draw_text(self._painter, label.box, label.words, Text.CAPTION, self._tokens.ink3, align=_CENTRE)

    def _goals(self) -> None:
        area = self._frame.area
        for goal in self._plot.goals:
            y = self._frame.y(goal.value)
            pen = QPen(self._tokens.green, 1.5)
            pen.setDashPattern([7 / 1.5, 4 / 1.5])
            self._painter.setPen(pen)
            self._painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            self._text_on_ground(QPointF(area.left() + 4, y - 5), goal.words, self._tokens.green)

    def _series(self, values: list[Decimal | None], color: QColor, *, hollow: bool) -> None:
        painter, frame = self._painter, self._frame
        painter.setPen(QPen(color, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stretch: list[QPointF] = []
        for place, (value, point) in enumerate(zip(values, self._plot.points, strict=True)):
            if point.start:
                painter.drawPolyline(stretch)
                stretch = []
            if value is not None:
                stretch.append(frame.spot(place, value))
        painter.drawPolyline(stretch)
        painter.setBrush(self._tokens.surface if hollow else color)
        painter.setPen(QPen(color, 2) if hollow else Qt.PenStyle.NoPen)
        radius = _BEFORE_RADIUS if hollow else _AFTER_RADIUS
        for place, value in enumerate(values):
            if value is not None:
                painter.drawEllipse(frame.spot(place, value), radius, radius)

    def _values(self) -> None:
        for place, point in enumerate(self._plot.points):
            upper, lower = lifts(point)
            if point.before is not None:
                self._value(place, point.before, upper, self._before)
            if point.after is not None and point.after != point.before:
                self._value(place, point.after, lower, self._tokens.accent)
            if place == self._chosen:
                value = point.before if point.before is not None else point.after
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.setPen(QPen(self._tokens.accent, 2))
                self._painter.drawEllipse(self._frame.spot(place, value or Decimal(0)), _RING, _RING)

    def _value(self, place: int, value: Decimal, lift: int, color: QColor) -> None:
        spot = self._frame.spot(place, value)
        words = value_words(value, "°" if self._plot.unit == "°" else "")
        width = text_width(words, Text.CAPTION_STRONG)
        self._text_on_ground(QPointF(spot.x() - width / 2, spot.y() + lift), words, color)

    def _text_on_ground(self, baseline: QPointF, words: str, color: QColor) -> None:
        """Write over lines: the letters stand on a casing in the colour of the card."""
        letters = font(Text.CAPTION_STRONG)
        letters.setWeight(letters.Weight.Bold)
        path = QPainterPath()
        path.addText(baseline, letters, words)
        pen = QPen(self._tokens.surface, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self._painter.strokePath(path, pen)
        self._painter.fillPath(path, color)
