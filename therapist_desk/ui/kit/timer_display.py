"""The session clock: time worked, what was planned, and whether it runs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.meters import LineBar
from therapist_desk.ui.kit.pill import Kind, StatusPill
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space

_WIDTH = 152
_COMPACT_WIDTH = 155


def clock_text(seconds: int) -> str:
    """Minutes and seconds, with hours before them from one hour on: 38:12, 1:02:05."""
    minutes, second = divmod(max(0, seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


class TimerDisplay(QWidget):
    """Digits of equal width over a bar that fills to the planned length; compact drops the state and the caption."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = Label("00:00", Text.COUNTER_SMALL if compact else Text.COUNTER)
        self._state = StatusPill()
        self._bar = LineBar()
        self._caption = Label("", Text.CAPTION, Tone.LABELS)
        self._minute = -1
        head = QHBoxLayout()
        head.setSpacing(Space.GRID)
        head.addWidget(self._digits)
        head.addWidget(self._caption if compact else self._state)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self._bar)
        if compact:
            self._state.hide()
        else:
            column.addWidget(self._caption)
        self._digits.setFixedHeight(30 if not compact else 28)
        self.setFixedWidth(_COMPACT_WIDTH if compact else _WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, seconds: int, planned_minutes: int) -> None:
        """Show `seconds` worked against the plan; a plan of 0 minutes leaves the bar empty."""
        self._digits.setText(clock_text(seconds))
        self._bar.show_share(seconds / (planned_minutes * 60) if planned_minutes else 0.0)
        if seconds // 60 != self._minute:
            # A screen reader is told once a minute, not every second.
            self._minute = seconds // 60
            words = self.tr("{minutes} of {planned} minutes")
            self.setAccessibleName(words.format(minutes=self._minute, planned=planned_minutes))

    def show_state(self, words: str, kind: Kind, caption: str, *, running: bool) -> None:
        """Say whether the clock runs; `caption` stands under the bar."""
        self._state.show_state(words, kind)
        self._caption.setText(caption)
        self._digits.set_tone(Tone.ACCENT if running else Tone.INK)
