"""Safe copies: where they go, when the last one was made, and one now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.copies import CopyState, SafeCopy, copy_state, note_copy, write_copy_into
from therapist_desk.ui.dates import day_text, time_text
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button
from therapist_desk.ui.kit.card import Card, CardHeader
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import row
from therapist_desk.ui.settings.folder_choice import FolderChoice, NativeFolderChoice
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace


class CopiesCard(Card):
    """Once a folder is chosen, the first lock or quit of a day makes a copy by itself."""

    def __init__(
        self, workplace: Workplace, folders: FolderChoice | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._workplace = workplace
        self._folders = folders or NativeFolderChoice()
        words = self.tr(
            "One encrypted file with all charts, read back after it is written. Keep it on a drive that is not in "
            "this laptop; it opens with your passphrase or recovery code of that day. The first lock or quit of a "
            "day makes one by itself."
        )
        self._where = Label("", Text.BODY, wrap=True)
        self._where.setObjectName("copy_folder")
        self._last = Label("", Text.BODY, wrap=True)
        self._last.setObjectName("last_copy")
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setObjectName("copy_trouble")
        self._trouble.setVisible(False)
        self.choose = Button(self.tr("Choose folder…"), icon_name="stack")
        self.choose.setObjectName("choose_copy_folder")
        self.make = Button(self.tr("Make a safe copy now"), icon_name="save")
        self.make.setObjectName("make_copy")
        self.body.addWidget(CardHeader(self.tr("Safe copies")))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self._where)
        self.body.addWidget(self._last)
        self.body.addWidget(self._trouble)
        self.body.addLayout(row(self.make, self.choose, None))
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._make)

    def read(self) -> None:
        """Show where copies go and when the last one was made."""
        self._show_folder()
        self._workplace.jobs.read(copy_state, self._workplace.desk, owner=self, done=self._show_state)

    def _folder(self) -> str:
        return self._workplace.preferences.load().copy_folder

    def _show_folder(self) -> None:
        folder = self._folder()
        words = self.tr("Copies go to {folder}").format(folder=folder)
        self._where.setText(words if folder else self.tr("No folder is chosen yet."))

    def _show_state(self, state: CopyState) -> None:
        if state.last is None:
            self._last.setText(self.tr("No safe copy has been made yet."))
        else:
            words = self.tr("Last safe copy: {day}, {time}, {size}")
            last, size = state.last.local, QLocale().formattedDataSize(state.size)
            self._last.setText(words.format(day=day_text(last.date()), time=time_text(last), size=size))
        self._last.set_tone(Tone.AMBER if state.due else Tone.INK)

    @Slot()
    def _choose(self) -> None:
        chosen = self._folders.choose_copy_folder(self, self._folder())
        if chosen is not None:
            preferences = self._workplace.preferences
            preferences.save(replace(preferences.load(), copy_folder=str(chosen)))
            self._show_folder()

    @Slot()
    def _make(self) -> None:
        if not self._folder():
            self._choose()
        if not self._folder():
            return
        self._trouble.setVisible(False)
        self.make.setEnabled(False)
        self._last.setText(self.tr("Writing the copy and reading it back…"))
        # Beside the writing: a draft never waits for a copy.
        self._workplace.jobs.read(
            write_copy_into,
            self._workplace.desk,
            Path(self._folder()),
            owner=self,
            done=self._note,
            failed=self._refuse,
        )

    def _note(self, copy: SafeCopy) -> None:
        self._workplace.jobs.write(note_copy, self._workplace.desk, copy, owner=self, done=self._tell)

    def _tell(self, _nothing: None) -> None:
        self.make.setEnabled(True)
        self.read()

    def _refuse(self, error: ExpectedError) -> None:
        self.make.setEnabled(True)
        self._trouble.set_sentence(sentence(error))
        self._trouble.setVisible(True)
        self.read()
