"""Makes ready to draw documents while nobody does anything, so that the first one is not waited for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from therapist_desk.services.documents.drawing_ready import make_ready
from therapist_desk.services.documents.kinds import PaperSize
from therapist_desk.ui.documents.maker import references_of
from therapist_desk.ui.shell.place import PageKind, Place
from therapist_desk.ui.workplace import Workplace

_LOOK_MS: Final = 50
QUIET_SECONDS: Final = 1.0
"""So long nothing is touched before a step: whoever works shares the computer with nothing of this."""
_SWITCH_SECONDS: Final = 0.001
"""How soon a step lets the windows' thread go on that waits for Python: a fifth of what is usual."""


class DrawingReady(QObject):
    """Begins once, when a chart or a visit is opened; one small step at a time, each only while all else rests.

    `quiet` gives the seconds since something was touched. A document that is asked for meanwhile waits for the one
    step that runs, at most, and does the rest itself.
    """

    def __init__(self, workplace: Workplace, quiet: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._quiet = quiet
        self._steps: Iterator[None] | None = None
        self._at_work = False
        self.done = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @Slot(object)
    def follow(self, place: Place) -> None:
        """Begin where somebody's chart is opened for the first time."""
        if self._steps is None and place.kind in (PageKind.CHART, PageKind.VISIT):
            kept = self._workplace.preferences.load()
            self._steps = make_ready(
                self._workplace.desk,
                self._workplace.atlas,
                references_of(self._workplace),
                PaperSize(kept.paper),
                place.client_id,
                place.visit_id,
            )
            self._timer.start()

    def stop(self) -> None:
        """Make nothing ready any more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Take a step, where nothing is under way and nobody touches anything."""
        jobs = self._workplace.jobs
        if self._steps is not None and not self._at_work and jobs.idle() and self._quiet() >= QUIET_SECONDS:
            self._at_work = True
            jobs.read(_step, self._steps, owner=self, done=self._take)

    def _take(self, more: bool) -> None:  # noqa: FBT001 - a job's result
        self._at_work = False
        if not more:
            self.done = True
            self.stop()


def _step(steps: Iterator[None]) -> bool:
    """Take a step; gives whether another may follow."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        return next(steps, _END) is not _END
    finally:
        sys.setswitchinterval(usual)


_END: Final = object()
