"""Choosing a certificate to seal with, and a PDF to check."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.file_dialogs import ask_for_file


class SealFiles(Protocol):
    """What the system is asked for."""

    def choose_certificate(self, parent: QWidget) -> Path | None:
        """Ask for the file of a certificate; None if that is called off."""
        ...

    def choose_pdf(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask for the PDF to check, beginning in `folder`; None if that is called off."""
        ...


class NativeSealFiles:
    """The dialogs of the system."""

    def choose_certificate(self, parent: QWidget) -> Path | None:
        """Ask with the system's file dialog."""
        kinds = (_tr("Certificates with their key (*.p12 *.pfx)"), _tr("All files (*)"))
        return ask_for_file(parent, _tr("Choose your certificate"), kinds)

    def choose_pdf(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask with the system's file dialog. Any file may be chosen: what it is, its content tells."""
        kinds = (_tr("PDF documents (*.pdf)"), _tr("All files (*)"))
        return ask_for_file(parent, _tr("Check a PDF"), kinds, str(folder))


def _tr(text: str) -> str:
    return QCoreApplication.translate("documents", text)
