"""A new recovery code in place of the one before."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from therapist_desk.domain.errors import ExpectedError
from therapist_desk.services.opening import renew_recovery_code
from therapist_desk.services.practice import read_registration
from therapist_desk.ui.first_run.print_text import print_text
from therapist_desk.ui.first_run.recovery_code_view import RecoveryCodeView
from therapist_desk.ui.kit.banner import Banner, BannerKind
from therapist_desk.ui.kit.buttons import Button, ButtonRole
from therapist_desk.ui.kit.dialog import Dialog
from therapist_desk.ui.kit.label import Label, Tone
from therapist_desk.ui.theme.fonts import Text
from therapist_desk.ui.wording import sentence
from therapist_desk.ui.workplace import Workplace


class RecoveryDialog(Dialog):
    """Asks first: the paper with the old code is worth nothing afterwards."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__("", width=520, parent=parent)
        self.title.setText(self.tr("New recovery code"))
        self.setAccessibleName(self.title.text())
        self._workplace = workplace
        words = self.tr("The code you have now will no longer open the charts. Do this if it is lost or was seen.")
        self._trouble = Banner("", BannerKind.RED)
        self._trouble.setVisible(False)
        cancel = Button(self.tr("Cancel"))
        self.go_on = Button(self.tr("Make a new code"), role=ButtonRole.PRIMARY)
        self.go_on.setObjectName("make_code")
        self.body.addWidget(Label(words, Text.BODY, Tone.LABELS, wrap=True))
        self.body.addWidget(self._trouble)
        self.add_action(cancel)
        self.add_action(self.go_on)
        cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._make)

    @Slot()
    def _make(self) -> None:
        self.go_on.setEnabled(False)
        self._workplace.jobs.write(_renew, self._workplace, owner=self, done=self._show, failed=self._refuse)

    def _show(self, made: tuple[str, str]) -> None:
        code, owner = made
        CodeDialog(code, owner, self.window()).open()
        self.accept()

    def _refuse(self, error: ExpectedError) -> None:
        self.go_on.setEnabled(True)
        self._trouble.set_sentence(sentence(error))
        self._trouble.setVisible(True)


class CodeDialog(Dialog):
    """The new code; it stays until somebody says that it is kept."""

    def __init__(self, code: str, owner: str, parent: QWidget) -> None:
        super().__init__("", width=520, parent=parent)
        self.title.setText(self.tr("Keep your recovery code"))
        self.setAccessibleName(self.title.text())
        self.view = RecoveryCodeView(code, owner)
        self.finish = Button(self.tr("Done"), role=ButtonRole.PRIMARY)
        self.finish.setObjectName("code_kept")
        self.finish.setEnabled(False)
        self.body.addWidget(self.view)
        self.add_action(self.finish)
        self.view.written_down.connect(self.finish.setEnabled)
        self.view.print_asked.connect(print_text)
        self.finish.clicked.connect(self.accept)

    def reject(self) -> None:
        if self.view.check.isChecked():
            super().reject()
        else:
            self.view.check.setFocus()


def _renew(workplace: Workplace) -> tuple[str, str]:
    owner = read_registration(workplace.desk).practice.name
    return renew_recovery_code(workplace.desk), owner
