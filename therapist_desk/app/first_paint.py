"""Tells a measuring program when the first window stands on the screen, and ends there."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication

from therapist_desk.ui.unlock.front_window import FrontWindow

VARIABLE = "THERAPIST_DESK_BENCH_FIRST_PAINT"
WINDOW, FORM = "1", "form"
"""What may be asked for: the first paint of the window, or that of its form."""
SIGNAL = "first-paint"


def report_first_paint_if_asked(window: FrontWindow) -> None:
    """Where the environment asks for it, print `first-paint` once `window` has painted, then quit.

    Call it before `window.show()`. Without the variable it does nothing.
    """
    asked = os.environ.get(VARIABLE)
    if asked == FORM:
        window.form_painted.connect(_report)
    elif asked == WINDOW:
        window.first_painted.connect(_report)


def _report() -> None:
    sys.stdout.write(f"{SIGNAL}\n")
    sys.stdout.flush()
    QCoreApplication.quit()
