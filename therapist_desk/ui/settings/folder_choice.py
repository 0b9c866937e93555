"""Asking the system for folders and safe copies."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.file_dialogs import ask_for_file, ask_for_folder

ENDING = "*.tdcopy"


class FolderChoice(Protocol):
    """What the user is asked about folders of safe copies."""

    def choose_copy_folder(self, parent: QWidget, now: str) -> Path | None:
        """Ask where safe copies go; None if that is called off."""
        ...


class NativeFolderChoice:
    """The dialogs of the system."""

    def choose_copy_folder(self, parent: QWidget, now: str) -> Path | None:
        """Ask where safe copies go."""
        return ask_for_folder(parent, QCoreApplication.translate("copies", "Keep safe copies in"), now)


def choose_copy(parent: QWidget, folder: str) -> Path | None:
    """Ask for a safe copy to restore; None if that is called off."""
    title = QCoreApplication.translate("copies", "Restore from a safe copy")
    kinds = QCoreApplication.translate("copies", "Safe copies of charts ({ending})").format(ending=ENDING)
    return ask_for_file(parent, title, (kinds,), folder)
