"""A score as one widget: pain 0 to 10, or any grade from 0 up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_CELL = 25
_LEAST_CELL = 24
_TEN = 10


class NumberRow(QAbstractSlider):
    """The numbers 0 to `top` side by side; one is chosen, or none yet.

    Arrows, Home and End move, digits choose, Delete clears. A 1 followed by a 0 within `pause` milliseconds is 10.
    A slider to screen readers: its value is the chosen number.
    """

    number_chosen = Signal(object)  # int, or None when cleared
    tapped = Signal()
    """A press on a number has been let go: nothing more follows, as a 0 may follow a typed 1."""
    typed = Signal()
    """A digit was typed that no other follows; for a 1 that may become a 10, once the pause is over."""

    def __init__(self, top: int = _TEN, *, name: str = "", pause: int = 900, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: int | None = None
        self._hovered = -1
        self._shows = False
        self._typing = QTimer(self, singleShot=True, interval=pause)
        self._typing.timeout.connect(self.typed)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_top(top)
        self._show(None)

    def set_top(self, top: int) -> None:
        """Offer 0 to `top`; a chosen number above it is cleared."""
        self._shows = True
        self.setRange(0, top)
        self._shows = False
        if self._chosen is not None and self._chosen > top:
            self._chosen = None
        self.updateGeometry()
        self.update()

    def number(self) -> int | None:
        """The chosen number, or None."""
        return self._chosen

    def set_number(self, number: int | None) -> None:
        """Show `number` without saying `number_chosen`."""
        self._typing.stop()
        self._show(number)

    def sizeHint(self) -> QSize:
        return QSize((self.maximum() + 1) * _CELL + 1, Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        return QSize((self.maximum() + 1) * _LEAST_CELL, Height.SMALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type(key - Qt.Key.Key_0)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None)
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Up}:
            self._choose(0 if self._chosen is None else min(self._chosen + 1, self.maximum()))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            self._choose(0 if self._chosen is None else max(self._chosen - 1, 0))
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(self.maximum())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._number_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.tapped.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._number_at(event.position().x())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change a score

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.CONTROL, fill=tokens.surface if self.isEnabled() else tokens.hover)
        outline = QPainterPath()
        outline.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        for number in range(self.maximum() + 1):
            cell = self._cell(number)
            chosen = number == self._chosen
            if chosen or (number == self._hovered and self.isEnabled()):
                painter.fillRect(cell, tokens.accent if chosen else tokens.hover)
            if number:
                painter.fillRect(QRectF(cell.left(), 0, 1, cell.height()), tokens.line)
            ink = tokens.on_accent if chosen else tokens.ink2 if self.isEnabled() else tokens.ink3
            text = Text.SECONDARY_STRONG if chosen else Text.SECONDARY
            draw_text(painter, cell, str(number), text, ink, align=Qt.AlignmentFlag.AlignHCenter)
        painter.restore()
        draw_panel(painter, area, Radius.CONTROL, line=tokens.line2)

    def _type(self, digit: int) -> None:
        if digit == 0 and self._typing.isActive() and self.maximum() >= _TEN:
            self._choose(_TEN)
            self.typed.emit()
        elif digit <= self.maximum():
            self._choose(digit)
            if digit == 1 and self.maximum() >= _TEN:
                self._typing.start()
            else:
                self.typed.emit()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        super().sliderChange(change)
        if change is QAbstractSlider.SliderChange.SliderValueChange and not self._shows:
            self._choose(self.value())  # a screen reader has set it

    def _choose(self, number: int | None) -> None:
        self._typing.stop()
        if number != self._chosen:
            self._show(number)
            self.number_chosen.emit(number)

    def _show(self, number: int | None) -> None:
        self._chosen = number
        self._shows = True
        self.setValue(number or 0)
        if number is None:
            self.setSliderPosition(1)  # anywhere else, so that to set 0 is a change
        self._shows = False
        self.setAccessibleDescription("" if number is not None else self.tr("Nothing chosen yet"))
        self.update()

    def _cell(self, number: int) -> QRectF:
        # Whole pixels, so that the lines between the numbers stay sharp.
        count = self.maximum() + 1
        left, right = (round(edge * self.width() / count) for edge in (number, number + 1))
        return QRectF(left, 0, right - left, self.height())

    def _number_at(self, x: float) -> int:
        return max(0, min(self.maximum(), int(x * (self.maximum() + 1) / max(1, self.width()))))
