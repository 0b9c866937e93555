"""Tells a measuring program when the first window stands on the screen, and ends there."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

VARIABLE = "THERAPIST_DESK_BENCH_FIRST_PAINT"
SIGNAL = "first-paint"


class _FirstPaint(QObject):
    """Child of the window it watches."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The children paint within this same event and the picture is flushed after it.
            QTimer.singleShot(0, self._report)
        return False

    @Slot()
    def _report(self) -> None:
        sys.stdout.write(f"{SIGNAL}\n")
        sys.stdout.flush()
        QCoreApplication.quit()


def report_first_paint_if_asked(window: QWidget) -> None:
    """Where the environment asks for it, print `first-paint` once `window` has painted, then quit.

    Call it before `window.show()`. Without the variable it does nothing.
    """
    if os.environ.get(VARIABLE):
        _FirstPaint(window)
