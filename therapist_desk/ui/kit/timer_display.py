"""The session clock: time worked, what was planned, and whether it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.meters import LineBar
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text, font
from therapist_desk.ui.theme.tokens import Space

_WIDTH = 176
_COMPACT_WIDTH = 155
_HOURS_ALONE = 10


def clock_text(seconds: int) -> str:
    """Minutes and seconds, hours before them from one on, and those alone from ten on: 38:12, 1:02:05, 65 h."""
    minutes, second = divmod(max(0, seconds), 60)
    hours, minute = divmod(minutes, 60)
    if hours >= _HOURS_ALONE:
        return QCoreApplication.translate("TimerDisplay", "{hours} h").format(hours=hours)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


class TimerDisplay(QWidget):
    """Digits of equal width over a bar that fills to the planned length; compact drops the state.

    The caption stands under the bar, in compact windows beside the digits. It may be a button with a text.
    """

    def __init__(
        self,
        *,
        compact: bool = False,
        caption: QLabel | QAbstractButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.digits = Label("00:00", Text.COUNTER)
        self._state = StatusPill()
        self._bar = LineBar()
        self._caption = caption or Label("", Text.CAPTION, Tone.LABELS)
        self._minute = -1
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.GRID)
        self._head.addWidget(self.digits)
        self._head.addWidget(self._state)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_compact(compact=compact)

    def set_compact(self, *, compact: bool) -> None:
        """Take the room of a narrow window, or of a wide one."""
        self.digits.setFont(font(Text.COUNTER_SMALL if compact else Text.COUNTER))
        self._state.setVisible(not compact)
        for layout in (self._head, self._column):
            layout.removeWidget(self._caption)
        if compact:
            self._head.insertWidget(1, self._caption)
        else:
            self._column.addWidget(self._caption)
        self.setFixedWidth(_COMPACT_WIDTH if compact else _WIDTH)

    def show_time(self, seconds: int, planned_minutes: int, kind: Kind = Kind.ACCENT) -> None:
        """Show `seconds` worked against the plan, the bar in the colour of `kind`; without a plan it stays empty."""
        self.digits.setText(clock_text(seconds))
        self._bar.show_share(seconds / (planned_minutes * 60) if planned_minutes else 0.0, kind)
        if seconds // 60 != self._minute:
            # A screen reader is told once a minute, not every second.
            self._minute = seconds // 60
            words = self.tr("{minutes} of {planned} minutes")
            self.setAccessibleName(words.format(minutes=self._minute, planned=planned_minutes))

    def show_state(self, words: str, kind: Kind, caption: str, *, running: bool) -> None:
        """Say whether the clock runs, and what stands in the caption."""
        self._state.show_state(words, kind)
        self._caption.setText(caption)
        self._caption.updateGeometry()
        self.digits.set_tone(Tone.ACCENT if running else Tone.INK)
