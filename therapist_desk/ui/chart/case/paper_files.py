"""Choosing a scan to attach, and where to save a copy."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


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
        dialog = QFileDialog(parent, _tr("Attach the scanned order"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_tr("Scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"), _tr("All files (*)")])
        return _chosen(dialog)

    def choose_place(self, parent: QWidget, name: str) -> Path | None:
        """Ask with the system's file dialog, which also asks before it replaces a file."""
        dialog = QFileDialog(parent, _tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
