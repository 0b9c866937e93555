"""A slider with a stop for each visit, and a button that plays them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from therapist_desk.ui.dates import near_day_text
from therapist_desk.ui.kit.buttons import IconButton
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.paint import draw_text
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import Height, Space, current_tokens

STEP_MS: Final = 900
_INSET, _LINE, _STOP, _HANDLE = 22.0, 14.0, 4.0, 9.0


class VisitSlider(QAbstractSlider):
    """Its value is the place of a visit. Arrows, Home and End move it, and so do a click or a drag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[date] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._describe)

    def show_days(self, days: Sequence[date]) -> None:
        """Take the days of the visits, the earliest first."""
        self._days = days
        self.setRange(self.minimum(), max(0, len(days) - 1))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 46)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 46)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._nearest(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, here, last = (self._x(place) for place in (self.minimum(), self.value(), len(self._days) - 1))
        for start, end, color, width in ((self._x(0), last, tokens.line2, 4), (first, here, tokens.accent, 4)):
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(start, _LINE), QPointF(end, _LINE))
        for place in range(len(self._days)):
            passed = self.minimum() <= place <= self.value()
            painter.setPen(QPen(tokens.accent if passed else tokens.line2, 2))
            painter.setBrush(tokens.surface)
            painter.drawEllipse(QPointF(self._x(place), _LINE), _STOP, _STOP)
        painter.setPen(QPen(tokens.surface, 2))
        painter.setBrush(tokens.accent)
        painter.drawEllipse(QPointF(here, _LINE), _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawEllipse(QPointF(here, _LINE), _HANDLE + 3, _HANDLE + 3)
        self._draw_days(painter)

    def _draw_days(self, painter: QPainter) -> None:
        """Write as many days as there is room for; the one chosen always."""
        tokens = current_tokens()
        taken: list[QRectF] = []
        order = sorted(range(len(self._days)), key=lambda place: (place != self.value(), place))
        for place in order:
            chosen = place == self.value()
            words = near_day_text(self._days[place], self._days[-1])
            text = Text.CAPTION_STRONG if chosen else Text.CAPTION
            width = text_width(words, text) + 4
            box = QRectF(self._x(place) - width / 2, 28, width, 16)
            box.moveLeft(max(0.0, min(box.left(), self.width() - width)))
            if not any(box.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
                taken.append(box)
                color = tokens.accent if chosen else tokens.ink3
                draw_text(painter, box, words, text, color, align=Qt.AlignmentFlag.AlignHCenter)

    def _x(self, place: int) -> float:
        count = len(self._days)
        share = place / (count - 1) if count > 1 else 0.5
        return _INSET + (self.width() - 2 * _INSET) * share

    def _nearest(self, x: float) -> int:
        return min(range(len(self._days)), key=lambda place: abs(self._x(place) - x), default=0)

    @Slot()
    def _describe(self) -> None:
        if self._days:
            words = self.tr("Visit of {day}, {n} of {all}")
            day = near_day_text(self._days[self.value()], self._days[-1])
            self.setAccessibleDescription(words.format(day=day, n=self.value() + 1, all=len(self._days)))


class Player(QWidget):
    """The slider with its button: played, it moves on by a visit at a time and stops at the last."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = VisitSlider()
        self.slider.setObjectName("visit_slider")
        self.slider.setAccessibleName(self.tr("Visit shown"))
        self.button = IconButton("play", "", size=Height.SMALL, icon_size=16, framed=True)
        self.button.setObjectName("play")
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        line = row(self.button, self.slider, spacing=Space.INNER)
        line.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.button.clicked.connect(self._toggle)
        self.slider.valueChanged.connect(self.moved)
        self._say()

    @property
    def playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Stay at the visit that is shown."""
        self._timer.stop()
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    @Slot()
    def _toggle(self) -> None:
        if self.playing:
            self.stop()
            return
        if self.slider.value() == self.slider.maximum():
            self.slider.setValue(self.slider.minimum())
        self._timer.start()
        self._say()

    @Slot()
    def _step(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self.stop()

    def _say(self) -> None:
        self.button.set_icon_name("pause" if self.playing else "play")
        self.button.set_name(self.tr("Pause") if self.playing else self.tr("Play the visits"))
