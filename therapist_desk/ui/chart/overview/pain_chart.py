"""Pain before and after each visit, as lines; each visit can be opened from its point."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from therapist_desk.ui.chart.overview.pain_series import PainPoint
from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.paint import draw_text
from therapist_desk.ui.theme.fonts import Text, font
from therapist_desk.ui.theme.tokens import Tokens, current_tokens

_TOP: Final = 10
_HEIGHT: Final = 232
_LEFT, _RIGHT, _ABOVE, _BELOW = 28, 16, 14, 26
BEFORE_COLORS: Final = (QColor("#A84A00"), QColor("#F3A866"))  # the colour of tender points, light and dark
_BEFORE_RADIUS, _AFTER_RADIUS, _REACH = 4.0, 4.5, 14.0
_LABEL_STEP: Final = 46
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PainChart(QWidget):
    """Arrows walk the visits, Return or a click opens one: `visit_wanted` with its id."""

    visit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pain_chart")
        self._points: tuple[PainPoint, ...] = ()
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Pain over the visits, 0 to 10"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: tuple[PainPoint, ...]) -> None:
        """Show these visits, earliest first."""
        self._points = points
        self._chosen = -1
        self.setAccessibleDescription(" ".join(self._sentence(point) for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self._points:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._choose(max(0, min(len(self._points) - 1, self._chosen + step)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._chosen >= 0:
            self.visit_wanted.emit(self._points[self._chosen].visit_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chosen < 0 and self._points and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._choose(len(self._points) - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found >= 0:
            self.visit_wanted.emit(self._points[found].visit_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            if found >= 0:
                QToolTip.showText(event.globalPos(), self._sentence(self._points[found]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_grid(painter, tokens)
        before = BEFORE_COLORS[tokens.dark]
        for place, point in enumerate(self._points):
            if point.before is not None and point.after is not None:
                bar = QColor(before)
                bar.setAlphaF(0.35)
                painter.setPen(QPen(bar, 2))
                painter.drawLine(self._spot(place, point.before), self._spot(place, point.after))
        self._draw_series(painter, [point.before for point in self._points], before, tokens, hollow=True)
        self._draw_series(painter, [point.after for point in self._points], tokens.accent, tokens, hollow=False)
        self._draw_values(painter, tokens)

    def _draw_grid(self, painter: QPainter, tokens: Tokens) -> None:
        plot = self._plot()
        for score in range(0, _TOP + 1, 2):
            y = round(self._height_of(score))
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), tokens.line)
            box = QRectF(0, y - 8, _LEFT - 8, 16)
            draw_text(painter, box, str(score), Text.CAPTION, tokens.ink3, align=Qt.AlignmentFlag.AlignRight)
        every = max(1, -(-len(self._points) * _LABEL_STEP // max(1, round(plot.width()))))
        for place, point in enumerate(self._points):
            x = self._spot(place, 0).x()
            painter.fillRect(QRectF(round(x), plot.bottom(), 1, 4), tokens.ctl)
            if (len(self._points) - 1 - place) % every == 0:
                words = near_day_text(point.day, self._points[-1].day)
                box = QRectF(x - 40, plot.bottom() + 5, 80, 16)
                box.moveRight(min(box.right(), self.width() + 12.0))
                strong = Text.CAPTION_STRONG if place == self._chosen and self.hasFocus() else Text.CAPTION
                draw_text(painter, box, words, strong, tokens.ink3, align=_CENTRE)

    def _draw_series(
        self, painter: QPainter, scores: list[int | None], color: QColor, tokens: Tokens, *, hollow: bool
    ) -> None:
        spots = [self._spot(place, score) for place, score in enumerate(scores) if score is not None]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2))
        painter.drawPolyline(spots)
        painter.setBrush(tokens.surface if hollow else color)
        painter.setPen(QPen(color, 2) if hollow else Qt.PenStyle.NoPen)
        for spot in spots:
            radius = _BEFORE_RADIUS if hollow else _AFTER_RADIUS
            painter.drawEllipse(spot, radius, radius)

    def _draw_values(self, painter: QPainter, tokens: Tokens) -> None:
        for place, point in enumerate(self._points):
            worse = point.before is not None and point.after is not None and point.after > point.before
            if point.before is not None:
                lift = 17 if worse else -9
                self._draw_value(painter, place, point.before, lift, BEFORE_COLORS[tokens.dark], tokens)
            if point.after is not None and point.after != point.before:
                lift = -9 if worse else 17
                self._draw_value(painter, place, point.after, lift, tokens.accent, tokens)
            if place == self._chosen and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(tokens.accent, 2))
                score = point.before if point.before is not None else point.after
                painter.drawEllipse(self._spot(place, score or 0), 9, 9)

    def _draw_value(
        self, painter: QPainter, place: int, score: int, lift: int, color: QColor, tokens: Tokens
    ) -> None:
        letters = font(Text.CAPTION_STRONG)
        letters.setWeight(letters.Weight.Bold)
        path = QPainterPath()
        path.addText(QPointF(0, 0), letters, str(score))
        spot = self._spot(place, score)
        path.translate(spot.x() - path.boundingRect().center().x(), spot.y() + lift)
        painter.strokePath(path, QPen(tokens.surface, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.fillPath(path, color)

    def _plot(self) -> QRectF:
        return QRectF(_LEFT, _ABOVE, self.width() - _LEFT - _RIGHT, self.height() - _ABOVE - _BELOW)

    def _height_of(self, score: int) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * score / _TOP

    def _spot(self, place: int, score: int) -> QPointF:
        plot, count = self._plot(), len(self._points)
        inset = 12
        span = plot.width() - 2 * inset
        share = place / (count - 1) if count > 1 else 0.5
        return QPointF(plot.left() + inset + span * share, self._height_of(score))

    def _at(self, place: QPointF) -> int:
        near = [(abs(self._spot(index, 0).x() - place.x()), index) for index in range(len(self._points))]
        distance, index = min(near, default=(_REACH, -1))
        return index if distance < _REACH and self._plot().adjusted(0, -8, 0, _BELOW).contains(place) else -1

    def _choose(self, place: int) -> None:
        self._chosen = place
        self.update()

    def _sentence(self, point: PainPoint) -> str:
        day = near_day_text(point.day, self._points[-1].day)
        if point.before is None:
            words = self.tr("Visit {n}, {day}: {after} after.")
        elif point.after is None:
            words = self.tr("Visit {n}, {day}: {before} before.")
        else:
            words = self.tr("Visit {n}, {day}: {before} before, {after} after.")
        return words.format(n=point.number, day=day, before=point.before, after=point.after)
