"""A time of day that is typed."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from PySide6.QtCore import QLocale, QTime, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

_TYPED: Final = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_NOON: Final = 12


def read_time(typed: str) -> time | None:
    """The time that `typed` means, or None: 14:30, 14.30, 1430, 9, 2:30 pm."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


class TimeEdit(QLineEdit):
    """Takes a time in the forms people use and writes it back as the country does."""

    def __init__(self, shown: time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_time(shown)
        self.editingFinished.connect(self._tidy)

    def typed_time(self) -> time | None:
        """The time as typed, or None where it is none."""
        return read_time(self.text())

    @Slot()
    def _tidy(self) -> None:
        understood = self.typed_time()
        if understood is not None:
            self.show_time(understood)

    def show_time(self, shown: time) -> None:
        """Write a time as the country does."""
        words = QLocale().toString(QTime(shown.hour, shown.minute), QLocale.FormatType.ShortFormat)
        # Some languages put a narrow no-break space before "PM", which nobody types.
        self.setText(words.replace("\u202f", " "))
