"""Change the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError, FieldProblem
from therapist_desk.services.opening import change_passphrase
from therapist_desk.services.passphrase import WeakPassphraseError
from therapist_desk.ui.first_run.new_passphrase import NewPassphrase
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.unlock.passphrase_entry import PassphraseEntry
from therapist_desk.ui.wording import field_sentence, sentence
from therapist_desk.ui.workplace import Workplace


class PassphraseDialog(Dialog):
    """Accepted once the new passphrase opens the charts."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__("", width=480, parent=parent)
        self.title.setText(self.tr("Change passphrase"))
        self.setAccessibleName(self.title.text())
        self._workplace = workplace
        self.old = PassphraseEntry(self.tr("Current passphrase"))
        self.old.edit.setObjectName("old_passphrase")
        self.new = NewPassphrase(workplace.jobs)
        self.change = Button(self.tr("Change"), role=ButtonRole.PRIMARY)
        self.change.setObjectName("change")
        cancel = Button(self.tr("Cancel"))
        self.body.addWidget(self.old)
        self.body.addWidget(self.new)
        self.add_action(cancel)
        self.add_action(self.change)
        cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self._change)
        self.new.submitted.connect(self._change)

    @Slot()
    def _change(self) -> None:
        if not self.change.isEnabled():
            return
        if not self.old.text():
            self.old.set_problem(field_sentence(FieldProblem("passphrase", "required")))
            self.old.take_again()
        elif self.new.check():
            self.change.setEnabled(False)
            self._workplace.jobs.write(
                change_passphrase,
                self._workplace.desk,
                self.old.text(),
                self.new.text(),
                owner=self,
                done=self._done,
                failed=self._refuse,
            )

    def _done(self, _nothing: None) -> None:
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        self.change.setEnabled(True)
        if isinstance(error, WeakPassphraseError):
            self.new.refuse(sentence(error))
        else:
            self.old.set_problem(sentence(error))
            self.old.take_again()
