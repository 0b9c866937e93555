"""The charts from unlock to lock: workplace, main window and what watches over them."""

from __future__ import annotations

import logging
from functools import cache, partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from therapist_desk.app.handover import Handover, write_handover
from therapist_desk.app.idle import IdleWatch
from therapist_desk.app.last_place import first_place, read_place, write_place
from therapist_desk.app.samples import sample_passphrase
from therapist_desk.app.settings import Settings
from therapist_desk.app.suspend import SuspendWatch
from therapist_desk.app.version import VERSION
from therapist_desk.domain.atlas.library import open_atlas
from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.billing.rule_cards import CardShelf
from therapist_desk.services.clinical.assessments import load_assessments
from therapist_desk.services.clinical.code_regions import load_code_regions
from therapist_desk.services.clinical.presets import load_presets
from therapist_desk.services.clinical.techniques import load_techniques
from therapist_desk.services.clinical.trigger_points import load_trigger_points
from therapist_desk.services.codes.shelf import CodeShelf
from therapist_desk.services.copies import make_daily_copy
from therapist_desk.services.desk import Desk
from therapist_desk.services.exporting.place import clear_left
from therapist_desk.services.health import load_checklist
from therapist_desk.services.readiness import RuleBook
from therapist_desk.services.spelling import load_speller
from therapist_desk.services.visit.sessions import RunningVisit, running_visits
from therapist_desk.services.writing import load_phrases
from therapist_desk.ui.chart.page import ChartPage
from therapist_desk.ui.clients.page import ClientsPage
from therapist_desk.ui.exporting.export_files import usual_folder
from therapist_desk.ui.home.page import HomePage
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.navigator import Navigator
from therapist_desk.ui.preferences import Preferences
from therapist_desk.ui.settings.page import SettingsPage
from therapist_desk.ui.shell.drawing_ready import DrawingReady
from therapist_desk.ui.shell.main_window import MainWindow
from therapist_desk.ui.shell.page_stack import PageMaker
from therapist_desk.ui.shell.place import PageKind, Place
from therapist_desk.ui.shell.session_watch import SessionWatch
from therapist_desk.ui.shell.sessions_reader import as_session
from therapist_desk.ui.theme.apply import Theme
from therapist_desk.ui.visit.page import VisitPage
from therapist_desk.ui.window_place import show_fitting
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_LOG: Final = logging.getLogger("therapist_desk")
_PATIENCE: Final = 20.0
"""Seconds that saving may take when locking or quitting."""


