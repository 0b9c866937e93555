"""The rail at the left edge: the places of the program, and the client in hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.avatar import initials
from therapist_desk.ui.kit.paint import draw_panel, draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.icons import draw_icon
from therapist_desk.ui.theme.tokens import DARK, Radius, current_tokens

RAIL_WIDTH = 56
_HEIGHT = 56
_ICON = 20
_AVATAR = 24
_MARGIN = 4
# The rail is dark in both schemes.
_RUNNING = DARK.green
_CURRENT = DARK.accent


class RailButton(PaintedButton):
    """An icon, or the initials of a client, over a word; the one shown now has a bar at its left."""

    def __init__(self, key: str, icon_name: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(text)
        self.setCheckable(True)
        self._icon_name = icon_name
        self._initials = ""
        self._running = False
        self._ink: QColor | None = None

    def use_ink(self, ink: QColor) -> None:
        """Stand out from the other places by a colour of its own."""
        self._ink = ink
        self.update()

    def show_person(self, name: str, *, running: bool) -> None:
        """Show a client instead of an icon; a dot says that the timer of a visit runs."""
        self._initials = initials(name)
        self._running = running
        self.setText(name.split(" ", 1)[0])
        self.setAccessibleName(self.tr("{name}, timer running").format(name=name) if running else name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH, _HEIGHT)

    def nextCheckState(self) -> None:
        """The rail decides which button is the current one, not the click."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area()
        ink = self._ink or tokens.rail_text
        if self.isChecked() or self.is_hot():
            draw_panel(painter, area.adjusted(_MARGIN, 0, -_MARGIN, 0), Radius.CONTROL, fill=tokens.rail_on)
        if self.isChecked():
            ink = tokens.ink if tokens.dark else tokens.on_accent
            draw_panel(painter, QRectF(-2, 12, 5, area.height() - 24), 2.5, fill=_CURRENT)
        if self._initials:
            self._paint_person(painter)
        else:
            draw_icon(painter, self._icon_name, QPointF(area.width() / 2 - _ICON / 2, 10), _ICON, ink)
        words = QRectF(2, 34, area.width() - 4, 15)
        draw_text(painter, words, self.text(), Text.CAPTION, ink, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_person(self, painter: QPainter) -> None:
        tokens = current_tokens()
        circle = QRectF(self.width() / 2 - _AVATAR / 2, 8, _AVATAR, _AVATAR)
        fill, ink = (tokens.ink, tokens.rail) if tokens.dark else (tokens.soft, tokens.rail)
        draw_panel(painter, circle, _AVATAR / 2, fill=fill)
        draw_text(painter, circle, self._initials, Text.CAPTION_STRONG, ink, align=Qt.AlignmentFlag.AlignHCenter)
        if self._running:
            dot = QRectF(circle.right() - 6, circle.top() - 2, 9, 9)
            draw_panel(painter, dot, 4.5, fill=tokens.rail)
            draw_panel(
                painter,
                dot.adjusted(1.5, 1.5, -1.5, -1.5),
                3,
                fill=_RUNNING,
            )


class Rail(QWidget):
    """Buttons from the top and from the bottom; `chosen` tells the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RailButton] = {}
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addStretch(1)
        column.addLayout(self._bottom)
        for part in (self._top, self._bottom):
            part.setSpacing(0)
        self.setFixedWidth(RAIL_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Places"))

    def add(self, key: str, icon_name: str, text: str, *, at_bottom: bool = False) -> RailButton:
        """Add a place under `key`, below those added before."""
        button = RailButton(key, icon_name, text, parent=self)
        button.clicked.connect(self._tell)  # a QButtonGroup would let Tab come to the current place alone
        (self._bottom if at_bottom else self._top).addWidget(button)
        self._buttons[key] = button
        return button

    def button(self, key: str) -> RailButton:
        """The button of a place."""
        return self._buttons[key]

    def set_current(self, key: str | None) -> None:
        """Mark the place shown now; None marks none."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_tokens().rail)

    @Slot()
    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.key)
