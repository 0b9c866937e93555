"""Choosing the file to import, and where its report is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.file_dialogs import ask_for_file, ask_where_to_save


class ImportFiles(Protocol):
    """What the system is asked for."""

    def choose_csv(self, parent: QWidget) -> Path | None:
        """Ask for the file to import; None if that is called off."""
        ...

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        """Ask where to save the report; None if that is called off."""
        ...


class NativeImportFiles:
    """The dialogs of the system."""

    def choose_csv(self, parent: QWidget) -> Path | None:
        """Ask with the system's file dialog. Any file may be chosen: what it is, its content tells."""
        kinds = (_tr("Lists of clients (*.csv *.tsv *.txt)"), _tr("All files (*)"))
        return ask_for_file(parent, _tr("Import clients"), kinds)

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        """Ask with the system's file dialog, which also asks before it replaces a file."""
        return ask_where_to_save(parent, _tr("Save the report"), Path(name), ending="csv")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
