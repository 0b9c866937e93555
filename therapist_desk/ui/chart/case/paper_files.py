"""Choosing a scan to attach, and where to save a copy."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.file_dialogs import ask_for_file, ask_where_to_save


class PaperFiles(Protocol):
    """What the system is asked for."""

    def choose_scan(self, parent: QWidget) -> Path | None:
        """Ask for the file to attach; None if that is called off."""
        ...

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to save a copy, `name` being offered; None if that is called off."""
        ...


class NativePaperFiles:
    """The dialogs of the system."""

    def choose_scan(self, parent: QWidget) -> Path | None:
        """Ask with the system's file dialog. Any file may be chosen: what it is, its content tells."""
        kinds = (_tr("Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"), _tr("All files (*)"))
        return ask_for_file(parent, _tr("Attach the scanned order"), kinds)

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        """Ask with the system's file dialog, which also asks before it replaces a file."""
        return ask_where_to_save(parent, _tr("Save a copy"), Path(name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