class OpenCharts(QObject):
    """Owns the main window and the open store."""

    lock_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        watch: SessionWatch,
        settings: Settings,
        theme: Theme,
        resources: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._watch = watch
        self._settings = settings
        self._theme = theme
        self.navigator = Navigator(self)
        passphrase = sample_passphrase(desk.folder)
        self._workplace = _workplace(desk, jobs, self.navigator, settings, resources, samples=passphrase is not None)
        makers: dict[PageKind, PageMaker] = {
            PageKind.HOME: partial(HomePage, self._workplace),
            PageKind.CLIENTS: partial(ClientsPage, self._workplace),
            PageKind.CHART: partial(ChartPage, self._workplace),
            PageKind.VISIT: partial(VisitPage, self._workplace),
            PageKind.SETTINGS: self._make_settings,
        }
        self.window = MainWindow(self._workplace, makers, watch, sample_passphrase=passphrase)
        self.window.closing.connect(self.quit_asked)
        if passphrase is None:  # where one was among samples is of no use to anybody
            self.window.went.connect(self._keep_place)
        self.navigator.lock_asked.connect(self.lock_asked)
        self._idle = IdleWatch(desk.clock, settings.load().idle_minutes, self)
        self._suspend = SuspendWatch(self)
        self._watch_over()
        self._drawing = DrawingReady(self._workplace, self._idle.quiet, self)
        self.window.went.connect(self._drawing.follow)
        self._handover: dict[str, str] = {}

    def _watch_over(self) -> None:
        self._idle.soon.connect(self.window.warn_of_lock)
        self._idle.awake.connect(self.window.forget_lock)
        self._idle.idle.connect(self.lock_asked)
        self._idle.slept.connect(self.lock_asked)
        self._jobs.stepped.connect(self._idle.touch)
        self._suspend.about_to_sleep.connect(self.lock_asked)
        self._suspend.listen()

    def show(self) -> None:
        """Show the window where it last was, and in it the visit in session or the place where one was."""
        placed = self.window.restoreGeometry(self._settings.geometry())
        last = read_place(self._desk.folder, self._settings.place())
        self._jobs.write(first_place, self._desk, last, owner=self, done=self._begin_at)
        # What the computer stopped in the middle of lies there unencrypted.
        self._jobs.read(clear_left, usual_folder(self._settings.load()), self._desk.clock.now().local)
        show_fitting(self.window, placed=placed)
        self.window.activateWindow()
        # In one banner: a later one would take the place of those before it.
        cut_short, trouble = self._settings.take_cut_short(), self._settings.copy_trouble()
        told = [*map(sentence, self._desk.notices), cut_short, trouble]
        if any(told):
            self.window.notices.tell_problem(" ".join(filter(None, told)))
        _LOG.info("unlocked")

    def _begin_at(self, place: Place) -> None:
        # Somebody quick may have gone elsewhere meanwhile.
        if self.window.place is None:
            self.window.go(place)

    @Slot(object)
    def _keep_place(self, place: Place) -> None:
        self._settings.save_place(write_place(self._desk.folder, place))

    def hide(self) -> None:
        """Take every window off the screen."""
        for window in QApplication.topLevelWidgets():
            window.hide()

    @Slot(object)
    def tell_problem(self, error: object) -> None:
        """Show an expected failure."""
        if isinstance(error, ExpectedError):
            self.window.tell_problem(error)

    def keep_draft(self) -> bool:
        """Hand all typed text to the store; gives whether it is there."""
        self.window.pages.leave_all()
        return self._jobs.flush(_PATIENCE)

    def hand_over(self) -> dict[str, str]:
        """Give the times of the running timers for the next process, after everything is saved."""
        self.keep_draft()
        self._handover = write_handover(Handover(self._desk.opened_at, self._watch.sessions))
        self._jobs.write(running_visits, self._desk, owner=self, done=self._note_sessions)
        self._jobs.flush(_PATIENCE)
        return self._handover

    def save(self) -> bool:
        """Hand all typed text to the store; gives whether it got there without a problem to look at."""
        problem = _Problem(self._jobs)
        saved = self.keep_draft()
        problem.stop()
        return saved and not problem.seen

    def release(self) -> Path:
        """Close the window and the store, after the jobs have ended; gives the store's folder.

        The first time in a day that charts are closed, a safe copy is made where a folder is set for them.
        """
        self._idle.stop()
        self._drawing.stop()
        self._settings.save_geometry(self.window.saveGeometry())
        self.window.hide()
        if self._jobs.cut_short:
            self._settings.save_cut_short(" ".join(self._jobs.cut_short))
        self._keep_copy()
        self._desk.close()
        self.window.deleteLater()
        _LOG.info("closed")
        return self._desk.folder

    def _keep_copy(self) -> None:
        folder = self._settings.load().copy_folder
        if not folder or sample_passphrase(self._desk.folder) is not None:
            return
        try:
            made = make_daily_copy(self._desk, Path(folder))
        except ExpectedError as error:
            # Nobody looks at a window now: it is told when the charts are open again.
            _LOG.warning("no safe copy: %s", error.code)
            self._settings.save_copy_trouble(sentence(error))
        else:
            _LOG.info("safe copy made=%s", made is not None)
            self._settings.save_copy_trouble("")

    def _make_settings(self) -> SettingsPage:
        page = SettingsPage(self._workplace, self._settings, VERSION)
        page.changed.connect(self._use)
        return page

    @Slot(object)
    def _use(self, preferences: Preferences) -> None:
        self._idle.set_minutes(preferences.idle_minutes)
        if preferences.scheme is not self._theme.scheme:
            self._theme.use(preferences.scheme)

    def _note_sessions(self, found: tuple[RunningVisit, ...]) -> None:
        sessions = tuple(as_session(running) for running in found)
        self._handover = write_handover(Handover(self._desk.opened_at, sessions))


class _Problem(QObject):
    """Notes whether a job fails while it is there."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.seen = False
        jobs.unhandled_problem.connect(self._note)

    def stop(self) -> None:
        """Note no more."""
        self._jobs.unhandled_problem.disconnect(self._note)

    @Slot(object)
    def _note(self, _error: object) -> None:
        self.seen = True


def _workplace(
    desk: Desk, jobs: Jobs, navigator: Navigator, settings: Settings, resources: Path, *, samples: bool
) -> Workplace:
    """Give the windows what they work with; what takes long is read when it is first asked for."""
    shelf = CardShelf(resources, desk.folder)
    return Workplace(
        desk,
        jobs,
        open_atlas(resources / "body_map"),
        navigator,
        load_techniques(resources),
        settings,
        RuleBook(shelf.load(), load_code_regions(resources), shelf),
        partial(load_trigger_points, resources),
        load_checklist(resources),
        codes=CodeShelf(resources, desk.folder),
        presets=load_presets(resources),
        assessments=load_assessments(resources),
        phrases=load_phrases(resources),
        speller=cache(partial(load_speller, resources)),
        samples=samples,
    )
