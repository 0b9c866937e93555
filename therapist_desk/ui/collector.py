"""Garbage is collected on the thread of the windows alone.

Python collects on whatever thread happens to allocate; on a worker that could free a widget there, and Qt
destroys widgets on their own thread only: anything else ends the process sooner or later.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_EVERY_MS: Final = 1000


class Collector(QObject):
    """While it is at work, Python collects nothing by itself; a timer does it, by Python's own thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python, once no other thread is left."""
        self._timer.stop()
        if self._was_automatic:
            gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that has grown past its threshold."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
