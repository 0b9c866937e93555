"""What the system asks and opens: where to save, on which printer, the folder of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from therapist_desk.ui import file_dialogs


class SystemDialogs(Protocol):
    """The ways out of the program that a document takes."""

    def choose_file(self, parent: QWidget, suggested: Path) -> Path | None:
        """Ask where to save; None if that is called off."""
        ...

    def choose_printer(self, parent: QWidget, printer: QPrinter, page_count: int) -> bool:
        """Let the user set up `printer`; False if that is called off."""
        ...

    def show_folder(self, folder: Path) -> None:
        """Show a folder in the system's file manager."""
        ...


class NativeDialogs:
    """The dialogs of the system."""

    def choose_file(self, parent: QWidget, suggested: Path) -> Path | None:
        """Ask with the system's file dialog, which also asks before it replaces a file."""
        title = QCoreApplication.translate("documents", "Save PDF")
        kinds = (QCoreApplication.translate("documents", "PDF documents (*.pdf)"),)
        return file_dialogs.ask_where_to_save(parent, title, suggested, kinds=kinds, ending="pdf")

    def choose_printer(self, parent: QWidget, printer: QPrinter, page_count: int) -> bool:
        """Ask with the system's print dialog."""
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, page_count)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()

    def show_folder(self, folder: Path) -> None:
        """Open the file manager."""
        file_dialogs.show_folder(folder)
