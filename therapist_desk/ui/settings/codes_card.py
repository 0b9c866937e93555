"""Which release of diagnosis codes is in use, and loading a newer one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.domain.icd10.release import Release
from therapist_desk.ui.dates import day_text
from therapist_desk.ui.file_dialogs import ask_for_file
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace


class CodesCard(Card):
    """The file chosen is read at once; one that is no official table is refused with the reason."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._release = Label("", Text.BODY, wrap=True)
        self._release.setObjectName("codes_release")
        self._message = Banner("", BannerKind.AMBER)
        self._message.setObjectName("codes_message")
        self._message.hide()
        self.load_button = Button(self.tr("Load a newer official file…"), icon_name="save")
        self.load_button.setObjectName("load_codes")
        words = self.tr(
            "CMS publishes the codes each April and October. Choose the file icd10cm-codes or icd10cm-order, or the "
            "archive it came in."
        )
        self.body.addWidget(CardHeader(self.tr("Diagnosis codes")))
        self.body.addWidget(self._release)
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self._message)
        self.body.addLayout(row(self.load_button, None))
        self.load_button.clicked.connect(self._choose)
        self._show()

    def load(self, path: Path) -> None:
        """Take a file into use."""
        self._message.hide()
        self.load_button.setEnabled(False)
        codes = self._workplace.codes
        self._workplace.jobs.read(codes.load, path, owner=self, done=self._take, failed=self._refuse)

    @Slot()
    def _choose(self) -> None:
        kinds = (self.tr("Code tables (*.txt *.zip)"), self.tr("All files (*)"))
        path = ask_for_file(self, self.tr("Load diagnosis codes"), kinds)
        if path is not None:
            self.load(path)

    def _take(self, _release: Release) -> None:
        self.load_button.setEnabled(True)
        self._show()

    def _refuse(self, error: ExpectedError) -> None:
        self.load_button.setEnabled(True)
        self._message.set_sentence(sentence(error))
        self._message.show()

    def _show(self) -> None:
        release = self._workplace.codes.release
        words = self.tr("ICD-10-CM, {release}: for services from {start} to {end}.")
        self._release.setText(
            words.format(release=release.name, start=day_text(release.starts), end=day_text(release.ends))
        )
        if self._workplace.desk.today() > release.ends:
            over = self.tr("These codes were for services up to {day}. Load the newer official file for later ones.")
            self._message.set_sentence(over.format(day=day_text(release.ends)))
            self._message.show()
