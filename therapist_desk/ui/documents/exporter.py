"""The ways a document leaves the program: as a file, and on paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from therapist_desk.services.desk import Desk
from therapist_desk.services.documents.keeping import save_document
from therapist_desk.services.documents.sealing import Sealer, own_sealer, sealed
from therapist_desk.ui.documents.printable import Printable
from therapist_desk.ui.documents.printing import print_document, printer_for
from therapist_desk.ui.documents.system_dialogs import SystemDialogs
from therapist_desk.ui.workplace import Workplace


class Exporter(QObject):
    """Asks where to, then saves or prints as a job and writes it into the audit trail.

    `begun` comes once the user has answered, then `saved` with the path, `printed`, or `failed` with an
    ExpectedError.
    """

    begun = Signal()
    saved = Signal(object)
    printed = Signal()
    failed = Signal(object)

    def __init__(self, workplace: Workplace, dialogs: SystemDialogs, window_of: QWidget) -> None:
        super().__init__(window_of)
        self._workplace = workplace
        self._dialogs = dialogs
        self._window_of = window_of

    def save(self, document: Printable) -> None:
        """Write a document where the user says, whole or not at all."""
        path = self._choose_path(document)
        if path is not None:
            self._write(document, path, "saved", document.data)

    def save_sealed(self, document: Printable, sealer: Sealer | None = None) -> None:
        """Seal a document, with the charts' certificate unless there is a `sealer`, and write it the same way."""
        path = self._choose_path(document)
        if path is None:
            return
        if sealer is not None:
            self._seal(document, path, sealer)
            return
        self._workplace.jobs.write(
            own_sealer,
            self._workplace.desk,
            owner=self,
            done=partial(self._seal, document, path),
            failed=self.failed.emit,
        )

    def print(self, document: Printable) -> None:
        """Print a document on the printer that the user chooses."""
        printer = printer_for(document)
        if not self._dialogs.choose_printer(self._window_of, printer, len(document.pages)):
            return
        self.begun.emit()
        # On the lane of the preview: PDFium draws the pages of both.
        self._workplace.jobs.read(
            partial(print_document, document, printer),
            owner=self,
            done=partial(self._printed, document),
            failed=self.failed.emit,
        )

    def show_folder(self) -> None:
        """Show the folder that took the last document."""
        self._dialogs.show_folder(self._folder())

    def _choose_path(self, document: Printable) -> Path | None:
        path = self._dialogs.choose_file(self._window_of, self._folder() / document.name)
        if path is not None:
            self.begun.emit()
        return path

    def _seal(self, document: Printable, path: Path, sealer: Sealer) -> None:
        # Not on the lane that writes: the first seal loads a library, and typing must not wait for it.
        self._workplace.jobs.read(
            partial(sealed, document.data, sealer),
            owner=self,
            done=partial(self._write, document, path, "saved with a seal"),
            failed=self.failed.emit,
        )

    def _write(self, document: Printable, path: Path, how: str, data: bytes) -> None:
        self._workplace.jobs.write(
            partial(_save, self._workplace.desk, document, path, how, data),
            owner=self,
            done=partial(self._saved, path),
            failed=self.failed.emit,
        )

    def _saved(self, path: Path, _: None) -> None:
        preferences = self._workplace.preferences
        preferences.save(replace(preferences.load(), document_folder=str(path.parent)))
        self.saved.emit(path)

    def _printed(self, document: Printable, _: None) -> None:
        work = partial(document.log, self._workplace.desk, "printed")
        self._workplace.jobs.write(work, owner=self, done=self._tell_printed)

    def _tell_printed(self, _: None) -> None:
        self.printed.emit()

    def _folder(self) -> Path:
        kept = self._workplace.preferences.load().document_folder
        if kept and Path(kept).is_dir():
            return Path(kept)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _save(desk: Desk, document: Printable, path: Path, how: str, data: bytes) -> None:
    save_document(path, data)
    document.log(desk, how)
