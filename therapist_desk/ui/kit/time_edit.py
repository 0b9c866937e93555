"""A time of day that is typed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTime, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_TYPED: Final = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_NOON: Final = 12
_DAY: Final = 24 * 60
_STEPS: Final = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 60,
    Qt.Key.Key_PageDown: -60,
}


def read_time(typed: str) -> dt.time | None:
    """The time that `typed` means, or None: 14:30, 14.30, 1430, 9, 2:30 pm, 230pm."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def time_words(time: dt.time) -> str:
    """`time` as the country writes it."""
    words = QLocale().toString(QTime(time.hour, time.minute), QLocale.FormatType.ShortFormat)
    # Some languages put a narrow no-break space before "PM", which nobody types.
    return words.replace("\u202f", " ")


class TimeEdit(QLineEdit):
    """Takes a time in the forms people use and writes it back as the country does.

    Leaving the field reads it: `time_changed` tells a new time, `problem_changed` a sentence when the text is not a
    time, and an empty one once it is. What was typed stays for correction. Up and Down step by a minute, the page
    keys by an hour.
    """

    time_changed = Signal(object)  # dt.time
    problem_changed = Signal(str)

    def __init__(self, shown: dt.time = dt.time(), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = dt.time()
        self._problem = ""
        self.setAccessibleName(name)
        self.set_time(shown)
        self.editingFinished.connect(self.read)

    def time(self) -> dt.time | None:
        """The time as typed now, or None where it is none."""
        # A time as it was written is read by what it was: not every country's manner is among those typed.
        return self._time if self.text() == time_words(self._time) else read_time(self.text())

    def problem(self) -> str:
        """Why the text was no time when it was last read, or an empty string."""
        return self._problem

    def set_time(self, time: dt.time) -> None:
        """Show `time` without saying `time_changed`."""
        self._time = time.replace(second=0, microsecond=0)
        self.setText(time_words(time))
        self._tell_problem("")

    @Slot()
    def read(self) -> None:
        """Read what is typed now, as leaving the field does."""
        found = self.time()
        if found is None:
            self._tell_problem(self.tr("This is not a time. Type it like 17:20, 1720 or 5:20 pm."))
            return
        new = found != self._time
        self.set_time(found)
        if new:
            self.time_changed.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        shown = self.time()
        if step is None or shown is None:
            super().keyPressEvent(event)
            return
        minutes = (shown.hour * 60 + shown.minute + step) % _DAY
        self.setText(time_words(dt.time(minutes // 60, minutes % 60)))
        self.textEdited.emit(self.text())
        self.read()

    def _tell_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)
