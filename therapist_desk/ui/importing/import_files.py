"""Choosing the file to import, and where its report is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


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
        dialog = QFileDialog(parent, _tr("Import clients"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_tr("Lists of clients (*.csv *.tsv *.txt)"), _tr("All files (*)")])
        return _chosen(dialog)

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        """Ask with the system's file dialog, which also asks before it replaces a file."""
        dialog = QFileDialog(parent, _tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(name)
        return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Import", text)
