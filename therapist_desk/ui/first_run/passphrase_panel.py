"""First run, step 2: the passphrase, and where the charts will be."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.ui.first_run.new_passphrase import NewPassphrase
from therapist_desk.ui.jobs import Jobs
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole, ButtonSize, LinkButton
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.kit.layouts import column, row
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.theme.tokens import Space
from therapist_desk.ui.unlock.panel import Panel


class PassphrasePanel(Panel):
    """`submitted` gives the passphrase."""

    submitted = Signal(str)
    back_asked = Signal()
    folder_asked = Signal()

    def __init__(self, jobs: Jobs, folder: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", width=440, parent=parent)
        self.title.setText(self.tr("Choose your passphrase"))
        self.caption.setText(self.tr("It encrypts every chart and signs your notes. Nobody can reset it for you."))
        self.caption.setVisible(True)
        self.passphrase = NewPassphrase(jobs)
        self._folder = Label(folder, Text.SECONDARY, Tone.LABELS, wrap=True)
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setVisible(False)
        self._said = ""
        change = LinkButton(self.tr("Change…"), small=True)
        self.create_charts = Button(self.tr("Create the charts"), role=ButtonRole.PRIMARY, size=ButtonSize.LARGE)
        self.create_charts.setObjectName("create")
        self._back = Button(self.tr("Back"), role=ButtonRole.QUIET, size=ButtonSize.LARGE)
        kept = Label(self.tr("The charts will be kept in"), Text.SECONDARY_STRONG)
        self.body.addWidget(self.passphrase)
        self.body.addLayout(column(row(kept, None, change), self._folder, spacing=Space.INNER))
        self.body.addWidget(self._trouble)
        step = Label(self.tr("Step 2 of 3"), Text.SECONDARY, Tone.QUIET)
        self.body.addLayout(row(step, None, self._back, self.create_charts))
        self.create_charts.clicked.connect(self._submit)
        self.passphrase.submitted.connect(self._submit)
        self._back.clicked.connect(self.back_asked)
        change.clicked.connect(self.folder_asked)

    def begin(self) -> None:
        self.passphrase.first.edit.setFocus()

    def show_folder(self, folder: str) -> None:
        """Say where the charts will be."""
        self._folder.setText(folder)
        self.show_trouble("")

    def show_trouble(self, sentence: str) -> None:
        """Say why the charts could not be made; an empty sentence takes it away."""
        self.set_busy(busy=False)
        self._said = sentence
        self._trouble.set_sentence(sentence)
        self._trouble.setVisible(bool(sentence))

    def trouble(self) -> str:
        """The sentence shown, or an empty string."""
        return self._said

    def set_busy(self, *, busy: bool) -> None:
        """Show that the charts are being made."""
        self.create_charts.setText(self.tr("Creating…") if busy else self.tr("Create the charts"))
        self.create_charts.setEnabled(not busy)
        self._back.setEnabled(not busy)

    @Slot()
    def _submit(self) -> None:
        if self.create_charts.isEnabled() and self.passphrase.check():
            self.submitted.emit(self.passphrase.text())
