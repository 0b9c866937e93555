"""The eight ways a fascial restriction may be stuck, as arrows side by side; keys turn it to any other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.paint import draw_panel
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import Height, Radius, current_tokens

_STEP = 45
_FULL = 360
_TURN = 15
_TURN_FINE = 1
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_ICON_POINTS = 90  # the arrow of the icon points right


class _Arrow(PaintedButton):
    turned = Signal(int)
    """By how many degrees keys turn it."""

    def __init__(self, degrees: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.degrees = degrees
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setObjectName(f"direction_{degrees}")

    def sizeHint(self) -> QSize:
        return QSize(Height.SMALL, Height.SMALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _TURNS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.turned.emit(way * (_TURN_FINE if fine else _TURN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        on = self.isChecked()
        fill = tokens.soft if on else tokens.hover if self.is_hot() else tokens.surface
        draw_panel(painter, self.area(), Radius.CONTROL, fill=fill, line=tokens.accent if on else tokens.line2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self.degrees - _ICON_POINTS)
        draw_icon(painter, "arrow", QPointF(-8, -8), 16, tokens.accent if on else tokens.ink2)


class DirectionRow(QWidget):
    """One direction, in degrees clockwise from up on the picture, or none; a second press takes it back.

    Tab goes from arrow to arrow, Space chooses; the arrow keys turn what is chosen by 15 degrees, with Shift by one.
    """

    direction_chosen = Signal(object)  # int, or None
    direction_turned = Signal(int)
    """The same by one of many keys, which together are one change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Direction in which it is stuck"))
        names = (
            self.tr("up"),
            self.tr("up and right"),
            self.tr("right"),
            self.tr("down and right"),
            self.tr("down"),
            self.tr("down and left"),
            self.tr("left"),
            self.tr("up and left"),
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self._direction: int | None = None
        self._degrees = Label("", Text.CAPTION, Tone.LABELS)
        self._degrees.setObjectName("degrees")
        self._degrees.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._degrees.setMinimumWidth(self._degrees.fontMetrics().horizontalAdvance(f"{_FULL}°"))
        hint = self.tr("Arrow keys turn it by 15°, with Shift by 1°")
        self._arrows = [_Arrow(index * _STEP, name, self) for index, name in enumerate(names)]
        for arrow in self._arrows:
            arrow.setToolTip(f"{arrow.accessibleName()}\n{hint}")
            arrow.setAccessibleDescription(hint)
            arrow.clicked.connect(self._tell)
            arrow.turned.connect(self._turn)
            line.addWidget(arrow)
        line.addStretch(1)
        line.addWidget(self._degrees)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    @property
    def last(self) -> QWidget:
        """The arrow that Tab comes to last."""
        return self._arrows[-1]

    def show_direction(self, direction: int | None) -> None:
        """Show the nearest of the eight and the degrees, or none."""
        self._direction = direction
        self._degrees.setText("" if direction is None else f"{direction}°")
        nearest = None if direction is None else round(direction / _STEP) * _STEP % _FULL
        for arrow in self._arrows:
            arrow.setChecked(arrow.degrees == nearest)

    @Slot()
    def _tell(self) -> None:
        arrow = self.sender()
        if isinstance(arrow, _Arrow):
            chosen = arrow.degrees if arrow.isChecked() else None
            self.show_direction(chosen)
            self.direction_chosen.emit(chosen)

    @Slot(int)
    def _turn(self, by: int) -> None:
        arrow = self.sender()
        if isinstance(arrow, _Arrow):
            turned = ((arrow.degrees if self._direction is None else self._direction) + by) % _FULL
            self.show_direction(turned)
            self.direction_turned.emit(turned)
