"""Asking the system for files and folders, and showing a folder there. Whatever is called off gives None."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, kinds: Sequence[str], folder: str = "") -> Path | None:
    """Ask for a file that is there. `kinds` are filters such as "Pictures (*.png)", the usual one first."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder or documents(), ";;".join(kinds))
    return Path(chosen) if chosen else None


def ask_for_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """Ask for a folder, beginning in `folder`."""
    chosen = QFileDialog.getExistingDirectory(parent, title, folder or documents())
    return Path(chosen) if chosen else None


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, *, kinds: Sequence[str] = (), ending: str = ""
) -> Path | None:
    """Ask where to save, beginning at `suggested`; the system asks before it replaces a file.

    `ending` is added to a name without one. A path of a name alone begins among the documents.
    """
    folder = documents() if suggested.parent == Path() else str(suggested.parent)
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kinds:
        dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(suggested.name)
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def documents() -> str:
    """Give the folder in which people keep files; asking begins there and not where the program stands."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def show_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
