"""Asking the system where an export goes, and showing it there."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapist_desk.ui import file_dialogs
from therapist_desk.ui.preferences import Preferences


def usual_folder(preferences: Preferences) -> Path:
    """Where an export goes unless another folder is chosen: where the last document went, while that is there."""
    kept = preferences.document_folder
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(file_dialogs.documents())


class ExportFiles(Protocol):
    """What the system is asked for."""

    def choose_folder(self, parent: QWidget, now: Path) -> Path | None:
        """Ask for the folder; None if that is called off."""
        ...

    def show_folder(self, folder: Path) -> None:
        """Show a folder in the system's file manager."""
        ...


class NativeExportFiles:
    """The dialogs of the system."""

    def choose_folder(self, parent: QWidget, now: Path) -> Path | None:
        """Ask with the system's dialog."""
        return file_dialogs.ask_for_folder(parent, QCoreApplication.translate("Export", "Export into"), str(now))

    def show_folder(self, folder: Path) -> None:
        """Open the file manager."""
        file_dialogs.show_folder(folder)
