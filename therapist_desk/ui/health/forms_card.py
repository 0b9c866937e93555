"""Forms to print: for the client of the chart, with the answers that are known, or blank."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from therapist_desk.domain.client import Client
from therapist_desk.services.documents import PaperSize, save_document
from therapist_desk.services.forms import FormKind, blank_form, make_form
from therapist_desk.ui.documents.system_dialogs import NativeDialogs, SystemDialogs
from therapist_desk.ui.kit.buttons import Button, ButtonSize
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.kit.toggle_group import ToggleGroup
from therapist_desk.ui.workplace import Workplace


class FormsCard(Card):
    """Says `saved` with a sentence once a form is in its file."""

    saved = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._client: Client | None = None
        self.dialogs: SystemDialogs = NativeDialogs()
        self.blank = QCheckBox(self.tr("Blank, for any client"))
        self.blank.setObjectName("blank_form")
        self.paper = ToggleGroup(
            [(PaperSize.LETTER.value, self.tr("Letter")), (PaperSize.A4.value, self.tr("A4"))],
            value=PaperSize.LETTER.value,
            name=self.tr("Paper"),
        )
        history = _button(self.tr("Health history…"), "history_form")
        history.clicked.connect(self.save_history)
        consent = _button(self.tr("Consent…"), "consent_form")
        consent.clicked.connect(self.save_consent)
        header = CardHeader(self.tr("Forms to print"))
        header.add_action(self.paper)
        self.body.addWidget(header)
        self.body.addWidget(self.blank)
        self.body.addLayout(row(history, consent, None))

    def show_client(self, client: Client) -> None:
        """Make forms for this client."""
        self._client = client

    @Slot()
    def save_history(self) -> None:
        """Save the health history as a form."""
        self._save(FormKind.HISTORY)

    @Slot()
    def save_consent(self) -> None:
        """Save the consent as a form."""
        self._save(FormKind.CONSENT)

    def _save(self, kind: FormKind) -> None:
        if self._client is None:
            return
        whose = "blank" if self.blank.isChecked() else self._client.record_number
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self.dialogs.choose_file(self, Path(folder) / f"{whose}-{kind.value}.pdf")
        if path is None:
            return
        paper = PaperSize(self.paper.value() or PaperSize.LETTER.value)
        desk, checklist = self._workplace.desk, self._workplace.checklist
        if self.blank.isChecked():
            make = partial(blank_form, desk, kind, checklist, paper)
        else:
            make = partial(make_form, desk, self._client.id, kind, checklist, paper)
        self._workplace.jobs.write(make, owner=self, done=partial(self._keep, path))

    def _keep(self, path: Path, data: bytes) -> None:
        self._workplace.jobs.write(partial(save_document, path, data), owner=self, done=partial(self._tell, path))

    def _tell(self, path: Path, _: None) -> None:
        self.saved.emit(self.tr("Saved as {file}").format(file=path.name))


def _button(words: str, name: str) -> Button:
    button = Button(words, size=ButtonSize.SMALL, icon_name="print")
    button.setObjectName(name)
    return button
