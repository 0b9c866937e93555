"""Starts the windows."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from therapist_desk.app.command_line import Command, Demo, Open
from therapist_desk.app.handover import take_handover
from therapist_desk.app.paths import default_store_dir, resources_dir
from therapist_desk.app.program import Program, Surroundings
from therapist_desk.app.relaunch import relaunch
from therapist_desk.app.settings import Settings
from therapist_desk.app.version import VERSION
from therapist_desk.ui.theme.apply import Theme


def start(command: Command) -> int:
    """Open the first window and stay until the end; gives the exit code."""
    # Thousands of objects are made that all stay; looking for garbage among them takes a tenth of the start.
    gc.disable()
    handover = take_handover()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("therapist-desk")
    application.setApplicationDisplayName("Therapist Desk")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("therapist-desk")
    application.setQuitOnLastWindowClosed(False)
    resources = resources_dir()
    settings = Settings()
    preferences = settings.load()
    theme = Theme(application, resources / "icons", preferences.scheme, at_once=False)
    surroundings = Surroundings(resources=resources, relaunch=relaunch)
    program = Program(application, theme, settings, surroundings, handover)
    named = command.store if isinstance(command, Open) else None
    remembered = Path(preferences.last_store) if preferences.last_store else None
    program.begin(
        named or remembered or default_store_dir(),
        must_exist=named is None and remembered is not None,
        samples=isinstance(command, Demo),
    )
    return application.exec()
