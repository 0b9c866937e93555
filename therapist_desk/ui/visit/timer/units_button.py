"""What the session comes to so far: its units, or its minutes where the payer's rule is not known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.session.reckoning import Reckoning
from therapist_desk.ui.kit.paint import draw_text
from therapist_desk.ui.kit.painted_button import PaintedButton
from therapist_desk.ui.theme.fonts import Text, text_width
from therapist_desk.ui.theme.tokens import Height, current_tokens

_MOST_CODES = 2
_PAD = 6


class UnitsButton(PaintedButton):
    """Two lines at the right of the timer strip; a press opens the minutes and units."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("units")
        self._caption = ""
        self._open = False

    def show_day(self, day: Reckoning | None, *, goes_on: bool = False) -> None:
        """Show a day of the visit, which may go on beyond it; nothing before any hands-on time has a number."""
        self.setVisible(day is not None)
        if day is None:
            return
        self._open = bool(day.units and day.units.ties)
        self.setText(units_title(day))
        self._caption = units_caption(day) + (_tr(", more on the next day") if goes_on else "")
        self.setAccessibleName(f"{self.text()}, {self._caption}")
        self.setToolTip(_tr("Minutes and units of this session"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(text_width(self.text(), Text.BODY_STRONG), text_width(self._caption, Text.CAPTION))
        return QSize(round(width) + 2 * _PAD + 1, Height.CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        area = self.area().adjusted(_PAD, 0, -_PAD, 0)
        upper = QRectF(area.x(), area.y(), area.width(), area.height() / 2)
        ink = tokens.amber if self._open else tokens.accent if self.is_hot() else tokens.ink
        right = Qt.AlignmentFlag.AlignRight
        draw_text(painter, upper, self.text(), Text.BODY_STRONG, ink, align=right)
        draw_text(painter, upper.translated(0, upper.height()), self._caption, Text.CAPTION, tokens.ink2, align=right)


def units_title(day: Reckoning) -> str:
    """The sum of a day in a word or two."""
    if day.units is None:
        return _tr("{minutes} min").format(minutes=sum(day.minutes.values()))
    count = sum(day.units.units.values()) + day.units.unassigned
    return _tr("1 unit") if count == 1 else _tr("{count} units").format(count=count)


def units_caption(day: Reckoning) -> str:
    """How a day divides; what waits for a choice goes first."""
    if day.units is None:
        return _tr("units rule not known")
    if day.units.ties:
        return _tr("{count} to choose").format(count=day.units.unassigned)
    parts = [f"{code} ×{count}" for code, count in day.units.units.items()]
    more = len(parts) - _MOST_CODES
    return ", ".join(parts[:_MOST_CODES]) + (_tr(" and {count} more").format(count=more) if more > 0 else "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Units", words)
