"""Adding a therapist, who chooses a passphrase of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError, InvalidError
from therapist_desk.domain.ids import TherapistId
from therapist_desk.domain.people import Therapist
from therapist_desk.services.passphrase import WeakPassphraseError
from therapist_desk.services.people import add_therapist
from therapist_desk.ui.first_run.new_passphrase import NewPassphrase
from therapist_desk.ui.first_run.registration_form import TherapistForm
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace

_WIDTH = 560
_NOBODY = Therapist(id=TherapistId(""), name="", credentials="", licence_number="", licence_state="")


class TherapistDialog(Dialog):
    """Says `added` with the therapist once they can unlock."""

    added = Signal(object)  # Therapist

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self.title.setText(self.tr("Add a therapist"))
        self.setAccessibleName(self.title.text())
        self._workplace = workplace
        words = self.tr(
            "They type a passphrase of their own here, and sign their notes with it. Both of you see all charts."
        )
        self.form = TherapistForm()
        self.form.title.hide()
        self.passphrase = NewPassphrase(workplace.jobs)
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setVisible(False)
        self.add = Button(self.tr("Add"), role=ButtonRole.PRIMARY)
        self.add.setObjectName("add")
        cancel = Button(self.tr("Cancel"))
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self.form)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self._trouble)
        self.add_action(cancel)
        self.add_action(self.add)
        cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self._add)
        self.form.submitted.connect(self._add)
        self.passphrase.submitted.connect(self._add)
        self.form.edit("name").textChanged.connect(self._use_name)

    @Slot(str)
    def _use_name(self, name: str) -> None:
        self.passphrase.use_own_words(*name.split())

    @Slot()
    def _add(self) -> None:
        if not self.add.isEnabled() or not self.form.check(_NOBODY) or not self.passphrase.check():
            return
        self.add.setEnabled(False)
        self._trouble.setVisible(False)
        self._workplace.jobs.write(
            add_therapist,
            self._workplace.desk,
            self.form.therapist(_NOBODY),
            self.passphrase.text(),
            owner=self,
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, therapist: Therapist) -> None:
        self.added.emit(therapist)
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        self.add.setEnabled(True)
        if isinstance(error, InvalidError):
            self.form.show_problems(error.problems)
        elif isinstance(error, WeakPassphraseError):
            self.passphrase.refuse(sentence(error))
        else:
            self._trouble.set_sentence(sentence(error))
            self._trouble.setVisible(True)
