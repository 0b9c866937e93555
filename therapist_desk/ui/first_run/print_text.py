"""A page of plain text through the system's print dialog."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from therapist_desk.ui.first_run.recovery_code_view import fixed_font


@Slot(str)
def print_text(text: str) -> None:
    """Ask for a printer and print `text` on it."""
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        document = QTextDocument()
        document.setDefaultFont(fixed_font(15))
        document.setPlainText(text)
        document.print_(printer)
