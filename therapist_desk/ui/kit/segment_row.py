"""The technique buttons of the session timer."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_PADDING = 12
_ADD_WIDTH = 41
_ADD_ICON = 20
_TICK = 13
_TICK_ROOM = 15
_DOTS = 2


class SegmentButton(PaintedButton):
    """A technique on one line, its minutes and number on the next; checked while its clock runs.

    One that is `likely` is ticked ahead and looks unconfirmed: it is done only once its clock has run.
    """

    def __init__(self, key: str, name: str, detail: str, *, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._detail = ""
        self._likely = False
        self._height = height
        self.setText(name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_detail(detail)

    def set_detail(self, detail: str) -> None:
        """Replace the second line; the button asks for more room only when the line has grown."""
        if detail != self._detail:
            grown = len(detail) != len(self._detail)
            self._detail = detail
            self.setAccessibleDescription(detail)
            self.update()
            if grown:
                self.updateGeometry()

    def set_likely(self, *, likely: bool) -> None:
        """Tick it ahead, or take the tick away."""
        if likely != self._likely:
            self._likely = likely
            self.update()
            self.updateGeometry()

    @property
    def likely(self) -> bool:
        """Whether it is ticked ahead."""
        return self._likely

    def nextCheckState(self) -> None:
        """The timer says what runs, not the click."""

    def sizeHint(self) -> QSize:
        name = text_width(self.text(), Text.SECONDARY_STRONG)
        detail = text_width(self._detail, Text.CAPTION_STRONG) + (_TICK_ROOM if self._likely else 0)
        return QSize(round(max(name, detail)) + 2 * _PADDING, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        running = self.isChecked()
        ink, faint = (tokens.on_accent, tokens.on_accent) if running else (tokens.ink, tokens.ink2)
        if not self.isEnabled() and not running:
            ink = faint = tokens.ink3
        room = self.area().adjusted(_PADDING, 0, -_PADDING / 2, 0)
        middle = self.height() / 2
        name, detail = QRectF(room), QRectF(room)
        name.setRect(room.x(), middle - 17, room.width(), 17)
        detail.setRect(room.x(), middle, room.width(), 15)
        draw_text(painter, name, self.text(), Text.SECONDARY_STRONG, ink)
        if self._likely and not running:
            faint = tokens.amber if self.isEnabled() else tokens.ink3
            draw_icon(painter, "check", QPointF(room.x() - 1, middle + 1), _TICK, faint)
            detail.setLeft(room.x() + _TICK_ROOM)
        draw_text(painter, detail, self._detail, Text.CAPTION_STRONG if running else Text.CAPTION, faint)


class _AddSegment(PaintedButton):
    def __init__(self, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._height = height
        self.setAccessibleName(self.tr("Another technique"))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        return QSize(_ADD_WIDTH, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        corner = QPointF(self.width() / 2 - _ADD_ICON / 2, self.height() / 2 - _ADD_ICON / 2)
        draw_icon(QPainter(self), "plus", corner, _ADD_ICON, current_tokens().ink2)


def _draw_dots(painter: QPainter, place: QRectF) -> None:
    """Draw the dotted line of what is not confirmed, at the foot of a cell."""
    dots = QPen(current_tokens().amber, _DOTS, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    dots.setDashPattern([1, 1])
    painter.setPen(dots)
    y = place.bottom() - _DOTS
    painter.drawLine(QPointF(place.left() + _PADDING, y), QPointF(place.right() - _PADDING, y))


class SegmentRow(QWidget):
    """Technique buttons joined in one frame, with a plus at the end.

    `chosen` tells the key of a pressed one; what runs is shown by `set_running`, after the timer has agreed.
    """

    chosen = Signal(str)
    another_wanted = Signal()

    def __init__(self, *, height: int = Height.TIMER_BUTTON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._buttons: dict[str, SegmentButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self._add = _AddSegment(height, self)
        self._add.clicked.connect(self.another_wanted)
        self._row.addWidget(self._add)
        self.setAccessibleName(self.tr("Techniques"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def add(self, key: str, name: str, detail: str) -> SegmentButton:
        """Add a technique before the plus."""
        button = SegmentButton(key, name, detail, height=self._height, parent=self)
        button.clicked.connect(self._tell)  # a QButtonGroup would let Tab come to one of them alone
        button.toggled.connect(self.update)
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons[key] = button
        self._order_tabs()
        return button

    def keys(self) -> tuple[str, ...]:
        """The keys of the techniques, from left to right."""
        return tuple(self._buttons)

    def button(self, key: str) -> SegmentButton:
        """The button of a technique, for its detail or its enabled state."""
        return self._buttons[key]

    def remove(self, key: str) -> None:
        """Take a technique away."""
        button = self._buttons.pop(key)
        self._row.removeWidget(button)
        button.hide()  # until it is deleted it would stand over the others
        button.deleteLater()

    def set_running(self, key: str | None) -> None:
        """Show which technique's clock runs; None for none."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()  # Qt orders the last of a window, as these were while they were made, not at all

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        draw_panel(painter, area, Radius.CONTROL, fill=tokens.surface)
        outline = QPainterPath()
        outline.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CONTROL, Radius.CONTROL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        cells: list[PaintedButton] = [cell for cell in (*self._buttons.values(), self._add) if cell.isVisible()]
        for cell in cells:
            place = QRectF(cell.x(), 0, cell.width(), area.height())
            if cell.isChecked() or cell.is_hot():
                painter.fillRect(place, tokens.accent if cell.isChecked() else tokens.hover)
            if cell is not cells[0]:
                painter.fillRect(QRectF(place.left(), 0, 1, place.height()), tokens.line)
            if isinstance(cell, SegmentButton) and cell.likely and not cell.isChecked():
                _draw_dots(painter, place)
        painter.restore()
        draw_panel(painter, area, Radius.CONTROL, line=tokens.line2)

    def _order_tabs(self) -> None:
        """Let Tab go from left to right, from where the plus is: a technique may be made while the page stands."""
        for before, after in itertools.pairwise((self._add, *self._buttons.values(), self._add)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, SegmentButton):
            self.chosen.emit(button.key)
