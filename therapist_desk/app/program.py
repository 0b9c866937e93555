"""The composition root: builds every object once and hands it on, from the first window to the lock or the end."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from therapist_desk.app.clock import SystemClock
from therapist_desk.app.handover import Handover
from therapist_desk.app.samples import forget_samples, open_samples, sample_passphrase
from therapist_desk.app.settings import Settings
from therapist_desk.app.version import VERSION
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.theme.apply import Theme
from therapist_desk.ui.unlock.front_desk import FrontDesk, Means
from therapist_desk.ui.unlock.front_window import FrontWindow
from therapist_desk.ui.window_place import show_fitting

if TYPE_CHECKING:
    from therapist_desk.app.open_charts import OpenCharts
    from therapist_desk.app.relaunch import Relaunch
    from therapist_desk.services.desk import Desk

_LOG: Final = logging.getLogger("therapist_desk")
_WARMED: Final = (
    "therapist_desk.store.store",
    "therapist_desk.store.keyslots",
    "therapist_desk.app.open_charts",
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program finds where it runs. A test runner takes exceptions and log itself: not `guarded`."""

    resources: Path
    relaunch: Relaunch
    guarded: bool = True


class Program(QObject):
    """One run, from the first window to the lock or the end. `front` is that window, where it stands already."""

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        settings: Settings,
        surroundings: Surroundings,
        handover: Handover | None,
        front: FrontWindow | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._settings = settings
        self._surroundings = surroundings
        self._handover = handover
        self._clock = SystemClock()
        self._jobs = Jobs(self)
        self._watch = SessionWatch(self._clock, self)
        self._front = front
        self._charts: OpenCharts | None = None
        self._folder = Path()
        self._ended = False

    @property
    def front(self) -> FrontWindow | None:
        """The first window, until the charts are open."""
        return self._front

    @property
    def charts(self) -> OpenCharts | None:
        """The open charts with their window."""
        return self._charts

    def begin(self, folder: Path, *, must_exist: bool, samples: bool = False) -> None:
        """Show the first window."""
        self._folder = folder
        window = self._front = self._front or FrontWindow(self._surroundings.resources / "unlock", VERSION)
        desk = FrontDesk(window, self._means(), self._watch)
        desk.opened.connect(self._open)
        desk.quit_asked.connect(self.quit)
        window.closed.connect(self.quit)
        window.form_painted.connect(self._after_form_painted)
        if self._handover is not None:
            self._watch.watch(self._handover.sessions)
        if samples:
            desk.explore()
        else:
            desk.begin(folder, must_exist=must_exist)
        if not window.isVisible():
            show_fitting(window)

    @Slot()
    def quit(self) -> None:
        """End this run: what was typed is saved, the store is closed."""
        if self._charts is not None and not self._charts.save():
            return
        folder = self._close()
        if folder is not None:
            forget_samples(folder)
        self._application.quit()

    @Slot()
    def lock(self) -> None:
        """Hide everything at once, save, close the store and start a fresh process at its unlock window."""
        if self._charts is None:
            return
        self._charts.hide()
        handover = self._charts.hand_over()
        self._start_again(self._close(), handover)

    @Slot()
    def restart(self) -> None:
        """Start a fresh process after a crash."""
        if self._charts is not None:
            self.lock()
        else:
            self._start_again(self._close() or self._folder, {})

    def _means(self) -> Means:
        return Means(
            jobs=self._jobs,
            clock=self._clock,
            preferences=self._settings,
            open_samples=self._open_samples,
            sample_passphrase=sample_passphrase,
            watched_since=self._handover.watched_since if self._handover is not None else None,
        )

    def _open_samples(self) -> Desk:
        return open_samples(self._surroundings.resources, self._clock)

    @Slot()
    def _after_form_painted(self) -> None:
        if self._ended:
            return
        self._theme.complete()
        if self._surroundings.guarded:
            self._guard()
        # Read while the passphrase is typed.
        self._jobs.collector.rest()
        self._jobs.read(_warm_up, owner=self, done=self._set_aside)

    def _guard(self) -> None:
        from therapist_desk.app.crash import CrashHandler  # noqa: PLC0415 - after the form stands
        from therapist_desk.app.log_file import log_dir, start_log  # noqa: PLC0415 - the same

        start_log(log_dir())
        _LOG.info("started version=%s pid=%d", VERSION, os.getpid())
        self._crash = CrashHandler(log_dir(), self._ask_after_crash, self)
        self._crash.keep_draft_by(self._keep_draft)
        self._crash.expected.connect(self._tell_problem)
        self._crash.install()
        self._jobs.crashed.connect(self._crash.take)

    @Slot(object)
    def _open(self, desk: Desk) -> None:
        from therapist_desk.app.open_charts import OpenCharts  # noqa: PLC0415 - SQLAlchemy and every page

        charts = self._charts = OpenCharts(
            desk, self._jobs, self._watch, self._settings, self._theme, self._surroundings.resources, self
        )
        charts.lock_asked.connect(self.lock)
        charts.quit_asked.connect(self.quit)
        charts.show()
        if self._front is not None:
            self._front.closed.disconnect(self.quit)
            self._front.close()
            self._front.deleteLater()
            self._front = None
        self._set_aside()

    def _set_aside(self, _warmed: None = None) -> None:
        if not self._ended:
            self._jobs.collector.set_aside()

    def _keep_draft(self) -> None:
        if self._charts is not None:
            self._charts.keep_draft()

    def _ask_after_crash(self, report: Path | None) -> None:
        from therapist_desk.ui.shell.crash_dialog import CrashDialog  # noqa: PLC0415 - hopefully never

        wants_restart = CrashDialog(report).exec()
        # Out of the exception's own call, so that nothing of it is still on the stack.
        QTimer.singleShot(0, self, self.restart if wants_restart else self.quit)

    @Slot(object)
    def _tell_problem(self, error: object) -> None:
        if self._charts is not None:
            self._charts.tell_problem(error)

    def _close(self) -> Path | None:
        """End the jobs and release the store; gives its folder, or None where none was open."""
        charts, self._charts = self._charts, None
        if not self._ended:
            self._ended = True
            self._jobs.close()
        return charts.release() if charts is not None else None

    def _start_again(self, folder: Path | None, told: Mapping[str, str]) -> None:
        if folder is not None and not self._surroundings.relaunch(folder, told):
            _LOG.error("could not start again")
        self._application.quit()


def _warm_up() -> None:
    for name in _WARMED:
        import_module(name)
