"""Asking the system for folders and safe copies."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

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
        title = QCoreApplication.translate("copies", "Keep safe copies in")
        chosen = QFileDialog.getExistingDirectory(parent, title, now or documents())
        return Path(chosen) if chosen else None


def choose_copy(parent: QWidget, folder: str) -> Path | None:
    """Ask for a safe copy to restore; None if that is called off."""
    title = QCoreApplication.translate("copies", "Restore from a safe copy")
    kinds = QCoreApplication.translate("copies", "Safe copies of charts ({ending})").format(ending=ENDING)
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder or documents(), kinds)
    return Path(chosen) if chosen else None


def documents() -> str:
    """Give the folder in which people keep files; asking the system begins there and not where the program stands."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
