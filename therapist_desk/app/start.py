"""Starts the windows: first what the eye needs to see, then everything else."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from therapist_desk.app.first_paint import report_first_paint_if_asked
from therapist_desk.app.paths import default_store_dir, resources_dir
from therapist_desk.app.settings_file import remembered_store, settings_file, wants_dark
from therapist_desk.app.version import VERSION
from therapist_desk.store.presence import has_store, therapists_at_a_glance
from therapist_desk.ui.theme.fonts import application_font
from therapist_desk.ui.unlock.front_window import FrontWindow
from therapist_desk.ui.window_place import show_fitting

if TYPE_CHECKING:
    from therapist_desk.app.program import Program


def start(store: Path | None = None, *, samples: bool = False) -> int:
    """Open the first window on `store`, on the usual charts, or on new `samples`, and stay until the end.

    Gives the exit code.
    """
    # Thousands of objects are made that all stay; looking for garbage among them takes a tenth of the start.
    gc.disable()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("therapist-desk")
    application.setApplicationDisplayName("Therapist Desk")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("therapist-desk")
    application.setQuitOnLastWindowClosed(False)
    application.setFont(application_font())
    start = Start(application, store, samples=samples)
    start.begin()
    return application.exec()


class Start(QObject):
    """Shows a window made of little, and once it has painted puts the program behind it."""

    def __init__(self, application: QApplication, store: Path | None, *, samples: bool) -> None:
        super().__init__()
        self._application = application
        file = settings_file()
        remembered = remembered_store(file) if store is None else None
        self._folder = store or remembered or default_store_dir()
        self._must_exist = remembered is not None
        self._samples = samples
        self._dark = wants_dark(file, application)
        self._resources = resources_dir()
        self._program: Program | None = None
        self.window = FrontWindow(self._resources / "unlock", VERSION)

    @property
    def program(self) -> Program | None:
        """What runs behind the window, once it is there."""
        return self._program

    def begin(self) -> None:
        """Show the window with what is known of its form; what is typed there goes on in the form."""
        if self._samples:
            self.window.sketch(self.tr("Making sample charts"), "", 0, dark=self._dark)
        elif self._must_exist or has_store(self._folder):
            therapists = therapists_at_a_glance(self._folder)
            self.window.sketch(self.tr("Unlock the charts"), str(self._folder), therapists, dark=self._dark)
        else:
            self.window.sketch(self.tr("Welcome"), "", 0, dark=self._dark)
        report_first_paint_if_asked(self.window)
        self.window.first_painted.connect(self.complete)
        show_fitting(self.window)

    @Slot()
    def complete(self) -> None:
        """Make the form and what it leads to."""
        from therapist_desk.app.handover import take_handover  # noqa: PLC0415 - after the first paint, as the others
        from therapist_desk.app.program import Program, Surroundings  # noqa: PLC0415
        from therapist_desk.app.relaunch import relaunch  # noqa: PLC0415
        from therapist_desk.app.settings import Settings  # noqa: PLC0415
        from therapist_desk.ui.theme.apply import Theme  # noqa: PLC0415

        settings = Settings()
        theme = Theme(self._application, self._resources / "icons", settings.load().scheme, at_once=False)
        surroundings = Surroundings(resources=self._resources, relaunch=relaunch)
        self._program = Program(self._application, theme, settings, surroundings, take_handover(), self.window)
        self._program.begin(self._folder, must_exist=self._must_exist, samples=self._samples)
