"""What the lines of a chart mean."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapist_desk.ui.chart.plot.plot_painter import BEFORE_COLORS
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space, current_tokens


class Line(StrEnum):
    """A kind of line."""

    BEFORE = "before"
    AFTER = "after"
    GOAL = "goal"
    BAND = "band"


class Key(QWidget):
    """A sample of a line with what it stands for."""

    def __init__(self, line: Line, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayout(row(_Sample(line), Label(words, Text.CAPTION, Tone.LABELS), spacing=Space.INNER + 2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class _Sample(QWidget):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(24 if self._line in (Line.GOAL, Line.BAND) else 20, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, width = self.height() / 2, float(self.width())
        if self._line is Line.GOAL:
            pen = QPen(tokens.green, 1.5)
            pen.setDashPattern([5, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, middle), QPointF(width, middle))
        elif self._line is Line.BAND:
            painter.fillRect(QRectF(0, 1, width, self.height() - 1), tokens.line)
            pen = QPen(tokens.ctl, 1)
            pen.setDashPattern([2, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, 0.5), QPointF(width, 0.5))
        else:
            hollow = self._line is Line.BEFORE
            color = BEFORE_COLORS[tokens.dark] if hollow else tokens.accent
            painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine))
            painter.drawLine(QPointF(1, middle), QPointF(width - 1, middle))
            painter.setBrush(tokens.surface if hollow else color)
            painter.drawEllipse(QPointF(width / 2, middle), 3.5, 3.5)
