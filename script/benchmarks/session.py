"""Doing in a benchmark what a session does on the thread of its jobs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEventLoop

from therapist_desk.ui.jobs import Jobs

Run = Callable[[Callable[[], object]], None]


@contextmanager
def session() -> Iterator[Run]:
    """Give what does a piece of work where the program would, and waits until it is handed back.

    As in the program, garbage is collected between on the thread of the windows, never in the middle of a document.
    """
    program = QCoreApplication([])
    jobs = Jobs()
    jobs.crashed.connect(sys.excepthook)

    def run(work: Callable[[], object]) -> None:
        waiting = QEventLoop()
        jobs.read(work, done=lambda _: waiting.quit())
        waiting.exec()

    yield run
    jobs.close()
    program.quit()
