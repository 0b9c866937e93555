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

    def rest(self) -> None:
        """Look at nothing until something is set aside: while modules are read all is new, and none of it garbage."""
        self._timer.stop()

    def set_aside(self) -> None:
        """Look no more at what there is now, and go on with what is made from here on.

        Most of what an open program holds stays to its end: modules, tables, pages, a quarter of a million objects.
        Looking through them held the windows up for a tenth of a second and more, first while somebody unlocked.
        """
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give collecting back to Python, and all that was set aside, once no other thread is left."""
        self._timer.stop()
        if self._was_automatic:
            gc.unfreeze()
            gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that has grown past its threshold."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
